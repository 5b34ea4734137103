import { createTemplate } from './createTemplate';
import { deleteMedia } from './deleteMedia';
import { deleteTemplate } from './deleteTemplate';
import { downloadMedia } from './downloadMedia';
import { getBusinessProfile } from './getBusinessProfile';
import { getManyPhoneNumbers } from './getManyPhoneNumbers';
import { getManyTemplates } from './getManyTemplates';
import { getMedia } from './getMedia';
import { getPhoneNumber } from './getPhoneNumber';
import { markAsRead } from './markAsRead';
import { sendAudio } from './sendAudio';
import { sendButtons } from './sendButtons';
import { sendContacts } from './sendContacts';
import { sendDocument } from './sendDocument';
import { sendFlow } from './sendFlow';
import { sendImage } from './sendImage';
import { sendList } from './sendList';
import { sendLocation } from './sendLocation';
import { sendReaction } from './sendReaction';
import { sendSticker } from './sendSticker';
import { sendTemplate } from './sendTemplate';
import { sendText } from './sendText';
import { sendTypingIndicator } from './sendTypingIndicator';
import { sendUrlButton } from './sendUrlButton';
import { sendVideo } from './sendVideo';
import { updateBusinessProfile } from './updateBusinessProfile';
import { updateTemplate } from './updateTemplate';
import { uploadMedia } from './uploadMedia';

export const operations = [
	sendText,
	sendTemplate,
	sendImage,
	sendVideo,
	sendAudio,
	sendDocument,
	sendSticker,
	sendLocation,
	sendContacts,
	sendButtons,
	sendList,
	sendFlow,
	sendUrlButton,
	sendReaction,
	markAsRead,
	sendTypingIndicator,
	uploadMedia,
	getMedia,
	downloadMedia,
	deleteMedia,
	getManyTemplates,
	createTemplate,
	updateTemplate,
	deleteTemplate,
	getPhoneNumber,
	getManyPhoneNumbers,
	getBusinessProfile,
	updateBusinessProfile,
];

import { copyMessage } from './copyMessage';
import { createInviteLink } from './createInviteLink';
import { deleteMessage } from './deleteMessage';
import { downloadFile } from './downloadFile';
import { editCaption } from './editCaption';
import { editMedia } from './editMedia';
import { editText } from './editText';
import { forwardMessage } from './forwardMessage';
import { getAdministrators } from './getAdministrators';
import { getChat } from './getChat';
import { getCommands } from './getCommands';
import { getFile } from './getFile';
import { getMe } from './getMe';
import { getMembersCount } from './getMembersCount';
import { getWebhookInfo } from './getWebhookInfo';
import { pinMessage } from './pinMessage';
import { sendAnimation } from './sendAnimation';
import { sendAudio } from './sendAudio';
import { sendChatAction } from './sendChatAction';
import { sendContact } from './sendContact';
import { sendDocument } from './sendDocument';
import { sendLocation } from './sendLocation';
import { sendMediaGroup } from './sendMediaGroup';
import { sendPhoto } from './sendPhoto';
import { sendPoll } from './sendPoll';
import { sendText } from './sendText';
import { sendVideo } from './sendVideo';
import { sendVoice } from './sendVoice';
import { setCommands } from './setCommands';
import { setReaction } from './setReaction';
import { unpinMessage } from './unpinMessage';

export const operations = [
	sendText,
	sendPhoto,
	sendVideo,
	sendDocument,
	sendAudio,
	sendVoice,
	sendAnimation,
	sendMediaGroup,
	sendPoll,
	sendLocation,
	sendContact,
	editText,
	editCaption,
	editMedia,
	deleteMessage,
	forwardMessage,
	copyMessage,
	pinMessage,
	unpinMessage,
	setReaction,
	sendChatAction,
	getChat,
	getMembersCount,
	getAdministrators,
	createInviteLink,
	getFile,
	downloadFile,
	getMe,
	getCommands,
	setCommands,
	getWebhookInfo,
];

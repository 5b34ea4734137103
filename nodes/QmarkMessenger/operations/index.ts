import { getManyConversations } from './getManyConversations';
import { getManyMessages } from './getManyMessages';
import { getProfile } from './getProfile';
import { react } from './react';
import { replyToComment } from './replyToComment';
import { sendAction } from './sendAction';
import { sendButtons } from './sendButtons';
import { sendMedia } from './sendMedia';
import { sendQuickReplies } from './sendQuickReplies';
import { sendText } from './sendText';

export const operations = [
	sendText,
	sendMedia,
	sendQuickReplies,
	sendButtons,
	replyToComment,
	sendAction,
	react,
	getManyMessages,
	getManyConversations,
	getProfile,
];

import { answerCallbackQuery } from './answerCallbackQuery';
import { answerPreCheckoutQuery } from './answerPreCheckoutQuery';
import { answerShippingQuery } from './answerShippingQuery';
import { approveJoinRequest } from './approveJoinRequest';
import { banMember } from './banMember';
import { closeTopic } from './closeTopic';
import { copyMessage } from './copyMessage';
import { copyMessages } from './copyMessages';
import { createInviteLink } from './createInviteLink';
import { createInvoiceLink } from './createInvoiceLink';
import { createSubscriptionLink } from './createSubscriptionLink';
import { createTopic } from './createTopic';
import { declineJoinRequest } from './declineJoinRequest';
import { deleteBusinessMessages } from './deleteBusinessMessages';
import { deleteMessage } from './deleteMessage';
import { deleteMessages } from './deleteMessages';
import { deleteStory } from './deleteStory';
import { deleteTopic } from './deleteTopic';
import { downloadFile } from './downloadFile';
import { editCaption } from './editCaption';
import { editInviteLink } from './editInviteLink';
import { editLiveLocation } from './editLiveLocation';
import { editMedia } from './editMedia';
import { editReplyMarkup } from './editReplyMarkup';
import { editStory } from './editStory';
import { editText } from './editText';
import { editTopic } from './editTopic';
import { forwardMessage } from './forwardMessage';
import { forwardMessages } from './forwardMessages';
import { getAdministrators } from './getAdministrators';
import { getBusinessConnection } from './getBusinessConnection';
import { getChat } from './getChat';
import { getCommands } from './getCommands';
import { getFile } from './getFile';
import { getMe } from './getMe';
import { getMember } from './getMember';
import { getMembersCount } from './getMembersCount';
import { getStarBalance } from './getStarBalance';
import { getStarTransactions } from './getStarTransactions';
import { getStickerSet } from './getStickerSet';
import { getTopicIcons } from './getTopicIcons';
import { getWebhookInfo } from './getWebhookInfo';
import { hideGeneralTopic } from './hideGeneralTopic';
import { pinMessage } from './pinMessage';
import { postStory } from './postStory';
import { promoteMember } from './promoteMember';
import { readBusinessMessage } from './readBusinessMessage';
import { refundStarPayment } from './refundStarPayment';
import { reopenTopic } from './reopenTopic';
import { restrictMember } from './restrictMember';
import { revokeInviteLink } from './revokeInviteLink';
import { sendAnimation } from './sendAnimation';
import { sendAudio } from './sendAudio';
import { sendBulk } from './sendBulk';
import { sendChatAction } from './sendChatAction';
import { sendContact } from './sendContact';
import { sendDice } from './sendDice';
import { sendDocument } from './sendDocument';
import { sendInvoice } from './sendInvoice';
import { sendLocation } from './sendLocation';
import { sendMediaGroup } from './sendMediaGroup';
import { sendPhoto } from './sendPhoto';
import { sendPoll } from './sendPoll';
import { sendSticker } from './sendSticker';
import { sendText } from './sendText';
import { sendVenue } from './sendVenue';
import { sendVideo } from './sendVideo';
import { sendVideoNote } from './sendVideoNote';
import { sendVoice } from './sendVoice';
import { setCommands } from './setCommands';
import { setReaction } from './setReaction';
import { stopLiveLocation } from './stopLiveLocation';
import { stopPoll } from './stopPoll';
import { unbanMember } from './unbanMember';
import { unhideGeneralTopic } from './unhideGeneralTopic';
import { unpinMessage } from './unpinMessage';

export const operations = [
	sendText,
	sendBulk,
	sendPhoto,
	sendVideo,
	sendDocument,
	sendAudio,
	sendVoice,
	sendAnimation,
	sendVideoNote,
	sendSticker,
	sendMediaGroup,
	sendPoll,
	stopPoll,
	sendLocation,
	editLiveLocation,
	stopLiveLocation,
	sendVenue,
	sendContact,
	sendDice,
	editText,
	editCaption,
	editMedia,
	editReplyMarkup,
	deleteMessage,
	deleteMessages,
	forwardMessage,
	forwardMessages,
	copyMessage,
	copyMessages,
	pinMessage,
	unpinMessage,
	setReaction,
	sendChatAction,
	answerCallbackQuery,
	sendInvoice,
	createInvoiceLink,
	answerPreCheckoutQuery,
	answerShippingQuery,
	refundStarPayment,
	getStarBalance,
	getStarTransactions,
	getChat,
	getMembersCount,
	getAdministrators,
	createInviteLink,
	editInviteLink,
	revokeInviteLink,
	createSubscriptionLink,
	approveJoinRequest,
	declineJoinRequest,
	getMember,
	banMember,
	unbanMember,
	restrictMember,
	promoteMember,
	createTopic,
	editTopic,
	closeTopic,
	reopenTopic,
	deleteTopic,
	hideGeneralTopic,
	unhideGeneralTopic,
	getTopicIcons,
	getStickerSet,
	getBusinessConnection,
	readBusinessMessage,
	deleteBusinessMessages,
	postStory,
	editStory,
	deleteStory,
	getFile,
	downloadFile,
	getMe,
	getCommands,
	setCommands,
	getWebhookInfo,
];

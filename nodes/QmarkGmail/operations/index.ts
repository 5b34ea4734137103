import { addLabelsToMessage } from './addLabelsToMessage';
import { addLabelsToThread } from './addLabelsToThread';
import { archiveMessage } from './archiveMessage';
import { createDraft } from './createDraft';
import { createLabel } from './createLabel';
import { deleteDraft } from './deleteDraft';
import { deleteLabel } from './deleteLabel';
import { downloadAttachments } from './downloadAttachments';
import { forwardMessage } from './forwardMessage';
import { getDraft } from './getDraft';
import { getLabel } from './getLabel';
import { getManyCampaignMessages } from './getManyCampaignMessages';
import { getManyDrafts } from './getManyDrafts';
import { getManyLabels } from './getManyLabels';
import { getManyMessages } from './getManyMessages';
import { getManyThreads } from './getManyThreads';
import { getMessage } from './getMessage';
import { getProfile } from './getProfile';
import { getThread } from './getThread';
import { markMessageAsRead } from './markMessageAsRead';
import { markMessageAsUnread } from './markMessageAsUnread';
import { removeLabelsFromMessage } from './removeLabelsFromMessage';
import { removeLabelsFromThread } from './removeLabelsFromThread';
import { replyToMessage } from './replyToMessage';
import { replyToThread } from './replyToThread';
import { resubscribeToCampaigns } from './resubscribeToCampaigns';
import { sendCampaign } from './sendCampaign';
import { sendDraft } from './sendDraft';
import { sendMessage } from './sendMessage';
import { trashMessage } from './trashMessage';
import { trashThread } from './trashThread';
import { unsubscribeFromCampaigns } from './unsubscribeFromCampaigns';
import { untrashMessage } from './untrashMessage';
import { untrashThread } from './untrashThread';
import { updateDraft } from './updateDraft';
import { updateLabel } from './updateLabel';

export const operations = [
	sendMessage,
	replyToMessage,
	forwardMessage,
	getMessage,
	getManyMessages,
	downloadAttachments,
	addLabelsToMessage,
	removeLabelsFromMessage,
	markMessageAsRead,
	markMessageAsUnread,
	archiveMessage,
	trashMessage,
	untrashMessage,
	createDraft,
	getDraft,
	getManyDrafts,
	updateDraft,
	sendDraft,
	deleteDraft,
	getThread,
	getManyThreads,
	replyToThread,
	addLabelsToThread,
	removeLabelsFromThread,
	trashThread,
	untrashThread,
	createLabel,
	getLabel,
	getManyLabels,
	updateLabel,
	deleteLabel,
	getProfile,
	sendCampaign,
	getManyCampaignMessages,
	unsubscribeFromCampaigns,
	resubscribeToCampaigns,
];

import { operation } from '../../core/operation';
import { reactionDraft } from '../../networks/whatsApp/drafts';
import { answer } from '../../networks/whatsApp/send';
import { addressed, emoji, messageId, reacting } from '../fields';

/** https://developers.facebook.com/docs/whatsapp/cloud-api/messages/reaction-messages */
export const sendReaction = operation({
	resource: 'message',
	operation: 'sendReaction',
	effect: 'send',
	scopes: ['whatsapp_business_messaging'],
	name: 'Send Reaction',
	action: 'Send a reaction',
	description: 'React to a message with an emoji, or take the reaction away',
	fields: [...addressed, messageId, emoji, ...reacting],
	run: async (input, api) => await answer(api, input, () => reactionDraft(input.messageId, input.emoji)),
});

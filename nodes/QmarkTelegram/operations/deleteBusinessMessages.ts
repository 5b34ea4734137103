import { operation } from '../../core/operation';
import { repeatable } from '../../networks/telegram/call';
import { businessConnection, messageIds } from '../fields';
import { messageIdsOf } from '../message';

/** https://core.telegram.org/bots/api#deletebusinessmessages */
export const deleteBusinessMessages = operation({
	resource: 'businessAccount',
	operation: 'deleteMessages',
	effect: 'send',
	name: 'Delete Messages',
	action: 'Delete messages of a business account',
	description: 'Delete up to 100 messages of one chat of a business account',
	fields: [businessConnection, messageIds],
	run: async ({ businessConnectionId: id, messageIds: given }, api) => {
		const parameters = { business_connection_id: id, message_ids: messageIdsOf(given) };
		await api.send(repeatable('deleteBusinessMessages', parameters));
		return { ...parameters, deleted: true };
	},
});

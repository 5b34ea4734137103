import { operation } from '../../core/operation';
import { replyId } from '../fields';

/** https://developers.facebook.com/docs/threads/retrieve-and-manage-replies/manage-replies */
export const hideReply = operation({
	resource: 'reply',
	operation: 'hide',
	effect: 'write',
	scopes: ['threads_basic', 'threads_manage_replies'],
	name: 'Hide',
	action: 'Hide or show a reply',
	description: 'Hide a reply to a post of the account, or show it again',
	fields: [
		replyId,
		{ displayName: 'Hide', name: 'hide', type: 'boolean', default: true, description: 'Whether to hide the reply; off shows it again' },
	],
	run: async ({ replyId: id, hide }, api) => {
		await api.send({ method: 'POST', url: `/${id}/manage_reply`, urlencoded: { hide: String(hide) }, idempotent: true });
		return { id, hidden: hide };
	},
});

import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { foundShown, pageSize } from '../fields';

/** https://developers.facebook.com/docs/threads/threads-mentions */
export const getManyMentions = operation({
	resource: 'mention',
	operation: 'getAll',
	effect: 'read',
	scopes: ['threads_basic', 'threads_manage_mentions'],
	name: 'Get Many',
	action: 'Get many mentions',
	description: 'Get public posts that mention the account, newest first',
	fields: [...many],
	run: (wanted, api) => api.pages({ url: '/me/mentions', qs: { fields: foundShown, limit: pageSize(wanted) } }),
});

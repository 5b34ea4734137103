import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { conversationsOf } from '../../networks/messenger/conversations';
import { messenger } from '../../platforms/messenger';
import { channel, page, pageSize } from '../fields';

/** https://developers.facebook.com/docs/messenger-platform/conversations */
export const getManyConversations = operation({
	resource: 'conversation',
	operation: 'getAll',
	effect: 'read',
	scopes: ['pages_messaging', 'instagram_manage_messages'],
	name: 'Get Many',
	action: 'Get many conversations',
	description: 'Get the conversations of a page or its Instagram account, the latest first',
	fields: [
		page,
		channel,
		...many,
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [{ displayName: 'Person ID', name: 'user', type: 'string', default: '', placeholder: 'e.g. 24400000000000001', description: 'Only the conversation with this person' }],
		},
	],
	run: ({ page: id, channel: on, filters: { user }, ...wanted }, api) => conversationsOf(api, id, on, { user, limit: pageSize(wanted, messenger.limits.pageSize) }),
});

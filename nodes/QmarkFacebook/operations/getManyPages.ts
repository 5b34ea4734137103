import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { pageSize } from '../../networks/facebook/posts';

const fields = 'id,name,username,category,link,tasks,followers_count,fan_count,verification_status,instagram_business_account{id,username}';

/** https://developers.facebook.com/docs/graph-api/reference/user/accounts: the tokens that are there too stay inside the node. */
export const getManyPages = operation({
	resource: 'page',
	operation: 'getAll',
	effect: 'read',
	scopes: ['pages_show_list', 'pages_read_engagement', 'instagram_basic'],
	name: 'Get Many',
	action: 'Get many pages',
	description: 'Get many pages that the connected person may act as',
	fields: many,
	run: ({ returnAll, limit }, api) => api.pages({ url: '/me/accounts', qs: { fields, limit: pageSize(returnAll, limit) } }),
});

import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { pageSize } from '../../networks/facebook/posts';
import { page } from '../fields';

/** https://developers.facebook.com/docs/graph-api/reference/page/roles: people of a business are listed by that business only. */
export const getPageRoles = operation({
	resource: 'page',
	operation: 'getAllRoles',
	effect: 'read',
	scopes: ['pages_manage_metadata', 'pages_show_list'],
	name: 'Get Many Roles',
	action: 'Get many roles of a page',
	description: 'Get the people who may act for a page and their tasks',
	fields: [
		page,
		{
			displayName: 'Business ID',
			name: 'businessId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 220000000000001',
			description: 'The business portfolio whose people to list; it also takes the permission business_management. Empty lists those outside of a business.',
		},
		...many,
	],
	run: ({ page: id, businessId: business, returnAll, limit }, api) => {
		const size = { limit: pageSize(returnAll, limit) };
		return api.pages(business ? { url: `/${id}/assigned_users`, qs: { business, fields: 'id,name,tasks,user_type', ...size } } : { url: `/${id}/roles`, qs: { fields: 'id,name,tasks', ...size } });
	},
});

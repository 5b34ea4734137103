import { operation } from '../../core/operation';
import { changePage } from '../../networks/facebook/pageDetails';
import { page } from '../fields';
import { pageDetails } from '../pageFields';

/** https://developers.facebook.com/docs/graph-api/reference/page#Updating */
export const updatePage = operation({
	resource: 'page',
	operation: 'update',
	effect: 'write',
	scopes: ['pages_manage_metadata', 'pages_read_engagement'],
	name: 'Update',
	action: 'Update a page',
	description: 'Change what a page says of itself, such as its description and phone number',
	fields: [page, pageDetails],
	run: async ({ page: id, updateFields }, api) => await changePage(api, id, updateFields),
});

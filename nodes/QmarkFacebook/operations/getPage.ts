import { operation } from '../../core/operation';
import { fieldNames, page } from '../fields';
import { readable } from '../../networks/facebook/posts';

const usualFields =
	'id,name,username,about,category,category_list,link,website,phone,emails,hours,single_line_address,followers_count,fan_count,is_published,verification_status,picture{url},instagram_business_account{id,username}';

/** https://developers.facebook.com/docs/graph-api/reference/page */
export const getPage = operation({
	resource: 'page',
	operation: 'get',
	effect: 'read',
	scopes: ['pages_show_list', 'pages_read_engagement', 'instagram_basic'],
	name: 'Get',
	action: 'Get a page',
	description: 'Get a page with its business details',
	fields: [page, fieldNames],
	run: async ({ page: id, fields }, api) => await api.send({ url: `/${id}`, qs: { fields: readable(fields, usualFields) } }),
});

import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { pageSize } from '../../networks/facebook/posts';
import { page } from '../fields';

const shown = 'created_time,recommendation_type,review_text,rating,has_rating,has_review,reviewer,open_graph_story';

/** https://developers.facebook.com/docs/graph-api/reference/page/ratings */
export const getPageRatings = operation({
	resource: 'page',
	operation: 'getAllRatings',
	effect: 'read',
	scopes: ['pages_read_engagement', 'pages_read_user_content'],
	name: 'Get Many Reviews',
	action: 'Get many reviews of a page',
	description: 'Get many recommendations that people wrote of a page',
	fields: [page, ...many],
	run: ({ page: id, returnAll, limit }, api) => api.pages({ url: `/${id}/ratings`, qs: { fields: shown, limit: pageSize(returnAll, limit) } }),
});

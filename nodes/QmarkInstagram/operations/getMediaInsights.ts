import { operation } from '../../core/operation';
import { mediaId } from '../fields';
import { mediaMetrics } from '../metricMenu';
import { mediaInsights } from '../../networks/instagram/mediaInsights';

/** https://developers.facebook.com/docs/instagram-platform/reference/instagram-media/insights */
export const getMediaInsights = operation({
	resource: 'insight',
	operation: 'getMedia',
	effect: 'read',
	scopes: ['instagram_basic', 'instagram_manage_insights', 'pages_read_engagement'],
	name: 'Get Media Insights',
	action: 'Get media insights',
	description: 'Get numbers of an image, carousel, reel or story, such as reach, views and saves; a story has them for 24 hours and from five viewers on',
	fields: [mediaId, mediaMetrics],
	run: async ({ mediaId: id, metrics }, api) => await mediaInsights(api, id, metrics),
});

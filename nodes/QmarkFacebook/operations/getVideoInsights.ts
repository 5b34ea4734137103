import { operation } from '../../core/operation';
import { metricsOf, readMetrics, totals } from '../../networks/facebook/insights';
import { facebook } from '../../platforms/facebook';
import { options, otherMetrics, page, videoId } from '../fields';

/** https://developers.facebook.com/docs/graph-api/reference/video/video_insights */
export const getVideoInsights = operation({
	resource: 'insight',
	operation: 'getVideo',
	effect: 'read',
	scopes: ['read_insights', 'pages_read_engagement'],
	name: 'Get Video Insights',
	action: 'Get video insights',
	description: 'Get what a video or reel counted since it was published',
	fields: [
		page,
		videoId,
		{ displayName: 'Metrics', name: 'metrics', type: 'multiOptions', options: [...facebook.videoMetrics], default: ['blue_reels_play_count', 'post_video_avg_time_watched', 'total_video_views'] },
		{ ...options, options: [{ ...otherMetrics, placeholder: 'e.g. total_video_complete_views' }] },
	],
	run: async ({ videoId: id, metrics, options: { otherMetrics: named } }, api) => {
		const { rows, unavailable } = await readMetrics(api, `/${id}/video_insights`, { period: 'lifetime' }, metricsOf(metrics, named));
		return { id, metrics: totals(rows), unavailable };
	},
});

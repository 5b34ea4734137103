import { operation } from '../../core/operation';
import { metricsOf, readMetrics, totals } from '../../networks/facebook/insights';
import { facebook } from '../../platforms/facebook';
import { options, otherMetrics, page, storyId } from '../fields';

/** https://developers.facebook.com/docs/page-stories-api */
export const getStoryInsights = operation({
	resource: 'insight',
	operation: 'getStory',
	effect: 'read',
	scopes: ['read_insights', 'pages_read_engagement'],
	name: 'Get Story Insights',
	action: 'Get story insights',
	description: 'Get what a story of a page counted. Facebook counts its views up to two days late.',
	fields: [
		page,
		storyId,
		{ displayName: 'Metrics', name: 'metrics', type: 'multiOptions', options: [...facebook.storyMetrics], default: ['STORY_INTERACTION', 'STORY_MEDIA_VIEW', 'STORY_TOTAL_MEDIA_VIEW_UNIQUE'] },
		{ ...options, options: [{ ...otherMetrics, placeholder: 'e.g. STORY_MEDIA_VIEW' }] },
	],
	run: async ({ storyId: story, metrics, options: { otherMetrics: named } }, api) => {
		const id = story.split('_').at(-1) ?? story;
		const { rows, unavailable } = await readMetrics(api, `/${id}/insights`, { period: 'lifetime' }, metricsOf(metrics, named));
		return { id, metrics: totals(rows), unavailable };
	},
});

import { operation } from '../../core/operation';
import { topPins } from '../../networks/pinterest/analytics';
import { best, span, videoMetrics, videoSortBy } from '../analyticsFields';
import { adAccountId, options } from '../fields';
import { topFilters } from '../filterFields';

/** https://developers.pinterest.com/docs/api/v5/user_account-analytics-top_video_pins */
export const getTopVideoPins = operation({
	resource: 'analytics',
	operation: 'getTopVideoPins',
	effect: 'read',
	scopes: ['pins:read', 'user_accounts:read'],
	name: 'Get Top Video Pins',
	action: 'Get the top video pins',
	description: 'Get the best video Pins of the account',
	fields: [...span, videoSortBy, videoMetrics, best, options(adAccountId, ...topFilters)],
	run: async ({ startDate, endDate, ...asked }, api) => await topPins(api, 'top_video_pins', { ...asked, span: { startDate, endDate } }),
});

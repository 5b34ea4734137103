import { operation } from '../../core/operation';
import { pinsAnalytics } from '../../networks/pinterest/analytics';
import { pinIds, pinMetrics, rows, span } from '../analyticsFields';
import { adAccountId, options } from '../fields';
import { appTypes } from '../filterFields';

/** https://developers.pinterest.com/docs/api/v5/multi_pins-analytics */
export const getPinsAnalytics = operation({
	resource: 'analytics',
	operation: 'getPins',
	effect: 'read',
	scopes: ['boards:read', 'pins:read'],
	name: 'Get Analytics of Several Pins',
	action: 'Get analytics of several pins',
	description: 'Get what up to 100 Pins counted in one call. In beta: Pinterest lets some apps do so.',
	fields: [pinIds, ...span, pinMetrics, rows, options(adAccountId, appTypes)],
	run: async ({ pinIds: ids, startDate, endDate, ...asked }, api) => await pinsAnalytics(api, ids, { ...asked, span: { startDate, endDate } }),
});

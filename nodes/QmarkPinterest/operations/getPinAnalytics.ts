import { operation } from '../../core/operation';
import { pinAnalytics } from '../../networks/pinterest/analytics';
import { pinMetrics, rows, span } from '../analyticsFields';
import { adAccountId, options, pinId } from '../fields';
import { appTypes, pinSplit } from '../filterFields';

/** https://developers.pinterest.com/docs/api/v5/pins-analytics */
export const getPinAnalytics = operation({
	resource: 'analytics',
	operation: 'getPin',
	effect: 'read',
	scopes: ['boards:read', 'pins:read'],
	name: 'Get Pin Analytics',
	action: 'Get analytics of a pin',
	description: 'Get what a Pin counted, by the day or in total',
	fields: [pinId, ...span, pinMetrics, rows, options(adAccountId, appTypes, pinSplit)],
	run: async ({ pinId: id, startDate, endDate, ...asked }, api) => await pinAnalytics(api, id, { ...asked, span: { startDate, endDate } }),
});

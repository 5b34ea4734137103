import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { runReport } from '../../networks/meta/insights';
import { report } from '../insightFields';

/** https://developers.facebook.com/docs/marketing-api/insights/best-practices#asynchronous */
export const runInsightReport = operation({
	resource: 'insight',
	operation: 'runReport',
	effect: 'read',
	scopes: ['ads_read'],
	name: 'Report: Run in the Background',
	action: 'Run an insight report in the background',
	description: 'Let Meta prepare a large report in the background, wait for it and get its rows',
	fields: [
		...report,
		{ displayName: 'Wait at Most', name: 'waitAtMost', type: 'number', typeOptions: { minValue: 1 }, default: 3600, description: 'Seconds to wait for the report; Meta may take an hour' },
		...many,
	],
	run: (input, api) => runReport(api, input),
});

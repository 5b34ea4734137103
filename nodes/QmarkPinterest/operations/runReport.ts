import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { runReport as run } from '../../networks/pinterest/ads/report';
import { report, waitAtMost } from '../adReportFields';

/** https://developers.pinterest.com/docs/api/v5/analytics-create_report */
export const runReport = operation({
	resource: 'report',
	operation: 'runReport',
	effect: 'read',
	scopes: ['ads:read'],
	name: 'Run in the Background',
	action: 'Run a report in the background',
	description: 'Let Pinterest prepare a report of up to 914 days back, wait for it and get its rows',
	fields: [...report, waitAtMost, ...many],
	run: (input, api) => run(api, input),
});

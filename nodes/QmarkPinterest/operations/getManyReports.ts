import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { readReport } from '../../networks/pinterest/ads/report';
import { report } from '../adReportFields';

/** https://developers.pinterest.com/docs/api/v5/campaigns-analytics */
export const getManyReports = operation({
	resource: 'report',
	operation: 'getAll',
	effect: 'read',
	scopes: ['ads:read'],
	name: 'Get Many',
	action: 'Get many report rows',
	description: 'Get many rows of what ads were shown, clicked and cost, and what they brought, of the last 90 days',
	fields: [...report, ...many],
	run: (input, api) => readReport(api, input),
});

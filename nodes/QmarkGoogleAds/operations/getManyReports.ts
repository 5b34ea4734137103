import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { readReport } from '../../networks/googleAds/report';
import { report } from '../reportFields';

/** https://developers.google.com/google-ads/api/docs/reporting/overview */
export const getManyReports = operation({
	resource: 'report',
	operation: 'getAll',
	effect: 'read',
	scopes: ['https://www.googleapis.com/auth/adwords'],
	name: 'Get Many',
	action: 'Get many report rows',
	description: 'Get what ads were shown, clicked and cost, and what they brought',
	fields: [...report, ...many],
	run: (input, api) => readReport(api, input),
});

import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { runQuery as run } from '../../networks/googleAds/query';
import { account } from '../fields';
import { query, queryOptions } from '../queryFields';

/** https://developers.google.com/google-ads/api/docs/query/overview */
export const runQuery = operation({
	resource: 'query',
	operation: 'run',
	effect: 'read',
	scopes: ['https://www.googleapis.com/auth/adwords'],
	name: 'Run',
	action: 'Run a GAQL query',
	description: 'Run a query in the Google Ads Query Language',
	fields: [account, query, ...many, queryOptions],
	run: (input, api) => run(api, input),
});

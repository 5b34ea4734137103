import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { rowsOf } from '../../networks/googleAds/gaql';
import { account } from '../fields';

/** https://developers.google.com/google-ads/api/docs/query/overview */
export const runQuery = operation({
	resource: 'query',
	operation: 'run',
	effect: 'read',
	scopes: ['https://www.googleapis.com/auth/adwords'],
	name: 'Run',
	action: 'Run a GAQL query',
	description: 'Run a query in the Google Ads Query Language',
	fields: [account, { displayName: 'Query', name: 'query', type: 'string', typeOptions: { rows: 5 }, required: true, default: '', placeholder: 'e.g. SELECT campaign.id, campaign.name FROM campaign', description: 'The query, as Google’s query builder writes it' }, ...many],
	run: ({ account: customer, query }, api) => rowsOf(api, customer, query),
});

import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { listChanges } from '../../networks/googleAds/changes';
import { account } from '../fields';
import { changes } from '../historyFields';

/** https://developers.google.com/google-ads/api/docs/change-event */
export const getManyChanges = operation({
	resource: 'change',
	operation: 'getAll',
	effect: 'read',
	scopes: ['https://www.googleapis.com/auth/adwords'],
	name: 'Get Many',
	action: 'Get many changes',
	description: 'Get many changes of the last 30 days: who changed what, from what to what',
	fields: [account, ...changes, ...many],
	run: (input, api) => listChanges(api, input),
});

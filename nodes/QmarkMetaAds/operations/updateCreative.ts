import { operation } from '../../core/operation';
import { renameCreative } from '../../networks/meta/ads/creative';
import { name } from '../changeFields';
import { creativeId } from '../creativeFields';
import { adAccount } from '../fields';

/** https://developers.facebook.com/docs/marketing-api/reference/ad-creative#Updating */
export const updateCreative = operation({
	resource: 'creative',
	operation: 'update',
	effect: 'write',
	idempotent: true,
	scopes: ['ads_management'],
	name: 'Update',
	action: 'Update a creative',
	description: 'Rename a creative; Meta changes nothing else of it',
	fields: [adAccount, creativeId, name],
	run: async ({ adAccount: account, creativeId: id, name: wanted }, api) => await renameCreative(api, account, id, wanted),
});

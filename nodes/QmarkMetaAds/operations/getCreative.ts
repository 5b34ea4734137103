import { operation } from '../../core/operation';
import { getObject } from '../../networks/meta/ads/objects';
import { creativeId } from '../creativeFields';
import { adAccount } from '../fields';
import { chosenFields } from '../readFields';

/** https://developers.facebook.com/docs/marketing-api/reference/ad-creative#Reading */
export const getCreative = operation({
	resource: 'creative',
	operation: 'get',
	effect: 'read',
	scopes: ['ads_read'],
	name: 'Get',
	action: 'Get a creative',
	description: 'Get what an ad shows',
	fields: [adAccount, creativeId, chosenFields],
	run: async ({ adAccount: account, creativeId: id, options: { fields } }, api) => await getObject(api, 'creative', account, id, fields),
});

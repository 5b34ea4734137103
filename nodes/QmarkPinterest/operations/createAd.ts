import { alone } from '../../core/gathering';
import { operation } from '../../core/operation';
import { creatingAd } from '../../networks/pinterest/ads/ad';
import { adAccount, adGroup } from '../adAccountFields';
import { newAd } from '../adFields';

/** https://developers.pinterest.com/docs/api/v5/ads-create */
export const createAd = operation({
	resource: 'ad',
	operation: 'create',
	effect: 'write',
	scopes: ['ads:read', 'ads:write'],
	name: 'Create',
	action: 'Create an ad',
	description: 'Make a Pin an ad of an ad group, paused unless chosen otherwise',
	fields: [adAccount, adGroup, ...newAd],
	run: async (input, api) => await alone(creatingAd, input, api),
});

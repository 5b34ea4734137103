import { alone } from '../../core/gathering';
import { operation } from '../../core/operation';
import { creatingAdGroup } from '../../networks/pinterest/ads/adGroup';
import { adAccount, campaign } from '../adAccountFields';
import { newAdGroup } from '../adGroupFields';

/** https://developers.pinterest.com/docs/api/v5/ad_groups-create */
export const createAdGroup = operation({
	resource: 'adGroup',
	operation: 'create',
	effect: 'write',
	scopes: ['ads:read', 'ads:write'],
	name: 'Create',
	action: 'Create an ad group',
	description: 'Create an ad group in a campaign, paused unless chosen otherwise',
	fields: [adAccount, campaign, ...newAdGroup],
	run: async (input, api) => await alone(creatingAdGroup, input, api),
});

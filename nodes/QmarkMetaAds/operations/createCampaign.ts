import { operation } from '../../core/operation';
import { createCampaign as create } from '../../networks/meta/ads/campaign';
import { campaignDetails, newCampaign } from '../campaignFields';
import { checking, firstStatus, name } from '../changeFields';
import { adAccount, additionalFields } from '../fields';

/** https://developers.facebook.com/docs/marketing-api/reference/ad-account/campaigns#Creating */
export const createCampaign = operation({
	resource: 'campaign',
	operation: 'create',
	effect: 'write',
	scopes: ['ads_management'],
	name: 'Create',
	action: 'Create a campaign',
	description: 'Create a campaign, paused unless chosen otherwise',
	fields: [adAccount, name, ...newCampaign, firstStatus, { ...additionalFields, options: [...campaignDetails] }, checking],
	run: async (input, api) => await create(api, input),
});

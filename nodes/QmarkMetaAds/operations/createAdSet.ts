import { operation } from '../../core/operation';
import { createAdSet as create } from '../../networks/meta/ads/adSet';
import { adSetDetails, newAdSet } from '../adSetFields';
import { checking, firstStatus, name } from '../changeFields';
import { adAccount, additionalFields, campaign } from '../fields';

/** https://developers.facebook.com/docs/marketing-api/reference/ad-account/adsets#Creating */
export const createAdSet = operation({
	resource: 'adSet',
	operation: 'create',
	effect: 'write',
	scopes: ['ads_management'],
	name: 'Create',
	action: 'Create an ad set',
	description: 'Create an ad set in a campaign, paused unless chosen otherwise',
	fields: [adAccount, campaign, name, ...newAdSet, firstStatus, { ...additionalFields, options: [...adSetDetails] }, checking],
	run: async (input, api) => await create(api, input),
});

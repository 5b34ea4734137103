import { operation } from '../../core/operation';
import { createAd as create } from '../../networks/meta/ads/ad';
import { conversionDomain, trackingSpecs } from '../adFields';
import { checking, firstStatus, name } from '../changeFields';
import { creativeId } from '../creativeFields';
import { adAccount, adSet, additionalFields } from '../fields';

/** https://developers.facebook.com/docs/marketing-api/reference/ad-account/ads#Creating */
export const createAd = operation({
	resource: 'ad',
	operation: 'create',
	effect: 'write',
	scopes: ['ads_management'],
	name: 'Create',
	action: 'Create an ad',
	description: 'Create an ad in an ad set, paused unless chosen otherwise',
	fields: [adAccount, adSet, name, creativeId, firstStatus, { ...additionalFields, options: [conversionDomain, trackingSpecs] }, checking],
	run: async (input, api) => await create(api, input),
});

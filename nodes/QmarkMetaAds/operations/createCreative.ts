import { operation } from '../../core/operation';
import { createCreative as create } from '../../networks/meta/ads/creative';
import { checking, name } from '../changeFields';
import { story, storyDetails } from '../creativeFields';
import { adAccount, additionalFields } from '../fields';

/** https://developers.facebook.com/docs/marketing-api/reference/ad-account/adcreatives#Creating */
export const createCreative = operation({
	resource: 'creative',
	operation: 'create',
	effect: 'write',
	scopes: ['ads_management'],
	name: 'Create',
	action: 'Create a creative',
	description: 'Create what an ad shows: a link, a carousel, a video or an existing post',
	fields: [adAccount, name, ...story, { ...additionalFields, options: [...storyDetails] }, checking],
	run: async (input, api) => await create(api, input),
});

import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { listVideos } from '../../networks/meta/ads/video';
import { adAccount } from '../fields';
import { chosenFields, videoFilters } from '../readFields';

/** https://developers.facebook.com/docs/marketing-api/reference/ad-account/advideos */
export const getManyVideos = operation({
	resource: 'video',
	operation: 'getAll',
	effect: 'read',
	scopes: ['ads_read'],
	name: 'Get Many',
	action: 'Get many videos',
	description: 'Get many videos of the media library of an ad account',
	fields: [adAccount, ...many, videoFilters, chosenFields],
	run: ({ adAccount: account, returnAll, limit, filters, options: { fields } }, api) =>
		listVideos(api, account, { ...filters, fields, most: returnAll ? Infinity : limit }),
});

import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { listImages } from '../../networks/meta/ads/image';
import { adAccount } from '../fields';
import { chosenFields, imageFilters } from '../readFields';

/** https://developers.facebook.com/docs/marketing-api/reference/ad-account/adimages */
export const getManyImages = operation({
	resource: 'image',
	operation: 'getAll',
	effect: 'read',
	scopes: ['ads_read'],
	name: 'Get Many',
	action: 'Get many images',
	description: 'Get many images of the media library of an ad account',
	fields: [adAccount, ...many, imageFilters, chosenFields],
	run: ({ adAccount: account, returnAll, limit, filters, options: { fields } }, api) =>
		listImages(api, account, { ...filters, fields, most: returnAll ? Infinity : limit }),
});

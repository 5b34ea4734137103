import { operation } from '../../core/operation';
import { getImage as get } from '../../networks/meta/ads/image';
import { adAccount } from '../fields';
import { hash } from '../fileFields';
import { chosenFields } from '../readFields';

/** https://developers.facebook.com/docs/marketing-api/reference/ad-image#Reading */
export const getImage = operation({
	resource: 'image',
	operation: 'get',
	effect: 'read',
	scopes: ['ads_read'],
	name: 'Get',
	action: 'Get an image',
	description: 'Get an image of the media library by its hash',
	fields: [adAccount, hash, chosenFields],
	run: async ({ adAccount: account, hash: wanted, options: { fields } }, api) => await get(api, account, wanted, fields),
});

import { operation } from '../../core/operation';
import { getVideo as get } from '../../networks/meta/ads/video';
import { adAccount } from '../fields';
import { videoId } from '../fileFields';
import { chosenFields } from '../readFields';

/** https://developers.facebook.com/docs/marketing-api/reference/video#Reading */
export const getVideo = operation({
	resource: 'video',
	operation: 'get',
	effect: 'read',
	scopes: ['ads_read'],
	name: 'Get',
	action: 'Get a video',
	description: 'Get a video of the media library and whether it is ready',
	fields: [adAccount, videoId, chosenFields],
	run: async ({ videoId: id, options: { fields } }, api) => await get(api, id, fields),
});

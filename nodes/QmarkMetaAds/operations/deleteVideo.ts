import { operation } from '../../core/operation';
import { deleteVideo as remove } from '../../networks/meta/ads/video';
import { adAccount } from '../fields';
import { videoId } from '../fileFields';

/** https://developers.facebook.com/docs/marketing-api/reference/video#Deleting */
export const deleteVideo = operation({
	resource: 'video',
	operation: 'delete',
	effect: 'write',
	scopes: ['ads_management'],
	name: 'Delete',
	action: 'Delete a video',
	description: 'Delete a video of the media library that no ad shows',
	fields: [adAccount, videoId],
	run: async ({ videoId: id }, api) => await remove(api, id),
});

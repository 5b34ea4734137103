import { operation } from '../../core/operation';
import { remove } from '../../networks/meta/remove';
import { mediaId } from '../fields';

/** https://developers.facebook.com/docs/instagram-platform/reference/instagram-media */
export const deleteMedia = operation({
	resource: 'media',
	operation: 'delete',
	effect: 'write',
	scopes: ['instagram_basic', 'instagram_manage_contents', 'pages_read_engagement'],
	name: 'Delete',
	action: 'Delete media',
	description: 'Delete an image, carousel, reel or story for good; it takes the permission instagram_manage_contents',
	fields: [{ ...mediaId, description: 'The ID of an image, a whole carousel, a reel or a story of the account' }],
	run: async ({ mediaId: id }, api) => await remove(api, id),
});

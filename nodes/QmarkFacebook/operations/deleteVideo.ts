import { operation } from '../../core/operation';
import { remove } from '../../networks/meta/remove';
import { page, videoId } from '../fields';

/** https://developers.facebook.com/docs/graph-api/reference/video#Deleting */
export const deleteVideo = operation({
	resource: 'video',
	operation: 'delete',
	effect: 'write',
	scopes: ['pages_manage_posts', 'pages_read_engagement'],
	name: 'Delete',
	action: 'Delete a video',
	description: 'Delete a video or reel of a page, with its post',
	fields: [page, videoId],
	run: async ({ videoId: id }, api) => await remove(api, id),
});

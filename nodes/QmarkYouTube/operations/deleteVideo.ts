import { operation } from '../../core/operation';
import { youtube } from '../../platforms/youtube';
import { videoIdIn } from '../../networks/youtube/find';
import { deleteVideo as remove } from '../../networks/youtube/videos';
import { video } from '../fields';

/** https://developers.google.com/youtube/v3/docs/videos/delete */
export const deleteVideo = operation({
	resource: 'video',
	operation: 'delete',
	effect: 'write',
	scopes: [youtube.scopes.manage, youtube.scopes.read],
	name: 'Delete',
	action: 'Delete a video',
	description: 'Delete a video for good',
	fields: [video],
	run: async ({ videoId }, api) => await remove(api, videoIdIn('Video', videoId)),
});

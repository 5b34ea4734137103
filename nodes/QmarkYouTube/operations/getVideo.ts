import { operation } from '../../core/operation';
import { youtube } from '../../platforms/youtube';
import { videoIdIn, videoOf } from '../../networks/youtube/find';
import { shown } from '../../networks/youtube/videos';
import { video } from '../fields';

/** https://developers.google.com/youtube/v3/docs/videos/list */
export const getVideo = operation({
	resource: 'video',
	operation: 'get',
	effect: 'read',
	scopes: [youtube.scopes.read],
	name: 'Get',
	action: 'Get a video',
	description: 'Get a video with its status, statistics and length',
	fields: [video],
	run: async ({ videoId }, api) => shown(await videoOf(api, videoIdIn('Video', videoId), 'id,snippet,status,contentDetails,statistics')),
});

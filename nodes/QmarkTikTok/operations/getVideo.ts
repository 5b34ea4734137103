import { operation } from '../../core/operation';
import { fieldsOf, videoIdsIn, videosBy } from '../../networks/tiktok/videos';
import { videoFields, videoIds } from '../fields';

/** https://developers.tiktok.com/doc/tiktok-api-v2-video-query */
export const getVideo = operation({
	resource: 'video',
	operation: 'get',
	effect: 'read',
	scopes: ['user.info.basic', 'video.list'],
	name: 'Get',
	action: 'Get videos by their IDs',
	description: 'Get public videos of the account by their IDs, with views, likes, comments and shares',
	fields: [videoIds, videoFields],
	run: ({ videoIds: ids, fields }, api) => videosBy(api, videoIdsIn(ids), fieldsOf('Fields', fields)),
});

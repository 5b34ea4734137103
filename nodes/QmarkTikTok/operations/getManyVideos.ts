import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { fieldsOf, listRequest } from '../../networks/tiktok/videos';
import { videoFields } from '../fields';

/** https://developers.tiktok.com/doc/tiktok-api-v2-video-list */
export const getManyVideos = operation({
	resource: 'video',
	operation: 'getAll',
	effect: 'read',
	scopes: ['user.info.basic', 'video.list'],
	name: 'Get Many',
	action: 'Get many videos',
	description: 'Get the public videos of the account, newest first, with views, likes, comments and shares',
	fields: [...many, videoFields],
	run: ({ fields, ...wanted }, api) => api.pages(listRequest(fieldsOf('Fields', fields), wanted)),
});

import { operation } from '../../core/operation';
import { readable } from '../../networks/facebook/posts';
import { usualFields } from '../../networks/facebook/videos';
import { fieldNames, page, videoId } from '../fields';

/** https://developers.facebook.com/docs/graph-api/reference/video */
export const getVideo = operation({
	resource: 'video',
	operation: 'get',
	effect: 'read',
	scopes: ['pages_read_engagement'],
	name: 'Get',
	action: 'Get a video',
	description: 'Get a video or reel of a page, and how far Facebook is with it',
	fields: [page, videoId, fieldNames],
	run: async ({ videoId: id, fields }, api) => await api.send({ url: `/${id}`, qs: { fields: readable(fields, usualFields) } }),
});

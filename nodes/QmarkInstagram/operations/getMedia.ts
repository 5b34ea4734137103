import { operation } from '../../core/operation';
import { mediaId, mediaShown } from '../fields';

/** https://developers.facebook.com/docs/instagram-platform/reference/instagram-media */
export const getMedia = operation({
	resource: 'media',
	operation: 'get',
	effect: 'read',
	scopes: ['instagram_basic', 'pages_read_engagement'],
	name: 'Get',
	action: 'Get media',
	description: 'Get one image, carousel, reel or story of the account',
	fields: [mediaId],
	run: async ({ mediaId: id }, api) => await api.send({ url: `/${id}`, qs: { fields: `${mediaShown},children{id,media_type,media_url}` } }),
});

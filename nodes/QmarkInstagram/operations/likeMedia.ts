import { operation } from '../../core/operation';
import { setLike } from '../../networks/instagram/likes';
import { like } from '../discoveryFields';
import { account, mediaId } from '../fields';

/** https://developers.facebook.com/documentation/instagram-platform/instagram-graph-api/reference/ig-user/user-likes */
export const likeMedia = operation({
	resource: 'media',
	operation: 'like',
	effect: 'write',
	scopes: ['instagram_basic', 'instagram_manage_engagement', 'pages_read_engagement'],
	name: 'Like or Unlike',
	action: 'Like or unlike media',
	description: 'Like an image, carousel or reel of a public account, or take the like back',
	fields: [account, { ...mediaId, description: 'The ID of an image, carousel or reel. Stories cannot be liked.' }, like],
	run: async ({ account: id, mediaId: media, like: liked }, api) => {
		await setLike(api, id, { media_id: media }, liked);
		return { id: media, liked };
	},
});

import { operation } from '../../core/operation';
import { instagram } from '../../platforms/instagram';
import { account } from '../fields';
import { createContainer, publish } from '../publish';

/** https://developers.facebook.com/docs/instagram-platform/content-publishing */
export const publishImage = operation({
	resource: 'media',
	operation: 'publishImage',
	effect: 'write',
	scopes: ['instagram_basic', 'instagram_content_publish', 'pages_read_engagement'],
	name: 'Publish Image',
	action: 'Publish an image',
	description: 'Publish a JPEG image in the feed',
	limits: { caption: instagram.limits.caption },
	fields: [
		account,
		{ displayName: 'Image URL', name: 'imageUrl', type: 'string', required: true, default: '', placeholder: 'e.g. https://example.com/photo.jpg' },
		{ displayName: 'Caption', name: 'caption', type: 'string', typeOptions: { rows: 4 }, default: '' },
	],
	run: async ({ account: id, imageUrl, caption }, api) => await publish(api, id, await createContainer(api, id, { image_url: imageUrl, caption })),
});

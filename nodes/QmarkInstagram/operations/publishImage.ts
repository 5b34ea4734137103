import { operation } from '../../core/operation';
import { instagram } from '../../platforms/instagram';
import { account } from '../fields';
import { checkedUrl } from '../../networks/instagram/media';
import { additionalFields, caption, extra, imageUrl } from '../mediaFields';
import { captioned, extras, handling } from '../../networks/instagram/parameters';
import { publish } from '../../networks/instagram/publish';

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
		imageUrl,
		caption,
		additionalFields(extra.altText, extra.collaborators, extra.firstComment, extra.locationId, extra.userTags),
	],
	run: async ({ account: id, imageUrl: url, caption: text, additionalFields: more }, api) => {
		const parameters = { image_url: checkedUrl('Image URL', url, 'image'), ...captioned(text), ...extras(more) };
		return await publish(api, { account: id, parameters, ...handling(more) });
	},
});

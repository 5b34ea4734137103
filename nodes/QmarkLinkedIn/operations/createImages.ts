import { operation } from '../../core/operation';
import { draftOf, imagesContent, picturesIn } from '../../networks/linkedin/content';
import { create } from '../../networks/linkedin/posts';
import { linkedin } from '../../platforms/linkedin';
import { additionalFields, extra, imageUrls, images, imagesSource, written } from '../postFields';

/** https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/multiimage-post-api */
export const createImages = operation({
	resource: 'post',
	operation: 'createImages',
	effect: 'write',
	scopes: ['w_member_social'],
	name: 'Create Images',
	action: 'Create a post with several images',
	description: 'Publish two to 20 images as one post',
	limits: { text: linkedin.limits.text },
	fields: [...written, imagesSource, images, imageUrls, additionalFields(extra.reshareDisabled, extra.visibility, extra.waitAtMost)],
	run: async (input, api) => {
		const draft = await draftOf(api, input);
		const pictures = input.imagesSource === 'urls' ? picturesIn(input.imageUrls) : (input.images.image ?? []);
		return await create(api, { ...draft, content: await imagesContent(api, draft, pictures, input.additionalFields) });
	},
});

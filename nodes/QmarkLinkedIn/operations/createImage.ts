import { operation } from '../../core/operation';
import { draftOf, mediaContent, sourceOf } from '../../networks/linkedin/content';
import { create } from '../../networks/linkedin/posts';
import { linkedin } from '../../platforms/linkedin';
import { additionalFields, extra, imageFile, written } from '../postFields';

/** https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/images-api */
export const createImage = operation({
	resource: 'post',
	operation: 'createImage',
	effect: 'write',
	scopes: ['w_member_social'],
	name: 'Create Image',
	action: 'Create an image post',
	description: 'Publish one image',
	limits: { text: linkedin.limits.text },
	fields: [...written, ...imageFile, additionalFields(extra.altText, extra.reshareDisabled, extra.visibility, extra.waitAtMost)],
	run: async (input, api) => {
		const draft = await draftOf(api, input);
		const { additionalFields: more } = input;
		return await create(api, { ...draft, content: await mediaContent(api, draft, sourceOf(input), 'image', more) });
	},
});

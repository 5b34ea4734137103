import { operation } from '../../core/operation';
import { draftOf, mediaContent, sourceOf } from '../../networks/linkedin/content';
import { create } from '../../networks/linkedin/posts';
import { linkedin } from '../../platforms/linkedin';
import { additionalFields, extra, videoFile, written } from '../postFields';

/** https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/videos-api */
export const createVideo = operation({
	resource: 'post',
	operation: 'createVideo',
	effect: 'write',
	scopes: ['w_member_social'],
	name: 'Create Video',
	action: 'Create a video post',
	description: 'Publish one video',
	limits: { text: linkedin.limits.text },
	fields: [...written, ...videoFile, additionalFields(extra.reshareDisabled, extra.title, extra.visibility, extra.waitAtMost)],
	run: async (input, api) => {
		const draft = await draftOf(api, input);
		const { additionalFields: more } = input;
		return await create(api, { ...draft, content: await mediaContent(api, draft, sourceOf(input), 'video', more) });
	},
});

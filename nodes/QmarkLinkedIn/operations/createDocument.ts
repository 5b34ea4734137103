import { operation } from '../../core/operation';
import { draftOf, mediaContent, sourceOf } from '../../networks/linkedin/content';
import { create } from '../../networks/linkedin/posts';
import { linkedin } from '../../platforms/linkedin';
import { additionalFields, documentFile, extra, title, written } from '../postFields';

/** https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/documents-api */
export const createDocument = operation({
	resource: 'post',
	operation: 'createDocument',
	effect: 'write',
	scopes: ['w_member_social'],
	name: 'Create Document',
	action: 'Create a document post',
	description: 'Publish a PDF, Word or PowerPoint file that people leaf through',
	limits: { text: linkedin.limits.text },
	fields: [...written, ...documentFile, title, additionalFields(extra.reshareDisabled, extra.visibility, extra.waitAtMost)],
	run: async (input, api) => {
		const draft = await draftOf(api, input);
		const { additionalFields: more, title: heading } = input;
		return await create(api, { ...draft, content: await mediaContent(api, draft, sourceOf(input), 'document', { ...more, title: heading }) });
	},
});

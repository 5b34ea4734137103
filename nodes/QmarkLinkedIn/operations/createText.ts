import { operation } from '../../core/operation';
import { draftOf } from '../../networks/linkedin/content';
import { create } from '../../networks/linkedin/posts';
import { linkedin } from '../../platforms/linkedin';
import { author } from '../fields';
import { additionalFields, extra, requiredText } from '../postFields';

/** https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/posts-api#text-only-post-creation-sample-request */
export const createText = operation({
	resource: 'post',
	operation: 'createText',
	effect: 'write',
	scopes: ['w_member_social'],
	name: 'Create Text',
	action: 'Create a text post',
	description: 'Publish a text as the member or an organization',
	limits: { text: linkedin.limits.text },
	fields: [author, requiredText, additionalFields(extra.reshareDisabled, extra.visibility)],
	run: async (input, api) => await create(api, await draftOf(api, input)),
});

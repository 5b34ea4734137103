import { operation } from '../../core/operation';
import { draftOf } from '../../networks/linkedin/content';
import { create, postUrn } from '../../networks/linkedin/posts';
import { linkedin } from '../../platforms/linkedin';
import { postId } from '../fields';
import { additionalFields, extra, written } from '../postFields';

/** https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/posts-api#reshare-a-post */
export const reshare = operation({
	resource: 'post',
	operation: 'reshare',
	effect: 'write',
	scopes: ['w_member_social'],
	name: 'Reshare',
	action: 'Reshare a post',
	description: 'Show somebody’s post to the author’s own followers, with or without words',
	limits: { text: linkedin.limits.text },
	fields: [postId, ...written, additionalFields(extra.reshareDisabled, extra.visibility)],
	run: async (input, api) => {
		const parent = postUrn(input.postId);
		return { ...(await create(api, { ...(await draftOf(api, input)), parent })), reshared: parent };
	},
});

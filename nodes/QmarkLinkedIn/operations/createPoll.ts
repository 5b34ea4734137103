import { operation } from '../../core/operation';
import { draftOf, pollContent } from '../../networks/linkedin/content';
import { create } from '../../networks/linkedin/posts';
import { linkedin } from '../../platforms/linkedin';
import { additionalFields, extra, poll, written } from '../postFields';

/** https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/poll-post-api */
export const createPoll = operation({
	resource: 'post',
	operation: 'createPoll',
	effect: 'write',
	scopes: ['w_member_social'],
	name: 'Create Poll',
	action: 'Create a poll',
	description: 'Ask a question with two to four answers',
	limits: { text: linkedin.limits.text, question: linkedin.limits.poll.question },
	fields: [...written, ...poll, additionalFields(extra.reshareDisabled, extra.visibility)],
	run: async (input, api) => {
		const content = pollContent(input);
		return await create(api, { ...(await draftOf(api, input)), content });
	},
});

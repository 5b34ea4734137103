import { operation } from '../../core/operation';
import { articleContent, draftOf } from '../../networks/linkedin/content';
import { create } from '../../networks/linkedin/posts';
import { linkedin } from '../../platforms/linkedin';
import { additionalFields, articleUrl, extra, title, written } from '../postFields';

const { thumbnailAltText, thumbnailBinaryField, thumbnailUrl } = extra;

/** https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/article-post */
export const createArticle = operation({
	resource: 'post',
	operation: 'createArticle',
	effect: 'write',
	scopes: ['w_member_social'],
	name: 'Create Article',
	action: 'Create an article post',
	description: 'Publish a link as a card with a title, a description and a picture',
	limits: { text: linkedin.limits.text, title: linkedin.limits.article.title },
	fields: [...written, articleUrl, title, additionalFields(extra.description, extra.reshareDisabled, thumbnailAltText, thumbnailBinaryField, thumbnailUrl, extra.visibility, extra.waitAtMost)],
	run: async (input, api) => {
		const draft = await draftOf(api, input);
		const { link, title: heading, additionalFields: more } = input;
		return await create(api, { ...draft, content: await articleContent(api, draft, { ...more, link, title: heading }) });
	},
});

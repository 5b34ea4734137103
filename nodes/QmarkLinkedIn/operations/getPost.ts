import { operation } from '../../core/operation';
import { postPath, postUrn, shownPost } from '../../networks/linkedin/posts';
import type { Listed } from '../../networks/linkedin/posts';
import { postId } from '../fields';

/** https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/posts-api#get-posts-by-urn */
export const getPost = operation({
	resource: 'post',
	operation: 'get',
	effect: 'read',
	scopes: ['r_organization_social'],
	name: 'Get',
	action: 'Get a post',
	description: 'Get a post of an organization; LinkedIn shows apps no posts of members',
	fields: [postId],
	run: async (input, api) => shownPost(await api.send<Listed>({ url: postPath(postUrn(input.postId)), qs: { viewContext: 'AUTHOR' } })),
});

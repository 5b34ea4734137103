import type { Api } from '../../core/api';
import { PlatformError } from '../../core/errors';
import { linkedin } from '../../platforms/linkedin';
import { standingOf } from '../standing';
import type { Done, Earlier, Network, Results, Standing } from '../network';
import { authorUrn, isOrganization, memberOf, normalAuthor } from './author';
import { seen } from './hidden';
import { organizationName, postingOrganizations } from './organizations';
import { postPath, postUrn, remove } from './posts';
import { postStatistics } from './statistics/shares';
import { stepsOf } from './steps';

const forMembers: Pick<PlatformError, 'verdict' | 'code' | 'message' | 'hint'> = {
	...{ verdict: 'stop', code: 'member', message: 'LinkedIn shows apps no numbers of a member’s posts.' },
	hint: 'Look at the post on LinkedIn, or publish as an organization.',
};

async function asOrganization(api: Api, account: string): Promise<Standing> {
	for await (const urn of postingOrganizations(api)) if (urn === account) return { name: await organizationName(api, urn) };
	const fix = 'Have an administrator of the page give the member the role “Content admin”, or choose another page.';
	return { problem: { rule: 'account', message: `The connected member may not publish as ${account}.`, fix } };
}

async function standing(api: Api, account: string): Promise<Standing> {
	const urn = await authorUrn(api, account, 'LinkedIn Author');
	if (isOrganization(urn)) return await asOrganization(api, urn);
	const member = await memberOf(api);
	if (member.urn === urn) return { name: member.name };
	return { name: member.name, problem: { rule: 'account', message: `The credential is connected to ${member.name}, ${member.urn}, not to ${urn}.`, fix: 'Choose that member, or connect the other one.' } };
}

/** A post’s comments go with it. */
async function removePost(api: Api, [post]: Earlier): Promise<void> {
	if (post) await remove(api, postUrn(post.id));
}

const isCounted = (one: object): one is { counted: true; impressions: number; uniqueImpressions: number; clicks: number; reactions: number; comments: number; reposts: number } => 'counted' in one && one.counted === true;

/** Over the whole life of a post. A post that nobody has seen yet has no numbers. */
async function results(api: Api, { id }: Done): Promise<Results> {
	const author = await seen(api.send<{ author: string }>({ url: postPath(id) }).then((post) => post.author), () => '');
	if (!isOrganization(author)) throw new PlatformError(forMembers);
	for await (const one of postStatistics(api, author, id)) {
		if (isCounted(one)) return { views: one.impressions, reach: one.uniqueImpressions, likes: one.reactions, comments: one.comments, shares: one.reposts, clicks: one.clicks };
	}
	return { views: 0, reach: 0, likes: 0, comments: 0, shares: 0, clicks: 0 };
}

export const linkedinNetwork: Network = {
	name: 'linkedin',
	platform: linkedin,
	facts: linkedin.posts,
	/** As an organization `w_organization_social`, which the same consent gives. */
	scopes: ['w_member_social'],
	normal: normalAuthor,
	// One connection speaks for the member and for every organization.
	actAs: () => ({}),
	standing: async (api, account) => await standingOf(standing(api, account)),
	steps: stepsOf,
	remove: async (api, _, done) => await removePost(api, done),
	results,
};

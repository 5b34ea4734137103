import type { Api } from '../../../core/api';
import { refused } from '../../../core/errors';
import { statistics } from '../../../platforms/linkedinCommunity';
import { organizationOf } from '../author';
import { postIn } from '../entity';
import { encoded, listOf, withQuery } from '../restli';
import { byTime, intervalsOf, oldest, periodOf } from './span';
import type { Time } from './span';

/** https://learn.microsoft.com/en-us/linkedin/marketing/community-management/organizations/share-statistics */
interface Element {
	timeRange?: { start?: number; end?: number };
	share?: string;
	ugcPost?: string;
	totalShareStatistics?: {
		impressionCount?: number;
		uniqueImpressionsCount?: number;
		clickCount?: number;
		likeCount?: number;
		commentCount?: number;
		shareCount?: number;
		engagement?: number;
	};
}

/** By plain names. Reactions may be less than nothing: LinkedIn counts those taken back on the day they are taken back. */
const numbersIn = ({ totalShareStatistics: total = {} }: Element) => ({
	impressions: total.impressionCount ?? 0,
	uniqueImpressions: total.uniqueImpressionsCount ?? 0,
	clicks: total.clickCount ?? 0,
	reactions: total.likeCount ?? 0,
	comments: total.commentCount ?? 0,
	reposts: total.shareCount ?? 0,
	engagement: total.engagement ?? 0,
});

async function read(api: Api, organization: string, more: Record<string, string | undefined>): Promise<Element[]> {
	const url = withQuery('/rest/organizationalEntityShareStatistics', { q: 'organizationalEntity', organizationalEntity: encoded(organization), ...more });
	const { elements = [] } = await api.send<{ elements?: Element[] }>({ url });
	return elements;
}

/** What all posts of an organization counted, together or in each period. */
export async function shareStatistics(api: Api, text: string, time: Time): Promise<object[]> {
	const organization = organizationOf(text);
	const elements = await read(api, organization, { timeIntervals: intervalsOf(time, oldest) });
	return byTime(elements).map((element) => ({ organization, ...periodOf(element), ...numbersIn(element) }));
}

/** LinkedIn knows the two kinds of post by parameters of their own. An expression may give a list. */
function kindsOf(texts: unknown): { shares: string[]; ugcPosts: string[] } {
	const urns = [...new Set(String(texts).split(/[\s,;]+/).filter(Boolean).map((text) => postIn(text, 'Posts')))];
	if (urns.length === 0) throw refused('Posts', 'is empty.', 'Give the URNs of posts, one a line.');
	const activity = urns.find((urn) => urn.startsWith('urn:li:activity:'));
	if (activity) throw refused('Posts', `LinkedIn gives no statistics for ${activity}.`, 'Give the URN that creating or listing the post gave: urn:li:share:… or urn:li:ugcPost:….');
	return { shares: urns.filter((urn) => urn.startsWith('urn:li:share:')), ugcPosts: urns.filter((urn) => urn.startsWith('urn:li:ugcPost:')) };
}

const batchesOf = (urns: readonly string[]): string[][] => Array.from({ length: Math.ceil(urns.length / statistics.postsAtOnce) }, (_, n) => urns.slice(n * statistics.postsAtOnce, (n + 1) * statistics.postsAtOnce));

/** What single posts counted in all. LinkedIn leaves those out that nobody saw, and those of others: they are told without numbers. */
export async function* postStatistics(api: Api, text: string, posts: unknown): AsyncGenerator<object> {
	const organization = organizationOf(text);
	for (const [kind, urns] of Object.entries(kindsOf(posts))) {
		for (const batch of batchesOf(urns)) {
			const elements = await read(api, organization, { [kind]: listOf(batch) });
			const found = new Map(elements.map((element) => [element.share ?? element.ugcPost, element]));
			for (const post of batch) {
				const element = found.get(post);
				yield element ? { organization, post, counted: true, ...numbersIn(element) } : { organization, post, counted: false };
			}
		}
	}
}

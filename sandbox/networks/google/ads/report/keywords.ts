import type { AdsStore, Resource } from '../store';
import { idOf } from './chance';
import { lifeOf, type Life } from './lives';

/** What someone searched, and the negative keywords that keep it away. */
interface Term {
	text: string;
	/** BROAD, PHRASE, EXACT, NEAR_EXACT */
	match: string;
	/** Each, while it lives, shuts the term out. */
	shut: Life[];
}

export interface Keyword {
	life: Life;
	adGroup: Life;
	campaign: Life;
	ads: Life[];
	terms: Term[];
	id: number;
	/** Searches of an average day. */
	demand: number;
	/** What others bid, in micros. */
	market: number;
}

const isKeyword = (value: unknown): value is { text: string; matchType: string } => typeof value === 'object' && value !== null && 'text' in value;
export const keywordOf = ({ keyword }: Resource): { text: string; matchType: string } => (isKeyword(keyword) ? keyword : { text: '', matchType: '' });

const wordsOf = (text: string): string[] => text.toLowerCase().split(/\s+/);

/** https://support.google.com/google-ads/answer/2453972: a negative keyword has no close variants. */
export function shutsOut(negative: { text: string; matchType: string }, term: string): boolean {
	const words = wordsOf(term);
	const wanted = wordsOf(negative.text);
	if (negative.matchType === 'EXACT') return words.join(' ') === wanted.join(' ');
	if (negative.matchType === 'PHRASE') return ` ${words.join(' ')} `.includes(` ${wanted.join(' ')} `);
	return wanted.every((word) => words.includes(word));
}

const ends = ['pas cher', 'nantes', 'livraison', 'gratuit', 'prix', 'original', 'aujourd’hui', 'emploi', 'centre ville', 'dessin'];

function termsOf(text: string, matchType: string): { text: string; match: string }[] {
	const more = ends.filter((end) => !text.includes(end));
	const pick = (count: number, match: string) => Array.from({ length: count }, (_, index) => ({ text: `${text} ${more[(idOf(text) + index * 3) % more.length] ?? ''}`, match }));
	const exact = { text, match: 'EXACT' };
	if (matchType === 'EXACT') return [exact, { text: `${text}s`, match: 'NEAR_EXACT' }];
	if (matchType === 'PHRASE') return [{ text, match: 'PHRASE' }, ...pick(4, 'PHRASE')];
	return [{ text, match: 'BROAD' }, ...pick(5, 'BROAD'), { text: `idée ${text}`, match: 'BROAD' }];
}

/** All keywords of an account that ever were, each with what decides on its searches. The market of the yen is a hundred times that of the euro. */
export function keywordsOf(store: AdsStore, customer: string): Keyword[] {
	const life = (resource: Resource) => lifeOf(resource, store);
	const lives = (collection: string) => store.list(customer, collection).map(life);
	const campaigns = new Map(lives('campaigns').map((one) => [one.resource.resourceName, one]));
	const adGroups = new Map(lives('adGroups').map((one) => [one.resource.resourceName, one]));
	const ads = lives('adGroupAds');
	const criteria = lives('adGroupCriteria').filter(({ resource }) => isKeyword(resource.keyword));
	const links = [...lives('campaignSharedSets'), ...lives('customerNegativeCriteria')];
	const shared = lives('sharedCriteria').filter(({ resource }) => isKeyword(resource.keyword));
	const onCampaigns = lives('campaignCriteria').filter(({ resource }) => resource.negative && isKeyword(resource.keyword));

	const found: Keyword[] = [];
	for (const one of criteria) {
		const adGroup = adGroups.get(String(one.resource.adGroup));
		const campaign = campaigns.get(String(adGroup?.resource.campaign));
		if (one.resource.negative || !adGroup || !campaign) continue;
		const campaignName = campaign.resource.resourceName;
		const negatives: Life[] = [
			...criteria.filter(({ resource }) => resource.negative && resource.adGroup === adGroup.resource.resourceName),
			...onCampaigns.filter(({ resource }) => resource.campaign === campaignName),
			...links.filter(({ resource }) => resource.campaign === undefined || resource.campaign === campaignName).flatMap((link) => shared.filter(({ resource }) => resource.sharedSet === setOf(link)).map((criterion) => both(criterion, link))),
		];
		const { text, matchType } = keywordOf(one.resource);
		const id = idOf(`${text} ${matchType} ${String(adGroup.resource.id)}`);
		const terms = termsOf(text, matchType).map((term) => ({ ...term, shut: negatives.filter(({ resource }) => shutsOut(keywordOf(resource), term.text)) }));
		const width = { EXACT: 0.6, PHRASE: 1, BROAD: 1.5 }[matchType] ?? 1;
		const unit = store.account(customer)?.currency === 'JPY' ? 100 : 1;
		const demand = (14 + (id % 26)) * width;
		found.push({ life: one, adGroup, campaign, ads: ads.filter(({ resource }) => resource.adGroup === adGroup.resource.resourceName), terms, id, demand, market: (450_000 + (id % 7) * 90_000) * unit });
	}
	return found;
}

/** The list that a campaign uses, or the whole account. */
function setOf({ resource: { sharedSet, negativeKeywordList } }: Life): unknown {
	return typeof negativeKeywordList === 'object' && negativeKeywordList !== null && 'sharedSet' in negativeKeywordList ? negativeKeywordList.sharedSet : sharedSet;
}

/** Lives while both do; a list of the whole account has no status. */
const both = (criterion: Life, link: Life): Life => ({
	...criterion,
	enabledAt: (time) => criterion.at(time) !== undefined && link.at(time) !== undefined && (link.resource.campaign === undefined || link.enabledAt(time)),
});

import type { Api } from '../../../core/api';
import { refused } from '../../../core/errors';
import { customerIdOf } from '../customer';
import { accountOf } from './account';
import type { Changing } from './change';
import { creating } from './create';
import type { New } from './create';
import { factsOf, idIn, nameOf } from './kinds';
import type { Kind } from './kinds';
import { keyOf, keywordIn, spellings } from './keywordText';
import type { MatchType } from './keywordText';
import type { Base } from './mutating';
import { removing } from './remove';
import { among, amongIds, byKey, readRows, shown, valueAt } from './rows';
/** Where searches are kept out: of an ad group, a campaign, or all campaigns that use a list. */
type Level = 'adGroup' | 'campaign' | 'list';

/** What the panel names the place by. */
interface Place {
	level: Level;
	campaign?: string;
	adGroup?: string;
	list?: string;
}

const levels = {
	adGroup: { kind: 'adGroupNegative', parent: 'ad_group', row: 'adGroup' },
	campaign: { kind: 'campaignNegative', parent: 'campaign', row: 'campaign' },
	list: { kind: 'listNegative', parent: 'shared_set', row: 'sharedSet' },
} as const satisfies Record<Level, { kind: Kind; parent: string; row: string }>;

export const kindAt = ({ level }: { level: Level }): Kind => levels[level].kind;

/** The resource name of a list, which has no operations of its own here. */
function listName(customer: string, text: unknown): string {
	const account = customerIdOf(customer);
	const id = String(text ?? '').trim().replace(`customers/${account}/sharedSets/`, '');
	if (/^\d+$/.test(id)) return `customers/${account}/sharedSets/${id}`;
	throw refused('Negative Keyword List', id === '' ? 'is empty.' : `“${id}” is not the ID of a list.`, 'Give a number, or its resource name.');
}

function placeName(customer: string, { level, campaign, adGroup, list }: Place): string {
	if (level === 'list') return listName(customer, list);
	return level === 'campaign' ? nameOf('campaign', customer, campaign) : nameOf('adGroup', customer, adGroup);
}

/** Conditions for those at these places that are not removed; what is taken off a list leaves no trace. */
function at(level: Level, places: readonly string[]): string[] {
	const { kind, parent } = levels[level];
	return [`${parent}.id ${amongIds(places.map(idIn))}`, ...(level === 'list' ? [] : [`${factsOf(kind).table}.status != 'REMOVED'`])];
}

interface Input extends Base, Place {
	text: string;
	matchType: MatchType;
}

interface NewNegative extends New {
	place: string;
	input: Input;
}

/** https://developers.google.com/google-ads/api/docs/targeting/criteria: whether it keeps searches out cannot be changed later. */
export const creatingNegative = creating<Input, NewNegative>({
	entry: (input, customer) => {
		const place = placeName(customer, input);
		const title = keywordIn(input.text);
		return { kind: kindAt(input), key: keyOf(idIn(place), title, input.matchType), title, place, input };
	},
	group: ({ level }) => level,
	find: async (api, { id }, entries) => {
		const { level } = entries[0]?.input ?? { level: 'campaign' };
		const { kind, row } = levels[level];
		const where = [...at(level, entries.map(({ place }) => place)), `${factsOf(kind).table}.keyword.text ${among(entries.flatMap(({ title }) => spellings(title)))}`];
		return await byKey(readRows(api, id, kind, where), ({ own, beside }) => keyOf(valueAt(beside, `${row}.id`), valueAt(own, 'keyword.text'), valueAt(own, 'keyword.matchType')));
	},
	// The place is named by the same word as in a row: `{campaign: 'customers/1/campaigns/2'}`.
	object: ({ place, title, input: { level, matchType } }) => ({ [levels[level].row]: place, ...(level !== 'list' && { negative: true }), keyword: { text: title, matchType } }),
	unique: () => true,
	settled: ({ input: { level } }, live, account) => ({ ...shown(live, account), level, created: false }),
	told: ({ title, input: { level, matchType } }) => ({ keyword: { text: title, matchType }, level }),
});

export const removingNegative = removing<Changing & { level: Level; negativeKeyword: string }>({ kind: kindAt, target: ({ negativeKeyword }) => negativeKeyword });

/** The negative keywords of a campaign, an ad group or a list. */
export async function* listNegatives(api: Api, customer: string, place: Place, most: number): AsyncGenerator<object> {
	const account = await accountOf(api, customer);
	for await (const live of readRows(api, account.id, kindAt(place), at(place.level, [placeName(customer, place)]), most)) yield { ...shown(live, account), level: place.level };
}

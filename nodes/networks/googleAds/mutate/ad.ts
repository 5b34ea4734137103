import type { Api } from '../../../core/api';
import { refused } from '../../../core/errors';
import { googleAdsWrites } from '../../../platforms/googleAdsWrites';
import type { Account } from './account';
import { changing, updateOf } from './change';
import type { Changing, Values } from './change';
import { creating } from './create';
import type { New } from './create';
import { idIn, nameOf } from './kinds';
import type { Base } from './mutating';
import { removing } from './remove';
import type { Mutation } from './request';
import { amongIds, byKey, called, readRows, valueAt } from './rows';
import type { Live } from './rows';
import { checkWidth, linesIn, textsIn, urlIn } from './texts';

const limits = googleAdsWrites.responsiveSearchAd;

/** Texts that shall stand in one place only, one a line. */
interface Pins {
	pinToDescription1?: string;
	pinToDescription2?: string;
	pinToHeadline1?: string;
	pinToHeadline2?: string;
	pinToHeadline3?: string;
}

interface Input extends Base {
	adGroup: string;
	finalUrl: string;
	headlines: string;
	descriptions: string;
	status: string;
	additionalFields: Pins & { path1?: string; path2?: string };
}

interface Text {
	text: string;
	pinnedField?: string;
}

const headlinePlaces = { HEADLINE_1: 'pinToHeadline1', HEADLINE_2: 'pinToHeadline2', HEADLINE_3: 'pinToHeadline3' } as const;
const descriptionPlaces = { DESCRIPTION_1: 'pinToDescription1', DESCRIPTION_2: 'pinToDescription2' } as const;

/** `pinToHeadline1` → `Pin to Headline 1` */
const labelOf = (field: string) => field.replace(/^pinTo(\w+)(\d)$/, 'Pin to $1 $2');

/** The texts with their places; refuses a pin for a text that is not there. */
function pinned(field: string, texts: readonly string[], places: Readonly<Record<string, keyof Pins>>, pins: Pins): Text[] {
	const placeOf = new Map(Object.entries(places).flatMap(([place, name]) => linesIn(pins[name]).map((text): [string, string] => {
		if (!texts.includes(text)) throw refused(labelOf(name), `“${text}” is not among the ${field.toLowerCase()}.`, `Write it as in “${field}”, or add it there.`);
		return [text, place];
	})));
	return texts.map((text) => ({ text, ...(placeOf.has(text) && { pinnedField: placeOf.get(text) }) }));
}

const headlinesOf = (headlines: unknown, pins: Pins) => pinned('Headlines', textsIn('Headlines', headlines, limits.headlines), headlinePlaces, pins);
const descriptionsOf = (descriptions: unknown, pins: Pins) => pinned('Descriptions', textsIn('Descriptions', descriptions, limits.descriptions), descriptionPlaces, pins);

/** A part of the address that the ad shows. */
function pathOf(field: string, text: string): string {
	if (/[\s/]/.test(text)) throw refused(field, `“${text}” has a space or a slash in it.`, 'Give one part of the address, such as bouquets.');
	checkWidth(field, text, limits.path.characters);
	return text;
}

function pathsOf({ path1, path2 }: { path1?: string; path2?: string }): { path1?: string; path2?: string } {
	// An expression may give a number.
	const [first = '', second = ''] = [path1, path2].map((path) => String(path ?? '').trim());
	if (second && !first) throw refused('Path 2', 'there is no path 1 before it.', 'Fill in “Path 1” too.');
	return { ...(first && { path1: pathOf('Path 1', first) }), ...(second && { path2: pathOf('Path 2', second) }) };
}

interface NewAd extends New {
	adGroup: string;
	status: string;
	ad: { finalUrls: string[]; responsiveSearchAd: { headlines: Text[]; descriptions: Text[]; path1?: string; path2?: string } };
}

const textsOf = (assets: unknown): string[] => (Array.isArray(assets) ? assets.map((asset: Text) => asset.text) : []);

/** An ad has no name: its place, its address and its texts tell it from others. */
const keyOf = (adGroupId: unknown, urls: unknown, headlines: unknown, descriptions: unknown) => JSON.stringify([String(adGroupId), urls, textsOf(headlines), textsOf(descriptions)]);

/** https://developers.google.com/google-ads/api/docs/responsive-search-ads/create-responsive-search-ads */
export const creatingAd = creating<Input, NewAd>({
	entry: ({ adGroup: within, finalUrl, headlines: first, descriptions: second, status, additionalFields: more }, customer) => {
		const adGroup = nameOf('adGroup', customer, within);
		const [finalUrls, headlines, descriptions] = [[urlIn('Final URL', finalUrl, limits.url.characters)], headlinesOf(first, more), descriptionsOf(second, more)];
		const ad = { finalUrls, responsiveSearchAd: { headlines, descriptions, ...pathsOf(more) } };
		return { kind: 'ad', key: keyOf(idIn(adGroup), finalUrls, headlines, descriptions), title: headlines[0]?.text ?? '', adGroup, status, ad };
	},
	find: async (api: Api, { id }: Account, entries) => {
		const where = [`ad_group.id ${amongIds(entries.map(({ adGroup }) => idIn(adGroup)))}`, "ad_group_ad.ad.type = 'RESPONSIVE_SEARCH_AD'", "ad_group_ad.status != 'REMOVED'"];
		const texts = 'ad.responsiveSearchAd';
		return await byKey(readRows(api, id, 'ad', where), ({ own, beside }) => keyOf(valueAt(beside, 'adGroup.id'), valueAt(own, 'ad.finalUrls'), valueAt(own, `${texts}.headlines`), valueAt(own, `${texts}.descriptions`)));
	},
	object: ({ adGroup, status, ad }) => ({ adGroup, status, ad }),
	unique: () => false,
	told: ({ adGroup, status, ad: { finalUrls } }) => ({ status, finalUrls, adGroupId: idIn(adGroup) }),
});

interface Target extends Changing {
	ad: string;
}

interface Update extends Target {
	updateFields: Pins & { descriptions?: string; finalUrl?: string; headlines?: string; path1?: string; path2?: string; status?: string };
}

const target = ({ ad }: Target) => ad;

const TEXTS = 'ad.responsiveSearchAd';

/** `customers/1/adGroupAds/2~3` → `customers/1/ads/3` */
const adName = (name: string) => name.replace(/adGroupAds\/\d+~/, 'ads/');

/** The texts are the ad's own, whatever ad group it is in, and are changed apart from its state there. */
function changesOf({ name }: Live, values: Values): Mutation[] {
	const parts = Object.entries(values);
	const texts = Object.fromEntries(parts.flatMap(([path, value]) => (path.startsWith('ad.') ? [[path.slice('ad.'.length), value]] : [])));
	const states = Object.fromEntries(parts.filter(([path]) => !path.startsWith('ad.')));
	return [
		...(Object.keys(texts).length > 0 ? [{ kind: 'adTexts' as const, operation: updateOf(adName(name), texts) }] : []),
		...(Object.keys(states).length > 0 ? [{ kind: 'ad' as const, operation: updateOf(name, states) }] : []),
	];
}

function wantedOf({ updateFields: { status, finalUrl, headlines, descriptions, path1, path2, ...pins } }: Update, live: Live): Values {
	const isTexts = headlines !== undefined || descriptions !== undefined || path1 !== undefined || path2 !== undefined;
	if (isTexts && valueAt(live.own, 'ad.type') !== 'RESPONSIVE_SEARCH_AD') throw refused('Headlines', `the ${called('ad', live)} is of the type ${String(valueAt(live.own, 'ad.type'))}.`, 'Texts can be changed of responsive search ads only.');
	const paths = { ...(path1 !== undefined && { path1 }), ...(path2 !== undefined && { path2 }) };
	const given = Object.keys(paths).length === 0 ? {} : pathsOf({ path1: String(valueAt(live.own, `${TEXTS}.path1`) ?? ''), path2: String(valueAt(live.own, `${TEXTS}.path2`) ?? ''), ...paths });
	return {
		status,
		'ad.finalUrls': finalUrl === undefined ? undefined : [urlIn('Final URL', finalUrl, limits.url.characters)],
		[`${TEXTS}.headlines`]: headlines === undefined ? undefined : headlinesOf(headlines, pins),
		[`${TEXTS}.descriptions`]: descriptions === undefined ? undefined : descriptionsOf(descriptions, pins),
		...(path1 !== undefined && { [`${TEXTS}.path1`]: given.path1 ?? null }),
		...(path2 !== undefined && { [`${TEXTS}.path2`]: given.path2 ?? null }),
	};
}

function checkPins({ updateFields: { headlines, descriptions, ...fields } }: Update): void {
	const needed = { headlines: Object.values(headlinePlaces), descriptions: Object.values(descriptionPlaces) };
	for (const [name, given] of [['headlines', headlines], ['descriptions', descriptions]] as const) {
		const pin = needed[name].find((one) => fields[one]);
		if (pin && given === undefined) throw refused(labelOf(pin), `there are no ${name} to change.`, `Give all ${name} again, with those to be pinned among them.`);
	}
}

/** https://developers.google.com/google-ads/api/reference/rpc/v25/AdService */
export const updatingAd = changing<Update>({ kind: 'ad', target, check: checkPins, wanted: wantedOf, changes: changesOf });

const setting = (status: string) => changing<Target>({ kind: 'ad', target, wanted: () => ({ status }) });

export const pausingAd = setting('PAUSED');
export const enablingAd = setting('ENABLED');
export const removingAd = removing<Target>({ kind: () => 'ad', target });

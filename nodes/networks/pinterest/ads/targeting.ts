import type { IDataObject } from 'n8n-workflow';
import { refused } from '../../../core/errors';
import { objectOf } from '../../../core/json';
import { pinterestAds } from '../../../platforms/pinterestAds';
import { idsIn } from './read';

const { ages } = pinterestAds;

/** Who sees the ads, as the panel gives it. */
export interface Targets {
	ageMax?: number;
	ageMin?: number;
	audiences?: unknown;
	devices?: readonly string[];
	excludedAudiences?: unknown;
	genders?: readonly string[];
	interests?: unknown;
	json?: unknown;
	languages?: unknown;
	locations?: unknown;
	regions?: unknown;
}

const wordsIn = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : String(value ?? '').split(/[\s,;]+/)).filter(Boolean);

function checked(field: string, words: string[], form: RegExp, wanted: string): string[] {
	const wrong = words.find((word) => !form.test(word));
	if (wrong === undefined) return words;
	throw refused(field, `“${wrong}” is none.`, wanted);
}

/** Pinterest wants both ends; the oldest group has no end. All ages are what it shows ads to anyway. */
function agesOf({ ageMin, ageMax }: Targets): IDataObject {
	if (ageMin === undefined && ageMax === undefined) return {};
	const [from, to] = [ageMin ?? ages.least, ageMax ?? ages.most];
	const wrong = [from, to].find((age) => !Number.isInteger(age) || age < ages.least || age > ages.most);
	if (wrong !== undefined) throw refused('Minimum Age', `${wrong} is not an age from ${ages.least} to ${ages.most}.`, 'Give other ages.');
	if (from > to) throw refused('Minimum Age', `${from} is above the maximum, ${to}.`, 'Swap them.');
	if (from === ages.least && to === ages.most) return {};
	return { MINIMUM_AGE: String(from), MAXIMUM_AGE: to === ages.most ? `${to}+` : String(to) };
}

const labels: readonly (readonly [name: keyof Targets, label: string])[] = [
	...([['ageMax', 'Maximum Age'], ['ageMin', 'Minimum Age'], ['audiences', 'Audience IDs'], ['devices', 'Devices'], ['excludedAudiences', 'Excluded Audience IDs']] as const),
	...([['genders', 'Genders'], ['interests', 'Interest IDs'], ['languages', 'Languages'], ['locations', 'Locations'], ['regions', 'Regions']] as const),
];

/** A target for which an expression found nothing would show the ads to everybody. What is empty in the panel was never filled in. */
function checkFound(targets: Targets): void {
	const [, label] = labels.find(([name]) => name in targets && (targets[name] === undefined || targets[name] === null)) ?? [];
	if (label) throw refused(label, 'is empty.', 'Check the expression that gives it, or take the target out.');
}

/** https://developers.pinterest.com/docs/api/v5/ad_groups-create: `targeting_spec`; undefined where nothing is filled in. */
export function targetingOf(targets: Targets): IDataObject | undefined {
	checkFound(targets);
	const own = objectOf('Other Targeting (JSON)', targets.json) ?? {};
	const byAge = agesOf(targets);
	if (Object.keys({ ...own, ...byAge }).some((name) => /IMUM_AGE$/.test(name)) && 'AGE_BUCKET' in own) throw refused('Other Targeting (JSON)', 'AGE_BUCKET does not go with a minimum and maximum age.', 'Leave one of them out.');
	const lists: Record<string, readonly string[]> = {
		APPTYPE: targets.devices ?? [],
		AUDIENCE_EXCLUDE: idsIn('Excluded Audience IDs', targets.excludedAudiences),
		AUDIENCE_INCLUDE: idsIn('Audience IDs', targets.audiences),
		GENDER: targets.genders ?? [],
		GEO: wordsIn(targets.regions),
		INTEREST: idsIn('Interest IDs', targets.interests),
		LOCALE: checked('Languages', wordsIn(targets.languages), /^[a-z]{2}(-[A-Za-z]{2,4})?$/, 'Give codes such as fr, en-US.'),
		LOCATION: checked('Locations', wordsIn(targets.locations), /^([A-Z]{2}|\d{3})$/, 'Give two capital letters a country, such as FR, PT, or a number for a market area of the United States.'),
	};
	const spec = { ...own, ...byAge, ...Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0)) };
	return Object.keys(spec).length > 0 ? spec : undefined;
}

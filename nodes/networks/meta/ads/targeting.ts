import type { IDataObject } from 'n8n-workflow';
import { refused } from '../../../core/errors';
import { metaAds } from '../../../platforms/metaAds';
import { objectOf } from '../../../core/json';
import { countriesIn } from './campaign';
import { namesIn } from './fieldList';

/** Who is to see an ad, as the panel asks for it. */
export interface TargetingInput {
	advantageAudience?: boolean;
	ageMax?: number;
	ageMin?: number;
	countries?: string;
	customAudiences?: string;
	excludedCustomAudiences?: string;
	genders?: 'all' | 'men' | 'women';
	interests?: string;
	json?: unknown;
}

/** Meta's numbers for them. */
const genderNumbers = { all: undefined, men: [1], women: [2] } as const;
const { least, most, usual } = metaAds.ages;

function checkAges({ ageMin = usual, ageMax = most }: TargetingInput): void {
	for (const [field, age] of [['Minimum Age', ageMin], ['Maximum Age', ageMax]] as const) {
		if (age < least || age > most) throw refused(field, `${age} is not between ${least} and ${most}.`, `Give an age from ${least} to ${most}.`);
	}
	if (ageMin > ageMax) throw refused('Minimum Age', `${ageMin} is above the maximum age, ${ageMax}.`, 'Exchange them.');
}

const idsOf = (field: string, text: unknown): { id: string }[] | undefined => {
	const ids = namesIn(text);
	const wrong = ids.find((id) => !/^\d+$/.test(id));
	if (wrong !== undefined) throw refused(field, `“${wrong}” is not an ID.`, 'Give the numbers, with commas between them.');
	return ids.length > 0 ? ids.map((id) => ({ id })) : undefined;
};

const defined = (object: IDataObject): IDataObject => Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));

/** The parameter `targeting`; undefined where nothing was filled in. The JSON goes first, and what is filled in beside it replaces its parts. */
export function targetingOf(input: TargetingInput): IDataObject | undefined {
	checkAges(input);
	const other = objectOf('Other Targeting (JSON)', input.json) ?? {};
	const countries = countriesIn('Countries', input.countries);
	const places: IDataObject = { ...(typeof other.geo_locations === 'object' ? other.geo_locations : {}), ...(countries.length > 0 && { countries }) };
	const automation: IDataObject = { ...(typeof other.targeting_automation === 'object' ? other.targeting_automation : {}), ...(input.advantageAudience !== undefined && { advantage_audience: Number(input.advantageAudience) }) };
	const own = defined({
		...{ age_min: input.ageMin, age_max: input.ageMax },
		genders: genderNumbers[input.genders ?? 'all'],
		interests: idsOf('Interests', input.interests),
		custom_audiences: idsOf('Custom Audiences', input.customAudiences),
		excluded_custom_audiences: idsOf('Excluded Custom Audiences', input.excludedCustomAudiences),
		geo_locations: Object.keys(places).length > 0 ? places : undefined,
		targeting_automation: Object.keys(automation).length > 0 ? automation : undefined,
	});
	const targeting = { ...other, ...own };
	return Object.keys(targeting).length > 0 ? targeting : undefined;
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const partOf = (object: IDataObject, name: string): IDataObject => ({ ...(typeof object[name] === 'object' ? object[name] : {}) });

/** Housing, work and credit may be hidden from nobody by age or gender, and say whether Meta may look further. */
export function checkSpecial(targeting: IDataObject, categories: unknown): void {
	const special = listOf(categories).find((one) => metaAds.openCategories.some((open) => open === one));
	if (special === undefined) return;
	const { advantage_audience: automation } = partOf(targeting, 'targeting_automation');
	if (automation === undefined) throw refused('Advantage+ Audience', `is not chosen; Meta wants it for the special ad category ${String(special)} of this campaign.`, 'Add it to “Targeting” and switch it on or off.');
	if (targeting.genders === undefined && Number(targeting.age_min ?? usual) <= usual && Number(targeting.age_max ?? most) >= most) return;
	throw refused('Targeting', `the campaign’s special ad category ${String(special)} allows no ages and no genders.`, 'Leave out “Minimum Age”, “Maximum Age” and “Genders”.');
}

/** The first country where ads must name who benefits from them. */
export const dsaCountryIn = (targeting: IDataObject): string | undefined =>
	metaAds.dsaCountries.find((country) => listOf(partOf(targeting, 'geo_locations').countries).includes(country));

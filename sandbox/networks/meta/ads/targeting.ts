import { words } from '../words';
import type { Call } from '../call';
import { invalid } from '../errors';
import type { Campaign } from './model';
import { refusal } from './money';

/** Where the Digital Services Act wants to know who benefits and who pays. https://developers.facebook.com/docs/marketing-api/reference/ad-campaign-group#dsa */
const european = words('AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK');

/** https://developers.facebook.com/docs/marketing-api/audiences/reference/targeting-search */
const known = words(`
	age_max age_min age_range app_install_state audience_network_positions behaviors brand_safety_content_filter_levels connections custom_audiences
	device_platforms education_statuses excluded_connections excluded_custom_audiences excluded_geo_locations exclusions facebook_positions
	family_statuses flexible_spec friends_of_connections genders geo_locations income industries instagram_positions interests life_events locales
	messenger_positions publisher_platforms relationship_statuses targeting_automation targeting_optimization targeting_relaxation_types
	threads_positions user_device user_os whatsapp_positions wireless_carrier work_employers work_positions
`);

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const textsIn = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** Housing, work and credit may not be hidden from people by their age or sex. */
function checkSpecial(targeting: Record<string, unknown>, { values }: Campaign): void {
	const special = textsIn(values.special_ad_categories);
	if (special.length === 0) return;
	const automation = isRecord(targeting.targeting_automation) ? targeting.targeting_automation.advantage_audience : undefined;
	if (special.some((one) => one !== 'ISSUES_ELECTIONS_POLITICS' && one !== 'ONLINE_GAMBLING_AND_GAMING')) {
		if (automation === undefined)
			throw refusal('targeting', 1870227, 'Advantage audience flag required', 'Set targeting_automation.advantage_audience to 1 or 0.');
		const narrowed = 'genders' in targeting || Number(targeting.age_min ?? 18) > 18 || Number(targeting.age_max ?? 65) < 65;
		if (narrowed) throw refusal('targeting', 2909037, 'Targeting not allowed', 'Ads of this special ad category cannot be targeted by age or gender.');
	}
}

/** Reads `targeting`, with what Meta adds to it. `before` are the values the ad set had. */
export function readTargeting(call: Call, campaign: Campaign, before: Record<string, unknown> = {}): Record<string, unknown> {
	const { params } = call;
	const targeting = params.record('targeting');
	if (targeting === undefined) throw invalid('The parameter targeting is required', { subcode: 1885364 });
	const unknown = Object.keys(targeting).find((name) => !known.includes(name));
	if (unknown !== undefined) throw invalid(`Unknown targeting field: ${unknown}`, { subcode: 1487756 });
	const places = targeting.geo_locations;
	if (!isRecord(places) && targeting.custom_audiences === undefined)
		throw refusal('targeting', 1885364, 'Missing Location', 'Your audience is missing a location: add at least one.');
	const [least, most] = [Number(targeting.age_min ?? 18), Number(targeting.age_max ?? 65)];
	if (least < 13 || most > 65 || least > most) throw refusal('targeting', 1487111, 'Invalid age range', 'The ages must lie between 13 and 65.');
	const countries = isRecord(places) ? textsIn(places.countries) : [];
	const wrong = countries.find((code) => !/^[A-Z]{2}$/.test(code));
	if (wrong !== undefined) throw refusal('targeting', 1487051, 'Invalid country', `${wrong} is no country code.`);
	if (countries.some((code) => european.includes(code))) {
		for (const name of ['dsa_beneficiary', 'dsa_payor']) {
			if (!params.has(name) && before[name] === undefined)
				throw refusal(name, 3858152, 'Beneficiary or payer is missing', 'Ads shown in the European Union must name who benefits and who pays.');
		}
	}
	checkSpecial(targeting, campaign);
	return {
		...{ age_min: 18, age_max: 65 },
		...targeting,
		...(isRecord(places) && { geo_locations: { ...places, location_types: places.location_types ?? ['home', 'recent'] } }),
	};
}

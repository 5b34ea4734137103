import { invalid } from '../errors';
import type { Kind } from './state';

/** Answers what is wrong with a value, as the end of a sentence; undefined where nothing is. */
type Check = (value: unknown) => string | undefined;

const is = (test: (value: unknown) => boolean, wanted: string): Check => (value) => (test(value) ? undefined : `is not ${wanted}`);
const text = is((value) => typeof value === 'string', "of type 'string'");
const id = is((value) => typeof value === 'string' && /^\d+$/.test(value), 'a string that matches the pattern ^\\d+$');
const whole = is((value) => Number.isInteger(value), "of type 'integer'");
const flag = is((value) => typeof value === 'boolean', "of type 'boolean'");
const object = is((value) => typeof value === 'object' && value !== null && !Array.isArray(value), "of type 'object'");
const oneOf = (...words: string[]): Check => is((value) => words.some((word) => word === value), `one of ${words.join(', ')}`);
const nullable = (check: Check): Check => (value) => (value === null ? undefined : check(value));

const status = oneOf('ACTIVE', 'PAUSED', 'ARCHIVED', 'DRAFT', 'DELETED_DRAFT');
const times = { start_time: nullable(whole), end_time: nullable(whole) };

const targets = ['AGE_BUCKET', 'APPTYPE', 'AUDIENCE_EXCLUDE', 'AUDIENCE_INCLUDE', 'GENDER', 'GEO', 'INTEREST', 'LOCALE', 'LOCATION', 'MAXIMUM_AGE', 'MINIMUM_AGE', 'SHOPPING_RETARGETING', 'TARGETING_STRATEGY'];
const targeting: Check = (value) => {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return "is not of type 'object'";
	const strange = Object.keys(value).find((name) => !targets.includes(name));
	if (strange !== undefined) return `has an unknown key '${strange}'`;
	return 'AGE_BUCKET' in value && 'MINIMUM_AGE' in value ? 'has AGE_BUCKET beside MINIMUM_AGE' : undefined;
};

/** What a new one takes, and what it needs. https://developers.pinterest.com/docs/api/v5/campaigns-create */
const kinds: Readonly<Record<Kind, { fields: Readonly<Record<string, Check>>; needed: readonly string[] }>> = {
	campaign: {
		fields: {
			...{ ad_account_id: id, name: text, status, objective_type: oneOf('AWARENESS', 'CONSIDERATION', 'WEB_CONVERSION', 'CATALOG_SALES', 'VIDEO_COMPLETION'), ...times },
			...{ daily_spend_cap: nullable(whole), lifetime_spend_cap: nullable(whole), is_campaign_budget_optimization: nullable(flag), is_performance_plus: flag, tracking_urls: nullable(object) },
		},
		needed: ['ad_account_id', 'name', 'objective_type'],
	},
	adGroup: {
		fields: {
			...{ campaign_id: id, name: text, status, billable_event: oneOf('CLICKTHROUGH', 'IMPRESSION', 'VIDEO_V_50_MRC'), ...times },
			...{ budget_in_micro_currency: nullable(whole), budget_type: oneOf('DAILY', 'LIFETIME', 'CBO_ADGROUP'), bid_in_micro_currency: nullable(whole) },
			...{ bid_strategy_type: nullable(oneOf('AUTOMATIC_BID', 'MAX_BID', 'TARGET_AVG')), auto_targeting_enabled: nullable(flag), lifetime_frequency_cap: whole },
			...{ pacing_delivery_type: oneOf('STANDARD', 'ACCELERATED'), placement_group: oneOf('ALL', 'SEARCH', 'BROWSE', 'OTHER'), optimization_goal_metadata: nullable(object) },
			...{ targeting_spec: targeting, tracking_urls: nullable(object) },
		},
		needed: ['billable_event', 'campaign_id', 'name'],
	},
	ad: {
		fields: {
			...{ ad_group_id: id, pin_id: id, name: nullable(text), status, android_deep_link: nullable(text), ios_deep_link: nullable(text), click_tracking_url: nullable(text) },
			...{ view_tracking_url: nullable(text), destination_url: nullable(text), customizable_cta_type: nullable(text), lead_form_id: nullable(id), tracking_urls: nullable(object) },
			creative_type: oneOf('REGULAR', 'VIDEO', 'SHOPPING', 'CAROUSEL', 'MAX_VIDEO', 'SHOP_THE_PIN', 'COLLECTION', 'IDEA', 'SHOWCASE', 'QUIZ', 'COLLAGE'),
		},
		needed: ['ad_group_id', 'pin_id', 'creative_type'],
	},
};

/** Checks the form of one entry of a list; what is wrong with it refuses the whole list. @throws PinterestError 400 */
export function checkForm(kind: Kind, entry: unknown, method: 'POST' | 'PATCH'): Record<string, unknown> {
	if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) throw invalid(`${JSON.stringify(entry)} is not of type 'object'`);
	const { fields, needed } = kinds[kind];
	const values: Record<string, unknown> = { ...entry };
	const required = method === 'POST' ? needed : kind === 'campaign' ? ['id', 'ad_account_id'] : ['id'];
	const missing = required.find((name) => values[name] === undefined);
	if (missing !== undefined) throw invalid(`'${missing}' is a required property`);
	for (const [name, value] of Object.entries(values)) {
		const check = name === 'id' && method === 'PATCH' ? id : fields[name];
		if (!check) throw invalid(`'${name}' is no property that the sandbox knows (${Object.keys(fields).join(', ')})`);
		const wrong = check(value);
		if (wrong) throw invalid(`'${name}' ${wrong}`);
	}
	return values;
}

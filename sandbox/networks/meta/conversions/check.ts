import { invalid, type GraphError } from '../errors';
import { words } from '../words';

const day = 86_400;

const sources = words('website app phone_call chat email physical_store system_generated business_messaging other');
const events = words('event_name event_time event_id event_source_url opt_out referrer_url action_source user_data custom_data data_processing_options data_processing_options_country data_processing_options_state app_data original_event_data attribution_data messaging_channel advanced_measurement_table advertiser_tracking_enabled');
const hashedKeys = words('em ph fn ln fi ge db ct st zp country f5first f5last dobd dobm doby');
const plainKeys = words('external_id client_ip_address client_user_agent fbc fbp subscription_id fb_login_id lead_id madid anon_id app_user_id page_id page_scoped_user_id ctwa_clid ig_account_id ig_sid whatsapp_business_account_id instagram_business_account_id partner_id partner_name');
const weak = ['ct country st zp ge client_user_agent', 'db client_user_agent', 'fn ge', 'ln ge'].map(words);
const conversations = words('Purchase LeadSubmitted InitiateCheckout AddToCart ViewContent OrderCreated OrderShipped OrderDelivered OrderCanceled OrderReturned CartAbandoned QualifiedLead RatingProvided ReviewProvided');
const deliveries = words('in_store curbside home_delivery');

const currencies = new Set(Intl.supportedValuesOf('currency'));

type Fields = Record<string, unknown>;

export const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

const refusal = (told: string, subcode?: number, field?: string): GraphError =>
	invalid('Invalid parameter', { subcode, userTitle: 'Invalid Parameter', userMessage: told, ...(field !== undefined && { data: { blame_field_specs: [[field]] } }) });

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

function checkTime(event: Fields, now: number): void {
	const at = Number(event.event_time);
	if (!Number.isInteger(at) || at <= 0) throw refusal('The event_time must be a Unix timestamp in seconds.', 2804004, 'event_time');
	const most = event.action_source === 'physical_store' ? 62 : 7;
	if (now / 1000 - at > most * day) throw refusal(`The timestamp for this event is too far in the past. Events from the past ${most} days can be sent.`, 2804003, 'event_time');
	if (at - now / 1000 > 600) throw refusal('The timestamp for this event is in the future.', 2804003, 'event_time');
}

/** https://developers.facebook.com/docs/marketing-api/conversions-api/best-practices#baseline-requirements-for-matching */
function checkPerson(person: unknown): void {
	if (!isFields(person)) throw refusal('The user_data must be an object.', 2804050, 'user_data');
	const keys = Object.keys(person);
	const unknown = keys.find((key) => !hashedKeys.includes(key) && !plainKeys.includes(key));
	if (unknown !== undefined) throw refusal(`user_data has no parameter ${unknown}.`, undefined, unknown);
	for (const key of hashedKeys) {
		if (person[key] === undefined) continue;
		if (!list(person[key]).every((value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value))) throw refusal(`${key} must be hashed with SHA-256.`, undefined, key);
	}
	if (keys.length === 0 || weak.some((few) => keys.every((key) => few.includes(key)))) {
		throw refusal('This event has not enough customer information parameters to match it.', 2804050, 'user_data');
	}
}

function checkDetails(details: unknown, name: unknown): void {
	if (details === undefined && name !== 'Purchase') return;
	if (!isFields(details)) throw refusal('The custom_data must be an object.', undefined, 'custom_data');
	const { currency, value, contents = [] } = details;
	if (currency !== undefined && (typeof currency !== 'string' || !currencies.has(currency.toUpperCase()))) throw refusal('The currency is not a valid ISO 4217 code.', undefined, 'currency');
	if (value !== undefined && typeof value !== 'number') throw refusal('The value must be a number.', undefined, 'value');
	if (name === 'Purchase' && (value === undefined || currency === undefined)) throw refusal('A purchase needs a value and a currency.', undefined, 'custom_data');
	for (const product of list(contents)) {
		const delivery = isFields(product) ? product.delivery_category : undefined;
		if (delivery !== undefined && !deliveries.includes(String(delivery))) throw refusal(`delivery_category must be one of ${deliveries.join(', ')}.`, undefined, 'delivery_category');
	}
}

function checkSource(event: Fields): void {
	const { action_source: source, event_name: name, user_data: person } = event;
	if (typeof source !== 'string' || !sources.includes(source)) throw refusal(`action_source must be one of ${sources.join(', ')}.`, undefined, 'action_source');
	const known: Fields = isFields(person) ? person : {};
	if (source === 'website' && (event.event_source_url === undefined || known.client_user_agent === undefined)) throw refusal('Website events need event_source_url and client_user_agent.', undefined, 'event_source_url');
	if (source === 'app' && !isFields(event.app_data)) throw refusal('App events need app_data.', undefined, 'app_data');
	if (source !== 'business_messaging') return;
	if (!['whatsapp', 'messenger', 'instagram'].includes(String(event.messaging_channel))) throw refusal('messaging_channel is missing.', undefined, 'messaging_channel');
	if (!conversations.includes(String(name))) throw refusal(`${String(name)} is not supported for business messaging.`, 2804066, 'event_name');
}

/** What Meta refuses an event for. The sub-codes are those that people have met; most refusals are documented without any. */
export function checkEvent(event: unknown, now: number): asserts event is Fields {
	if (!isFields(event)) throw refusal('Every event must be an object.');
	const unknown = Object.keys(event).find((key) => !events.includes(key));
	if (unknown !== undefined) throw refusal(`An event has no parameter ${unknown}.`, undefined, unknown);
	if (typeof event.event_name !== 'string' || event.event_name === '') throw refusal('The event_name is missing.', undefined, 'event_name');
	checkTime(event, now);
	checkSource(event);
	checkPerson(event.user_data);
	checkDetails(event.custom_data, event.event_name);
}

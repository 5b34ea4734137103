import type { Request, Router } from 'express';
import { ownAdAccount } from './ads';
import { readObject } from './ads/body';
import type { AdsWorld } from './ads/state';
import type { Caller } from './api';
import { errorJson, invalid, PinterestError } from './errors';
import type { Environment, Pinterest } from './state';

const names = [
	...['add_payment_info', 'add_to_cart', 'add_to_wishlist', 'app_install', 'checkout', 'custom', 'initiate_checkout', 'lead'],
	...['page_visit', 'search', 'signup', 'subscribe', 'view_category', 'view_content', 'watch_video'],
];
const sources = ['app_android', 'app_ios', 'web', 'offline'];

type Kind = 'text' | 'whole' | 'flag' | 'texts' | 'hashes' | 'object' | 'contents';
type Form = Readonly<Record<string, Kind>>;

const eventForm: Form = {
	...{ event_name: 'text', action_source: 'text', event_time: 'whole', event_id: 'text', user_data: 'object', event_source_url: 'text', opt_out: 'flag', partner_name: 'text' },
	...{ custom_data: 'object', app_id: 'text', app_name: 'text', app_version: 'text', device_brand: 'text', device_carrier: 'text', device_model: 'text', device_type: 'text', os_version: 'text', wifi: 'flag', language: 'text' },
};
const customForm: Form = {
	...{ currency: 'text', value: 'text', content_ids: 'texts', content_name: 'text', content_category: 'text', content_brand: 'text', contents: 'contents', num_items: 'whole' },
	...{ order_id: 'text', search_string: 'text', opt_out_type: 'text', predicted_ltv: 'text' },
};
const userForm: Form = {
	...{ em: 'hashes', ph: 'hashes', fn: 'hashes', ln: 'hashes', ct: 'hashes', st: 'hashes', zp: 'hashes', country: 'hashes', db: 'hashes', ge: 'hashes', external_id: 'hashes', hashed_maids: 'hashes' },
	...{ click_id: 'text', client_ip_address: 'text', client_user_agent: 'text', partner_id: 'text' },
};
const contentForm: Form = { id: 'text', item_brand: 'text', item_category: 'text', item_name: 'text', item_price: 'text', quantity: 'whole' };

const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every((one) => typeof one === 'string');

/** What each kind of value has to be. Hashes that are none fail the event, not the call. */
const checks: Readonly<Record<Kind, (value: unknown) => boolean>> = {
	text: (value) => typeof value === 'string',
	whole: Number.isInteger,
	flag: (value) => typeof value === 'boolean',
	texts: isTexts,
	hashes: isTexts,
	object: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
	contents: Array.isArray,
};

/** @throws PinterestError 400 that is about the whole call */
function checkForm(value: unknown, form: Form, where: string): Record<string, unknown> {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new PinterestError(400, 4196, `The request was invalid: ${where} is not of type 'object'.`);
	for (const [name, one] of Object.entries(value)) {
		const kind = form[name];
		if (!kind) throw new PinterestError(400, 4196, `The request was invalid: additional properties are not allowed ('${name}' in ${where} was unexpected).`);
		if (!checks[kind](one)) throw new PinterestError(400, 4196, `The request was invalid: '${name}' in ${where} is not of the right type.`);
	}
	return { ...value };
}

function checkedEvent(value: unknown): Record<string, unknown> {
	const event = checkForm(value, eventForm, 'data');
	const missing = ['event_name', 'action_source', 'event_time', 'user_data', 'event_id'].find((name) => event[name] === undefined);
	if (missing) throw new PinterestError(400, 4196, `The request was invalid: '${missing}' is a required property.`);
	checkForm(event.user_data, userForm, 'user_data');
	const custom = event.custom_data === undefined ? {} : checkForm(event.custom_data, customForm, 'custom_data');
	if (Array.isArray(custom.contents)) for (const one of custom.contents) checkForm(one, contentForm, 'contents');
	return event;
}

/** Why one event of a call is not processed. */
function failureOf({ event_name, action_source, event_time, user_data }: Record<string, unknown>, now: number): string | undefined {
	if (!names.includes(String(event_name))) return `'${String(event_name)}' is not a valid event_name.`;
	if (!sources.includes(String(action_source))) return `'${String(action_source)}' is not a valid action_source.`;
	if (Number(event_time) > now + 86_400) return 'event_time is in the future.';
	const user = Object.entries({ ...(typeof user_data === 'object' ? user_data : {}) });
	const unhashed = user.find(([name, value]) => userForm[name] === 'hashes' && isTexts(value) && !value.every((one) => /^[0-9a-f]{64}$/.test(one)));
	if (unhashed) return `'${unhashed[0]}' is not a SHA-256 hash in lowercase.`;
	const has = (name: string) => user.some(([key]) => key === name);
	return has('em') || has('hashed_maids') || (has('client_ip_address') && has('client_user_agent')) ? undefined : 'user_data needs em, hashed_maids, or client_ip_address and client_user_agent.';
}

/** Records an event; one with an ID that is known already is recorded once. Offline events cannot be told apart. */
function record(world: AdsWorld, adAccount: string, event: Record<string, unknown>): void {
	const key = event.action_source === 'offline' ? `${adAccount}/offline/${world.events.size}` : `${adAccount}/${String(event.event_name)}/${String(event.event_id)}`;
	world.events.set(key, event);
}

/** Conversions, which the API Sandbox does not take. https://developers.pinterest.com/docs/api/v5/events-create */
export function addConversionRoutes(router: Router, pinterest: Pinterest, environment: Environment, caller: Caller): void {
	if (environment === 'sandbox') return;
	const take = async (req: Request<{ account: string }>): Promise<{ status: number; body: object }> => {
		const { data, ...more } = await readObject(req);
		const adAccount = ownAdAccount(caller, req, req.params.account, 'ads:write');
		const { test, ...strange } = req.query;
		if (Object.keys(strange).length > 0 || Object.keys(more).length > 0) throw invalid('only data is taken, and test in the query');
		if (!Array.isArray(data) || data.length < 1 || data.length > 1000) throw new PinterestError(400, 4196, "The request was invalid: 'data' takes 1 to 1000 events.");
		const checked = data.map(checkedEvent);
		const now = pinterest.world.clock.now() / 1000;
		const events = checked.map((event) => {
			const error_message = failureOf(event, now) ?? null;
			if (error_message === null && test !== 'true') record(pinterest.ads[environment], adAccount, event);
			const warning_message = event.event_name === 'checkout' && event.custom_data === undefined ? 'custom_data is recommended for checkout.' : null;
			return { status: error_message === null ? 'processed' : 'failed', error_message, warning_message };
		});
		const processed = events.filter(({ status }) => status === 'processed').length;
		const answer = { num_events_received: events.length, num_events_processed: processed, events };
		if (processed === events.length) return { status: 200, body: answer };
		return { status: 422, body: { code: 4196, message: 'Not all events were successfully processed.', details: answer } };
	};
	router.post('/v5/ad_accounts/:account/events', async (req, res) => {
		const { status, body } = await take(req).catch((error: unknown) => {
			if (error instanceof PinterestError) return { status: error.status, body: errorJson(error.code, error.message) };
			throw error;
		});
		res.status(status).json(body);
	});
}

import { byId, euros, openAdvertiser } from './adsStage';
import type { Advertiser } from './adsStage';

let shop: Advertiser;
beforeAll(async () => {
	shop = await openAdvertiser();
});
afterAll(async () => await shop.close());
beforeEach(async () => await shop.reset());

const hash = '8c87b489ce35cf2e2f39f80e282cb2e804932a56a213983eeeb428407d43b52d';
const event = { resource: 'conversion', operation: 'send', eventName: 'checkout', actionSource: 'web', eventTime: '2026-11-20T10:00:00Z', userData: { email: 'jane@example.com' } };
const eventsIn = ({ body }: { body: unknown }): Record<string, unknown>[] => Object(body).data;
const sent = async () => (await shop.calls('POST', /events$/)).flatMap(eventsIn);

describe('send', () => {
	test('an event with all that is known of it', async () => {
		const answer = await shop.one({
			...{ ...event, eventId: 'order-7', eventSourceUrl: 'https://example.com/merci' },
			userData: {
				...{ email: ' Jane@Example.com ', phone: '06 12 34 56 78', firstName: 'Zoé', lastName: 'Martin', city: 'Saint-Malo', state: 'Bretagne', zip: '35 400', country: 'FR' },
				...{ dateOfBirth: '1997-02-16', gender: 'n', externalId: 'C-7', advertisingId: 'AEBE52E7-03EE-455A-B3C4-E57283966239', clickId: 'dj0yJnU9', clientIpAddress: '203.0.113.7', clientUserAgent: 'Mozilla/5.0' },
			},
			customData: { value: 49.9, currency: 'eur', orderId: 7, contentIds: 'R1, R2', contents: '[{"id": "R1", "quantity": 2, "item_price": 9.9}]', numItems: 2, predictedLtv: 120 },
			privacy: { limitedDataProcessing: true, optOut: false },
			options: { partnerName: 'ss-example', language: 'FR' },
		});
		expect(answer).toEqual({ status: 'sent', event_id: 'order-7', event_name: 'checkout', event_time: 1_795_168_800, adAccount: euros.id, call: { sent: 1, received: 1, processed: 1 } });
		const [one] = await sent();
		expect(one).toEqual({
			...{ event_name: 'checkout', action_source: 'web', event_time: 1_795_168_800, event_id: 'order-7', event_source_url: 'https://example.com/merci', opt_out: false, partner_name: 'ss-example', language: 'fr' },
			user_data: {
				em: [hash],
				...Object.fromEntries(['ph', 'fn', 'ln', 'ct', 'st', 'zp', 'country', 'db', 'ge', 'external_id', 'hashed_maids'].map((key) => [key, [expect.stringMatching(/^[0-9a-f]{64}$/)]])),
				...{ click_id: 'dj0yJnU9', client_ip_address: '203.0.113.7', client_user_agent: 'Mozilla/5.0' },
			},
			custom_data: { value: '49.9', predicted_ltv: '120', num_items: 2, currency: 'EUR', order_id: '7', content_ids: ['R1', 'R2'], contents: [{ id: 'R1', quantity: 2, item_price: '9.9' }], opt_out_type: 'LDP' },
		});
	});

	test('what is hashed already stays as it is', async () => {
		await shop.one({ ...event, userData: { email: hash.toUpperCase() } });
		expect(await sent()).toMatchObject([{ user_data: { em: [hash] } }]);
	});

	test('an app’s event tells of the app and the device', async () => {
		await shop.one({ ...event, actionSource: 'app_ios', app: { appId: '429047995', appName: 'Camélia', osVersion: '18.3', wifi: true } });
		expect(await sent()).toMatchObject([{ action_source: 'app_ios', app_id: '429047995', app_name: 'Camélia', os_version: '18.3', wifi: true }]);
	});

	test('the same event has the same ID in every run, by its order or its person and time', async () => {
		const order = { ...event, eventTime: '', customData: { orderId: 'A1' } };
		const ids = [order, order, { ...order, customData: { orderId: 'A2' } }, event, event, { ...event, userData: { email: 'john@example.com' } }];
		const told: unknown[] = [];
		for (const parameters of ids) told.push((await shop.one(parameters)).event_id);
		expect([told[0] === told[1], told[0] === told[2], told[3] === told[4], told[3] === told[5]]).toEqual([true, false, true, false]);
		expect(told.every((id) => /^[0-9a-f]{32}$/.test(String(id)))).toBe(true);
	});

	test('1,000 events travel in one call, each with its own answer', async () => {
		const items = Array.from({ length: 1001 }, (_, index) => ({ json: { id: `e${index}`, mail: `p${index}@example.com` } }));
		const answers = await shop.rows({ ...event, eventId: '={{ $json.id }}', userData: { email: '={{ $json.mail }}' } }, items);
		expect(answers.map(({ event_id }) => event_id)).toEqual(items.map(({ json }) => json.id));
		expect((await shop.calls('POST', /events$/)).map((call) => eventsIn(call).length)).toEqual([1000, 1]);
	}, 20_000);

	test('what Pinterest refuses of a call is that item’s error; the others are in', async () => {
		// Beyond the node's own checks: too far in the future.
		const items = ['2026-11-20T10:00:00Z', '2099-01-01T00:00:00Z', '2026-11-21T10:00:00Z'].map((at) => ({ json: { at } }));
		const answers = await shop.tries({ ...event, eventTime: '={{ $json.at }}' }, items);
		expect(answers).toMatchObject([{ status: 'sent' }, { error: expect.stringMatching(/Pinterest refused the event: event_time is in the future/), details: { verdict: 'fix-input', code: 'event' } }, { status: 'sent', call: { sent: 3, received: 3, processed: 2 } }]);
		expect((await shop.calls('POST', /events$/)).map(({ status }) => status)).toEqual([422]);
	});

	test('a warning is told beside the answer', async () => {
		expect(await shop.one(event)).toMatchObject({ status: 'sent', warning: expect.stringMatching(/custom_data/) });
	});

	test('a test is only checked, and travels apart from real events', async () => {
		const items = [true, false].map((test) => ({ json: { test } }));
		expect(await shop.rows({ ...event, options: { test: '={{ $json.test }}' } }, items)).toMatchObject([{ status: 'sent', test: true }, { status: 'sent' }]);
		expect((await shop.calls('POST', /events$/)).map(({ query }) => query)).toEqual([{ test: 'true' }, {}]);
	});

	test('without consent nothing is sent', async () => {
		const items = ['oui', 'non', ''].map((consent) => ({ json: { consent } }));
		expect(await shop.rows({ ...event, privacy: { consent: '={{ $json.consent }}' } }, items)).toMatchObject([{ status: 'sent' }, { status: 'skipped' }, { status: 'skipped' }]);
		expect(await sent()).toHaveLength(1);
	});

	test('an opt-out goes with the event', async () => {
		await shop.one({ ...event, privacy: { optOut: true } });
		expect(await sent()).toMatchObject([{ opt_out: true }]);
	});

	test.each([
		['true', true, 'LDP'],
		['oui', true, 'LDP'],
		['2026-11-20', true, 'LDP'],
		['?', true, 'LDP'],
		['false', false, undefined],
		['non', false, undefined],
		['0', false, undefined],
		['', false, undefined],
	])('an opt-out and limits that a table has as “%s”: %s', async (of, opt_out, opt_out_type) => {
		const privacy = { optOut: '={{ $json.of }}', limitedDataProcessing: '={{ $json.of }}' };
		await shop.rows({ ...event, customData: { orderId: '7' }, privacy }, [{ json: { of } }]);
		const [one] = await sent();
		expect([one?.opt_out, Object(one?.custom_data).opt_out_type]).toEqual([opt_out, opt_out_type]);
	});

	test('the word “false” makes no test, whose events nobody would count', async () => {
		expect(await shop.rows({ ...event, options: { test: '={{ $json.of }}' } }, [{ json: { of: 'false' } }, { json: { of: 'true' } }])).toMatchObject([{ status: 'sent' }, { status: 'sent', test: true }]);
		expect((await shop.calls('POST', /events$/)).map(({ query }) => query)).toEqual([{}, { test: 'true' }]);
	});

	test.each([
		['an IP address', { clientIpAddress: 'jane at home', clientUserAgent: 'x' }],
		['a birth date', { email: 'jane@example.com', dateOfBirth: 'jane at home' }],
		['a gender', { email: 'jane@example.com', gender: 'jane at home' }],
	])('what is no %s is refused, and not told', async (_, userData) => {
		const refused = await shop.refusal({ ...event, userData });
		expect(refused).toMatchObject({ details: { verdict: 'fix-input' } });
		expect(JSON.stringify(refused)).not.toContain('jane');
	});

	test.each([
		['nobody', { userData: { firstName: 'Jane' } }, /Person: nothing of it tells Pinterest who it was/],
		['half of a pair', { userData: { clientIpAddress: '203.0.113.7' } }, /“Client User Agent” is missing beside the IP address/],
		['no e-mail address', { userData: { email: 'jane' } }, /Email: this is no e-mail address/],
		['no IP address', { userData: { clientIpAddress: 'here', clientUserAgent: 'x' } }, /Client IP Address: this does not look like one/],
		['a value without a currency', { customData: { value: 5 } }, /Currency: is empty, though there is a value/],
		['no currency', { customData: { currency: 'EURO' } }, /Currency: “EURO” is no currency/],
		['a product’s strange property', { customData: { contents: '[{"id": "1", "colour": "red"}]' } }, /knows no “colour” of a product/],
		['nothing to know a repeat by', { eventTime: '' }, /Event ID: is empty, and without a time or an order ID/],
		['an event that there is not', { eventName: 'purchase' }, /Event Name: “purchase” is no event/],
		['a partner in capitals', { options: { partnerName: 'Shop' } }, /Partner Name: “Shop” is not how/],
		['no web address', { eventSourceUrl: 'example.com' }, /Event Source URL: “example\.com” is not a web address/],
	])('%s is refused before anything is sent', async (_, parameters, reason) => {
		expect(await shop.refusal({ ...event, ...parameters })).toMatchObject({ error: expect.stringMatching(reason), details: { verdict: 'fix-input' } });
		expect(await sent()).toEqual([]);
	});

	test('the API Sandbox takes none, which is said beforehand', async () => {
		await shop.reset({ environment: 'sandbox' });
		expect(await shop.refusal(event)).toMatchObject({ error: expect.stringMatching(/API Sandbox takes no conversions/), details: { verdict: 'stop', code: 'api-sandbox' } });
		expect(await sent()).toEqual([]);
	});
});

describe('without an answer', () => {
	const lost = { match: '/events', kind: 'reset', when: 'after', times: 1 } as const;

	test('an event is sent again: Pinterest knows it by its ID', async () => {
		await shop.fault(lost);
		expect(await shop.one(event)).toMatchObject({ status: 'sent' });
		const [first, second] = await shop.calls('POST', /events$/);
		expect(first?.body).toEqual(second?.body);
	});

	test('one that happened offline is not: Pinterest recognises no repeat of it', async () => {
		await shop.fault(lost);
		expect(await shop.refusal({ ...event, actionSource: 'offline' })).toMatchObject({ details: { verdict: 'unknown' } });
		expect(await shop.calls('POST', /events$/)).toHaveLength(1);
	});

	test('an answer that says nothing of the events leaves it at that', async () => {
		await shop.fault({ match: '/events', kind: 'status', status: 200, body: {}, times: 2 });
		expect(await shop.refusal(event)).toMatchObject({ details: { verdict: 'retry', code: 'malformed' } });
		expect(await shop.refusal({ ...event, actionSource: 'offline' })).toMatchObject({ details: { verdict: 'unknown', code: 'malformed' } });
	});
});

describe('refusals of the whole call', () => {
	test.each([
		[403, { code: 29, message: 'You are not permitted to access that resource.' }, { verdict: 'stop', code: '29', hint: expect.stringMatching(/owner of the ad account/) }],
		[400, { code: 4196, message: 'The request was invalid.' }, { verdict: 'fix-input', code: '4196' }],
		[503, { code: 4197, message: 'The endpoint has been ramped down.' }, { verdict: 'stop', code: '4197' }],
		[422, { code: 4196, message: 'Not all events were successfully processed.' }, { verdict: 'fix-input', code: '4196' }],
	])('%s %j', async (status, body, details) => {
		await shop.fault({ match: '/events', kind: 'status', status, body });
		expect(await shop.refusal(event)).toMatchObject({ details });
	});

	test('the limit is waited for as long as Pinterest says', async () => {
		await shop.fault({ match: '/events', kind: 'status', status: 429, headers: { 'x-ratelimit-limit': '5000', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1' } });
		expect(await shop.one(event)).toMatchObject({ status: 'sent' });
		expect((await shop.calls('POST', /events$/)).map(({ status }) => status)).toEqual([429, 200]);
	});

	test('an ad account that there is not', async () => {
		expect(await shop.refusal({ ...event, adAccount: byId('123') })).toMatchObject({ error: expect.stringMatching(/AdAccount not found/) });
	});
});

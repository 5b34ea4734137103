import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { sha256 } from '../../../nodes/networks/person/identifiers';
import { ago, byId, byPhone, customer, gclid, inShop, manager, online, openDataShop, sale } from './dataShop';
import type { DataShop } from './dataShop';

let shop: DataShop;
beforeAll(async () => (shop = await openDataShop()));
beforeEach(async () => await shop.reset());
afterAll(async () => await shop.sandbox.close());

const account = (accountId: string) => ({ accountType: 'GOOGLE_ADS', accountId });
const orders = (...numbers: (number | string)[]): INodeExecutionData[] => numbers.map((id) => ({ json: { id } }));
const each = { ...sale, transactionId: '={{ String($json.id) }}' };
const told = (items: INodeExecutionData[]) => items.map(({ json }) => (typeof json.error === 'string' ? json.error.split(':')[0] : json.status));
const fullPerson = { email: ' Cloudy.SanFrancisco+Shopping@Gmail.com, User.Name+NYC@Example.com', phone: '06 12 34 56 78', firstName: 'Mrs. Inês', lastName: "O'Brien, Jr.", country: 'fr', postalCode: '75001' };

describe('send: what goes over the wire', () => {
	test('a click, its value and consent; the answer says that nothing is certain yet', async () => {
		const eventTime = ago(3600);
		const answer = await shop.one({ ...sale, eventTime });
		expect(answer).toEqual({
			status: 'queued',
			requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
			request: { records: 1 },
			next: expect.stringContaining('Google has not looked at it yet'),
			conversionAction: inShop,
			transactionId: 'A-1001',
			eventTime,
			identifiers: ['gclid'],
		});
		const consent = { adUserData: 'CONSENT_GRANTED', adPersonalization: 'CONSENT_GRANTED' };
		const events = [{ eventTimestamp: eventTime, eventSource: 'WEB', transactionId: 'A-1001', conversionValue: 49.9, currency: 'EUR', adIdentifiers: { gclid }, consent }];
		const destinations = [{ operatingAccount: account(customer), productDestinationId: inShop, loginAccount: account(manager) }];
		expect(await shop.calls()).toEqual([{ method: 'POST', path: '/v1/events:ingest', query: {}, body: { destinations, encoding: 'HEX', events }, status: 200 }]);
		expect(await shop.events()).toMatchObject([{ account: customer, conversionAction: inShop }]);
	});

	test('a person, normalised as Google matches and hashed; no plain value leaves or comes back', async () => {
		const output = await shop.run({ ...sale, click: {}, person: fullPerson });
		const [call] = await shop.calls();
		expect(call?.body.events[0]?.userData).toEqual({
			userIdentifiers: [
				{ emailAddress: sha256('cloudysanfrancisco@gmail.com') },
				{ emailAddress: sha256('user.name+nyc@example.com') },
				{ phoneNumber: sha256('+33612345678') },
				{ address: { givenName: sha256('inês'), familyName: sha256('obrien'), regionCode: 'FR', postalCode: '75001' } },
			],
		});
		expect(output[0]?.json.identifiers).toEqual(['emailAddress', 'phoneNumber', 'address']);
		for (const secret of ['cloudy', 'example.com', '612345678', 'Inês', 'Brien']) expect(JSON.stringify([output, call]).toLowerCase()).not.toContain(secret.toLowerCase());
	});

	test('hashes stay as they are, and an address that is not whole is left out', async () => {
		const hash = sha256('mary@example.com');
		await shop.one({ ...sale, person: { email: hash.toUpperCase(), phone: sha256('+33612345678'), firstName: 'Mary', country: 'FR' } });
		expect((await shop.calls())[0]?.body.events[0]?.userData).toEqual({ userIdentifiers: [{ emailAddress: hash }, { phoneNumber: sha256('+33612345678') }] });
	});

	test('a cart, the customer and custom variables', async () => {
		const details = { cartItems: '[{"id": "R1", "quantity": 2, "price": 19.9}, {"id": 7}]', merchantId: '123', feedLabel: 'FR', feedLanguage: 'fr', discount: 5, customerType: 'RETURNING', customerValueBucket: 'HIGH', customVariables: { variable: [{ variable: 'store', value: 'Paris' }] } };
		await shop.one({ ...sale, details });
		expect((await shop.calls())[0]?.body.events[0]).toMatchObject({
			cartData: { items: [{ merchantProductId: 'R1', quantity: '2', unitPrice: 19.9 }, { merchantProductId: '7' }], merchantId: '123', merchantFeedLabel: 'FR', merchantFeedLanguageCode: 'fr', transactionDiscount: 5 },
			userProperties: { customerType: 'RETURNING', customerValueBucket: 'HIGH' },
			customVariables: [{ variable: 'store', value: 'Paris' }],
		});
	});

	test('times: seconds, milliseconds, an offset, and a zone for those that name none', async () => {
		const day = ago(86_400).slice(0, 10);
		const seconds = Math.floor(Date.now() / 1000) - 60;
		const times = [String(seconds), String(seconds * 1000), `${day}T09:30:00+02:00`, `${day}T09:30:00`];
		await shop.run({ ...each, eventTime: '={{ $json.id }}', options: { timeZone: 'Asia/Tokyo' } }, { items: orders(...times) });
		const at = new Date(seconds * 1000).toISOString();
		expect((await shop.calls())[0]?.body.events.map(({ eventTimestamp }) => eventTimestamp)).toEqual([at, at, `${day}T07:30:00.000Z`, `${day}T00:30:00.000Z`]);
	});

	test('Validate Only keeps nothing, and says so', async () => {
		expect(await shop.one({ ...sale, options: { validateOnly: true } })).toMatchObject({ status: 'validated', next: expect.stringContaining('Nothing was sent') });
		expect((await shop.calls())[0]?.body).toMatchObject({ validateOnly: true });
		expect(await shop.events()).toEqual([]);
	});

	test('an account that is reached directly has no login account', async () => {
		await shop.reset({}, { loginCustomerId: '' });
		expect(await shop.refusal(sale)).toMatchObject({ details: { verdict: 'stop', code: 'PERMISSION_DENIED', hint: expect.stringContaining('login customer ID') } });
		expect((await shop.calls())[0]?.body.destinations).toEqual([{ operatingAccount: account(customer), productDestinationId: inShop }]);
	});

	test('the scope of conversions is needed', async () => {
		await shop.reset({}, { features: ['ads'] });
		expect(await shop.refusal(sale)).toMatchObject({ details: { verdict: 'reconnect', code: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT' } });
	});
});

describe('consent', () => {
	test('who refused the use of their data is skipped; who refused personalised ads is marked', async () => {
		const items = ['GRANTED', 'oui', true, 'UNSPECIFIED', 'DENIED', 'non', '', undefined].map((said): INodeExecutionData => ({ json: { id: String(said), said } }));
		const output = await shop.run({ ...each, consent: { adUserData: '={{ $json.said }}', adPersonalization: 'DENIED' } }, { items });
		expect(told(output)).toEqual(['queued', 'queued', 'queued', 'queued', 'skipped', 'skipped', 'skipped', 'skipped']);
		expect(output[4]?.json.reason).toMatch(/“Ad User Data”: there is no consent.*nothing was sent to Google/);
		const [call] = await shop.calls();
		expect(call?.body.events.map(({ consent }) => consent)).toEqual([...Array(3).fill({ adUserData: 'CONSENT_GRANTED', adPersonalization: 'CONSENT_DENIED' }), { adPersonalization: 'CONSENT_DENIED' }]);
	});

	test('where nobody asked, nothing is claimed', async () => {
		await shop.one({ ...sale, consent: {} });
		expect((await shop.calls())[0]?.body.events[0]).not.toHaveProperty('consent');
	});
});

describe('items travel together', () => {
	test('2,000 in a request', async () => {
		const output = await shop.run(each, { items: orders(...Array.from({ length: 2001 }, (_, index) => index)) });
		expect((await shop.calls()).map(({ body }) => body.events.length)).toEqual([2000, 1]);
		expect(new Set(output.map(({ json }) => json.requestId)).size).toBe(2);
		expect(output[1999]?.json.request).toEqual({ records: 2000 });
	});

	test('each destination its own request, and those without a transaction ID too', async () => {
		const items = [{ json: { id: '1', action: inShop } }, { json: { id: '2', action: online } }, { json: { id: '', action: inShop } }, { json: { id: '3', action: inShop } }];
		await shop.run({ ...each, eventTime: ago(60), transactionId: '={{ $json.id }}', conversionAction: { __rl: true, mode: 'id', value: '={{ $json.action }}' } }, { items });
		expect((await shop.calls()).map(({ body }) => [body.destinations[0]?.productDestinationId, body.events.map(({ transactionId }) => transactionId)])).toEqual([[inShop, ['1', '3']], [online, ['2']], [inShop, [undefined]]]);
	});

	test('one that is wrong fails alone, before anything is sent', async () => {
		const items = [{ json: { id: 1, value: 5 } }, { json: { id: 2, value: 'viel' } }, { json: { id: 3, value: 7 } }];
		const output = await shop.run({ ...each, details: { conversionValue: '={{ $json.value }}' } }, { items, continueOnFail: true });
		expect(told(output)).toEqual(['queued', 'Conversion Value', 'queued']);
		expect((await shop.calls()).map(({ body }) => body.events.length)).toEqual([2]);
		await shop.reset();
		await expect(shop.run({ ...each, details: { conversionValue: '={{ $json.value }}' } }, { items })).rejects.toMatchObject({ description: expect.stringContaining('Nothing was sent.'), context: { itemIndex: 1 } });
		expect(await shop.calls()).toEqual([]);
	});

	test('a destination that is none fails alone too', async () => {
		const items = [{ json: { id: 1, action: 'achat' } }, { json: { id: 2, action: inShop } }, { json: { id: 3, action: `customers/${customer}/userLists/7` } }, { json: { id: 4, action: `customers/9999999999/conversionActions/${inShop}` } }];
		const parameters = { ...each, conversionAction: { __rl: true, mode: 'id', value: '={{ $json.action }}' } };
		const output = await shop.run(parameters, { items, continueOnFail: true });
		expect(output.map(({ json }) => json.error ?? json.status)).toEqual([
			'Conversion Action: “achat” is not an ID.',
			'queued',
			`Conversion Action: “customers/${customer}/userLists/7” is not an ID.`,
			`Conversion Action: “customers/9999999999/conversionActions/${inShop}” is in account 9999999999, not in ${customer}.`,
		]);
		expect((await shop.calls()).map(({ body }) => body.events.length)).toEqual([1]);
	});

	test('what only Google knows is found by halves', async () => {
		const times = orders(1, 2, 3, 4).map(({ json }) => ({ json: { ...json, at: json.id === 3 ? ago(500 * 86_400) : ago(60) } }));
		const output = await shop.run({ ...each, eventTime: '={{ $json.at }}' }, { items: times, continueOnFail: true });
		expect(told(output)).toEqual(['queued', 'queued', 'Google refused', 'queued']);
		expect(output[2]?.json).toMatchObject({ error: expect.stringMatching(/^Google refused: There was a problem with the request. events\[0\].event_timestamp: Event did not occur.*\(Request [0-9a-f-]{36}\)$/), details: { verdict: 'fix-input', code: 'EVENT_TIME_INVALID', hint: expect.stringContaining('“Event Time”') } });
		expect(await shop.events()).toHaveLength(3);
	});

	test('what is about the account is not looked for', async () => {
		const output = await shop.run({ ...each, conversionAction: byId('999') }, { items: orders(1, 2, 3, 4), continueOnFail: true });
		expect(output.map(({ json }) => json.details)).toEqual(Array(4).fill(expect.objectContaining({ verdict: 'fix-input', code: 'INVALID_CONVERSION_ACTION_ID' })));
		expect(await shop.calls()).toHaveLength(1);
	});
});

describe('an answer that gets lost', () => {
	const lose = async () => await shop.sandbox.fault({ network: 'google', match: 'events:ingest', kind: 'reset', when: 'after' });

	test('is sent again where a transaction ID makes a repeat harmless', async () => {
		await lose();
		expect(await shop.one(sale)).toMatchObject({ status: 'queued' });
		expect((await shop.events()).map(({ error }) => error)).toEqual([undefined, 'PROCESSING_ERROR_REASON_DUPLICATE_TRANSACTION_ID']);
	});

	test('is in doubt without one, and not sent again, not by Retry On Fail either', async () => {
		await lose();
		const eventTime = ago(60);
		const run = async () => await shop.run({ ...sale, eventTime, transactionId: '' }, { executionId: 'retried' });
		await expect(run()).rejects.toMatchObject({ context: { verdict: 'unknown' } });
		await expect(run()).rejects.toMatchObject({ context: { verdict: 'unknown' } });
		expect(await shop.events()).toHaveLength(1);
	});

	test('what was in doubt is not said to be unsent at the next try', async () => {
		await lose();
		const run = async () => await shop.run({ ...sale, eventTime: '2026-11-01T10:00:00Z', transactionId: '' }, { executionId: 'doubtful' });
		await expect(run()).rejects.toMatchObject({ context: { verdict: 'unknown' } });
		await expect(run()).rejects.toMatchObject({ description: expect.not.stringContaining('Nothing was sent') });
	});

	test('a server that failed may have taken it: without a transaction ID it is in doubt as well', async () => {
		const fail = async () => await shop.sandbox.fault({ network: 'google', match: 'events:ingest', kind: 'status', status: 503, when: 'after' });
		await fail();
		expect(await shop.refusal({ ...sale, eventTime: ago(60), transactionId: '' })).toMatchObject({ details: { verdict: 'unknown' } });
		expect(await shop.events()).toHaveLength(1);
		await fail();
		expect(await shop.one(sale)).toMatchObject({ status: 'queued' });
	});

	test('a passing fault is tried again, a full quota waited for', async () => {
		await shop.sandbox.fault({ network: 'google', match: 'events:ingest', kind: 'status', status: 503 });
		await shop.sandbox.fault({ network: 'google', match: 'events:ingest', kind: 'status', status: 429, headers: { 'retry-after': '1' } });
		expect(await shop.one(sale)).toMatchObject({ status: 'queued' });
		expect(await shop.events()).toHaveLength(1);
	});
});

describe('refused before anything is sent, by name', () => {
	test.each<[string, INodeParameters, RegExp]>([
		['no action', { conversionAction: byId('') }, /^Conversion Action: is empty/],
		['an action that is none', { conversionAction: byId('abc') }, /^Conversion Action: “abc” is not an ID/],
		['no account', { account: byId('12') }, /^Account: “12” is not the ID of a Google Ads account/],
		['no time and no number', { transactionId: '', eventTime: '' }, /^Event Time: is empty, and so is “Transaction ID”/],
		['neither, by expressions', { transactionId: '={{ $json.nothing }}', eventTime: '={{ null }}' }, /^Event Time: is empty, and so is “Transaction ID”/],
		['a check that is no yes or no', { options: { validateOnly: '={{ "true" }}' } }, /^Validate Only: “true” is neither true nor false/],
		['a check that is empty', { options: { validateOnly: '={{ $json.nothing }}' } }, /^Validate Only: “” is neither true nor false/],
		['no time', { eventTime: 'gestern' }, /^Event Time: “gestern” is not a date and time/],
		['a day that may as well be a month', { eventTime: '01/02/2026 10:00' }, /^Event Time: “01\/02\/2026 10:00” is not a date and time/],
		['no day of the calendar', { eventTime: '2026-02-30T10:00:00Z' }, /^Event Time: “2026-02-30T10:00:00Z” is not a date and time/],
		['still to come', { eventTime: ago(-3600) }, /^Event Time: \S+Z is still to come/],
		['no zone', { eventTime: '2026-01-01T10:00:00', options: { timeZone: 'Paris' } }, /^Time Zone: “Paris” is not a time zone/],
		['nobody', { click: {} }, /^Click: there is neither a click ID nor a person/],
		['only a first name', { click: {}, person: { firstName: 'Inês', country: 'FR' } }, /^Click: there is neither/],
		['two clicks', { click: { gbraid: '0AAAAASANDBOX1', wbraid: 'CjSANDBOX00001' } }, /^WBRAID: a click has either/],
		['no click', { click: { gclid: 'a b' } }, /^GCLID: this does not look like a click ID/],
		['a national number', { click: {}, person: { phone: '06 12 34 56 78' } }, /^Phone: this number has no country code/],
		['no address', { click: {}, person: { email: 'mary' } }, /^Email: this is no e-mail address/],
		['eleven people', { person: { email: Array.from({ length: 11 }, (_, index) => `p${index}@example.com`).join() } }, /^Person: has 11 identifiers; Google takes 10/],
		['a negative value', { details: { conversionValue: -1 } }, /^Conversion Value: “-1” is not a number/],
		['a currency unknown', { details: { currency: 'EURO' } }, /^Currency: “EURO” is no currency/],
		['an e-mail address as number', { transactionId: 'mary@example.com' }, /^Transaction ID: it holds an e-mail address/],
		['a cart that is none', { details: { cartItems: '{"id": 1}' } }, /^Cart Items \(JSON\): this is no list/],
		['a product without ID', { details: { cartItems: '[{}]' } }, /^Cart Items \(JSON\): product 1 has no ID/],
		['no merchant', { details: { cartItems: '[{"id": 1}]', merchantId: 'shop' } }, /^Merchant Center ID: “shop” is not a number/],
	])('%s', async (_, more, error) => {
		expect(await shop.refusal({ ...sale, ...more })).toMatchObject({ error: expect.stringMatching(error), details: { verdict: 'fix-input', code: 'input' } });
		expect(await shop.calls()).toEqual([]);
	});

	test('no refusal tells who the person is', async () => {
		for (const person of [{ email: 'secret.name at example.com' }, { phone: '0612349999' }, { phone: '00', country: 'FR' }]) {
			const refusal = JSON.stringify(await shop.refusal({ ...sale, click: {}, person }));
			for (const secret of ['secret.name', '12349999']) expect(refusal).not.toContain(secret);
		}
	});
});

test.each([
	['off', 'DESTINATION_ACCOUNT_NOT_ENABLED_ENHANCED_CONVERSIONS_FOR_LEADS', /turn on enhanced conversions for leads/],
	['unsigned', 'DESTINATION_ACCOUNT_ENHANCED_CONVERSIONS_TERMS_NOT_SIGNED', /accept the customer data terms/],
	['prohibited', 'DESTINATION_ACCOUNT_DATA_POLICY_PROHIBITS_ENHANCED_CONVERSIONS', /customer data policy/],
])('enhanced conversions are %s', async (enhancedConversions, code, hint) => {
	await shop.reset({ enhancedConversions });
	expect(await shop.refusal({ ...sale, person: { email: 'mary@example.com' } })).toMatchObject({ details: { verdict: 'stop', code, hint: expect.stringMatching(hint) } });
	expect(await shop.one(sale)).toMatchObject({ status: 'queued' });
});

test('actions that take nothing from outside, and those of the website', async () => {
	expect(await shop.refusal({ ...sale, conversionAction: byId(byPhone) })).toMatchObject({ details: { code: 'INVALID_CONVERSION_ACTION_TYPE', hint: expect.stringContaining('UPLOAD_CLICKS') } });
	expect(await shop.refusal({ ...sale, conversionAction: byId(online), transactionId: '', eventTime: ago(60) })).toMatchObject({ error: expect.stringContaining('transaction_id'), details: { code: 'REQUIRED_FIELD_MISSING' } });
	expect(await shop.one({ ...sale, conversionAction: byId(`customers/${customer}/conversionActions/${online}`) })).toMatchObject({ status: 'queued', conversionAction: online });
});

test('the actions of the account, in the panel’s list too', async () => {
	const rows = await shop.run({ resource: 'conversionAction', operation: 'getAll', returnAll: true, limit: 50 });
	expect(rows.map(({ json }) => [json.id, json.name, json.type, json.category])).toEqual([
		[byPhone, 'Appel à la boutique', 'AD_CALL', 'PHONE_CALL_LEAD'],
		[online, 'Commande en ligne', 'WEBPAGE', 'PURCHASE'],
		[inShop, 'Vente en boutique', 'UPLOAD_CLICKS', 'CONVERTED_LEAD'],
	]);
	expect(await shop.list('searchConversionActions', 'boutique')).toEqual([{ name: 'Appel à la boutique (AD_CALL)', value: byPhone }, { name: 'Vente en boutique (UPLOAD_CLICKS)', value: inShop }]);
	await expect(shop.list('searchConversionActions', '', { account: byId('') })).rejects.toThrow('Account: is empty.');
});

import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { sha256 } from '../../../nodes/networks/person/identifiers';
import { ago, byId, byPhone, customer, gclid, inShop, manager, online, openDataShop } from './dataShop';
import type { DataShop } from './dataShop';

let shop: DataShop;
beforeAll(async () => (shop = await openDataShop()));
beforeEach(async () => await shop.reset({ legacyUploads: 'open' }));
afterAll(async () => await shop.sandbox.close());

const conversionTime = '2026-10-01T12:32:45+02:00';
const click = { resource: 'conversion', operation: 'uploadClick', conversionAction: byId(inShop), conversionTime, click: { gclid }, person: {}, consent: { adUserData: 'GRANTED' }, details: { conversionValue: 49.9, currency: 'EUR', orderId: 'A-1' }, options: {} };
const adjust = { resource: 'conversion', operation: 'uploadAdjustment', conversionAction: byId(inShop), adjustmentType: 'RETRACTION', adjustmentTime: '', orderId: 'A-1', gclid: '', conversionTime: '', adjustedValue: 0, currency: '', person: {}, consent: {}, options: {} };
const conversionAction = `customers/${customer}/conversionActions/${inShop}`;
const path = (method: string) => `/v25/customers/${customer}:${method}`;
const orders = (...numbers: (number | string)[]): INodeExecutionData[] => numbers.map((id) => ({ json: { id } }));
const told = (items: INodeExecutionData[]) => items.map(({ json }) => (typeof json.details === 'object' && json.details !== null && 'code' in json.details ? json.details.code : json.status));

test('Google has closed it: the refusal leads to Send', async () => {
	await shop.reset();
	for (const parameters of [click, adjust]) {
		expect(await shop.refusal(parameters)).toMatchObject({ error: expect.stringContaining('not allowlisted'), details: { verdict: 'stop', code: 'CUSTOMER_NOT_ALLOWLISTED_FOR_THIS_FEATURE', hint: expect.stringMatching(/the operation Send of Conversion/) } });
	}
});

describe('uploadClick', () => {
	test('what goes over the wire: a space and an offset in the time, partial failure on', async () => {
		const conversion = { gclid, conversionAction, conversionDateTime: '2026-10-01 10:32:45+00:00', conversionValue: 49.9, currencyCode: 'EUR', orderId: 'A-1', consent: { adUserData: 'GRANTED' } };
		expect(await shop.one(click)).toEqual({ status: 'uploaded', jobId: '1', ...conversion });
		expect(await shop.calls()).toEqual([{ method: 'POST', path: path('uploadClickConversions'), query: {}, body: { conversions: [conversion], partialFailure: true }, status: 200 }]);
	});

	test('a person, hashed, and never told again', async () => {
		const output = await shop.one({ ...click, click: {}, person: { email: 'mary@example.com', phone: '+33612345678', firstName: 'Mary', lastName: 'Doe', country: 'FR', postalCode: '75001' } });
		const [call] = await shop.calls();
		expect(call?.body).toMatchObject({ conversions: [{ userIdentifiers: [{ hashedEmail: sha256('mary@example.com') }, { hashedPhoneNumber: sha256('+33612345678') }, { addressInfo: { hashedFirstName: sha256('mary'), hashedLastName: sha256('doe'), countryCode: 'FR', postalCode: '75001' } }] }] });
		expect(output).not.toHaveProperty('userIdentifiers');
		expect(await shop.refusal({ ...click, person: { email: 'a@e.fr,b@e.fr,c@e.fr,d@e.fr,f@e.fr,g@e.fr' } })).toMatchObject({ error: expect.stringMatching(/^Person: has 6 identifiers; Google takes 5 here/) });
	});

	test('each item has its own answer', async () => {
		const items = [{ json: { id: 'A', click: gclid } }, { json: { id: 'B', click: 'BADCLICK00001' } }, { json: { id: 'A', click: `${gclid}2` } }, { json: { id: 'C', click: `${gclid}3`, said: 'non' } }];
		const parameters = { ...click, click: { gclid: '={{ $json.click }}' }, consent: { adUserData: '={{ $json.said || "oui" }}' }, details: { orderId: '={{ $json.id }}' } };
		const output = await shop.run(parameters, { items, continueOnFail: true });
		expect(told(output)).toEqual(['uploaded', 'UNPARSEABLE_GCLID', 'ORDER_ID_ALREADY_IN_USE', 'skipped']);
		expect(output[1]).toMatchObject({ pairedItem: { item: 1 }, json: { error: 'Google refused: The gclid could not be decoded.', details: { verdict: 'fix-input', hint: expect.stringContaining('click ID') } } });
		expect(await shop.calls()).toHaveLength(1);
		await expect(shop.run({ ...parameters, click: { gclid: 'BADCLICK00001' } }, { items: orders(1) })).rejects.toMatchObject({ context: { code: 'UNPARSEABLE_GCLID' } });
	});

	test('2,000 in a request, and Validate Only', async () => {
		const many = { ...click, click: { gclid: '={{ "Cj0KSANDBOX" + $json.id }}' }, details: { orderId: '={{ String($json.id) }}' }, options: { validateOnly: true } };
		const output = await shop.run(many, { items: orders(...Array.from({ length: 2001 }, (_, index) => index)) });
		expect((await shop.calls()).map(({ body }) => (Array.isArray(body.conversions) ? body.conversions.length : 0))).toEqual([2000, 1]);
		expect(output[0]?.json.status).toBe('validated');
		expect(await shop.events()).toEqual([]);
	});

	test('a lost answer is sent again where Google recognises the repeat, by order or click', async () => {
		await shop.sandbox.fault({ network: 'google', match: 'uploadClick', kind: 'reset', when: 'after' });
		expect(told([{ json: await shop.refusal(click) }])).toEqual(['ORDER_ID_ALREADY_IN_USE']);
		await shop.sandbox.fault({ network: 'google', match: 'uploadClick', kind: 'reset', when: 'after' });
		expect(await shop.refusal({ ...click, click: {}, person: { email: 'mary@example.com' }, details: {} })).toMatchObject({ details: { verdict: 'unknown' } });
		expect(await shop.events()).toHaveLength(2);
	});

	test.each<[string, INodeParameters, RegExp]>([
		['no time', { conversionTime: '' }, /^Conversion Time: is empty/],
		['nobody', { click: {} }, /^Click: there is neither a click ID nor a person/],
		['an e-mail address as order', { details: { orderId: 'mary@example.com' } }, /^Order ID: it holds an e-mail address/],
	])('refused before anything is sent: %s', async (_, more, error) => {
		expect(await shop.refusal({ ...click, ...more })).toMatchObject({ error: expect.stringMatching(error) });
		expect(await shop.calls()).toEqual([]);
	});

	test('an action that imports no clicks', async () => {
		expect(await shop.refusal({ ...click, conversionAction: byId(byPhone) })).toMatchObject({ details: { code: 'INVALID_CONVERSION_ACTION_TYPE' } });
		expect(await shop.refusal({ ...click, conversionAction: byId('1') })).toMatchObject({ details: { code: 'NO_CONVERSION_ACTION_FOUND' } });
	});
});

describe('uploadAdjustment', () => {
	test('a retraction by order, and no second one', async () => {
		await shop.one(click);
		expect(await shop.one({ ...adjust, adjustmentTime: '2026-10-02T08:00:00Z' })).toMatchObject({ status: 'uploaded', adjustmentType: 'RETRACTION', orderId: 'A-1' });
		const adjustment = { adjustmentType: 'RETRACTION', conversionAction, adjustmentDateTime: '2026-10-02 08:00:00+00:00', orderId: 'A-1' };
		expect((await shop.calls()).at(-1)).toMatchObject({ path: path('uploadConversionAdjustments'), body: { conversionAdjustments: [adjustment], partialFailure: true } });
		expect(await shop.refusal(adjust)).toMatchObject({ details: { code: 'CONVERSION_ALREADY_RETRACTED', hint: expect.stringContaining('already') } });
		expect(await shop.refusal({ ...adjust, orderId: 'A-2' })).toMatchObject({ details: { code: 'CONVERSION_NOT_FOUND' } });
	});

	test('a new value, by click and time', async () => {
		await shop.one({ ...click, details: {} });
		await shop.one({ ...adjust, adjustmentType: 'RESTATEMENT', orderId: '', gclid, conversionTime, adjustedValue: 20, currency: 'eur' });
		expect((await shop.calls()).at(-1)?.body).toMatchObject({ conversionAdjustments: [{ gclidDateTimePair: { gclid, conversionDateTime: '2026-10-01 10:32:45+00:00' }, restatementValue: { adjustedValue: 20, currencyCode: 'EUR' } }] });
	});

	test('more of the person, with consent only', async () => {
		const enhance = { ...adjust, conversionAction: byId(online), adjustmentType: 'ENHANCEMENT', person: { email: 'mary@example.com' } };
		expect(await shop.one({ ...enhance, consent: { adUserData: 'non' } })).toMatchObject({ status: 'skipped' });
		expect(await shop.one(enhance)).toMatchObject({ status: 'uploaded' });
		const [call] = await shop.calls();
		expect(call?.body).toMatchObject({ conversionAdjustments: [{ orderId: 'A-1', userIdentifiers: [{ hashedEmail: sha256('mary@example.com') }] }] });
		expect(call?.body).not.toHaveProperty('conversionAdjustments.0.adjustmentDateTime');
	});

	test.each<[string, INodeParameters, RegExp]>([
		['which one', { orderId: '' }, /^Order ID: is empty/],
		['which order', { orderId: '', adjustmentType: 'ENHANCEMENT', gclid, conversionTime }, /^Order ID: is empty, and an enhancement needs it/],
		['who', { adjustmentType: 'ENHANCEMENT' }, /^Person: is empty/],
		['how much', { adjustmentType: 'RESTATEMENT', adjustedValue: '' }, /^Adjusted Value: is empty/],
	])('refused before anything is sent: %s', async (_, more, error) => {
		expect(await shop.refusal({ ...adjust, ...more })).toMatchObject({ error: expect.stringMatching(error) });
		expect(await shop.calls()).toEqual([]);
	});
});

test('jobs of Customer Match stand behind the same door', async () => {
	const client = shop.client('googleads.googleapis.com/v25');
	const headers = { 'login-customer-id': manager };
	const job = { type: 'CUSTOMER_MATCH_USER_LIST', customerMatchUserListMetadata: { userList: `customers/${customer}/userLists/1` } };
	const create = async (body: object) => await client.post(`/customers/${customer}/offlineUserDataJobs:create`, body, { headers });
	expect((await create({ job })).data).toMatchObject({ error: { details: [{ errors: [{ errorCode: { offlineUserDataJobError: 'INVALID_USER_LIST_ID' } }] }] } });
	await shop.reset();
	expect(await shop.client('googleads.googleapis.com/v25').post(`/customers/${customer}/offlineUserDataJobs:create`, { job }, { headers })).toMatchObject({ status: 403, data: { error: { details: [{ errors: [{ errorCode: { notAllowlistedError: 'CUSTOMER_NOT_ALLOWLISTED_FOR_THIS_FEATURE' } }] }] } } });
	expect(ago(0)).toMatch(/Z$/);
});

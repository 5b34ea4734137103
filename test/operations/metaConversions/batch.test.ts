import type { INodeExecutionData } from 'n8n-workflow';
import { ago, openShop, purchase } from './shop';
import type { Shop } from './shop';

let shop: Shop;
beforeAll(async () => (shop = await openShop()));
beforeEach(async () => await shop.reset());
afterAll(async () => await shop.sandbox.close());

const day = 86_400;
const orders = (...numbers: (number | string)[]): INodeExecutionData[] => numbers.map((id) => ({ json: { id } }));
const each = { customData: { value: 10, currency: 'EUR', orderId: '={{ $json.id }}' } };
const told = (items: INodeExecutionData[]) => items.map(({ json }) => (typeof json.error === 'string' ? json.error.split(':')[0] : json.status));

describe('items travel together', () => {
	test('many in one call, answered one by one', async () => {
		const output = await shop.run(each, { items: orders(1, 2, 3) });
		expect((await shop.calls()).map(({ body }) => body.data.length)).toEqual([3]);
		expect(output.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
		expect(new Set(output.map(({ json }) => json.event_id)).size).toBe(3);
		expect(await shop.received()).toHaveLength(3);
	});

	test('at most 1000 in a call', async () => {
		await shop.run(each, { items: orders(...Array.from({ length: 1001 }, (_, index) => index)) });
		expect((await shop.calls()).map(({ body }) => body.data.length)).toEqual([1000, 1]);
		expect(await shop.received()).toHaveLength(1001);
	});

	test('those that differ in what stands beside them go apart', async () => {
		await shop.run({ ...each, options: { testEventCode: '={{ $json.id === 2 ? "TEST1" : "" }}' } }, { items: orders(1, 2, 3) });
		expect((await shop.calls()).map(({ body }) => [body.test_event_code, body.data.length])).toEqual([[undefined, 2], ['TEST1', 1]]);
	});
});

test('n8n’s Retry On Fail sends what is missing, and no conversation’s event a second time', async () => {
	const userData = { ...purchase.userData, ctwaClid: 'ARAkLk', whatsappBusinessAccountId: '102290000000001' };
	const items = [{ json: { id: 1, source: 'business_messaging' } }, { json: { id: 2, source: 'website' } }];
	const run = async () => await shop.run({ ...each, actionSource: '={{ $json.source }}', userData }, { items, executionId: 'retried' });
	await shop.sandbox.fault({ network: 'meta', match: '/events', kind: 'status', status: 403, skip: 1 });
	await expect(run()).rejects.toThrow();
	expect(told(await run())).toEqual(['sent', 'sent']);
	expect((await shop.received()).map(({ action_source }) => action_source)).toEqual(['business_messaging', 'website']);
});

describe('a wrong one alone fails, the others go', () => {
	test('under Continue On Fail', async () => {
		const items = [{ json: { id: 1, value: 5 } }, { json: { id: 2, value: 'viel' } }, { json: { id: 3, value: 7 } }];
		const output = await shop.run({ customData: { ...each.customData, value: '={{ $json.value }}' } }, { items, continueOnFail: true });
		expect(told(output)).toEqual(['sent', 'Value', 'sent']);
		expect(output[1]).toMatchObject({ pairedItem: { item: 1 }, json: { error: 'Value: “viel” is not a number that Meta takes.', details: { verdict: 'fix-input' } } });
		expect((await shop.calls()).map(({ body }) => body.data.length)).toEqual([2]);
	});

	test('otherwise nothing is sent', async () => {
		const items = [{ json: { id: 1 } }, { json: { id: '' } }];
		await expect(shop.run({ ...each, eventTime: '' }, { items })).rejects.toMatchObject({ message: expect.stringMatching(/^Event ID: is empty/), description: expect.stringContaining('Nothing was sent.'), context: { itemIndex: 1 } });
		expect(await shop.calls()).toEqual([]);
	});

	test('what only Meta knows is found by halves', async () => {
		const contents = '={{ JSON.stringify([{ id: "R1", delivery_category: $json.id === 6 ? "drone" : "in_store" }]) }}';
		const output = await shop.run({ customData: { ...each.customData, contents } }, { items: orders(1, 2, 3, 4, 5, 6, 7, 8), continueOnFail: true });
		expect(told(output)).toEqual(['sent', 'sent', 'sent', 'sent', 'sent', 'Meta refused', 'sent', 'sent']);
		expect(output[5]?.json).toMatchObject({ error: expect.stringContaining('delivery_category'), details: { verdict: 'fix-input', code: '100' } });
		expect(await shop.received()).toHaveLength(7);
	});

	test('where most are wrong it is not looked for without end', async () => {
		const contents = '[{"id": "R1", "delivery_category": "drone"}]';
		const output = await shop.run({ customData: { ...each.customData, contents } }, { items: orders(...Array.from({ length: 300 }, (_, index) => index)), continueOnFail: true });
		expect(told(output)).toEqual(Array(300).fill('Meta refused'));
		expect((await shop.calls()).length).toBeLessThanOrEqual(101);
		expect(output.at(-1)?.json.details).toMatchObject({ hint: expect.stringMatching(/answer to a call with \d+ items, none of which/) });
	});

	test('without Continue On Fail the error names the item, and the others are in', async () => {
		const contents = '={{ JSON.stringify([{ id: "R1", delivery_category: $json.id === 2 ? "drone" : "in_store" }]) }}';
		await expect(shop.run({ customData: { ...each.customData, contents } }, { items: orders(1, 2, 3) })).rejects.toMatchObject({ message: expect.stringContaining('[item 1]') });
		expect(await shop.received()).toHaveLength(2);
	});

	test('a dataset that is not there is not looked for by halves', async () => {
		const output = await shop.run({ ...each, dataset: { __rl: true, mode: 'id', value: '999' } }, { items: orders(1, 2, 3, 4), continueOnFail: true });
		expect(told(output)).toEqual(Array(4).fill('Meta refused'));
		expect(await shop.calls()).toHaveLength(1);
	});
});

describe('an answer that gets lost', () => {
	test('is sent again, and Meta drops the repeat', async () => {
		await shop.sandbox.fault({ network: 'meta', match: '/events', kind: 'reset', when: 'after' });
		expect(told(await shop.run(each, { items: orders(1, 2) }))).toEqual(['sent', 'sent']);
		expect((await shop.received()).map(({ duplicate }) => duplicate)).toEqual([false, false, true, true]);
	});

	test('of a conversation it is not: Meta recognises no repeats there', async () => {
		await shop.sandbox.fault({ network: 'meta', match: '/events', kind: 'reset', when: 'after' });
		const userData = { ctwaClid: 'ARAkLk', whatsappBusinessAccountId: '102290000000001' };
		const [item] = await shop.run({ ...each, actionSource: 'business_messaging', userData }, { items: orders(1), continueOnFail: true });
		expect(item?.json).toMatchObject({ details: { verdict: 'unknown' } });
		expect(await shop.received()).toHaveLength(1);
	});

	test('a passing fault of Meta’s is tried again', async () => {
		await shop.sandbox.fault({ network: 'meta', match: '/events', kind: 'status', status: 500 });
		expect(await shop.one()).toMatchObject({ status: 'sent' });
	});

	test('a token that has ended asks to connect, for every item', async () => {
		await shop.sandbox.settings({ meta: { revokeTokens: 458 } });
		const output = await shop.run(each, { items: orders(1, 2), continueOnFail: true });
		expect(output.map(({ json }) => json.details)).toMatchObject([{ verdict: 'reconnect', code: '190/458' }, { verdict: 'reconnect' }]);
		expect(JSON.stringify(output)).not.toContain('EAASANDBOX');
	});
});

test('without consent nothing leaves, and the item says so', async () => {
	const items = [{ json: { id: 1, ok: true } }, { json: { id: 2, ok: 'no' } }, { json: { id: 3 } }];
	const output = await shop.run({ ...each, privacy: { consent: '={{ $json.ok }}' } }, { items });
	expect(told(output)).toEqual(['sent', 'skipped', 'skipped']);
	expect(output[1]?.json.reason).toMatch(/no consent/);
	expect(await shop.received()).toHaveLength(1);
});

describe('refused before anything is sent, by name and limit', () => {
	const person = { email: 'mary@example.com' };
	const app = { actionSource: 'app', userData: person };
	const talk = { eventName: 'Purchase', actionSource: 'business_messaging' };
	test.each([
		['no dataset', { dataset: { __rl: true, mode: 'id', value: '' } }, /^Dataset: is empty/],
		['no name', { eventName: 'custom', customEventName: '' }, /^Custom Event Name: is empty/],
		['a long name', { eventName: 'custom', customEventName: 'x'.repeat(51) }, /^Custom Event Name: has 51 characters; Meta allows 50/],
		['too old', { eventTime: String(ago(8 * day)) }, /^Event Time: \S+Z is 9 days ago; Meta takes events up to 7 days old \(62 in a physical store\)/],
		['too old for a store', { eventTime: String(ago(63 * day)), actionSource: 'physical_store' }, /^Event Time: .* up to 62 days old\.$/],
		['still to come', { eventTime: String(ago(-3600)) }, /^Event Time: \S+Z is still to come/],
		['no time', { eventTime: 'gestern' }, /^Event Time: “gestern” is not a date and time/],
		['no page', { eventSourceUrl: 'example.com' }, /^Event Source URL: “example.com” is not a web address/],
		['no user agent', { userData: person }, /^Person: an event on a website needs “Client User Agent”/],
		['nobody', { actionSource: 'email', userData: {} }, /^Person: is empty/],
		['anybody', { actionSource: 'email', userData: { city: 'Paris', country: 'fr', gender: 'f' } }, /^Person: ge, ct, country alone are too common/],
		['a name and a gender', { actionSource: 'email', userData: { firstName: 'Inês', gender: 'f' } }, /^Person: fn, ge alone/],
		['no address', { userData: { ...purchase.userData, email: 'mary' } }, /^Email: this is no e-mail address/],
		['a national number', { userData: { ...purchase.userData, phone: '06 12 34 56 78' } }, /^Phone: this number has no country code/],
		['a raw click', { userData: { ...purchase.userData, fbc: 'AbC' } }, /^Click ID \(Fbc\): “AbC” does not look like one/],
		['two addresses', { userData: { ...purchase.userData, clientIpAddress: '1.2.3.4, 5.6.7.8' } }, /^Client IP Address: “1.2.3.4, 5.6.7.8”/],
		['no currency', { customData: { orderId: '1', value: 1 } }, /^Currency: is empty, though there is a value/],
		['a currency unknown', { customData: { orderId: '1', value: 1, currency: 'EURO' } }, /^Currency: “EURO” is no currency/],
		['no value', { customData: { orderId: '1', currency: 'EUR' } }, /^Value: a purchase needs one/],
		['a negative value', { customData: { orderId: '1', value: -1, currency: 'EUR' } }, /^Value: “-1” is not a number that Meta takes/],
		['no list', { customData: { ...purchase.customData, contents: '{"id": 1}' } }, /^Contents \(JSON\): this is no list/],
		['no JSON', { customData: { ...purchase.customData, contents: '[{' } }, /^Contents \(JSON\): this is not valid JSON/],
		['further details as a list', { customData: { ...purchase.customData, customProperties: '[1]' } }, /^Custom Properties \(JSON\): this is a list, not an object/],
		['a product without an ID', { customData: { ...purchase.customData, contents: '[{"quantity": 1}]' } }, /^Contents \(JSON\): product 1 has no ID/],
		['an app that tells nothing', { ...app, appData: '{}' }, /^App Data \(JSON\): “extinfo” has to be a list of 16 entries/],
		['a conversation without a click', { ...talk, userData: { whatsappBusinessAccountId: '1' } }, /^Person: a conversation needs “Click-to-WhatsApp Click ID”/],
		['a conversation without an account', { ...talk, userData: { ctwaClid: 'A' } }, /^Person: a conversation needs “WhatsApp Business Account ID” or “Page ID”/],
		['what conversations do not know', { ...talk, eventName: 'Lead', userData: { ctwaClid: 'A', pageId: '1' } }, /^Event Name: “Lead” is not an event of conversations/],
		['what only conversations know', { eventName: 'LeadSubmitted', actionSource: 'email', userData: person }, /^Event Name: “LeadSubmitted” is an event of conversations only/],
		['no ID to derive', { customData: { value: 1, currency: 'EUR' } }, /^Event ID: is empty, and without a time, an order ID or a lead ID/],
	])('%s', async (_, parameters, message) => {
		const [item] = await shop.run(parameters, { continueOnFail: true });
		expect(item?.json).toMatchObject({ error: expect.stringMatching(message), details: { verdict: 'fix-input', hint: expect.stringMatching(/\.$/) } });
		expect(await shop.calls()).toEqual([]);
	});
});

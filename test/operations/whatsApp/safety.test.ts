import { until } from './until';
import { account, businessAccountId, customer, locator, message, openShop, phoneNumberId, stranger, systemUser } from './shop';
import type { Shop } from './shop';

let shop: Shop;
beforeAll(async () => (shop = await openShop()));
beforeEach(async () => await shop.reset());
afterAll(async () => await shop.close());

const text = message('sendText', { text: 'Bonjour' });
const messages = { network: 'meta', match: '/messages' } as const;

describe('a message is sent at most once', () => {
	test.each([
		{ name: 'an answer that gets lost', fault: { kind: 'reset', when: 'after' }, arrived: 1 },
		{ name: 'a connection that breaks before', fault: { kind: 'reset', when: 'before' }, arrived: 0 },
		{ name: 'a gateway that gives up', fault: { kind: 'status', status: 504, when: 'after' }, arrived: 1 },
		{ name: 'an answer that is none', fault: { kind: 'malformed', when: 'after' }, arrived: 1 },
		{ name: 'Meta’s “temporary error”', fault: { kind: 'status', status: 500, when: 'after' }, arrived: 1 },
	] as const)('after $name it is in doubt, and not sent again', async ({ fault, arrived }) => {
		await shop.sandbox.fault({ ...messages, ...fault });
		expect(await shop.failed(text)).toMatchObject({ details: { verdict: 'unknown', hint: expect.stringMatching(/Look at/) } });
		expect(await shop.messages()).toHaveLength(1);
		expect(await shop.sandbox.timeline()).toHaveLength(arrived);
	});

	test('n8n’s Retry On Fail does not send it again either', async () => {
		await shop.sandbox.fault({ ...messages, kind: 'reset', when: 'after' });
		const executionId = 'retried';
		await expect(shop.run(text, { executionId })).rejects.toThrow(/closed the connection/);
		await expect(shop.run(text, { executionId })).rejects.toThrow(/closed the connection/);
		expect(await shop.sandbox.timeline()).toHaveLength(1);
	});

	test('the others of the list are served', async () => {
		await shop.sandbox.fault({ ...messages, kind: 'reset', when: 'after' });
		const items = ['33600000011', '33600000012', '33600000013'].map((to) => ({ json: { to } }));
		const output = await shop.run({ ...text, recipient: '={{ $json.to }}' }, { items, continueOnFail: true });
		expect(output.filter(({ json }) => json.status === 'accepted')).toHaveLength(2);
		expect(new Set((await shop.messages()).map(({ to }) => to)).size).toBe(3);
		expect(await shop.messages()).toHaveLength(3);
	});
});

describe('what was surely not sent is tried again', () => {
	test('a message to one person too many', async () => {
		await shop.whatsapp({ pairBurst: 1 });
		await shop.one(text);
		const again = shop.one(text);
		await until(async () => (await shop.messages()).length === 2);
		await shop.sandbox.advance(6);
		expect(await again).toMatchObject({ status: 'accepted' });
		expect((await shop.requests()).map(({ status }) => status)).toEqual([200, 400, 200]);
	}, 20_000);

	test('more messages a second than the number may send', async () => {
		await shop.whatsapp({ perSecond: 1 });
		const items = ['33600000021', '33600000022'].map((to) => ({ json: { to } }));
		const output = await shop.run({ ...text, recipient: '={{ $json.to }}' }, { items });
		expect(output.map(({ json }) => json.status)).toEqual(['accepted', 'accepted']);
		expect((await shop.requests()).map(({ status }) => status)).toContain(400);
		expect(await shop.sandbox.timeline()).toHaveLength(2);
	});
});

describe('who signs', () => {
	const credentials = () => systemUser(shop.sandbox.origin);
	const authentication = 'qmarkMetaSystemUserApi';

	test('a system user sends, uploads and lists as a person does', async () => {
		const run = async (parameters: Parameters<Shop['run']>[0]) => (await shop.run({ authentication, ...parameters }, { credentials: credentials() }))[0]?.json;
		expect(await run(text)).toMatchObject({ status: 'accepted', contactKey: stranger });
		expect(await run({ resource: 'template', operation: 'getAll', businessAccount: account })).toMatchObject({ name: 'hello_world' });
	});

	test('a missing permission is told with the way to give it', async () => {
		await shop.sandbox.settings({ meta: { dropScopes: ['whatsapp_business_messaging'] } });
		expect(await shop.failed(text)).toMatchObject({ details: { verdict: 'reconnect', code: '200' } });
	});

	test('a token that was taken back asks to connect again, and nothing is sent', async () => {
		await shop.sandbox.settings({ meta: { revokeTokens: true } });
		expect(await shop.failed(text)).toMatchObject({ details: { verdict: 'reconnect' } });
		expect(await shop.sandbox.timeline()).toEqual([]);
	});

	test('no token leaves the node', async () => {
		const output = JSON.stringify([await shop.one(text), await shop.failed(message('sendText', { text: 'a', recipient: customer.phone }))]);
		expect(output).not.toMatch(/EAASANDBOX|appsecret_proof|sandbox-app-secret/);
	});
});

describe('numbers, profile and lists', () => {
	const onNumber = (resource: string, operation: string, more: object = {}) => ({ resource, operation, ...more });

	test('a number tells its quality and state', async () => {
		expect(await shop.one(onNumber('phoneNumber', 'get'))).toEqual({
			...{ id: phoneNumberId, display_phone_number: '+33 2 40 00 00 01', verified_name: 'Atelier Camélia', quality_rating: 'GREEN' },
			...{ code_verification_status: 'VERIFIED', name_status: 'APPROVED', status: 'CONNECTED', platform_type: 'CLOUD_API', throughput: { level: 'STANDARD' } },
		});
		expect(await shop.run(onNumber('phoneNumber', 'getAll', { businessAccount: account }))).toMatchObject([{ json: { id: phoneNumberId, status: 'CONNECTED' } }]);
	});

	test('a profile is read and changed', async () => {
		expect(await shop.one(onNumber('businessProfile', 'get'))).toMatchObject({ phoneNumber: phoneNumberId, about: 'Fleurs de saison, Nantes', vertical: 'RETAIL' });
		const updateFields = { about: 'Ouvert dimanche', websites: 'https://example.com, https://example.com/shop', vertical: 'EVENT_PLAN', email: '' };
		expect(await shop.one(onNumber('businessProfile', 'update', { updateFields }))).toMatchObject({ about: 'Ouvert dimanche', websites: ['https://example.com', 'https://example.com/shop'], vertical: 'EVENT_PLAN' });
		expect((await shop.requests()).find(({ method }) => method === 'POST')?.body).toEqual({
			...{ messaging_product: 'whatsapp', about: 'Ouvert dimanche', email: '', vertical: 'EVENT_PLAN', websites: ['https://example.com', 'https://example.com/shop'] },
		});
	});

	test.each([
		{ updateFields: {}, says: /^Update Fields: names nothing to change/ },
		{ updateFields: { about: '' }, says: /^About: is empty/ },
		{ updateFields: { about: 'a'.repeat(140) }, says: /^About: has 140 characters; WhatsApp allows 139/ },
		{ updateFields: { websites: 'https://a.example https://b.example https://c.example' }, says: /^Websites: has 3; WhatsApp takes 2/ },
		{ updateFields: { websites: 'camelia' }, says: /^Websites: “camelia” is not a web address/ },
	])('a profile is not changed to $updateFields', async ({ updateFields, says }) => {
		expect(await shop.failed(onNumber('businessProfile', 'update', { updateFields }))).toMatchObject({ error: expect.stringMatching(says) });
		expect(await shop.requests()).toEqual([]);
	});

	test('the panel lists numbers, accounts and approved templates', async () => {
		expect(await shop.search('searchPhoneNumbers')).toEqual([{ name: '+33 2 40 00 00 01 (Atelier Camélia)', value: phoneNumberId }]);
		expect(await shop.search('searchBusinessAccounts')).toEqual([{ name: 'Atelier Camélia', value: businessAccountId }]);
		expect(await shop.search('searchTemplates', 'ORDER')).toEqual([
			{ name: 'order_ready (fr)', value: 'order_ready|fr' },
			{ name: 'order_map (fr)', value: 'order_map|fr' },
		]);
		expect(await shop.search('searchPhoneNumbers', 'nobody')).toEqual([]);
	});

	test('a number that was typed wrong is told as missing', async () => {
		expect(await shop.failed({ ...onNumber('phoneNumber', 'get'), phoneNumber: locator('999') })).toMatchObject({ details: { code: '100/33', verdict: 'fix-input' } });
	});
});

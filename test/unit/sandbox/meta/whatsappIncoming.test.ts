import { Webhooks } from '../../../../sandbox/networks/meta/webhooks/webhooks';
import { seedTokens } from '../../../../sandbox/networks/meta/tokens';
import { seed } from '../../../../sandbox/networks/seed';
import { World, day, hour } from './open';

const { customer, whatsapp } = seed.meta;
const at = (path: string) => `/graph.facebook.com/v25.0/${path}`;
const headers = { authorization: `Bearer ${seedTokens.systemUser}` };

let world: World;
let told: jest.SpiedFunction<Webhooks['send']>;
beforeEach(async () => {
	told = jest.spyOn(Webhooks.prototype, 'send');
	world = await World.open();
});
afterEach(async () => {
	told.mockRestore();
	await world.close();
});

const write = async (message: object) => await world.settings({ meta: { whatsappMessage: message } });
const refused = async (message: unknown) => (await world.http.post('/_sandbox/settings', { meta: { whatsappMessage: message } })).data.error;
const send = async (message: object) => await world.http.post(at(`${whatsapp.phoneNumberId}/messages`), { messaging_product: 'whatsapp', to: customer.phone, type: 'text', text: { body: 'a' }, ...message }, { headers });
const values = () => told.mock.calls.map(([object, { id, changes = [] }]) => ({ object, id, field: changes[0]?.field, value: changes[0]?.value as Record<string, unknown> }));
const waitFor = async (count: number) => {
	for (let tries = 0; told.mock.calls.length < count && tries < 60; tries++) await new Promise((resolve) => setTimeout(resolve, 50));
	return values();
};

describe('what a person writes', () => {
	const context = { id: 'wamid.OUT1' };
	it.each([
		{ name: 'a text', message: { text: 'Bonjour' }, type: 'text', content: { body: 'Bonjour' } },
		{ name: 'a place', message: { location: { latitude: 1, longitude: 2, name: 'Porto' } }, type: 'location', content: { latitude: 1, longitude: 2, name: 'Porto' } },
		{ name: 'a reaction', message: { reaction: { message_id: 'wamid.OUT1', emoji: '💐' } }, type: 'reaction', content: { message_id: 'wamid.OUT1', emoji: '💐' } },
		{ name: 'a quick reply of a template', message: { button: { payload: 'STOP', text: 'Stop' }, context }, type: 'button', content: { payload: 'STOP', text: 'Stop' } },
		{ name: 'a button', message: { interactive: { type: 'button_reply', button_reply: { id: 't', title: 'Tulipes' } }, context }, type: 'interactive', content: { type: 'button_reply', button_reply: { id: 't', title: 'Tulipes' } } },
		{ name: 'a row of a list', message: { interactive: { type: 'list_reply', list_reply: { id: 't', title: 'Tulipes', description: '20 €' } } }, type: 'interactive', content: { type: 'list_reply', list_reply: { id: 't', title: 'Tulipes', description: '20 €' } } },
		{ name: 'a filled flow', message: { interactive: { type: 'nfm_reply', nfm_reply: { response_json: '{"a":1}', body: 'Sent', name: 'flow' } } }, type: 'interactive', content: { type: 'nfm_reply', nfm_reply: { response_json: '{"a":1}', body: 'Sent', name: 'flow' } } },
	])('$name', async ({ message, type, content }) => {
		await write({ id: 'wamid.IN1', ...message });
		expect(values()).toEqual([
			{
				...{ object: 'whatsapp_business_account', id: whatsapp.businessAccountId, field: 'messages' },
				value: {
					...{ messaging_product: 'whatsapp', metadata: { display_phone_number: '33240000001', phone_number_id: whatsapp.phoneNumberId } },
					contacts: [{ profile: { name: customer.name, username: customer.username }, wa_id: customer.phone, user_id: customer.userId }],
					messages: [
						{
							...{ from: customer.phone, from_user_id: customer.userId, id: 'wamid.IN1', timestamp: expect.stringMatching(/^\d{10}$/), type, [type]: content },
							...('context' in message && { context: { from: '33240000001', id: 'wamid.OUT1' } }),
						},
					],
				},
			},
		]);
	});

	it('comes from an ad with its click ID', async () => {
		const referral = { source_url: 'https://fb.me/x', source_id: '120226305854810726', source_type: 'ad', headline: 'Tulipes', body: 'Dès 20 €', media_type: 'image', ctwa_clid: 'Aff-sandbox' };
		await write({ text: 'Bonjour', referral });
		expect(values()[0]?.value.messages).toMatchObject([{ referral }]);
	});

	it('may hide the phone number behind a username', async () => {
		await write({ text: 'Bonjour', hidePhone: true });
		const { contacts, messages } = values()[0]?.value ?? {};
		expect(contacts).toEqual([{ profile: { name: customer.name, username: customer.username }, user_id: customer.userId }]);
		expect(messages).toMatchObject([{ from_user_id: customer.userId }]);
		expect(JSON.stringify(values())).not.toContain(customer.phone);
	});

	it('may be a file, which the token fetches', async () => {
		await write({ image: { sample: 'tulipes-vase.jpg', caption: 'Comme ça ?' } });
		await write({ audio: { sample: 'message-camille.ogg' } });
		const [[image], [sound]] = values().map(({ value }) => value.messages) as [[{ image: { id: string; sha256: string } }], [object]];
		expect(image).toMatchObject({ type: 'image', image: { caption: 'Comme ça ?', mime_type: 'image/jpeg', sha256: expect.stringMatching(/^[A-Za-z0-9+/]{43}=$/) } });
		expect(sound).toMatchObject({ audio: { voice: true, mime_type: 'audio/ogg; codecs=opus' } });
		const { data } = await world.http.get(at(image.image.id), { headers });
		expect(data).toMatchObject({ mime_type: 'image/jpeg', file_size: 97_279, id: image.image.id, messaging_product: 'whatsapp', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
		expect((await world.http.get(data.url)).status).toBe(401);
		expect((await world.http.get(data.url, { headers, responseType: 'arraybuffer' })).data).toHaveLength(97_279);
		await world.pass(5 * 60 + 1);
		expect((await world.http.get(data.url, { headers })).status).toBe(404);
		expect((await world.http.get((await world.http.get(at(image.image.id), { headers })).data.url, { headers })).status).toBe(200);
	});

	it.each([
		[{}, /needs one of text, image/],
		['Bonjour', /is an object/],
		[{ text: 'a', colour: 'red' }, /"colour" is not known/],
		[{ image: { sample: '../seed.ts' } }, /needs {"sample"/],
		[{ text: 'a', to: '1' }, /"to" must be the ID of a phone number/],
	])('is refused as %p', async (message, says) => {
		expect(await refused(message)).toMatch(says);
		expect(values()).toEqual([]);
	});
});

describe('the 24 hours after it', () => {
	it('are enforced for people who are known, and remembered', async () => {
		await world.settings({ meta: { whatsapp: { refusals: 'error' } } });
		const closed = { code: 131047, error_data: { messaging_product: 'whatsapp', details: expect.stringContaining('24 hours') } };
		expect((await send({})).data.error).toMatchObject(closed);
		await write({ text: 'Bonjour' });
		await world.pass(24 * hour - 10);
		await world.restart();
		expect((await send({})).status).toBe(200);
		await world.settings({ meta: { whatsapp: { refusals: 'error', strangers: 'closed' } } });
		expect((await send({ to: '33600000009' })).data.error).toMatchObject(closed);
		await world.pass(20);
		expect((await send({})).data.error).toMatchObject(closed);
	});

	it('say so by webhook unless asked otherwise', async () => {
		expect((await send({})).data.messages).toMatchObject([{ message_status: 'accepted' }]);
		const [failed] = await waitFor(1);
		expect(failed?.value).toMatchObject({
			statuses: [{ status: 'failed', recipient_id: customer.phone, recipient_user_id: customer.userId, errors: [{ code: 131047, title: 'Re-engagement message', error_data: { details: expect.any(String) } }] }],
		});
		expect(await world.timeline()).toEqual([]);
	});
});

describe('statuses of a message', () => {
	it('go from sent to read, with the sender’s own note', async () => {
		await write({ text: 'Bonjour' });
		const { data } = await send({ biz_opaque_callback_data: 'order 42' });
		const statuses = (await waitFor(4)).slice(1).map(({ value }) => (value.statuses as object[])[0]);
		const common = { id: data.messages[0].id, recipient_id: customer.phone, recipient_user_id: customer.userId, biz_opaque_callback_data: 'order 42' };
		expect(statuses).toMatchObject([
			{ ...common, status: 'sent', pricing: { pricing_model: 'PMP', type: 'free_customer_service' } },
			{ ...common, status: 'delivered' },
			{ ...common, status: 'read' },
		]);
		expect(JSON.stringify(statuses)).not.toContain('conversation');
	});

	it('end at delivered where people hide that they read', async () => {
		await world.settings({ meta: { whatsapp: { readReceipts: false } } });
		await send({ to: '33600000009' });
		await waitFor(2);
		await new Promise((resolve) => setTimeout(resolve, 500));
		expect(values().map(({ value }) => (value.statuses as { status: string }[])[0]?.status)).toEqual(['sent', 'delivered']);
	});
});

describe('limits', () => {
	it('of one person: a burst, then one every six seconds', async () => {
		await world.settings({ meta: { whatsapp: { pairBurst: 2 } } });
		const to = '33600000009';
		const codes = [];
		for (const wait of [0, 0, 0, 6, 0]) {
			await world.pass(wait);
			codes.push((await send({ to })).data.error?.code);
		}
		expect(codes).toEqual([undefined, undefined, 131056, undefined, 131056]);
	});

	it('of a second', async () => {
		await world.settings({ meta: { whatsapp: { perSecond: 1 } } });
		expect((await send({ to: '33600000009' })).status).toBe(200);
		expect((await send({ to: '33600000010' })).data.error.code).toBe(130429);
		await world.pass(1);
		expect((await send({ to: '33600000010' })).status).toBe(200);
	});
});

describe('settings', () => {
	it.each([
		[{ whatsapp: { colour: 'red' } }, /has no setting "colour"/],
		[{ whatsapp: { refusals: 'never' } }, /"refusals" cannot be "never"/],
		[{ whatsappTemplate: { name: 'nobody', language: 'fr', status: 'PAUSED' } }, /there is no template nobody in fr/],
	])('%p is refused', async (meta, says) => {
		expect((await world.http.post('/_sandbox/settings', { meta })).data.error).toMatch(says);
	});

	it('a template that was deleted stays so after a restart', async () => {
		const list = at(`${whatsapp.businessAccountId}/message_templates`);
		expect((await world.http.delete(list, { params: { name: 'order_ready' }, headers })).data).toEqual({ success: true });
		await world.pass(day);
		await world.restart();
		expect((await world.http.get(list, { params: { name: 'order_ready' }, headers })).data.data).toEqual([]);
	});
});

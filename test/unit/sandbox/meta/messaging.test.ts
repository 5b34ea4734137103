import { Webhooks } from '../../../../sandbox/networks/meta/webhooks/webhooks';
import { seedTokens } from '../../../../sandbox/networks/meta/tokens';
import { seed } from '../../../../sandbox/networks/seed';
import { World, day } from './open';

const { page, secondPage, customer, instagram } = seed.meta;

let world: World;
let told: jest.SpiedFunction<Webhooks['send']>;
beforeEach(async () => {
	told = jest.spyOn(Webhooks.prototype, 'send');
	world = await World.open();
});
afterEach(async () => {
	jest.restoreAllMocks();
	await world.close();
});

const post = async (edge: string, data: object, token: string = seedTokens.page) =>
	(await world.http.post(`/graph.facebook.com/v25.0/${edge}`, data, { headers: { authorization: `Bearer ${token}` } })).data;
const send = async (data: object, token?: string) => await post(`${page.id}/messages`, { recipient: { id: customer.messenger }, messaging_type: 'RESPONSE', ...data }, token);
const read = async (path: string, params: object = {}) => (await world.get(`/graph.facebook.com/v25.0/${path}`, { access_token: seedTokens.page, ...params })).data;
const does = async (what: object) => await world.settings({ meta: { directMessage: { channel: 'messenger', ...what } } });
const events = () => told.mock.calls.map(([object, { id, messaging }]) => ({ object, id, messaging }));

describe('what the app hears', () => {
	const [ines, us] = [{ id: customer.messenger }, { id: page.id }];
	const timestamp = expect.any(Number);

	it('of a message, its files, what was tapped and where it came from', async () => {
		await does({ text: 'Bonjour', quickReply: 'hello', attachments: [{ type: 'image', url: `${world.origin}/media/samples/dahlia-cafe.jpg` }], referral: { ref: 'vitrine', source: 'ADS', type: 'OPEN_THREAD', ad_id: '1' } });
		const message = { mid: expect.stringMatching(/^m_/), text: 'Bonjour', attachments: [{ type: 'image', payload: { url: expect.stringContaining('dahlia-cafe.jpg') } }], quick_reply: { payload: 'hello' }, referral: { ref: 'vitrine', source: 'ADS', type: 'OPEN_THREAD', ad_id: '1' } };
		expect(events()).toEqual([{ object: 'page', id: page.id, messaging: [{ sender: ines, recipient: us, timestamp, message }] }]);
	});

	it('of a postback, a link, a reaction, and that a message was read', async () => {
		await does({ text: 'Bonjour' });
		const { message_id: mid } = await send({ message: { text: 'Oui' } });
		told.mockClear();
		await does({ postback: { title: 'Commander', payload: 'order' } });
		await does({ referral: { ref: 'vitrine', source: 'SHORTLINK', type: 'OPEN_THREAD' } });
		await does({ reaction: { mid, emoji: '❤️' } });
		const read = { messaging: [{ sender: ines, recipient: us, read: { watermark: timestamp } }] };
		expect(events()).toMatchObject([
			read,
			{ messaging: [{ sender: ines, postback: { title: 'Commander', payload: 'order', mid: expect.stringMatching(/^m_/) } }] },
			read,
			{ messaging: [{ sender: ines, referral: { ref: 'vitrine', source: 'SHORTLINK', type: 'OPEN_THREAD' } }] },
			read,
			{ messaging: [{ sender: ines, reaction: { mid, emoji: '❤️', action: 'react' } }] },
		]);
	});

	it('of its own message as an echo, and of its delivery', async () => {
		await does({ text: 'Bonjour' });
		told.mockClear();
		const { message_id: mid } = await send({ message: { text: 'Oui' } });
		expect(events()).toMatchObject([
			{ object: 'page', messaging: [{ sender: us, recipient: ines, message: { mid, text: 'Oui', is_echo: true, app_id: Number(seed.meta.appId) } }] },
			{ object: 'page', messaging: [{ sender: ines, recipient: us, delivery: { mids: [mid] } }] },
		]);
	});

	it('on Instagram as its own object, without deliveries', async () => {
		await does({ channel: 'instagram', text: 'Bonjour' });
		const { message_id: mid } = await send({ recipient: { id: customer.instagram }, message: { text: 'Oui' } });
		await does({ channel: 'instagram', read: true });
		const parties = { sender: { id: customer.instagram }, recipient: { id: instagram.id } };
		expect(events()).toMatchObject([
			{ object: 'instagram', id: instagram.id, messaging: [{ ...parties, message: { text: 'Bonjour' } }] },
			{ object: 'instagram', messaging: [{ sender: { id: instagram.id }, message: { mid, is_echo: true } }] },
			{ object: 'instagram', messaging: [{ ...parties, read: { mid } }] },
		]);
	});
});

it('remembers conversations, kept files and who has answered', async () => {
	await does({ text: 'Bonjour' });
	const { attachment_id } = await post(`${page.id}/message_attachments`, { message: { attachment: { type: 'image', payload: { url: `${world.origin}/media/samples/dahlia-cafe.jpg`, is_reusable: true } } } });
	await world.restart();
	expect(await send({ message: { attachment: { type: 'image', payload: { attachment_id } } } })).toMatchObject({ recipient_id: customer.messenger });
	const { data } = await read(`${page.id}/conversations`, { platform: 'messenger', fields: 'message_count,unread_count,messages{message}' });
	expect(data).toMatchObject([{ message_count: 2, unread_count: 1, messages: { data: [{ message: '' }, { message: 'Bonjour' }] } }]);
});

it('counts calls a second', async () => {
	await does({ text: 'Bonjour' });
	const url = `${world.origin}/media/samples/bouquet-du-jour.mp4`;
	const { attachment_id } = await post(`${page.id}/message_attachments`, { message: { attachment: { type: 'video', payload: { url, is_reusable: true } } } });
	jest.spyOn(Date, 'now').mockReturnValue(Date.now());
	const clip = { message: { attachment: { type: 'video', payload: { attachment_id } } } };
	for (let sent = 0; sent < 10; sent++) expect(await send(clip)).toHaveProperty('message_id');
	expect((await send(clip)).error).toMatchObject({ code: 613 });
	for (let sent = 10; sent < 100; sent++) expect(await send({ message: { text: 'Oui' } })).toHaveProperty('message_id');
	expect((await send({ message: { text: 'Oui' } })).error).toMatchObject({ code: 613 });
	await world.pass(2);
	expect(await send(clip)).toHaveProperty('message_id');
});

it('is as strict as Meta', async () => {
	await does({ text: 'Bonjour' });
	const refused = async (data: object, token?: string) => (await send(data, token)).error;
	expect(await refused({ message: { text: 'Oui' }, mood: 'glad' })).toMatchObject({ code: 100, message: '(#100) Unknown parameter: mood' });
	expect(await refused({ message: { text: 'Oui', colour: 'red' } })).toMatchObject({ code: 100, message: expect.stringContaining('colour') });
	expect(await refused({ message: { text: 'a'.repeat(2001) } })).toMatchObject({ code: 100 });
	expect(await refused({ message: { text: 'Oui' }, sender_action: 'typing_on' })).toMatchObject({ code: 100, error_subcode: 2018034 });
	expect(await refused({ message: { text: 'Oui' }, messaging_type: 'MESSAGE_TAG', tag: 'POST_PURCHASE_UPDATE' })).toMatchObject({ code: 100, message: expect.stringContaining('HUMAN_AGENT') });
	expect(await refused({ message: { text: 'Oui' }, recipient: { id: '1' } })).toMatchObject({ code: 100, error_subcode: 2018001 });
	expect(await refused({ message: { text: 'Oui' } }, seedTokens.user)).toMatchObject({ code: 200 });
	expect(await refused({ message: { text: 'Oui' }, recipient: { id: customer.messenger } }, seedTokens.secondPage)).toMatchObject({ code: 100, error_subcode: 33 });
	expect((await read(`${page.id}/conversations`, { fields: 'id,mood' })).error).toMatchObject({ code: 100 });
	expect((await read(`${secondPage.id}/conversations`, { access_token: seedTokens.secondPage, platform: 'instagram' })).error).toMatchObject({ code: 100 });
	expect(await world.timeline()).toEqual([]);
});

it('keeps the window for 24 hours, and a human agent’s for 7 days', async () => {
	await does({ text: 'Bonjour' });
	await world.pass(day + 1);
	expect((await send({ message: { text: 'Oui' } })).error).toMatchObject({ code: 10, error_subcode: 2018278 });
	expect(await send({ message: { text: 'Oui' }, messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' })).toHaveProperty('message_id');
	await world.pass(6 * day);
	expect((await send({ message: { text: 'Oui' }, messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' })).error).toMatchObject({ code: 10, error_subcode: 2018278 });
});

import axios from 'axios';
import { seed } from '../../../sandbox/networks/seed';
import { seedTokens } from '../../../sandbox/networks/meta/tokens';
import { metaCredential, openSandbox } from '../../support/sandbox';
import type { Sandbox } from '../../support/sandbox';
import { deliver, openTriggers, pageDelivery, textMessage, whatsAppDelivery } from './deliveries';

const { appId, appSecret, page, secondPage, whatsapp } = seed.meta;

let sandbox: Sandbox;
let triggers: Awaited<ReturnType<typeof openTriggers>>;
beforeAll(async () => (sandbox = await openSandbox()));
afterAll(async () => await sandbox.close());
beforeEach(async () => {
	await sandbox.reset();
	triggers = await openTriggers();
});
afterEach(async () => await triggers.close());

const graph = axios.create({ validateStatus: () => true });
const call = async (method: string, path: string, token: string, params: object = {}) =>
	(await graph.request({ method, url: `${sandbox.origin}/graph.facebook.com/v25.0${path}`, params, headers: { authorization: `Bearer ${token}` } })).data;
const appToken = `${appId}|${appSecret}`;
/** Object → callback and fields, as Meta keeps them. */
const subscriptions = async (): Promise<{ object: string; callback_url: string; fields: string[] }[]> =>
	(await call('GET', `/${appId}/subscriptions`, appToken)).data.map(({ fields, ...rest }: { fields: { name: string }[] }) => ({ ...rest, fields: fields.map(({ name }) => name).sort() }));
const subscription = async (object: string) => (await subscriptions()).find((one) => one.object === object);
const pageFields = async (id: string = page.id): Promise<string[]> => (await call('GET', `/${id}/subscribed_apps`, id === page.id ? seedTokens.page : seedTokens.secondPage)).data.flatMap(({ subscribed_fields }: { subscribed_fields: string[] }) => subscribed_fields).sort();

const trigger = (events: string[], parameters: object = {}) => triggers.trigger(events, { credentials: metaCredential(sandbox.origin), parameters: { ...parameters } });
/** As n8n does it for each of the node's addresses. */
const publish = async (one: ReturnType<typeof trigger>, test = {}) => {
	for (let address = 0; address < 4; address++) if (!(await one.hook('checkExists', test))) await one.hook('create', test);
};
const takeBack = async (one: ReturnType<typeof trigger>, test = {}) => {
	for (let address = 0; address < 4; address++) await one.hook('delete', test);
};
const writes = async () => (await sandbox.requests('meta')).filter(({ method, path }) => method !== 'GET' && /subscri/.test(path)).length;

const comment = (id: string) => pageDelivery({ changes: [{ field: 'feed', value: { item: 'comment', verb: 'add', comment_id: id, from: { id: '7', name: 'Inês' }, message: 'Joli' } }] });
const lead = (id: string) => pageDelivery({ changes: [{ field: 'leadgen', value: { leadgen_id: id, form_id: '5', page_id: page.id } }] });
const send = async (object: string, entry: object) => {
	await sandbox.settings({ meta: { webhook: { object, entry } } });
	for (let wait = 0; wait < 100; wait++) {
		const { data } = await graph.get<{ done: boolean; tries: number[] }[]>(`${sandbox.origin}/graph.facebook.com/_webhooks`);
		if (data.length > 0 && data.every(({ done }) => done)) return data;
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	throw new Error(`A notification was not taken: ${JSON.stringify((await graph.get(`${sandbox.origin}/graph.facebook.com/_webhooks`)).data)}`);
};

test('publishing subscribes the app and every connected page, Meta verifies the address, and an event arrives', async () => {
	const comments = trigger(['facebookComment']);
	await publish(comments);
	expect(await subscriptions()).toEqual([{ object: 'page', active: true, callback_url: expect.stringContaining(`${comments.url}/events?listeners=webhook/`), fields: ['feed'] }]);
	expect([await pageFields(), await pageFields(secondPage.id)]).toEqual([['feed'], ['feed']]);
	expect(await writes()).toBe(3);
	await send('page', comment('1_1').entry[0] ?? {});
	expect(comments.started).toMatchObject([{ event: 'facebookComment', commentId: '1_1' }]);
	await takeBack(comments);
	expect([await subscriptions(), await pageFields(), await pageFields(secondPage.id)]).toEqual([[], [], []]);
});

test('publishing again, as after a restart of n8n, changes nothing', async () => {
	const comments = trigger(['facebookComment'], { pages: [page.id] });
	await publish(comments);
	expect(await pageFields(secondPage.id)).toEqual([]);
	const before = await writes();
	await publish(comments);
	expect(await writes()).toBe(before);
});

test('several workflows share one app, each hears what it asked for once, and each leaves alone', async () => {
	const [comments, leads, more] = [trigger(['facebookComment']), trigger(['lead']), trigger(['facebookComment', 'lead'])];
	for (const one of [comments, leads, more]) await publish(one);
	expect((await subscription('page'))?.fields).toEqual(['feed', 'leadgen']);
	await send('page', comment('1_1').entry[0] ?? {});
	await send('page', lead('L1').entry[0] ?? {});
	expect([comments, leads, more].map(({ started }) => started.map(({ event }) => event))).toEqual([['facebookComment'], ['lead'], ['facebookComment', 'lead']]);
	// The front door leaves: the next one takes its place.
	await takeBack(comments);
	triggers.remove(comments);
	expect((await subscription('page'))?.callback_url).toContain(leads.url);
	await send('page', comment('1_2').entry[0] ?? {});
	expect([comments.executions, leads.executions, more.executions]).toEqual([1, 1, 3]);
	await takeBack(more);
	expect(await subscription('page')).toMatchObject({ fields: ['leadgen'] });
	expect(await pageFields()).toEqual(['leadgen']);
	await takeBack(leads);
	expect([await subscriptions(), await pageFields()]).toEqual([[], []]);
});

test('a workflow that cannot take an event gets it again, and the others are not started twice', async () => {
	let failures = 1;
	const [good, weak] = [trigger(['lead'], { acknowledge: 'lastNode' }), triggers.trigger(['lead'], { credentials: metaCredential(sandbox.origin), parameters: { acknowledge: 'lastNode' }, execute: async () => {
		if (failures-- > 0) throw new Error('The CRM is away.');
	} })];
	for (const one of [good, weak]) await publish(one);
	await sandbox.settings({ meta: { webhookPauses: [100, 100, 100] } });
	const [delivery] = await send('page', lead('L1').entry[0] ?? {});
	expect(delivery?.tries).toEqual([503, 200]);
	expect([good.executions, weak.executions]).toEqual([1, 2]);
});

test('a test in the editor never unhooks production, which goes on hearing', async () => {
	const production = trigger(['lead']);
	await publish(production);
	const before = await subscription('page');
	const tested = trigger(['lead', 'facebookComment']);
	await publish(tested, { isTest: true });
	expect((await subscription('page'))?.callback_url).toContain(`${production.url}/events`);
	expect((await subscription('page'))?.callback_url).toContain('webhook-test');
	await send('page', lead('L1').entry[0] ?? {});
	expect([production.executions, tested.executions]).toEqual([1, 1]);
	await takeBack(tested, { isTest: true });
	expect(await subscription('page')).toEqual(before);
	expect(await pageFields()).toEqual(['leadgen']);
	await send('page', lead('L2').entry[0] ?? {});
	expect([production.executions, tested.executions]).toEqual([2, 1]);
});

test('who leaves takes nothing of the page that Instagram’s events still need', async () => {
	const [messenger, direct] = [trigger(['messengerMessage', 'facebookComment'], { pages: [page.id] }), trigger(['instagramMessage', 'instagramComment'], { pages: [page.id] })];
	for (const one of [messenger, direct]) await publish(one);
	await takeBack(messenger);
	expect(await pageFields()).toEqual(['feed', 'message_reactions', 'messages', 'messaging_postbacks', 'messaging_referrals']);
	await takeBack(direct);
	expect(await pageFields()).toEqual([]);
});

test('a test that was never ended is entered anew', async () => {
	const [production, tested] = [trigger(['lead']), trigger(['lead'])];
	await publish(production);
	await publish(tested, { isTest: true });
	const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 3_600_000);
	expect(await tested.hook('checkExists', { isTest: true })).toBe(false);
	clock.mockRestore();
});

test('an editor test of the published workflow itself leaves its subscription', async () => {
	const production = trigger(['lead']);
	await publish(production);
	const before = await subscription('page');
	await publish(production, { isTest: true });
	await takeBack(production, { isTest: true });
	expect(await subscription('page')).toEqual(before);
	expect(await pageFields()).toEqual(['leadgen']);
});

test('fields that somebody subscribed by hand stay', async () => {
	await call('POST', `/${page.id}/subscribed_apps`, seedTokens.page, { subscribed_fields: 'feed,ratings' });
	const comments = trigger(['facebookComment', 'lead'], { pages: [page.id] });
	await publish(comments);
	expect(await pageFields()).toEqual(['feed', 'leadgen', 'ratings']);
	await takeBack(comments);
	expect(await pageFields()).toEqual(['feed', 'ratings']);
});

describe('a callback URL that is somebody else’s', () => {
	const foreign = async () => {
		const other = triggers.trigger(['lead'], { parameters: { eventOptions: { verifyToken: 'theirs' } } });
		await call('POST', `/${appId}/subscriptions`, appToken, { object: 'page', callback_url: `${other.url}/events`, verify_token: 'theirs', fields: 'leadgen' });
		return `${other.url}/events`;
	};

	test('is left alone, and told', async () => {
		const callback = await foreign();
		await expect(publish(trigger(['facebookComment']))).rejects.toMatchObject({
			message: expect.stringMatching(/already sends the events of the object “page” of the app \d+ to http:\/\/127/),
			description: expect.stringContaining('Take Over the Callback URL'),
		});
		expect(await subscription('page')).toMatchObject({ callback_url: callback, fields: ['leadgen'] });
	});

	test('is replaced where that is wished for', async () => {
		await foreign();
		const comments = trigger(['facebookComment'], { eventOptions: { takeOver: true } });
		await publish(comments);
		expect(await subscription('page')).toMatchObject({ callback_url: expect.stringContaining(comments.url), fields: ['feed', 'leadgen'] });
	});
});

test('a front door that is gone is replaced by who comes next', async () => {
	const [gone, next] = [trigger(['lead']), trigger(['lead'])];
	await publish(gone);
	triggers.remove(gone);
	await publish(next);
	expect((await subscription('page'))?.callback_url).toContain(next.url);
	await send('page', lead('L1').entry[0] ?? {});
	expect(next.executions).toBe(1);
});

describe('WhatsApp', () => {
	const overridden = async () => (await call('GET', `/${whatsapp.businessAccountId}/subscribed_apps`, seedTokens.systemUser)).data[0]?.override_callback_uri;

	test('an account gets a callback URL of its own, and gives back no more than that', async () => {
		const everyone = trigger(['whatsAppMessage']);
		await publish(everyone);
		const before = await subscription('whatsapp_business_account');
		const own = trigger(['whatsAppMessage', 'whatsAppMessageStatus'], { whatsAppAccount: whatsapp.businessAccountId });
		await publish(own);
		expect(await overridden()).toContain(`${own.url}/events?listeners=`);
		await send('whatsapp_business_account', whatsAppDelivery(textMessage('wamid.1')).entry[0] ?? {});
		expect(own.executions).toBe(1);
		await takeBack(own);
		expect(await overridden()).toBeUndefined();
		expect(await subscription('whatsapp_business_account')).toEqual(before);
	});

	test('a number too; two workflows on it both hear', async () => {
		const parameters = { whatsAppAccount: whatsapp.businessAccountId, whatsAppNumber: whatsapp.phoneNumberId };
		const [one, other] = [trigger(['whatsAppMessage'], parameters), trigger(['whatsAppMessage'], parameters)];
		for (const each of [one, other]) await publish(each);
		await send('whatsapp_business_account', whatsAppDelivery(textMessage('wamid.1')).entry[0] ?? {});
		expect([one.executions, other.executions]).toEqual([1, 1]);
		await takeBack(one);
		await send('whatsapp_business_account', whatsAppDelivery(textMessage('wamid.2')).entry[0] ?? {});
		expect([one.executions, other.executions]).toEqual([1, 2]);
		await takeBack(other);
		expect(await subscriptions()).toEqual([]);
	});

	test.each([
		['account', { whatsAppAccount: whatsapp.businessAccountId }],
		['number', { whatsAppAccount: whatsapp.businessAccountId, whatsAppNumber: whatsapp.phoneNumberId }],
	])('who leaves the URL of one %s leaves it to those who listen to other events', async (_, parameters) => {
		const [changes, messages] = [trigger(['whatsAppAccount', 'whatsAppMessage'], parameters), trigger(['whatsAppMessage'], parameters)];
		for (const each of [changes, messages]) await publish(each);
		await takeBack(changes);
		const { webhook_configuration: configuration } = await call('GET', `/${whatsapp.phoneNumberId}`, seedTokens.systemUser, { fields: 'webhook_configuration' });
		expect('whatsAppNumber' in parameters ? configuration.phone_number : await overridden()).toContain(`${messages.url}/events?listeners=`);
	});

	test('by a system user, whose app Meta names', async () => {
		const credentials = { qmarkMetaSystemUserApi: { accessToken: seedTokens.systemUser, clientSecret: appSecret, graphVersion: 'v25.0', gateway: sandbox.origin } };
		const own = triggers.trigger(['whatsAppMessage'], { credentials, parameters: { app: 'qmarkMetaSystemUserApi' } });
		await publish(own);
		expect(await subscription('whatsapp_business_account')).toMatchObject({ fields: ['messages'] });
		await send('whatsapp_business_account', whatsAppDelivery(textMessage('wamid.1')).entry[0] ?? {});
		expect(own.executions).toBe(1);
	});
});

test('Instagram Login: the account is subscribed, and the dashboard’s verify token is the one typed in', async () => {
	const credentials = { qmarkInstagramOAuth2Api: { clientId: seed.instagramLogin.appId, clientSecret: seed.instagramLogin.appSecret } };
	const own = triggers.trigger(['instagramComment'], { credentials, parameters: { app: 'qmarkInstagramOAuth2Api', eventOptions: { verifyToken: 'mes fleurs' } } });
	const ask = async (token: string) => await graph.get(`${own.url}/events`, { params: { 'hub.mode': 'subscribe', 'hub.challenge': '1158201444', 'hub.verify_token': token } });
	expect(await ask('mes fleurs')).toMatchObject({ status: 200, data: 1158201444, headers: { 'content-type': expect.stringContaining('text/plain') } });
	expect((await ask('others')).status).toBe(403);
	expect((await graph.get(`${own.url}/events`)).status).toBe(400);
	const wrong = triggers.trigger(['lead'], { credentials, parameters: { app: 'qmarkInstagramOAuth2Api' } });
	await expect(publish(wrong)).rejects.toMatchObject({ message: 'The chosen app hears nothing of page.' });
});

test('an expired connection is told when the workflow is published', async () => {
	await sandbox.settings({ meta: { revokeTokens: 458 } });
	await expect(publish(trigger(['lead']))).rejects.toMatchObject({ description: expect.stringContaining('click Connect') });
	expect(await subscriptions()).toEqual([]);
});

test('what a publication has begun and not ended is taken back, also right after an earlier one was', async () => {
	const comments = trigger(['facebookComment'], { pages: [page.id] });
	await publish(comments);
	await takeBack(comments);
	await sandbox.fault({ network: 'meta', match: `/${page.id}/subscribed_apps`, kind: 'status', status: 403 });
	await expect(publish(comments)).rejects.toThrow();
	expect(await subscriptions()).toHaveLength(1);
	await takeBack(comments);
	expect(await subscriptions()).toEqual([]);
});

test('a delivery at the address of a test says nothing to production', async () => {
	const production = trigger(['lead']);
	await deliver({ url: production.url.replace('/webhook/', '/webhook-test/') }, lead('L1'));
	await deliver({ url: production.url.replace('/webhook/', '/webhook-test/') }, lead('L1'));
	expect(production.executions).toBe(2);
});

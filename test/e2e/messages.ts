import axios from 'axios';
import type { IDataObject } from 'n8n-workflow';
import { freshConnections } from '../../sandbox/n8n/http';
import type { StoredWorkflow, WorkflowFile } from '../../sandbox/n8n/workflows';
import { seed } from '../../sandbox/networks/seed';
import { deliver, escaped, post, signatureOf, textMessage, whatsAppDelivery } from '../operations/metaTrigger/deliveries';
import { shippedWorkflow, tableRows } from '../simulation/messageStore';
import type { Stage } from '../support/stage';
import { until } from './approver';
import { networksAt } from './networks';

const { appId, appSecret, customer, page, whatsapp } = seed.meta;
const http = axios.create({ httpAgent: freshConnections, proxy: false });

interface Subscription {
	object: string;
	callback_url: string;
}

/** Where the sandbox's app sends WhatsApp's events, without the last segment; empty while it is not subscribed. */
export async function callbackOf(origin: string, object = 'whatsapp_business_account'): Promise<string> {
	const { data } = await http.get<{ data: Subscription[] }>(`${origin}/graph.facebook.com/v25.0/${appId}/subscriptions`, { headers: { authorization: `Bearer ${appId}|${appSecret}` } });
	return data.data.find((one) => one.object === object)?.callback_url.split('/events')[0] ?? '';
}

/** The shipped message workflows, in a real n8n that the sandbox calls. */
export function messages(stage: () => Stage) {
	const networks = () => networksAt(stage().networks.origin);
	const subscriptions = async (): Promise<Subscription[]> =>
		(await http.get<{ data: Subscription[] }>(`${stage().networks.origin}/graph.facebook.com/v25.0/${appId}/subscriptions`, { headers: { authorization: `Bearer ${appId}|${appSecret}` } })).data.data;
	const callback = async (object: string) => (await subscriptions()).find((one) => one.object === object)?.callback_url;
	const rows = async (table: string, wanted: (row: IDataObject) => boolean) => (await tableRows(stage().operator, table)).filter(wanted);
	const arrived = async (table: string, wanted: (row: IDataObject) => boolean, count = 1) => await until(async () => await rows(table, wanted), (found) => found.length >= count, 30);
	const shown = async (network: string, text: RegExp) => (await networks().timeline()).filter((entry) => entry.network === network && text.test(entry.text));

	/** Imported as shipped, but for executions that stay to be counted; its tables made by hand, as its guide says. */
	const begun = async (file: string, change: (workflow: WorkflowFile) => WorkflowFile = (workflow) => workflow): Promise<StoredWorkflow> => {
		const { operator } = stage();
		const shipped = shippedWorkflow(file);
		const workflow = await operator.importWorkflow(change({ ...shipped, name: `E2E ${shipped.name}`, settings: { executionOrder: 'v1' } }));
		expect((await operator.workflows.run(workflow)).error).toBeUndefined();
		return await operator.workflows.publish(workflow);
	};
	const executions = async (workflow: StoredWorkflow) => (await stage().operator.workflows.executions(workflow)).filter(({ mode }) => mode === 'webhook');
	const published = async (object: string) => await until(async () => await callback(object), (url) => url !== undefined, 30);

	describe('Collect WhatsApp messages', () => {
		let workflow: StoredWorkflow;
		let url = '';

		test('is published: Meta verifies the address and is subscribed', async () => {
			workflow = await begun('collect-whatsapp-messages');
			url = String(await published('whatsapp_business_account')).split('/events')[0] ?? '';
			expect(url).toContain(`${stage().n8n.url}/webhook/`);
		});

		test('a message that the sandbox sends stands in the store once, with its contact', async () => {
			await networks().settings({ meta: { whatsappMessage: { from: customer.phone, text: 'Olá! Há túlipas?' } } });
			const [message] = await arrived('QMARK messages', ({ text }) => text === 'Olá! Há túlipas?');
			expect(message).toMatchObject({ provider: 'whatsapp', direction: 'in', kind: 'text', contact_key: `whatsapp:${customer.userId}`, account: whatsapp.phoneNumberId, window_closes_at: expect.stringMatching(/Z$/) });
			expect(await rows('QMARK contacts', ({ contact_key }) => contact_key === `whatsapp:${customer.userId}`)).toMatchObject([{ name: customer.name, phone: customer.phone }]);
		});

		test('forged, truncated and replayed deliveries are refused or started once, and leave no execution', async () => {
			const before = (await executions(workflow)).length;
			const body = escaped(whatsAppDelivery(textMessage('wamid.e2e.1')));
			expect((await post(url, body, signatureOf(body, 'another secret'))).status).toBe(401);
			expect((await post(url, body, '')).status).toBe(401);
			expect((await post(url, body.slice(0, -30), signatureOf(body))).status).toBe(401);
			expect((await post(url, body.slice(0, -30), signatureOf(body.slice(0, -30)))).status).toBe(400);
			expect((await deliver({ url }, whatsAppDelivery(textMessage('wamid.e2e.0', 'a', 1_700_000_000)))).status).toBe(400);
			expect((await executions(workflow)).length).toBe(before);
			const answers = await Promise.all(Array.from({ length: 5 }, async () => await post(url, body)));
			answers.push(await post(url, body));
			expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 200));
			expect((await executions(workflow)).length).toBe(before + 1);
			expect(await rows('QMARK messages', ({ message_id }) => message_id === 'whatsapp:wamid.e2e.1')).toHaveLength(1);
		});

		test('opt-out words are honoured in any spelling, confirmed once, and taken back', async () => {
			const contact = async () => (await rows('QMARK contacts', ({ contact_key }) => contact_key === `whatsapp:${customer.userId}`))[0] ?? {};
			const say = async (text: string, at: number) => expect((await deliver({ url }, whatsAppDelivery(textMessage(`wamid.${text}.${at}`, text, at)))).status).toBe(200);
			const now = Math.floor(Date.now() / 1000);
			await say('Arrêt !', now - 100);
			expect(await contact()).toMatchObject({ opt_out: new Date((now - 100) * 1000).toISOString(), opt_out_word: 'Arrêt !' });
			expect(await shown('whatsapp', /You will get no more messages/)).toHaveLength(1);
			await say('voltar', now - 50);
			expect(await contact()).toMatchObject({ opt_out: '' });
			// Said before, delivered after.
			await say('SAIR', now - 70);
			expect(await contact()).toMatchObject({ opt_out: '' });
			const stranger = { contacts: [{ profile: { name: 'Bruno' }, wa_id: '33612345678', user_id: 'FR.SANDBOX33612345678' }], messages: [{ from: '33612345678', from_user_id: 'FR.SANDBOX33612345678', id: 'wamid.bruno', timestamp: String(now), type: 'text', text: { body: 'stop' } }] };
			expect((await deliver({ url }, whatsAppDelivery(stranger))).status).toBe(200);
			await say('Não quero parar de receber', now - 40);
			expect(await contact()).toMatchObject({ opt_out: '' });
		});

		test('statuses of what was sent are kept, whatever the order', async () => {
			const status = (state: string) => ({ id: 'wamid.sent', status: state, timestamp: String(Math.floor(Date.now() / 1000)), recipient_id: customer.phone });
			for (const state of ['read', 'sent', 'read']) await deliver({ url }, whatsAppDelivery({ statuses: [status(state)] }));
			expect((await rows('QMARK message statuses', ({ message_id }) => message_id === 'whatsapp:wamid.sent')).map((row) => row.status).sort()).toEqual(['read', 'sent']);
		});

		test('listening for a test event in the editor never unhooks it', async () => {
			const before = await callback('whatsapp_business_account');
			await stage().operator.rest.send('POST', `/workflows/${workflow.id}/run`, { triggerToStartFrom: { name: 'WhatsApp' } });
			await until(async () => await callback('whatsapp_business_account'), (found) => found?.includes('webhook-test') === true, 20);
			await networks().settings({ meta: { whatsappMessage: { from: customer.phone, text: 'Pendant le test' } } });
			await arrived('QMARK messages', ({ text }) => text === 'Pendant le test');
			await until(async () => await callback('whatsapp_business_account'), (found) => found === before, 20);
			await networks().settings({ meta: { whatsappMessage: { from: customer.phone, text: 'Après le test' } } });
			await arrived('QMARK messages', ({ text }) => text === 'Après le test');
		});

		test('taken back, it leaves nothing subscribed', async () => {
			await stage().operator.workflows.unpublish(workflow);
			await until(subscriptions, (all) => all.length === 0, 30);
		});
	});

	describe('Collect Instagram and Messenger messages', () => {
		test('messages of both arrive once, and an opt-out is honoured', async () => {
			const workflow = await begun('collect-instagram-and-messenger-messages', (file) => ({ ...file, nodes: file.nodes.map((node) => (node.name === 'Settings' ? JSON.parse(JSON.stringify(node).replace('"facebook_page","value":""', `"facebook_page","value":"${page.id}"`)) : node)) }));
			await published('instagram');
			for (const channel of ['messenger', 'instagram']) await networks().settings({ meta: { directMessage: { channel, text: `Bonjour par ${channel}` } } });
			for (const channel of ['messenger', 'instagram']) expect(await arrived('QMARK messages', ({ text }) => text === `Bonjour par ${channel}`)).toMatchObject([{ provider: channel }]);
			await networks().settings({ meta: { directMessage: { channel: 'instagram', text: 'stop' } } });
			await arrived('QMARK contacts', ({ provider, opt_out_word: word }) => provider === 'instagram' && word === 'stop');
			await until(async () => await shown('instagram', /You will get no more messages/), (entries) => entries.length === 1, 20);
			expect((await executions(workflow)).length).toBeGreaterThanOrEqual(3);
			await stage().operator.workflows.unpublish(workflow);
			await until(subscriptions, (all) => all.length === 0, 30);
		});
	});

	describe('Welcome new leads', () => {
		const lead = async (fields: object) => await networks().settings({ meta: { lead: { fields } } });
		const ended = async (email: string) => await arrived('QMARK leads', (row) => row.email === email && (row.status === 'welcomed' || row.status === 'not welcomed'));

		test('a lead stands in the store with its answers, and is welcomed once', async () => {
			const settings = (text: string) => text.replace('"whatsapp_number","value":""', `"whatsapp_number","value":"${whatsapp.phoneNumberId}"`);
			const workflow = await begun('welcome-new-leads', (file) => ({ ...file, nodes: file.nodes.map((node) => (node.name === 'Settings' ? JSON.parse(settings(JSON.stringify(node))) : node)) }));
			await published('page');
			await lead({ email: 'Ines@Example.com', full_name: 'Inês Almeida', phone_number: '+351 912 000 001' });
			expect(await ended('ines@example.com')).toMatchObject([{ name: 'Inês Almeida', phone: customer.phone, status: 'welcomed', note: expect.stringMatching(/^wamid/), answers: expect.stringContaining('full_name') }]);
			expect(await shown('whatsapp', /Bonjour Inês Almeida, merci/)).toHaveLength(1);
			// Meta delivers the same lead again after a restart that forgot it.
			const id = String((await ended('ines@example.com'))[0]?.lead_id);
			const url = String(await callback('page')).split('/events')[0] ?? '';
			await deliver({ url }, { object: 'page', entry: [{ id: page.id, time: Math.floor(Date.now() / 1000), changes: [{ field: 'leadgen', value: { leadgen_id: id, page_id: page.id, form_id: '1', again: true } }] }] });
			expect(await shown('whatsapp', /Bonjour Inês Almeida, merci/)).toHaveLength(1);
			expect((await executions(workflow)).length).toBe(1);
		});

		test('who opted out, gave no number or cannot be reached is not written to, and the row says why', async () => {
			await lead({ email: 'bruno@example.com', full_name: 'Bruno', phone_number: '06 12 34 56 78' });
			expect(await ended('bruno@example.com')).toMatchObject([{ phone: '33612345678', status: 'not welcomed', note: 'opted out' }]);
			await lead({ email: 'nina@example.com', full_name: 'Nina' });
			expect(await ended('nina@example.com')).toMatchObject([{ status: 'not welcomed', note: 'gave no phone number' }]);
			expect(await shown('whatsapp', /Bonjour (Bruno|Nina)/)).toEqual([]);
		});
	});
}

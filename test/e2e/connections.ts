import { connectDemo } from '../../sandbox/demo';
import { seed } from '../../sandbox/networks/seed';
import { browser } from '../../sandbox/n8n/http';
import type { Credential } from '../../sandbox/n8n/operator';
import type { Stage } from '../support/stage';
import { networksAt } from './networks';

interface Found {
	results: { name: string; value: string; url?: string }[];
}

/** Credentials: tested, connected by n8n's own OAuth2 flow, and used by the lists in the nodes' panels. */
export function connections(stage: () => Stage) {
	const credential = async (type: string): Promise<Credential> => {
		const found = (await stage().operator.credentials()).find((one) => one.type === type);
		if (!found) throw new Error(`n8n holds no credential of type ${type}.`);
		return found;
	};
	const list = async (node: string, parameter: string, methodName: string, credentialType: string, filter?: string) => {
		const { id, name } = await credential(credentialType);
		return await stage().operator.rest.send<Found>('POST', '/dynamic-node-parameters/resource-locator-results', {
			...{ nodeTypeAndVersion: { name: `n8n-nodes-qmark.${node}`, version: 1 }, path: `parameters.${parameter}`, methodName, filter },
			...{ currentNodeParameters: {}, credentials: { [credentialType]: { id, name } } },
		});
	};

	test('connects through n8n’s own OAuth2 flow', async () => {
		const { operator, networks } = stage();
		await connectDemo(operator, networks.origin);
		expect(await operator.isConnected((await credential('qmarkMetaOAuth2Api')).id)).toBe(true);
	});

	test('a refused consent leaves the credential unconnected, and n8n says so', async () => {
		const { operator, networks } = stage();
		const settings = { clientId: seed.meta.appId, clientSecret: seed.meta.appSecret, gateway: networks.origin };
		const { id } = await operator.ensureCredential('Refused', 'qmarkMetaOAuth2Api', settings);
		const dialog = new URL(await operator.rest.send<string>('GET', `/oauth2-credential/auth?id=${id}`));
		const form = new URLSearchParams([...dialog.searchParams, ['decision', 'cancel']]);
		const { headers } = await browser().post(dialog.origin + dialog.pathname, form.toString(), { headers: { 'Content-Type': 'application/x-www-form-urlencoded' } });
		expect(headers.location).toContain('error=access_denied');
		const answer = await operator.rest.client.get<string>(String(headers.location), { responseType: 'text' });
		expect(answer.data).toMatch(/access_denied|Permissions error/);
		expect(await operator.isConnected(id)).toBe(false);
		await operator.rest.send('DELETE', `/credentials/${id}`);
	});

	test('connecting again keeps the credential at work', async () => {
		const { operator } = stage();
		await operator.connect(await credential('qmarkMetaOAuth2Api'));
		expect((await list('qmarkFacebook', 'page', 'searchPages', 'qmarkMetaOAuth2Api')).results).not.toEqual([]);
	});

	describe('the test of a Telegram credential', () => {
		const tested = async (data: object) => {
			const known = await credential('qmarkTelegramApi');
			return await stage().operator.rest.send<{ status: string; message: string }>('POST', '/credentials/test', { credentials: { ...known, data } });
		};
		const settings = (accessToken: string) => ({ accessToken, baseUrl: `${stage().networks.origin}/api.telegram.org`, messagesPerSecond: 30 });

		test('passes with the bot’s token', async () => {
			expect(await tested(settings(seed.telegram.token))).toMatchObject({ status: 'OK' });
		});

		test('fails with a wrong one, and says that it is the token', async () => {
			expect(await tested(settings('7000000002:SANDBOX-not-a-real-bot-token-000000'))).toMatchObject({ status: 'Error', message: expect.stringMatching(/token|unauthorized/i) });
		});
	});

	describe('lists', () => {
		test('Facebook pages, all and by name', async () => {
			const { page, secondPage } = seed.meta;
			const all = await list('qmarkFacebook', 'page', 'searchPages', 'qmarkMetaOAuth2Api');
			expect(all.results.map(({ name, value }) => [name, value])).toEqual([page, secondPage].map(({ name, id }) => [name, id]));
			const some = await list('qmarkFacebook', 'page', 'searchPages', 'qmarkMetaOAuth2Api', 'atelier');
			expect(some.results.map(({ value }) => value)).toEqual([page.id]);
		});

		test('Instagram accounts', async () => {
			const { results } = await list('qmarkInstagram', 'account', 'searchAccounts', 'qmarkMetaOAuth2Api');
			expect(results).toMatchObject([{ name: expect.stringContaining(seed.meta.instagram.username), value: seed.meta.instagram.id }]);
		});

		test('Telegram chats that have written to the bot', async () => {
			const { customer } = seed.telegram;
			await networksAt(stage().networks.origin).settings({ telegram: { message: { chat_id: customer.id, text: 'Bonjour, avez-vous des pivoines ?' } } });
			const { results } = await list('qmarkTelegram', 'chatId', 'searchChats', 'qmarkTelegramApi');
			expect(results).toMatchObject([{ name: expect.stringContaining(customer.first_name), value: String(customer.id) }]);
		});
	});
}

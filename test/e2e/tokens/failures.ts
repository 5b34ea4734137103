import { setTimeout as delay } from 'node:timers/promises';
import axios from 'axios';
import type { INode } from 'n8n-workflow';
import { seed } from '../../../sandbox/networks/seed';
import type { StoredWorkflow } from '../../../sandbox/n8n/workflows';
import type { Stage } from '../../support/stage';
import { networksAt } from '../networks';
import { shipped } from './alerts';
import { credentialOf } from './guard';

/** The shipped error workflow, started by n8n when published workflows fail. */
export function failures(stage: () => Stage) {
	let watcher: StoredWorkflow;

	const alerts = async () => (await networksAt(stage().networks.origin).timeline()).map(({ text }) => text).filter((text) => text.startsWith('⚠️') && text.includes('stopped the workflow'));

	/** A published workflow of a webhook and one node, whose failures the watcher hears of. */
	const failing = async (name: string, node: Pick<INode, 'type' | 'typeVersion' | 'parameters' | 'credentials'>) => {
		const { operator } = stage();
		const stored = await operator.workflows.import({
			name,
			nodes: [
				{ id: 'hook', name: 'Hook', type: 'n8n-nodes-base.webhook', typeVersion: 2, position: [0, 0], parameters: { path: name, httpMethod: 'POST' }, webhookId: name },
				{ id: 'work', name: 'Work', position: [220, 0], ...node },
			],
			connections: { Hook: { main: [[{ node: 'Work', type: 'main', index: 0 }]] } },
			settings: { executionOrder: 'v1', errorWorkflow: watcher.id },
		});
		await operator.workflows.publish(stored);
		return stored;
	};

	/** Calls its webhook so many times, and waits until the watcher is done with each failure. */
	const start = async ({ name }: StoredWorkflow, times = 1) => {
		const { operator, n8n } = stage();
		const seen = (await operator.workflows.executions(watcher)).length;
		const post = async () => (await axios.post(`${n8n.url}/webhook/${name}`, {}, { proxy: false, validateStatus: () => true })).status;
		// n8n opens the webhook a moment after it has published.
		for (let tries = 0; tries < 80 && (await post()) === 404; tries++) await delay(250);
		await Promise.all(Array.from({ length: times - 1 }, post));
		for (let tries = 0; tries < 120; tries++, await delay(250)) {
			const started = (await operator.workflows.executions(watcher)).slice(0, -seen || undefined);
			if (started.length >= times) return await Promise.all(started.map(async ({ id }) => (await operator.workflows.wait(id)).status));
		}
		throw new Error(`“${name}” failed, and n8n did not start the error workflow.`);
	};

	const used = async (type: string) => {
		const { id, name } = await credentialOf(stage().operator, type);
		return { id, credentials: { [type]: { id, name } } };
	};

	beforeAll(async () => {
		const { operator } = stage();
		watcher = await operator.importWorkflow(shipped('authentication-failure.json', { telegramChatId: '@atelier_camelia', emailTo: '', emailFrom: '', webhookUrl: '', gmailApi: '' }));
		await operator.workflows.publish(watcher);
		await networksAt(stage().networks.origin).settings({ meta: { revoke: true }, google: { revoke: true } });
	});

	test('a QMARK node with a revoked credential: five failures, four of them at once, make one alert with workflow, node and reconnect link', async () => {
		const { id, credentials } = await used('qmarkMetaOAuth2Api');
		const parameters = { resource: 'page', operation: 'get', page: { __rl: true, mode: 'id', value: seed.meta.page.id } };
		const workflow = await failing('revoked', { type: 'n8n-nodes-qmark.qmarkFacebook', typeVersion: 1, parameters, credentials });
		expect(await start(workflow, 4)).toEqual(['success', 'success', 'success', 'success']);
		expect(await start(workflow)).toEqual(['success']);
		const found = await alerts();
		expect(found).toHaveLength(1);
		expect(found[0]).toContain('“QMARK Meta (sandbox)” stopped the workflow “revoked”');
		expect(found[0]).toContain('Node: Work');
		expect(found[0]).toContain(`${stage().n8n.url}/home/credentials/${id}`);
		expect(found[0]).toContain(`${stage().n8n.url}/workflow/${workflow.id}/executions/`);
	});

	test('n8n’s own HTTP Request node with a revoked credential is recognised too', async () => {
		const { credentials } = await used('qmarkGmailOAuth2Api');
		const url = `${stage().networks.origin}/gmail.googleapis.com/gmail/v1/users/me/profile`;
		const parameters = { url, authentication: 'predefinedCredentialType', nodeCredentialType: 'qmarkGmailOAuth2Api', options: {} };
		await start(await failing('revoked-http', { type: 'n8n-nodes-base.httpRequest', typeVersion: 4.2, parameters, credentials }));
		expect((await alerts())[0]).toContain('“QMARK Gmail (sandbox)” stopped the workflow “revoked-http”');
	});

	test('a failure of another kind ends in silence', async () => {
		const before = (await alerts()).length;
		const { credentials } = await used('qmarkTelegramApi');
		const parameters = { resource: 'message', operation: 'sendText', chatId: { __rl: true, mode: 'id', value: '123' }, text: 'Bonjour', parseMode: '' };
		const watched = await start(await failing('wrong-chat', { type: 'n8n-nodes-qmark.qmarkTelegram', typeVersion: 1, parameters, credentials }));
		expect(watched).toEqual(['success']);
		expect((await alerts()).length).toBe(before);
	});
}

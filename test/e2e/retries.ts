import type { INodeParameters } from 'n8n-workflow';
import { seed } from '../../sandbox/networks/seed';
import type { WorkflowFile } from '../../sandbox/n8n/workflows';
import type { Fault } from '../support/sandbox';
import type { Stage } from '../support/stage';
import { networksAt } from './networks';

const count = 1000;
const sender = 'Send';

/** n8n's own node settings. https://docs.n8n.io/workflows/components/nodes/#node-settings */
const retryOnFail = { retryOnFail: true, maxTries: 2, waitBetweenTries: 100 };

/** A thousand subscribers get one text each; `mark` opens the text, so that runs can be told apart on the timeline. */
function broadcast(mark: string, credential: { id: string; name: string }): WorkflowFile {
	const items: INodeParameters = {
		jsCode: `return Array.from({ length: ${count} }, (_, n) => ({ json: { chat: String(6000000000 + n), text: '${mark} ' + n } }));`,
	};
	const send: INodeParameters = {
		...{ resource: 'message', operation: 'sendText', parseMode: '', text: '={{ $json.text }}' },
		chatId: { __rl: true, mode: 'id', value: '={{ $json.chat }}' },
	};
	return {
		name: `Broadcast: ${mark}`,
		nodes: [
			{ id: 'start', name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, position: [0, 0], parameters: {} },
			{ id: 'items', name: 'Items', type: 'n8n-nodes-base.code', typeVersion: 2, position: [220, 0], parameters: items },
			{
				...{ id: 'send', name: sender, type: 'n8n-nodes-qmark.qmarkTelegram', typeVersion: 1, position: [440, 0], parameters: send },
				...{ credentials: { qmarkTelegramApi: credential }, ...retryOnFail },
			},
		],
		connections: {
			Start: { main: [[{ node: 'Items', type: 'main', index: 0 }]] },
			Items: { main: [[{ node: sender, type: 'main', index: 0 }]] },
		},
		settings: { executionOrder: 'v1' },
	};
}

/** n8n runs a failed node again with all its items; measured with n8n's own Telegram node, 499 of 1,000 go out twice. */
export function retries(stage: () => Stage) {
	const controls = () => networksAt(stage().networks.origin);

	const run = async (mark: string, fault: Fault) => {
		const { operator, networks } = stage();
		const data = { accessToken: seed.telegram.token, baseUrl: `${networks.origin}/api.telegram.org`, messagesPerSecond: 1000 };
		const { id, name } = await operator.ensureCredential('Broadcast', 'qmarkTelegramApi', data);
		const workflow = await operator.workflows.import(broadcast(mark, { id, name }));
		await controls().fault(fault);
		const execution = await operator.workflows.run(workflow, { timeoutMs: 100_000 });
		expect(await controls().hits()).toBe(1);
		const sent = (await controls().timeline()).map(({ text }) => text).filter((text) => text.startsWith(`${mark} `));
		return { execution, sent, distinct: new Set(sent).size };
	};

	beforeAll(async () => await controls().settings({ telegram: { perSecond: 0, perChatPerSecond: 0 } }));
	afterEach(async () => await controls().clearFaults());

	test(`one refusal among ${count} items: the second try sends what is missing, 0 twice, 0 lost`, async () => {
		const { execution, sent, distinct } = await run('refused once', { network: 'telegram', match: 'sendMessage', kind: 'status', status: 400, skip: 499 });
		expect({ status: execution.status, error: execution.error }).toEqual({ status: 'success', error: undefined });
		expect({ sent: sent.length, distinct }).toEqual({ sent: count, distinct: count });
		expect(execution.items(sender)).toHaveLength(count);
	});

	test(`one answer lost among ${count} items: verdict unknown, 0 twice, and all others are served`, async () => {
		const { execution, sent, distinct } = await run('answer lost', { network: 'telegram', match: 'sendMessage', kind: 'reset', when: 'after', skip: 499 });
		expect({ sent: sent.length, distinct }).toEqual({ sent: count, distinct: count });
		expect(execution.status).toBe('error');
		expect(execution.data.resultData.error).toMatchObject({ context: { verdict: 'unknown' } });
	});
}

/** How fast a real n8n publishes: at Telegram's ceiling, and with that lifted, which is what QMARK and n8n themselves could do. */
import axios from 'axios';
import { seed } from '../../sandbox/networks/seed';
import { stopAll } from '../../sandbox/children';
import type { WorkflowFile } from '../../sandbox/n8n/workflows';
import { openStage } from '../support/stage';
import type { Stage } from '../support/stage';

export interface Pace {
	name: string;
	contents: number;
	/** Messages a second that the credential allows; Telegram's own ceiling is 30. */
	ceiling: number;
	perSecond: number;
	/** Answers with status 429. */
	refused: number;
	published: number;
}

const CONTENTS = 1_200;

/** Contents for as many people: a single channel takes 20 a minute, whoever sends. */
function broadcast(name: string, count: number, credential: { id: string; name: string }): WorkflowFile {
	const jsCode = `return Array.from({ length: ${count} }, (_, n) => ({ json: { id: '${name}-' + n, text: '${name} ' + n, targets: [{ network: 'telegram', account: String(6000000000 + n) }] } }));`;
	const to = (node: string) => ({ main: [[{ node, type: 'main' as const, index: 0 }]] });
	return {
		name,
		nodes: [
			{ id: 'start', name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, position: [0, 0], parameters: {} },
			{ id: 'contents', name: 'Contents', type: 'n8n-nodes-base.code', typeVersion: 2, position: [200, 0], parameters: { jsCode } },
			{
				...{ id: 'publisher', name: 'Publisher', type: 'n8n-nodes-qmark.qmarkPublisher', typeVersion: 1, position: [400, 0] },
				parameters: { resource: 'content', operation: 'publish', networks: ['telegram'], journalTable: name },
				credentials: { qmarkTelegramApi: credential },
			},
		],
		connections: { Start: to('Contents'), Contents: to('Publisher') },
		settings: { executionOrder: 'v1' },
	};
}

async function paced({ operator, networks: { origin } }: Stage, name: string, ceiling: number): Promise<Pace> {
	const control = axios.create({ baseURL: origin, proxy: false });
	await control.post('/_sandbox/reset');
	// The sandbox refuses above Telegram's ceiling, or nothing where it is lifted.
	await control.post('/_sandbox/settings', { telegram: { perSecond: ceiling > 30 ? 0 : 30, perChatPerSecond: 0 } });
	const { id } = await operator.ensureCredential(name, 'qmarkTelegramApi', { accessToken: seed.telegram.token, baseUrl: `${origin}/api.telegram.org`, messagesPerSecond: ceiling });
	const workflow = await operator.workflows.import(broadcast(name, CONTENTS, { id, name }));
	const execution = await operator.workflows.run(workflow, { timeoutMs: 600_000 });
	const took = (execution.data.resultData.runData.Publisher?.[0]?.executionTime ?? NaN) / 1000;
	const published = execution.items('Publisher').filter(({ json }) => json.status === 'published').length;
	const { data } = await control.get<{ telegram?: { tooMany: number } }>('/_sandbox/stats');
	return { name, contents: CONTENTS, ceiling, perSecond: Number((published / took).toFixed(1)), refused: data.telegram?.tooMany ?? 0, published };
}

/** Both paces in one n8n, one after the other. */
export async function publishingPace(): Promise<Pace[]> {
	const stage = await openStage('pace', { NODE_ENV: 'production' });
	try {
		return [await paced(stage, 'At the ceiling', 30), await paced(stage, 'Ceiling lifted', 1000)];
	} finally {
		await stopAll();
	}
}

if (require.main === module) {
	publishingPace()
		.then((paces) => console.log(JSON.stringify(paces)))
		.catch((error: unknown) => {
			console.error(error);
			process.exitCode = 1;
		});
}

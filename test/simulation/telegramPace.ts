/** `npx tsx test/simulation/telegramPace.ts`: how fast a real n8n sends to many chats, inside Telegram's ceiling. */
import axios from 'axios';
import { stopAll } from '../../sandbox/children';
import type { WorkflowFile } from '../../sandbox/n8n/workflows';
import { seed } from '../../sandbox/networks/seed';
import { openStage } from '../support/stage';

export interface TelegramPace {
	/** Messages that arrived. */
	sends: number;
	seconds: number;
	perSecond: number;
	/** Messages a second that Telegram allows one bot. */
	ceiling: number;
	/** Answers with status 429. */
	tooMany: number;
	/** Groups that became supergroups, and how many of them got the message under their new ID. */
	migrated: number;
	migratedFollowed: number;
	/** People who have blocked the bot, and how many of them are reported as such. */
	blocked: number;
	blockedReported: number;
}

/** Chats that can be reached; some of them are groups that moved. */
const CHATS = 3_000;
const MOVED = 10;
/** Further ones that cannot. */
const BLOCKED = 20;
const CEILING = 30;

const FIRST_PERSON = 6_000_000_000;
const FIRST_GROUP = -4_000_000_000;

const people = Array.from({ length: CHATS - MOVED + BLOCKED }, (_, index) => FIRST_PERSON + index);
const blocked = people.filter((_, index) => index % 100 === 0).slice(0, BLOCKED);
const chats = [...people, ...Array.from({ length: MOVED }, (_, index) => FIRST_GROUP - index)];

function bulk(credential: { id: string; name: string }): WorkflowFile {
	const to = (node: string) => ({ main: [[{ node, type: 'main' as const, index: 0 }]] });
	return {
		name: 'Send to many',
		nodes: [
			{ id: 'start', name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, position: [0, 0], parameters: {} },
			{ id: 'chats', name: 'Chats', type: 'n8n-nodes-base.code', typeVersion: 2, position: [200, 0], parameters: { jsCode: `return ${JSON.stringify(chats)}.map((chat) => ({ json: { chat } }));` } },
			{
				...{ id: 'telegram', name: 'Telegram', type: 'n8n-nodes-qmark.qmarkTelegram', typeVersion: 1, position: [400, 0] },
				parameters: { resource: 'message', operation: 'sendBulk', chatId: { __rl: true, mode: 'id', value: '={{ $json.chat }}' }, text: '=Hello {{ $json.chat }}', parseMode: '' },
				credentials: { qmarkTelegramApi: credential },
			},
		],
		connections: { Start: to('Chats'), Chats: to('Telegram') },
		settings: { executionOrder: 'v1' },
	};
}

export async function telegramPace(): Promise<TelegramPace> {
	const { operator, networks: { origin } } = await openStage('telegram-pace', { NODE_ENV: 'production' });
	try {
		const control = axios.create({ baseURL: origin, proxy: false });
		await control.post('/_sandbox/settings', { telegram: { perSecond: CEILING, perChatPerSecond: 1, perGroupPerMinute: 20 } });
		for (const chat_id of blocked) await control.post('/_sandbox/settings', { telegram: { block: { chat_id } } });
		const credential = await operator.ensureCredential('pace', 'qmarkTelegramApi', { accessToken: seed.telegram.token, baseUrl: `${origin}/api.telegram.org`, messagesPerSecond: CEILING });
		const workflow = await operator.workflows.import(bulk({ ...credential, name: 'pace' }));
		const execution = await operator.workflows.run(workflow, { timeoutMs: 600_000 });
		const seconds = (execution.data.resultData.runData.Telegram?.[0]?.executionTime ?? NaN) / 1000;
		const items = execution.items('Telegram').map(({ json }) => json);
		const sends = items.filter(({ status }) => status === 'sent').length;
		const { data } = await control.get<{ telegram?: { tooMany: number } }>('/_sandbox/stats');
		return {
			...{ sends, seconds, perSecond: Number((sends / seconds).toFixed(1)), ceiling: CEILING, tooMany: data.telegram?.tooMany ?? 0 },
			...{ migrated: MOVED, blocked: blocked.length },
			migratedFollowed: items.filter(({ status, newChatId }) => status === 'sent' && newChatId !== undefined).length,
			blockedReported: items.filter(({ status }) => status === 'blocked').length,
		};
	} finally {
		await stopAll();
	}
}

if (require.main === module) {
	telegramPace()
		.then((pace) => console.log(JSON.stringify(pace)))
		.catch((error: unknown) => {
			console.error(error);
			process.exitCode = 1;
		});
}

import type { IConnections, INode, INodeParameters } from 'n8n-workflow';
import type { Usage } from '../../../nodes/QmarkTokenGuard/blastRadius';
import { seed } from '../../../sandbox/networks/seed';
import type { Credential } from '../../../sandbox/n8n/operator';
import type { StoredWorkflow } from '../../../sandbox/n8n/workflows';
import type { Stage } from '../../support/stage';
import { reports } from './guard';

type Part = Pick<INode, 'name' | 'type' | 'typeVersion' | 'parameters'> & Partial<INode>;

const part = (name: string, type: string, typeVersion: number, parameters: INodeParameters = {}, more: Partial<INode> = {}): Part => ({ name, type, typeVersion, parameters, ...more });
const manual = part('By hand', 'n8n-nodes-base.manualTrigger', 1);
const called = part('Called', 'n8n-nodes-base.executeWorkflowTrigger', 1.1, { inputSource: 'passthrough' });
const schedule = (name: string, rule: INodeParameters) => part(name, 'n8n-nodes-base.scheduleTrigger', 1.2, { rule: { interval: [rule] } });
const call = (name: string, { id }: StoredWorkflow) => part(name, 'n8n-nodes-base.executeWorkflow', 1.2, { workflowId: { __rl: true, mode: 'id', value: id }, workflowInputs: { mappingMode: 'defineBelow', value: {} } });

const text: INodeParameters = { resource: 'message', operation: 'sendText', chatId: { __rl: true, mode: 'id', value: '1' }, text: 'Never sent', parseMode: '' };
const send = ({ id, name }: Credential, more: Partial<INode> = {}) => part('Send', 'n8n-nodes-qmark.qmarkTelegram', 1, text, { credentials: { qmarkTelegramApi: { id, name } }, ...more });

/** What breaks with a connection, in an instance of twelve workflows that use it in every way there is. */
export function blastRadius(stage: () => Stage) {
	const made = new Map<string, StoredWorkflow>();
	let found: Usage[] = [];

	const workflow = async (name: string, parts: Part[], links: [from: string, to: string, kind?: 'ai_tool'][]) => {
		const connections: IConnections = {};
		for (const [from, to, kind = 'main'] of links) (connections[from] ??= {})[kind] = [[...(connections[from]?.[kind]?.[0] ?? []), { node: to, type: kind, index: 0 }]];
		const nodes = parts.map((one, index): INode => ({ id: one.name, position: [index * 220, 0], ...one }));
		const stored = await stage().operator.workflows.import({ name, nodes, connections, settings: { executionOrder: 'v1' } });
		made.set(name, stored);
		return stored;
	};
	const publish = async (stored: StoredWorkflow) => void (await stage().operator.workflows.publish(stored));

	beforeAll(async () => {
		const { operator, networks } = stage();
		const data = { accessToken: seed.telegram.token, baseUrl: `${networks.origin}/api.telegram.org` };
		const ours = await operator.ensureCredential('Radius', 'qmarkTelegramApi', data);
		const other = await operator.ensureCredential('Radius, other', 'qmarkTelegramApi', data);
		const tomorrow = schedule('Mornings', { field: 'days', daysInterval: 1, triggerAtHour: 9, triggerAtMinute: 5 });

		await publish(await workflow('01 direct', [tomorrow, send(ours)], [['Mornings', 'Send']]));
		await workflow('02 disabled node', [manual, send(ours, { disabled: true })], [['By hand', 'Send']]);
		const weekly = schedule('Weekly', { field: 'weeks', weeksInterval: 1, triggerAtDay: [1, 5], triggerAtHour: 18, triggerAtMinute: 30 });
		await publish(await workflow('03 two triggers', [weekly, manual, part('Nothing', 'n8n-nodes-base.noOp', 1), send(ours)], [['Weekly', 'Send'], ['By hand', 'Nothing']]));
		const sub = await workflow('04 called', [called, send(ours)], [['Called', 'Send']]);
		await publish(sub);
		const caller = await workflow('05 caller', [called, call('Call', sub)], [['Called', 'Call']]);
		await publish(caller);
		const often = schedule('Often', { field: 'cronExpression', expression: '0 3 1 1 *' });
		await publish(await workflow('06 caller of the caller', [often, call('Call the caller', caller)], [['Often', 'Call the caller']]));
		const archived = await workflow('07 archived', [manual, send(ours)], [['By hand', 'Send']]);
		await operator.rest.send('POST', `/workflows/${archived.id}/archive`, {});
		await workflow('08 unpublished', [schedule('Monthly', { field: 'months', monthsInterval: 1, triggerAtDayOfMonth: 28, triggerAtHour: 7 }), send(ours)], [['Monthly', 'Send']]);
		await workflow('09 another credential', [manual, send(other)], [['By hand', 'Send']]);
		const agent = part('Agent', '@n8n/n8n-nodes-langchain.agent', 2, { options: {} });
		await workflow('10 tool of an agent', [part('Chat', '@n8n/n8n-nodes-langchain.chatTrigger', 1.1, { options: {} }), agent, send(ours, { type: 'n8n-nodes-qmark.qmarkTelegramTool' })], [['Chat', 'Agent'], ['Send', 'Agent', 'ai_tool']]);
		const request: INodeParameters = { url: `${networks.origin}/`, authentication: 'predefinedCredentialType', nodeCredentialType: 'qmarkTelegramApi' };
		const hook = part('Hook', 'n8n-nodes-base.webhook', 2, { path: 'radius', httpMethod: 'POST' }, { webhookId: 'radius' });
		await workflow('11 HTTP Request', [hook, part('Request', 'n8n-nodes-base.httpRequest', 4.2, request, { credentials: { qmarkTelegramApi: { id: ours.id, name: ours.name } } })], [['Hook', 'Request']]);
		await workflow('12 nothing of ours', [tomorrow, part('Nothing', 'n8n-nodes-base.noOp', 1)], [['Mornings', 'Nothing']]);

		found = (await reports(operator)).find(({ credentialId }) => credentialId === ours.id)?.usedBy ?? [];
	});
	afterAll(async () => {
		const { operator } = stage();
		for (const { id } of made.values()) await operator.rest.send('POST', `/workflows/${id}/archive`, {}).catch(() => undefined);
		for (const { id, name } of await operator.credentials()) if (name.startsWith('Radius')) await operator.rest.send('DELETE', `/credentials/${id}`);
	});

	const expected: (Omit<Usage, 'id' | 'through'> & { through?: string })[] = [
		{ name: '01 direct', active: true, nodes: ['Send'], startedBy: ['Mornings (every day at 09:05)'] },
		{ name: '03 two triggers', active: true, nodes: ['Send'], startedBy: ['Weekly (every week on Monday, Friday at 18:30)'] },
		{ name: '04 called', active: true, nodes: ['Send'], startedBy: [] },
		{ name: '05 caller', active: true, nodes: ['Call'], startedBy: [], through: '04 called' },
		{ name: '06 caller of the caller', active: true, nodes: ['Call the caller'], startedBy: ['Often (cron 0 3 1 1 *)'], through: '05 caller' },
		{ name: '08 unpublished', active: false, nodes: ['Send'], startedBy: ['Monthly (every month on day 28 at 07:00)'] },
		{ name: '10 tool of an agent', active: false, nodes: ['Send'], startedBy: ['Chat'] },
		{ name: '11 HTTP Request', active: false, nodes: ['Request'], startedBy: ['Hook'] },
	];

	test('names exactly the workflows that stop, with their nodes, starts and detours', () => {
		const idOf = (name: string) => made.get(name)?.id;
		const wanted = expected.map(({ through, ...usage }) => ({ id: idOf(usage.name), ...usage, ...(through && { through: [idOf(through)] }) }));
		expect(made.size).toBe(12);
		expect([...found].sort((a, b) => a.name.localeCompare(b.name))).toEqual(wanted);
	});
}

import type { Workflow, WorkflowNode } from '../../../nodes/QmarkTokenGuard/workflow';

/** The credential that dies. */
export const dead = 'credential-1';

type Given = Partial<WorkflowNode> & { uses?: string };

/** A node by its name; `uses` is the ID of its credential. */
export const node = (name: string, type: string, { uses, ...more }: Given = {}): WorkflowNode => ({
	...{ name, type, parameters: {} },
	...(uses && { credentials: { qmarkMetaOAuth2Api: { id: uses, name: 'Meta' } } }),
	...more,
});

export const facebook = (name = 'Post', more: Given = {}) => node(name, 'n8n-nodes-qmark.qmarkFacebook', { uses: dead, parameters: { resource: 'post', operation: 'createText' }, ...more });
export const schedule = (name: string, rule?: object) => node(name, 'n8n-nodes-base.scheduleTrigger', { parameters: rule ? { rule: { interval: [rule] } } : {} });
export const calls = (name: string, workflowId: unknown, type = 'n8n-nodes-base.executeWorkflow') => node(name, type, { parameters: { workflowId: workflowId as string } });

const target = (name: string) => ({ node: name, type: 'main', index: 0 });

/** `A > B` are main connections, `Tool @ Agent` plugs a tool in. */
export function workflow(id: string, nodes: WorkflowNode[], lines: string[], more: Partial<Workflow> = {}): Workflow {
	const connections: Workflow['connections'] = {};
	for (const line of lines) {
		const [from = '', kind, to = ''] = line.split(/ ([>@]) /);
		const name = kind === '>' ? 'main' : 'ai_tool';
		const outputs = ((connections[from] ??= {})[name] ??= [[]]);
		outputs[0]?.push(target(to));
	}
	return { id, name: `Workflow ${id}`, active: true, nodes, connections, ...more };
}

const agent = (more: Given = {}) => node('Agent', '@n8n/n8n-nodes-langchain.agent', more);
const webhook = () => node('Webhook', 'n8n-nodes-base.webhook');
const edit = (more: Given = {}) => node('Edit', 'n8n-nodes-base.set', more);
const daily = { field: 'days', triggerAtHour: 9, triggerAtMinute: 5 };

/** A small instance: what each workflow shows is its name’s business in the tests. */
export const instance: readonly Workflow[] = [
	workflow('scheduled', [schedule('Every morning', daily), edit(), facebook()], ['Every morning > Edit', 'Edit > Post']),
	workflow('two-triggers', [schedule('Every morning', daily), webhook(), facebook('Post one'), facebook('Post two')], ['Every morning > Post one', 'Webhook > Post two', 'Webhook > Post one']),
	workflow('other-credential', [webhook(), facebook('Post', { uses: 'credential-2' })], ['Webhook > Post']),
	workflow('disabled', [webhook(), facebook('Post', { disabled: true })], ['Webhook > Post']),
	workflow('unreachable', [webhook(), edit(), facebook()], ['Webhook > Edit']),
	workflow('disabled-trigger', [{ ...schedule('Every morning', daily), disabled: true }, webhook(), facebook()], ['Every morning > Post', 'Webhook > Post']),
	workflow('through-disabled', [webhook(), edit({ disabled: true }), facebook()], ['Webhook > Edit', 'Edit > Post']),
	workflow('tool', [webhook(), agent(), facebook('Tool')], ['Webhook > Agent', 'Tool @ Agent']),
	workflow('draft', [webhook(), facebook()], ['Webhook > Post'], { active: false }),
	workflow('archived', [webhook(), facebook()], ['Webhook > Post'], { isArchived: true }),
	workflow('caller', [schedule('Hourly', { field: 'hours' }), calls('Call', { __rl: true, mode: 'list', value: 'called' })], ['Hourly > Call']),
	workflow('called', [node('Start', 'n8n-nodes-base.executeWorkflowTrigger'), facebook()], ['Start > Post'], { active: false }),
	workflow('caller-of-caller', [webhook(), agent(), calls('Call tool', 'caller', '@n8n/n8n-nodes-langchain.toolWorkflow')], ['Webhook > Agent', 'Call tool @ Agent']),
	workflow('disabled-caller', [webhook(), { ...calls('Call', 'called'), disabled: true }], ['Webhook > Call']),
	workflow('calls-by-expression', [webhook(), calls('Call', '={{ $json.id }}')], ['Webhook > Call']),
	workflow('archived-caller', [webhook(), calls('Call', 'called')], ['Webhook > Call'], { isArchived: true }),
];

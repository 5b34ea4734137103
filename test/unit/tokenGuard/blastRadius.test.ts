import { blastRadius } from '../../../nodes/QmarkTokenGuard/blastRadius';
import { scopesInUse } from '../../../nodes/QmarkTokenGuard/permissions';
import { reachedFrom } from '../../../nodes/QmarkTokenGuard/workflow';
import { calls, dead, facebook, instance, node, workflow } from './workflows';

const found = new Map(blastRadius(dead, instance).map((usage) => [usage.id, usage]));
const morning = 'Every morning (every day at 09:05)';

describe('what a dead credential breaks', () => {
	test.each([
		{ id: 'scheduled', nodes: ['Post'], startedBy: [morning] },
		{ id: 'two-triggers', nodes: ['Post one', 'Post two'], startedBy: [morning, 'Webhook'] },
		{ id: 'unreachable', nodes: ['Post'], startedBy: [] },
		{ id: 'disabled-trigger', nodes: ['Post'], startedBy: ['Webhook'] },
		{ id: 'through-disabled', nodes: ['Post'], startedBy: ['Webhook'] },
		{ id: 'tool', nodes: ['Tool'], startedBy: ['Webhook'] },
		{ id: 'draft', nodes: ['Post'], startedBy: ['Webhook'], active: false },
		{ id: 'caller', nodes: ['Call'], startedBy: ['Hourly (every hour at minute 0)'], through: ['called'] },
		{ id: 'caller-of-caller', nodes: ['Call tool'], startedBy: ['Webhook'], through: ['caller'] },
	])('$id: $nodes, started by $startedBy', ({ id, nodes, startedBy, active = true, through }) => {
		expect(found.get(id)).toEqual({ id, name: `Workflow ${id}`, active, nodes, startedBy, ...(through && { through }) });
	});

	test('called: its own node; it starts when another calls it', () => {
		expect(found.get('called')).toMatchObject({ nodes: ['Post'], active: false });
		expect(found.get('called')).not.toHaveProperty('through');
	});

	test.each(['other-credential', 'disabled', 'archived', 'disabled-caller', 'calls-by-expression', 'archived-caller'])('nothing in %s', (id) => {
		expect(found.has(id)).toBe(false);
	});

	test('every workflow once', () => {
		expect(blastRadius(dead, instance)).toHaveLength(found.size);
		expect(blastRadius('credential-3', instance)).toEqual([]);
		expect(blastRadius(dead, [])).toEqual([]);
	});

	test('workflows that call each other in a circle come to an end', () => {
		const circle = [
			workflow('a', [calls('Call b', 'b')], []),
			workflow('b', [calls('Call a', 'a'), calls('Call c', 'c')], []),
			workflow('c', [facebook(), calls('Call c', 'c')], []),
		];
		expect(blastRadius(dead, circle).map(({ id, through }) => [id, through])).toEqual([['c', undefined], ['b', ['c']], ['a', ['b']]]);
	});

	test('a loop inside a workflow too', () => {
		const loop = workflow('loop', [node('Webhook', 'n8n-nodes-base.webhook'), node('Loop', 'n8n-nodes-base.splitInBatches'), facebook()], ['Webhook > Loop', 'Loop > Post', 'Post > Loop']);
		expect([...reachedFrom(loop, 'Webhook')]).toEqual(['Webhook', 'Loop', 'Post']);
		expect(blastRadius(dead, [loop])).toMatchObject([{ startedBy: ['Webhook'] }]);
	});
});

test('the permissions in use are those of enabled nodes in living workflows, each once', () => {
	const reads = workflow('reads', [facebook('Insights', { parameters: { resource: 'post', operation: 'get' } })], []);
	expect(scopesInUse(dead, instance)).toEqual(scopesInUse(dead, [workflow('one', [facebook()], [])]));
	const all = scopesInUse(dead, [...instance, reads]);
	expect(new Set(all).size).toBe(all.length);
	expect(scopesInUse('credential-3', instance)).toEqual([]);
});

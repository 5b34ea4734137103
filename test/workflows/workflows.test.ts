import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { commonPollingParameters } from 'n8n-core/dist/nodes-loader/constants';
import { NodeHelpers } from 'n8n-workflow';
import { root } from '../support/sources';
import { qmarkNodes } from '../support/nodes';
import { coreNodes, workflows } from './files';

test('there are workflows', () => {
	expect(workflows.length).toBeGreaterThan(0);
});

describe.each(workflows)('$path', ({ path, text, workflow }) => {
	const names = workflow.nodes.map(({ name }) => name);
	const qmark = workflow.nodes.filter(({ type }) => type.startsWith('n8n-nodes-qmark.'));

	test('has a name, a README and node names of its own', () => {
		expect(workflow.name).toMatch(/\S/);
		expect(existsSync(join(root, dirname(path), 'README.md'))).toBe(true);
		expect(new Set(names).size).toBe(names.length);
		expect(new Set(workflow.nodes.map(({ id }) => id)).size).toBe(names.length);
	});

	test('starts, publishes through QMARK and is explained on the canvas', () => {
		expect(workflow.nodes.some(({ type }) => /trigger$/i.test(type) || type.endsWith('.webhook'))).toBe(true);
		// One that a node of QMARK calls needs none of QMARK's nodes itself.
		if (!workflow.nodes.some(({ name }) => name.startsWith('Called by QMARK'))) expect(qmark.length).toBeGreaterThan(0);
		expect(workflow.nodes.some(({ type }) => type === 'n8n-nodes-base.stickyNote')).toBe(true);
	});

	test.each(workflow.nodes)('$name is a known node in a known version', ({ type, typeVersion }) => {
		const versions = qmarkNodes[type] ? [qmarkNodes[type].version].flat() : (coreNodes[type] ?? []);
		expect(versions).toContain(typeVersion);
	});

	test('connects nodes that exist, and leaves none aside', () => {
		const targets = Object.values(workflow.connections).flatMap(({ main = [] }) => main.flatMap((output) => output ?? []));
		for (const name of [...Object.keys(workflow.connections), ...targets.map(({ node }) => node)]) expect(names).toContain(name);
		const reached = new Set(targets.map(({ node }) => node));
		// A model or parser is plugged into the node that uses it.
		const plugged = new Set(Object.keys(workflow.connections).filter((name) => Object.keys(workflow.connections[name] ?? {}).some((kind) => kind !== 'main')));
		const alone = workflow.nodes.filter(({ name, type }) => !reached.has(name) && !plugged.has(name) && !/trigger$|stickyNote$|webhook$/i.test(type));
		expect(alone.map(({ name }) => name)).toEqual([]);
	});

	test('expressions name nodes that exist', () => {
		for (const [, name] of text.matchAll(/\$\('([^']+)'\)/g)) expect(names).toContain(name);
	});

	test('holds no credential, pinned data or identity of an instance', () => {
		for (const node of workflow.nodes) {
			expect(Object.values(node.credentials ?? {}).filter(({ id }) => id)).toEqual([]);
			expect(node.webhookId).toBeUndefined();
		}
		expect(Object.keys(workflow).filter((key) => !['name', 'nodes', 'connections', 'settings'].includes(key))).toEqual([]);
		expect(text).not.toMatch(/\b\d{6,}:[\w-]{30,}|\bEAA\w{20,}|"(accessToken|access_token|clientSecret|password)"/);
	});

	if (qmark.length > 0) test.each(qmark)('$name: every parameter belongs to its operation', (node) => {
		const description = qmarkNodes[node.type];
		if (!description) throw new Error(`${node.type} is no node of this package.`);
		// n8n drops what the panel does not have for the chosen operation, and a fixed collection that is not spelled out.
		// It asks nodes that poll when to.
		const properties = [...(description.polling ? commonPollingParameters : []), ...description.properties];
		const kept = NodeHelpers.getNodeParameters(properties, node.parameters, true, false, node, description);
		expect(kept).toMatchObject(node.parameters);
		expect(NodeHelpers.getNodeParametersIssues(properties, node, description)).toBeNull();
		// One refused item stops no other. These, and campaigns, tell what goes wrong with one in their items; where they fail, they could not work at all.
		const tells = ['n8n-nodes-qmark.qmarkContentImport', 'n8n-nodes-qmark.qmarkPublisher', 'n8n-nodes-qmark.qmarkTokenGuard'].includes(node.type) || (node.type === 'n8n-nodes-qmark.qmarkGmail' && node.parameters.resource === 'campaign');
		const handled = tells ? [undefined, 'continueErrorOutput'] : ['continueRegularOutput', 'continueErrorOutput'];
		expect(handled).toContain(node.onError);
	});
});

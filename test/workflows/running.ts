import { runInNewContext } from 'node:vm';
import { DateTime } from 'luxon';
import { workflows } from './files';

export type Json = Record<string, unknown>;
export interface Item {
	json: Json;
	binary?: Json;
}

/** What other nodes answered, by their name; those that are not here did not run. `first` and `second` are outputs. */
export type Nodes = Record<string, (Json | Item)[] | { first: Json[]; second: Json[] }>;

export const now = DateTime.fromISO('2027-03-10T09:00:00', { zone: 'Europe/Paris' });

const isItem = (value: Json | Item): value is Item => 'json' in value && typeof value.json === 'object';
const asItem = (value: Json | Item): Item => (isItem(value) ? value : { json: value });

/** Runs a Code node of a shipped workflow as n8n does, and answers its items. */
export function runCode(workflow: string, node: string, nodes: Nodes, input: (Json | Item)[] = []): Item[] {
	const code = workflows.find((one) => one.workflow.name === workflow)?.workflow.nodes.find(({ name }) => name === node)?.parameters.jsCode;
	if (typeof code !== 'string') throw new Error(`“${workflow}” has no code “${node}”.`);
	const itemsOf = (name: string, output = 0): Item[] => {
		const found = nodes[name] ?? [];
		return (Array.isArray(found) ? (output === 0 ? found : []) : output === 0 ? found.first : found.second).map(asItem);
	};
	const $ = (name: string) => ({ isExecuted: name in nodes, first: () => itemsOf(name)[0], all: (output?: number) => itemsOf(name, output), itemMatching: () => itemsOf(name)[0] });
	const $input = { all: () => input.map(asItem), first: () => input.map(asItem)[0] };
	return JSON.parse(JSON.stringify(runInNewContext(`(() => { ${code} })()`, { $, $input, $now: now, DateTime })));
}

import type { Effect } from '../../nodes/core/operation';
import { fieldsTable } from './fields';
import { anchor, cell, code, table } from './markdown';
import { byResource, menusOf, titled } from './nodes';
import type { Documented, DocumentedNode, PlainNode } from './nodes';

const effects: Record<Effect, string> = {
	read: 'changes nothing; several items at once, repeated when an answer is lost',
	send: 'one recipient each; several items at once within the platform’s pace',
	write: 'one item at a time, in order',
};

/** Where a node without operations is explained, by its name. */
const guides: Readonly<Record<string, string>> = {
	qmarkContentImport: '[Importing content](../en/import-content.md)',
	qmarkPublisher: '[QMARK Publisher](../en/publisher.md)',
	qmarkTokenGuard: '[Connect once](../en/connections.md#token-guard)',
	qmarkTikTokTrigger: '[TikTok](../en/tiktok.md)',
	qmarkMetaTrigger: '[Meta trigger](../en/meta-trigger.md) and [Meta’s privacy callbacks](../en/meta-privacy-callbacks.md)',
};

/** What it can do, each with an explanation. */
function choicesTable(node: PlainNode): string {
	const menus = menusOf(node);
	const [{ displayName = '', resource } = {}] = menus;
	const rows = menus.flatMap((menu) => menu.choices.map(({ name, value, description }, position) => [...(resource ? [position === 0 ? (menu.resource ?? '') : ''] : []), cell(name), code(String(value)), cell(`${description ?? ''}.`)]));
	return rows.length > 0 ? table([[...(resource ? ['Resource'] : []), displayName, 'Value', ''], ...rows]) : '';
}

function limitsOf({ limits = {}, fields }: Documented): string {
	const found = Object.entries(limits).map(([name, most]) => {
		const label = fields.find((field) => field.name === name)?.displayName ?? name;
		return `${label}: ${most.toLocaleString('en')} characters`;
	});
	return found.join('; ');
}

function section(node: DocumentedNode, operation: Documented): string {
	const { heading, resource, operation: name, effect, scopes = [], docs, description, fields, file } = operation;
	const facts = [
		['Resource and operation', `${code(resource)}, ${code(name)}`],
		['Effect', `${code(effect)}: ${effects[effect]}`],
		['Permissions', scopes.map(code).join(', ')],
		['Limits checked beforehand', limitsOf(operation)],
		[`${node.platform.name}’s reference`, `<${docs}>`],
		['Source', `[${file}](../../${file})`],
	].filter(([, value]) => value !== '');
	const parameters = fields.length > 0 ? fieldsTable(fields) : 'It has no fields.';
	return [`### ${heading}`, `${description.replace(/\.$/, '')}.`, table([['', ''], ...facts]), parameters].join('\n\n');
}

/** The page of a node without operations: its choices and its fields. */
export function plainPage(node: PlainNode): string {
	const { description } = node;
	const credentials = [...new Set((description.credentials ?? []).map(({ name }) => code(name)))].join(', ');
	const fields = description.properties.filter(({ type }) => type !== 'notice');
	return [
		'<!-- Written by `npm run docs` from the node’s description. Change that, not this file. -->',
		`# ${description.displayName}`,
		`${description.description}. Node type ${code(`n8n-nodes-qmark.${description.name}`)}; ${credentials ? `credentials it takes: ${credentials}` : 'it takes no credential'}.`,
		`Explained in ${guides[description.name] ?? '[the guides](../en/README.md)'}. A name in the second column is the one that expressions and workflow files use.`,
		choicesTable(node),
		'## Fields',
		fieldsTable(fields),
	].filter(Boolean).join('\n\n').concat('\n');
}

/** The page of a node: every operation with its facts and fields. */
export function referencePage(node: DocumentedNode): string {
	const { description, platform, operations } = node;
	const resources = byResource(operations);
	const credentials = (description.credentials ?? []).map(({ name }) => code(name)).join(', ');
	const contents = resources.map(([resource, found]) => `* ${titled(resource)}: ${found.map(({ name, heading }) => `[${name}](#${anchor(heading)})`).join(', ')}`);
	const intro = [
		'<!-- Written by `npm run docs` from the operation tables. Change those, not this file. -->',
		`# ${description.displayName}`,
		`${description.description}. Node type ${code(`n8n-nodes-qmark.${description.name}`)}, credential ${credentials}.`,
		`A name in the second column of a table is the one that expressions and workflow files use. [${platform.name}’s documentation](${platform.docs}), last checked: ${platform.verified.replace(/(https:\S+)/, '<$1>')}.`,
		contents.join('\n'),
	];
	const sections = resources.flatMap(([resource, found]) => [`## ${titled(resource)}`, ...found.map((operation) => section(node, operation))]);
	return `${[...intro, ...sections].join('\n\n')}\n`;
}

/**
 * Workflows with their Data Tables in PostgreSQL: every Data Table node becomes n8n's Postgres node with one statement and
 * query parameters; QMARK Publisher and the campaigns of QMARK Gmail keep their journals in “Publishing journal (PostgreSQL)” and
 * “Campaign journal (PostgreSQL)”.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INode, INodeParameters } from 'n8n-workflow';
import { root } from './nodes';

interface Condition {
	keyName: string;
	condition: string;
	keyValue?: string;
}

/** What a Data Table node of these workflows is set to. */
interface TableParameters {
	resource?: string;
	operation?: string;
	tableName?: string;
	dataTableId?: { value?: string };
	matchType?: string;
	filters?: { conditions?: Condition[] };
	columns?: { value?: Record<string, string>; column?: { name: string }[] };
	returnAll?: boolean;
	limit?: number;
}

interface Workflow {
	name: string;
	nodes: INode[];
}

/** Folder → its workflows that are written anew. */
const converted: Readonly<Record<string, readonly string[]>> = {
	'workflows/mail': ['send-a-campaign', 'unsubscribe-with-one-click'],
	'workflows/messages': ['collect-gmail-replies', 'collect-instagram-and-messenger-messages', 'collect-telegram-messages', 'collect-whatsapp-messages', 'label-lead-replies', 'welcome-new-leads'],
	'workflows/publishing': ['approve-each-pin', 'approve-then-publish', 'collect-post-results', 'draft-with-ai', 'editorial-calendar', 'import-content', 'one-video-everywhere', 'publishing-digest'],
};

/** Data Tables and what stands for them; `unique` is the column that schema.sql holds each row by. */
const tables: Readonly<Record<string, { name: string; unique?: string }>> = {
	'QMARK campaigns': { name: 'qmark_campaigns', unique: 'key' },
	'QMARK contents': { name: 'qmark_contents', unique: 'content_id' },
	'QMARK results': { name: 'qmark_results', unique: 'key' },
	'QMARK import problems': { name: 'qmark_import_problems' },
	'QMARK pins': { name: 'qmark_pins', unique: 'content_id' },
	'QMARK message statuses': { name: 'qmark_message_statuses', unique: 'status_id' },
	'QMARK messages': { name: 'qmark_messages', unique: 'message_id' },
	'QMARK contacts': { name: 'qmark_contacts', unique: 'contact_key' },
	'QMARK leads': { name: 'qmark_leads', unique: 'lead_id' },
};

/** Names of columns that SQL keeps for itself. */
const quoted = (name: string) => (name === 'column' || name === 'row' ? `"${name}"` : name);

const signs: Readonly<Record<string, string>> = { eq: '=', neq: '<>', lt: '<', lte: '<=', gt: '>', gte: '>=' };
const journaled = ['publish', 'getAll', 'reconcile', 'delete', 'getResults'];

/** The inside of an n8n expression that answers what a parameter says, as a text. */
function expressionOf(value: string): string {
	if (!value.startsWith('=')) return JSON.stringify(value);
	const parts = value.slice(1).split(/(\{\{[\s\S]*?\}\})/).filter((part) => part !== '');
	const terms = parts.map((part) => (part.startsWith('{{') ? `String((${part.slice(2, -2).trim()}) ?? '')` : JSON.stringify(part)));
	return terms.join(' + ') || "''";
}

/** Collects the values of a statement, which PostgreSQL gets beside it and never in it. */
class Values {
	private readonly expressions: string[] = [];

	add(value: string): string {
		this.expressions.push(expressionOf(value));
		return `$${this.expressions.length}`;
	}

	get options(): INodeParameters {
		return this.expressions.length > 0 ? { queryReplacement: `={{ [${this.expressions.join(', ')}] }}` } : {};
	}
}

/** Texts are compared as bytes, whatever the database's language: so do ISO times sort. */
function conditionOf({ keyName, condition, keyValue = '' }: Condition, values: Values): string {
	const column = quoted(keyName);
	if (condition === 'isEmpty') return `${column} = ''`;
	if (condition === 'isNotEmpty') return `${column} <> ''`;
	const sign = signs[condition];
	if (!sign) throw new Error(`“${condition}” has no SQL yet: add it to docs/generator/postgresWorkflows.ts.`);
	return `${column}${sign === '=' || sign === '<>' ? '' : ' COLLATE "C"'} ${sign} ${values.add(keyValue)}`;
}

function where({ filters, matchType }: TableParameters, values: Values): string {
	const conditions = (filters?.conditions ?? []).map((one) => conditionOf(one, values));
	return conditions.length > 0 ? `\nWHERE ${conditions.join(matchType === 'allConditions' ? '\n\tAND ' : '\n\tOR ')}` : '';
}

/** A statement that changes rows answers them, and nothing where there is none: n8n would make an item of its own of that. */
const answering = (statement: string) => `WITH changed AS (\n${`${statement}\nRETURNING *`.replace(/^/gm, '\t')}\n)\nSELECT * FROM changed;`;

function inserted(table: string, columns: Record<string, string>, values: Values): string {
	return `INSERT INTO ${table} (${Object.keys(columns).map(quoted).join(', ')})\nVALUES (${Object.values(columns).map((value) => values.add(value)).join(', ')})`;
}

function upserted({ name, unique }: { name: string; unique?: string }, parameters: TableParameters, columns: Record<string, string>, values: Values): string {
	const [by, ...others] = parameters.filters?.conditions ?? [];
	if (!unique || others.length > 0 || by?.keyName !== unique || by.condition !== 'eq' || !columns[unique]) throw new Error(`An upsert of ${name} has to be by its unique column alone.`);
	const set = Object.keys(columns).filter((column) => column !== unique).map((column) => `${quoted(column)} = EXCLUDED.${quoted(column)}`);
	return `${inserted(name, columns, values)}\nON CONFLICT (${unique}) DO UPDATE SET ${[...set, 'updated_at = now()'].join(', ')}`;
}

/** What schema.sql says of one table, to the letter. The journal's workflow makes all tables of its folder at once. */
function made(schema: string, table: string): string {
	const [create] = new RegExp(`CREATE TABLE IF NOT EXISTS ${table} \\([\\s\\S]*?\\n\\);\\n(?:CREATE INDEX .*\\n)*`).exec(schema) ?? [];
	const [secure] = new RegExp(`ALTER TABLE ${table} .*;`).exec(schema) ?? [];
	if (!create || !secure) throw new Error(`schema.sql does not make ${table}, or leaves it open to Supabase’s public key.`);
	return `${create}${secure}`;
}

function statementOf(parameters: TableParameters, values: Values, schema: string | undefined): string {
	const { operation, dataTableId, tableName, columns, returnAll, limit = 50 } = parameters;
	const table = tables[tableName ?? dataTableId?.value ?? ''];
	if (!table) throw new Error(`“${tableName ?? dataTableId?.value}” has no table in PostgreSQL yet: add it to docs/generator/postgresWorkflows.ts and schema.sql.`);
	const given = columns?.value ?? {};
	switch (`${parameters.resource} ${operation}`) {
		case 'table create':
			if (schema) return made(schema, table.name);
			return `-- Fails where schema.sql has not been run.\nSELECT count(*) FROM (SELECT ${(columns?.column ?? []).map(({ name }) => quoted(name)).join(', ')} FROM ${table.name} LIMIT 1) AS one;`;
		case 'row get':
			return `SELECT * FROM ${table.name}${where(parameters, values)}\nORDER BY id${returnAll ? '' : `\nLIMIT ${limit}`};`;
		case 'row insert':
			return answering(inserted(table.name, given, values));
		case 'row upsert':
			return answering(upserted(table, parameters, given, values));
		case 'row update': {
			const set = Object.entries(given).map(([column, value]) => `${quoted(column)} = ${values.add(value)}`);
			return answering(`UPDATE ${table.name} SET ${[...set, 'updated_at = now()'].join(', ')}${where(parameters, values)}`);
		}
		case 'row deleteRows':
			return answering(`DELETE FROM ${table.name}${where(parameters, values)}`);
		default:
			throw new Error(`“${parameters.resource} ${operation}” has no SQL yet: add it to docs/generator/postgresWorkflows.ts.`);
	}
}

function inPostgres(node: INode, schema?: string): INode {
	const values = new Values();
	const query = statementOf(node.parameters, values, schema);
	return { ...node, type: 'n8n-nodes-base.postgres', typeVersion: 2.6, parameters: { resource: 'database', operation: 'executeQuery', query, options: values.options } };
}

const isJournaled = ({ type, parameters }: INode) => (type.endsWith('.qmarkPublisher') && journaled.includes(String(parameters.operation))) || (type.endsWith('.qmarkGmail') && parameters.resource === 'campaign');

function withJournal(node: INode): INode {
	const journalWorkflow = { __rl: true, mode: 'id', value: "={{ $('Settings').first().json.journal_workflow }}" };
	return { ...node, parameters: { ...node.parameters, journal: 'workflow', journalWorkflow } };
}

interface Settings {
	assignments?: { assignments: INodeParameters[] };
}

/** The journal is one more setting: its ID is another in every n8n. */
function withSetting(node: INode): INode {
	const { assignments }: Settings = node.parameters;
	const journal: INodeParameters = { id: '5f0c2a54-6c43-5e2b-9a51-0d5f6f1d8c11', name: 'journal_workflow', value: '', type: 'string' };
	return { ...node, parameters: { ...node.parameters, assignments: { assignments: [...(assignments?.assignments ?? []), journal] } } };
}

const named = (text: string) => Object.entries(tables).reduce((all, [from, { name }]) => all.replaceAll(from, name), text).replaceAll('Data Tables', 'PostgreSQL').replaceAll('Data Table', 'PostgreSQL table');

const read = (...path: string[]) => readFileSync(join(root, ...path), 'utf8');

function convert(folder: string, name: string): string {
	const workflow: Workflow = JSON.parse(read(folder, `${name}.json`));
	// Campaigns and messages know the same contacts.
	const schema = folder === 'workflows/publishing' ? undefined : ['workflows/messages', 'workflows/mail'].map((one) => read(one, 'postgresql', 'schema.sql')).join('\n');
	const keepsJournal = workflow.nodes.some(isJournaled);
	const nodes = workflow.nodes.map((node) => {
		if (node.type === 'n8n-nodes-base.dataTable') return inPostgres(node, schema);
		if (isJournaled(node)) return withJournal(node);
		return keepsJournal && node.name === 'Settings' ? withSetting(node) : node;
	});
	return named(`${JSON.stringify({ ...workflow, name: `${workflow.name} (PostgreSQL)`, nodes }, null, '\t')}\n`);
}

/** The generated files, by their path from the repository's root. */
export const postgresWorkflows = () =>
	Object.entries(converted).flatMap(([folder, names]) => names.map((name) => ({ path: `${folder}/postgresql/${name}.json`, text: convert(folder, name) })));

/** The journal of campaigns in PostgreSQL: the workflow of the publishing journal, with another table behind it. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { table as publications } from '../../nodes/QmarkPublisher/journal/entry';
import { table as campaigns } from '../../nodes/QmarkGmail/campaign/entry';
import { root } from './nodes';

const read = (...path: string[]) => readFileSync(join(root, ...path), 'utf8');

interface Workflow {
	name: string;
	nodes: { id: string; name: string; parameters: { query?: string; options?: object } }[];
}

/** Columns that the lines of campaigns are asked for by. */
const wishes = ['campaign', 'mailbox', 'status', 'token'];

const find = `-- Rows that match all that is wished for, the latest first.
SELECT * FROM qmark_campaigns
WHERE ${wishes.map((column, index) => `($${index + 1} = '' OR ${column} = $${index + 1})`).join('\n\tAND ')}
ORDER BY updated_at DESC, id DESC
LIMIT $${wishes.length + 1};`;

const findValues = { queryReplacement: `={{ ((wish) => [${wishes.map((column) => `wish.${column} ?? ''`).join(', ')}, Number(wish.limit) || 50])(JSON.parse($json.rows)[0]) }}` };

/** The same in the words of campaigns. Lists of columns stand in the statements as `a, b`, `a text, b text` and `a = given.a`. */
function worded(text: string): string {
	const lists: ((columns: readonly string[]) => string)[] = [
		(columns) => columns.join(', '),
		(columns) => columns.map((column) => `${column} text`).join(', '),
		(columns) => columns.map((column) => `${column} = given.${column}`).join(',\\n\\t'),
	];
	const withColumns = lists.reduce((all, list) => all.replaceAll(list(publications.columns), list(campaigns.columns)), text);
	return withColumns
		.replaceAll('Publishing journal', 'Campaign journal')
		.replaceAll('publishing journal', 'campaign journal')
		.replaceAll('what is published', 'who was sent what')
		.replaceAll('publish each content **once**', 'write to each person **once**')
		.replaceAll('QMARK Publisher', 'QMARK Gmail')
		.replaceAll('qmark_publications', 'qmark_campaigns');
}

function campaignJournal(): string {
	const workflow: Workflow = JSON.parse(worded(read('workflows/publishing/postgresql/publishing-journal.json')));
	const nodes = workflow.nodes.map((node) => {
		const id = createHash('sha256').update(`campaign ${node.id}`).digest('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
		if (node.name === 'Make the tables') return { ...node, id, parameters: { ...node.parameters, query: read('workflows/mail/postgresql/schema.sql') } };
		return node.name === 'Find' ? { ...node, id, parameters: { ...node.parameters, query: find, options: findValues } } : { ...node, id };
	});
	return `${JSON.stringify({ ...workflow, nodes }, null, '\t')}\n`;
}

export const journalWorkflows = () => [{ path: 'workflows/mail/postgresql/campaign-journal.json', text: campaignJournal() }];

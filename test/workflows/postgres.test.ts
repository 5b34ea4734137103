import { read, workflows } from './files';

const schema = read('workflows/publishing/postgresql/schema.sql');
const inPostgres = workflows.filter(({ path }) => path.startsWith('workflows/publishing/postgresql/'));
const queryOf = ({ parameters }: { parameters: object }) => ('query' in parameters ? String(parameters.query) : '');

/** Columns of each table, as schema.sql makes it. */
const tables = new Map([...schema.matchAll(/CREATE TABLE IF NOT EXISTS (\w+) \(\n([\s\S]*?)\n\);/g)].map(([, name = '', body = '']) => [name, [...body.matchAll(/^\t("?\w+"?) /gm)].map(([, column = '']) => column)]));

test('the journal makes the tables of schema.sql', () => {
	const made = inPostgres.flatMap(({ workflow }) => workflow.nodes).find(({ name }) => name === 'Make the tables');
	expect(made && queryOf(made)).toBe(schema);
	expect([...tables.keys()]).toEqual(['qmark_publications', 'qmark_contents', 'qmark_results', 'qmark_import_problems']);
});

test('Supabase’s public key opens none of them', () => {
	for (const name of tables.keys()) expect(schema).toContain(`ALTER TABLE ${name} ENABLE ROW LEVEL SECURITY;`);
});

describe.each(inPostgres)('$path', ({ workflow, text }) => {
	const nodes = workflow.nodes.filter(({ type }) => type === 'n8n-nodes-base.postgres');

	test('keeps nothing in Data Tables', () => {
		expect(nodes.length).toBeGreaterThan(0);
		expect(text).not.toMatch(/nodes-base\.dataTable|Data Table/);
	});

	test.each(nodes)('$name: its tables and columns exist, and no value stands in the statement', (node) => {
		const query = queryOf(node);
		for (const [, name = ''] of query.matchAll(/\b(?:FROM|INTO|UPDATE) (qmark_\w+)/g)) expect([...tables.keys()]).toContain(name);
		for (const [, name = '', columns = ''] of query.matchAll(/INSERT INTO (qmark_\w+) \(([^)]+)\)/g)) expect(tables.get(name)).toEqual(expect.arrayContaining(columns.split(', ')));
		for (const [, columns = '', name = ''] of query.matchAll(/\(SELECT (\w[^()]*) FROM (qmark_\w+) LIMIT 1\)/g)) expect(tables.get(name)).toEqual(expect.arrayContaining(columns.split(', ')));
		expect(query).not.toMatch(/\{\{|\$json/);
	});
});

import { read, workflows } from './files';

const queryOf = ({ parameters }: { parameters: object }) => ('query' in parameters ? String(parameters.query) : '');

/** Columns of each table, as a schema.sql makes it. */
const tablesIn = (schema: string) =>
	new Map([...schema.matchAll(/CREATE TABLE IF NOT EXISTS (\w+) \(\n([\s\S]*?)\n\);/g)].map(([, name = '', body = '']) => [name, [...body.matchAll(/^\t("?\w+"?) /gm)].map(([, column = '']) => column)]));

/** Folder, its own tables, and the schemas whose tables its workflows use. */
const folders = [
	{ folder: 'workflows/mail/postgresql', names: ['qmark_campaigns'], used: ['workflows/mail', 'workflows/messages'] },
	{ folder: 'workflows/messages/postgresql', names: ['qmark_messages', 'qmark_contacts', 'qmark_message_statuses', 'qmark_leads'], used: ['workflows/messages', 'workflows/mail'] },
	{ folder: 'workflows/publishing/postgresql', names: ['qmark_publications', 'qmark_contents', 'qmark_results', 'qmark_import_problems', 'qmark_pins'], used: ['workflows/publishing'] },
];

describe.each(folders)('$folder', ({ folder, names, used }) => {
	const schema = read(`${folder}/schema.sql`);
	const usable = used.map((one) => read(`${one}/postgresql/schema.sql`)).join('\n');
	const tables = tablesIn(usable);
	const inPostgres = workflows.filter(({ path }) => path.startsWith(`${folder}/`));

	test('schema.sql makes its tables, and Supabase’s public key opens none of them', () => {
		expect([...tablesIn(schema).keys()]).toEqual(names);
		for (const name of names) expect(schema).toContain(`ALTER TABLE ${name} ENABLE ROW LEVEL SECURITY;`);
	});

	test('workflows make them to the letter', () => {
		const made = inPostgres.flatMap(({ workflow }) => workflow.nodes).map(queryOf).filter((query) => query.includes('CREATE TABLE'));
		expect(made.length).toBeGreaterThan(0);
		for (const statement of made.flatMap((query) => query.split(/(?<=;)\n/))) expect(usable).toContain(statement.trim());
		for (const name of names) expect(made.some((query) => query.includes(`CREATE TABLE IF NOT EXISTS ${name} (`))).toBe(true);
	});

	describe.each(inPostgres)('$path', ({ workflow, text }) => {
		const nodes = workflow.nodes.filter(({ type }) => type === 'n8n-nodes-base.postgres');

		test('keeps nothing in Data Tables', () => {
			// One that has no table of its own keeps the journal of campaigns there.
			expect(text).toMatch(/nodes-base\.postgres"|"journal": "workflow"/);
			expect(text).not.toMatch(/nodes-base\.dataTable|Data Table/);
		});

		if (nodes.length > 0) test.each(nodes)('$name: its tables and columns exist, and no value stands in the statement', (node) => {
			const query = queryOf(node);
			for (const [, name = ''] of query.matchAll(/\b(?:FROM|INTO|UPDATE) (qmark_\w+)/g)) expect([...tables.keys()]).toContain(name);
			for (const [, name = '', columns = ''] of query.matchAll(/INSERT INTO (qmark_\w+) \(([^)]+)\)/g)) expect(tables.get(name)).toEqual(expect.arrayContaining(columns.split(', ')));
			for (const [, columns = '', name = ''] of query.matchAll(/\(SELECT (\w[^()]*) FROM (qmark_\w+) LIMIT 1\)/g)) expect(tables.get(name)).toEqual(expect.arrayContaining(columns.split(', ')));
			expect(query).not.toMatch(/\{\{|\$json/);
		});
	});
});

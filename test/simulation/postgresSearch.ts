import type { Installation } from '../../sandbox/n8n/install';
import type { Postgres } from '../../sandbox/n8n/postgres';
import { connectTo } from '../support/database';

/** Columns of a PostgreSQL database that hold one of the texts. Its files cannot be searched alone: it compresses long values. */
export async function columnsHolding(texts: readonly string[], installation: Installation, postgres: Postgres): Promise<string[]> {
	const database = await connectTo(installation, postgres);
	const columns = await database.rows(
		"SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public' AND data_type IN ('text', 'character varying', 'json', 'jsonb')",
	);
	const found: string[] = [];
	for (const { table_name: table, column_name: column } of columns) {
		for (const text of texts) {
			const rows = await database.rows(`SELECT 1 FROM "${table}" WHERE strpos("${column}"::text, $1) > 0 LIMIT 1`, text);
			if (rows.length > 0) found.push(`${table}.${column}: ${text}`);
		}
	}
	await database.close();
	return found;
}

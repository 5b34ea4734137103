import { createRequire } from 'node:module';
import type { Installation } from '../../sandbox/n8n/install';
import type { Postgres } from '../../sandbox/n8n/postgres';

interface Client {
	connect(): Promise<void>;
	query(sql: string, values?: unknown[]): Promise<{ rows: Record<string, string>[] }>;
	end(): Promise<void>;
}

/** Columns of a PostgreSQL database that hold one of the texts. Its files cannot be searched alone: it compresses long values. The driver is n8n's own. */
export async function columnsHolding(texts: readonly string[], { script }: Installation, { port, user, password, database }: Postgres): Promise<string[]> {
	const { Client: PgClient }: { Client: new (options: object) => Client } = createRequire(script)('pg');
	const client = new PgClient({ host: '127.0.0.1', port, user, password, database });
	await client.connect();
	const columns = await client.query(
		"SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public' AND data_type IN ('text', 'character varying', 'json', 'jsonb')",
	);
	const found: string[] = [];
	for (const { table_name: table, column_name: column } of columns.rows) {
		for (const text of texts) {
			const { rows } = await client.query(`SELECT 1 FROM "${table}" WHERE strpos("${column}"::text, $1) > 0 LIMIT 1`, [text]);
			if (rows.length > 0) found.push(`${table}.${column}: ${text}`);
		}
	}
	await client.end();
	return found;
}

import { createRequire } from 'node:module';
import type { Installation } from '../../sandbox/n8n/install';
import type { Postgres } from '../../sandbox/n8n/postgres';

type Value = string | number | null;

interface Client {
	connect(): Promise<void>;
	query(sql: string, values?: unknown[]): Promise<{ rows: Record<string, Value>[] }>;
	end(): Promise<void>;
}

/** A connection to a PostgreSQL on the loopback address. The driver is n8n's own. */
export async function connectTo({ script }: Installation, { port, user, password, database }: Postgres) {
	const { Client: PgClient }: { Client: new (options: object) => Client } = createRequire(script)('pg');
	const client = new PgClient({ host: '127.0.0.1', port, user, password, database });
	await client.connect();
	return {
		rows: async (sql: string, ...values: unknown[]) => (await client.query(sql, values)).rows,
		close: async () => await client.end(),
	};
}

export type Database = Awaited<ReturnType<typeof connectTo>>;

/** n8n's credential for it. */
export const credentialOf = ({ port, user, password, database }: Postgres) => ({ host: '127.0.0.1', port, user, password, database, ssl: 'disable' });

import { join } from 'node:path';
import { signIn } from '../../sandbox/n8n/operator';
import { installPostgres } from '../../sandbox/n8n/postgresInstall';
import { startQueue } from '../../sandbox/n8n/queue';
import { freePort } from '../../sandbox/ports';
import { prepareStage, root } from './stage';

export interface QueueStageOptions {
	/** 2 when not given. */
	workers?: number;
	/** True for a clock that the test moves. */
	moves?: boolean;
	env?: Record<string, string>;
}

/** Like `openStage`, with n8n in queue mode; needs Redis, brings PostgreSQL. The caller ends it with `stopAll()`. */
export async function openQueueStage(name: string, { workers, moves, env }: QueueStageOptions = {}) {
	const { log, note, ...stage } = await prepareStage(name, { moves });
	const { installation, userFolder, clock } = stage;
	const { node } = installation;
	const postgres = await installPostgres({ folder: join(root, '.qmark', 'postgres'), node, log: log('install'), note });
	const ports = { port: await freePort(), brokerPort: await freePort() };
	const n8n = await startQueue({ installation, userFolder, ...ports, postgres, workers, log, env, clock: clock.env });
	const operator = await signIn(n8n.url, userFolder);
	return { ...stage, n8n, operator };
}

export type QueueStage = Awaited<ReturnType<typeof openQueueStage>>;

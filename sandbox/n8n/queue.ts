import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { launch, stop } from '../children';
import { freePort } from '../ports';
import { Problem } from '../problem';
import { environment, lastWords, startN8n, type N8n, type N8nOptions } from './instance';
import { startPostgres, type Postgres } from './postgres';
import { startRedis, type Redis } from './redis';

export interface QueueOptions extends Omit<N8nOptions, 'log'> {
	/** Folder of PostgreSQL's programs, from `installPostgres`. */
	postgres: string;
	/** How many workers to start; 2 when not given. */
	workers?: number;
	/** Log of one of the parts: `n8n`, `worker-1` …, `postgres`, `redis`. */
	log: (part: string) => string;
	/** A clock's environment, see `passTime`; for n8n, its workers and PostgreSQL. Redis keeps real time, which its locks live by. */
	clock?: Record<string, string>;
}

export interface Worker {
	name: string;
	pid: number;
	/** Settles when the worker exits by itself or by `stop`. */
	exited: Promise<void>;
	stop(): Promise<void>;
}

/** n8n in queue mode: its main process as everywhere else, the workers that execute, and the two stores between them. */
export interface Queue extends N8n {
	/** Those that were started and have not exited. */
	workers: Worker[];
	postgres: Postgres;
	redis: Redis;
	/** One more worker, ready to take jobs. */
	startWorker(): Promise<Worker>;
	/** Stops main and workers and starts as many again on the same data; the object that it answers replaces this one. */
	restart(): Promise<Queue>;
}

const workerStartLimitMs = 120_000;

/** https://docs.n8n.io/hosting/scaling/queue-mode/ */
const settings = (postgres: Postgres, redis: Redis): Record<string, string> => ({
	EXECUTIONS_MODE: 'queue',
	OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
	// By default a job is forgotten as soon as it is done, and main waits for ever when it was done before main looked.
	// https://github.com/OptimalBits/bull/blob/develop/lib/job.js (finished)
	N8N_EXECUTIONS_QUEUE_KEEP_LAST_COMPLETED: '100',
	QUEUE_BULL_REDIS_HOST: '127.0.0.1',
	QUEUE_BULL_REDIS_PORT: String(redis.port),
	DB_TYPE: 'postgresdb',
	DB_POSTGRESDB_HOST: '127.0.0.1',
	DB_POSTGRESDB_PORT: String(postgres.port),
	DB_POSTGRESDB_DATABASE: postgres.database,
	DB_POSTGRESDB_USER: postgres.user,
	DB_POSTGRESDB_PASSWORD: postgres.password,
	N8N_DEFAULT_BINARY_DATA_MODE: 'database',
});

const encryptionKey = (userFolder: string): string => {
	const config: { encryptionKey: string } = JSON.parse(readFileSync(join(userFolder, '.n8n', 'config'), 'utf8'));
	return config.encryptionKey;
};

/** A worker has a folder of its own, as on a machine of its own, with main's community packages linked into it. */
const workerFolder = (userFolder: string, name: string): string => {
	const folder = join(userFolder, name);
	const packages = join(userFolder, '.n8n', 'nodes');
	const link = join(folder, '.n8n', 'nodes');
	mkdirSync(join(folder, '.n8n'), { recursive: true, mode: 0o700 });
	rmSync(link, { force: true });
	if (existsSync(packages)) symlinkSync(packages, link, 'junction');
	return folder;
};

const startWorker = async (options: QueueOptions & { env: Record<string, string> }, name: string): Promise<Worker> => {
	const { installation, userFolder } = options;
	const log = options.log(name);
	const files = join(userFolder, 'files');
	const env = environment({
		...options,
		log,
		userFolder: workerFolder(userFolder, name),
		brokerPort: await freePort(),
		env: { N8N_RESTRICT_FILE_ACCESS_TO: files, N8N_ENCRYPTION_KEY: encryptionKey(userFolder), ...options.env },
	});
	let ready = false;
	const child = launch(installation.node, [installation.script, 'worker'], {
		cwd: files,
		env,
		log,
		onOutput: (text) => (ready ||= text.includes('n8n worker is now ready')),
	});
	const worker = {
		name,
		pid: child.pid ?? 0,
		exited: new Promise<void>((resolve) => child.once('exit', () => resolve())),
		stop: async () => await stop(child, 12_000),
	};
	for (const deadline = Date.now() + workerStartLimitMs; !ready; await delay(100)) {
		if (child.exitCode !== null || child.signalCode !== null)
			throw new Problem(`${name} of n8n stopped while starting (${lastWords(log)}): the whole log is ${log}.`);
		if (Date.now() > deadline) {
			await worker.stop();
			throw new Problem(`${name} of n8n was not ready within ${workerStartLimitMs / 1000} seconds: read the end of ${log}.`);
		}
	}
	return worker;
};

/** Starts main and workers on stores that run. When one of them does not start, none is left. */
const startOn = async (postgres: Postgres, redis: Redis, options: QueueOptions): Promise<Queue> => {
	const env = { ...settings(postgres, redis), ...options.clock, ...options.env };
	// The first start makes the tables and the encryption key that the workers need.
	const main = await startN8n({ ...options, env, log: options.log('n8n') });
	const workers: Worker[] = [];
	let started = 0;
	const add = async () => {
		const worker = await startWorker({ ...options, env }, `worker-${++started}`);
		workers.push(worker);
		void worker.exited.then(() => workers.splice(workers.indexOf(worker), 1));
		return worker;
	};
	const stopProcesses = async () => {
		await Promise.all(workers.map(async (worker) => await worker.stop()));
		await main.stop();
	};
	const begun = await Promise.allSettled(Array.from({ length: options.workers ?? 2 }, add));
	const failed = begun.find((result) => result.status === 'rejected');
	if (failed) {
		await stopProcesses();
		throw failed.reason;
	}
	return {
		...main,
		workers,
		postgres,
		redis,
		startWorker: add,
		stop: async () => {
			await stopProcesses();
			await redis.stop();
			await postgres.stop();
		},
		restart: async () => {
			const count = workers.length;
			await stopProcesses();
			return await startOn(postgres, redis, { ...options, workers: count });
		},
	};
};

/** Starts n8n in queue mode on the loopback address, on a PostgreSQL and a Redis of its own below the user folder. */
export const startQueue = async (options: QueueOptions): Promise<Queue> => {
	const { userFolder: folder, log, clock } = options;
	const redis = await startRedis({ folder, port: await freePort(), log: log('redis') });
	try {
		const postgres = await startPostgres({ programs: options.postgres, folder, port: await freePort(), log: log('postgres'), env: clock });
		try {
			return await startOn(postgres, redis, options);
		} catch (error) {
			await postgres.stop();
			throw error;
		}
	} catch (error) {
		await redis.stop();
		throw error;
	}
};

import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch, stop } from '../children';
import { Problem } from '../problem';
import { lastWords } from './instance';

export interface PostgresOptions {
	/** Folder of the programs, from `installPostgres`. */
	programs: string;
	/** Keeps the database and its password. */
	folder: string;
	port: number;
	log: string;
	env?: Record<string, string>;
}

export interface Postgres {
	port: number;
	pid: number;
	user: string;
	password: string;
	database: string;
	stop(): Promise<void>;
}

const user = 'qmark';

/** PostgreSQL refuses to run as root, so root lends itself to this user. */
const unprivileged = 'nobody';

interface Command {
	program: string;
	args: string[];
}

/**
 * A command as the user that owns the database: the caller, or `nobody` when the caller is root. `nobody` keeps the right
 * to pass through folders that only root may enter, such as a clone below root's home.
 * https://man7.org/linux/man-pages/man1/setpriv.1.html
 */
const asOwner = (program: string, args: string[]): Command => {
	if (process.getuid?.() !== 0) return { program, args };
	if (spawnSync('setpriv', ['--version'], { stdio: 'ignore' }).status !== 0)
		throw new Problem('PostgreSQL does not run as root, and setpriv (of util-linux) is not here to change the user: run this as an ordinary user.');
	const rights = ['--clear-groups', '--inh-caps=+dac_override', '--ambient-caps=+dac_override'];
	return { program: 'setpriv', args: [`--reuid=${unprivileged}`, `--regid=${idOf('-g')}`, ...rights, program, ...args] };
};

const idOf = (flag: '-u' | '-g'): number => Number(spawnSync('id', [flag, unprivileged], { encoding: 'utf8' }).stdout);

/** Makes an empty database in `data` unless there is one, and answers its password. */
const createDatabase = ({ programs, folder, log }: PostgresOptions, data: string): string => {
	const passwordFile = join(folder, 'postgres-password');
	if (existsSync(join(data, 'PG_VERSION'))) return readFileSync(passwordFile, 'utf8').trim();
	const password = randomBytes(18).toString('base64url');
	writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
	rmSync(data, { recursive: true, force: true });
	mkdirSync(data, { mode: 0o700 });
	if (process.getuid?.() === 0) chownSync(data, idOf('-u'), idOf('-g'));
	const choices = ['--encoding=UTF8', '--locale=C', '--auth=scram-sha-256', '--no-sync'];
	const { program, args } = asOwner(join(programs, 'initdb'), [`--pgdata=${data}`, `--username=${user}`, `--pwfile=${passwordFile}`, ...choices]);
	const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', cwd: '/' });
	if (status !== 0) {
		rmSync(data, { recursive: true, force: true });
		writeFileSync(log, `${stdout}${stderr}`, { mode: 0o600 });
		throw new Problem(`PostgreSQL could not make a database in ${data} (${lastWords(log)}): the whole log is ${log}.`);
	}
	return password;
};

/** Starts PostgreSQL on the loopback address; answers once it accepts connections. */
export const startPostgres = async (options: PostgresOptions): Promise<Postgres> => {
	const { programs, folder, port, log, env } = options;
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	rmSync(log, { force: true });
	const data = join(folder, 'postgres');
	const password = createDatabase(options, data);
	// No socket file: its path would be longer than a socket's may be. No fsync: nothing here outlives a power cut.
	const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off', 'max_connections=200'];
	const { program, args } = asOwner(join(programs, 'postgres'), ['-D', data, ...settings.flatMap((setting) => ['-c', setting])]);
	let ready: () => void = () => {};
	const accepting = new Promise<void>((resolve) => (ready = resolve));
	const child = launch(program, args, {
		cwd: '/',
		env: { ...process.env, ...env },
		log,
		onOutput: (text) => {
			if (text.includes('ready to accept connections')) ready();
		},
	});
	await Promise.race([accepting, once(child, 'exit')]);
	if (child.exitCode !== null || child.signalCode !== null)
		throw new Problem(`PostgreSQL stopped while starting (${lastWords(log)}): the whole log is ${log}.`);
	const end = async () => {
		// A fast shutdown: SIGTERM alone would wait for every client to leave.
		child.kill('SIGINT');
		await stop(child);
	};
	return { port, pid: child.pid ?? 0, user, password, database: 'postgres', stop: end };
};

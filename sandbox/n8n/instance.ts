import axios from 'axios';
import { chmodSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { launch, stop } from '../children';
import { Problem } from '../problem';
import type { Installation } from './install';

export interface N8nOptions {
	installation: Installation;
	/** n8n keeps its database, encryption key and community packages in `.n8n` of this folder; workflows may read `files`. */
	userFolder: string;
	port: number;
	/** Port of n8n's task broker, which the Code node's runner talks to. */
	brokerPort: number;
	log: string;
	/** Added to, and stronger than, the settings below. */
	env?: Record<string, string>;
}

export interface N8n {
	/** `http://127.0.0.1:<port>` */
	url: string;
	pid: number;
	/** Settles when n8n exits by itself or by `stop`. */
	exited: Promise<void>;
	stop(): Promise<void>;
}

const startLimitMs = 300_000;

/** Settings of another n8n in the caller's environment must not reach this one. */
const foreign = /^(N8N_|DB_|QUEUE_|EXECUTIONS_|CREDENTIALS_|GENERIC_|NODES_|WEBHOOK_|WORKFLOWS_|NODE_OPTIONS$|NODE_PATH$|npm_)/;

/** https://docs.n8n.io/hosting/configuration/environment-variables/ */
const settings = ({ userFolder, port, brokerPort }: N8nOptions): Record<string, string> => ({
	N8N_USER_FOLDER: userFolder,
	N8N_HOST: '127.0.0.1',
	N8N_LISTEN_ADDRESS: '127.0.0.1',
	N8N_PORT: String(port),
	N8N_PROTOCOL: 'http',
	N8N_SECURE_COOKIE: 'false',
	N8N_RUNNERS_BROKER_PORT: String(brokerPort),
	N8N_RUNNERS_BROKER_LISTEN_ADDRESS: '127.0.0.1',
	DB_TYPE: 'sqlite',
	N8N_DEFAULT_BINARY_DATA_MODE: 'filesystem',
	N8N_RESTRICT_FILE_ACCESS_TO: join(userFolder, 'files'),
	N8N_COMMUNITY_PACKAGES_ENABLED: 'true',
	N8N_VERIFIED_PACKAGES_ENABLED: 'false',
	N8N_REINSTALL_MISSING_PACKAGES: 'false',
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
	N8N_DYNAMIC_BANNERS_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
	// These two call n8n's own servers at every start.
	N8N_DISABLED_MODULES: 'mcp-registry,instance-reporting',
	N8N_GRACEFUL_SHUTDOWN_TIMEOUT: '8',
	// n8n's default is America/New_York, where a calendar's "today" is not the reader's.
	GENERIC_TIMEZONE: Intl.DateTimeFormat().resolvedOptions().timeZone,
	NO_PROXY: '127.0.0.1,localhost',
	no_proxy: '127.0.0.1,localhost',
});

/** Environment of an n8n process: the caller's without the settings of another n8n, then the settings above, then `env`. */
export const environment = (options: N8nOptions): NodeJS.ProcessEnv => ({
	...Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name))),
	// n8n starts the Code node's runner as plain `node`, which must not be an older one of the host.
	PATH: `${dirname(options.installation.node)}${delimiter}${process.env.PATH ?? ''}`,
	...settings(options),
	...options.env,
});

/** The latest line of a log that tells why its program stopped. */
export const lastWords = (log: string): string => {
	const lines = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : [];
	const line = lines.filter((text) => /error|fatal|already in use|Mismatching/i.test(text)).at(-1) ?? lines.at(-1) ?? 'it printed nothing';
	return line.trim().slice(0, 200);
};

const explainStop = (log: string): string => {
	const advice = '"npm start -- --reset" starts over with fresh data, "npm start -- --reset=all" with a fresh install of n8n too';
	return `n8n stopped while starting (${lastWords(log)}): the whole log is ${log}; ${advice}.`;
};

/** Starts n8n on SQLite and the loopback address, and answers once its editor is reachable and all node types are loaded. */
export const startN8n = async (options: N8nOptions): Promise<N8n> => {
	const { installation, userFolder, port, log } = options;
	const files = join(userFolder, 'files');
	for (const folder of [userFolder, files]) mkdirSync(folder, { recursive: true, mode: 0o700 });
	chmodSync(userFolder, 0o700);
	let accessible = false;
	const child = launch(installation.node, [installation.script, 'start'], {
		// Workflows name their files relative to the one folder that they may read.
		cwd: files,
		env: environment(options),
		log,
		onOutput: (text) => (accessible ||= text.includes('Editor is now accessible')),
	});
	const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	const url = `http://127.0.0.1:${port}`;
	const n8n = { url, pid: child.pid ?? 0, exited, stop: async () => await stop(child, 12_000) };

	const deadline = Date.now() + startLimitMs;
	const healthy = async () =>
		(await axios.get(`${url}/healthz/readiness`, { timeout: 2_000, proxy: false, validateStatus: () => true }).catch(() => undefined))
			?.status === 200;
	while (!accessible || !(await healthy())) {
		if (child.exitCode !== null || child.signalCode !== null)
			throw new Problem(explainStop(log));
		if (Date.now() > deadline) {
			await n8n.stop();
			throw new Problem(`n8n was not ready within ${startLimitMs / 1000} seconds: read the end of ${log}, then run "npm start" again.`);
		}
		await delay(200);
	}
	return n8n;
};

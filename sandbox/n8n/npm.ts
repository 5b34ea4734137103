import { once } from 'node:events';
import { existsSync, realpathSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { launch } from '../children';
import { Problem } from '../problem';

export interface NpmRun {
	cwd: string;
	/** The node binary that runs npm, and that packages built by npm are built for. */
	node: string;
	log: string;
	/** What the reader sees being done, for the error: `install n8n`. */
	purpose: string;
}

/** Path of npm's own JavaScript, so that any node can run it and no shell is involved. */
const npmCli = (): string => {
	const fromNpm = process.env.npm_execpath;
	const beside = dirname(realpathSync(process.execPath));
	const candidates = [
		...(fromNpm && basename(fromNpm) === 'npm-cli.js' ? [fromNpm] : []),
		join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
		join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
		...(process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'npm')),
	];
	const found = candidates.find((path) => existsSync(path));
	if (!found)
		throw new Problem(
			'npm was not found beside Node.js or in the PATH: install Node.js with npm from https://nodejs.org, then run "npm start" again.',
		);
	return realpathSync(found);
};

/** Native packages are compiled on all cores and against the headers beside the node binary, so that none are downloaded. */
const buildSettings = (node: string): NodeJS.ProcessEnv => {
	const prefix = dirname(dirname(node));
	return { JOBS: 'max', ...(existsSync(join(prefix, 'include', 'node', 'node.h')) ? { npm_config_nodedir: prefix } : {}) };
};

const explain = (output: string, { purpose, log }: NpmRun): string => {
	if (/\bENOSPC\b/.test(output)) return `The disk is full, so npm could not ${purpose}: free about 4 GB, then run "npm start" again.`;
	if (/\b(ENOTCACHED|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT|FETCH_ERROR)\b/.test(output))
		return `npm could not ${purpose} because the npm registry does not answer: check the network or the proxy ("npm config get registry"), then run "npm start" again; what was fetched is kept.`;
	if (/\b(E401|E403|E404)\b/.test(output))
		return `The npm registry refused a package, so npm could not ${purpose}: check "npm config get registry"; the details are in ${log}.`;
	const reason = /^.*\berror TS\d+: .*$/m.exec(output)?.[0] ?? /npm error (?!code|path|A complete log)(.+)/.exec(output)?.[1];
	return `npm could not ${purpose}${reason ? ` (${reason.slice(0, 200)})` : ''}: read the end of ${log}, then run "npm start" again.`;
};

/** Runs npm to its end and answers its output; a failure becomes one sentence that says what to do. */
export const npm = async (args: string[], run: NpmRun): Promise<string> => {
	let output = '';
	const env = { ...process.env, ...buildSettings(run.node), PATH: `${dirname(run.node)}${delimiter}${process.env.PATH ?? ''}` };
	const child = launch(run.node, [npmCli(), ...args], {
		cwd: run.cwd,
		env,
		log: run.log,
		onOutput: (text) => (output = (output + text).slice(-50_000)),
	});
	await once(child, 'close');
	if (child.exitCode !== 0) throw new Problem(explain(output, run));
	return output;
};

const network = ['--fetch-retries=1', '--fetch-retry-mintimeout=1000', '--fetch-timeout=20000'];

/**
 * Flags of an install that runs no package's script. A registry that does not answer is found out by one ping, since npm
 * would try for minutes; then the install may still succeed from npm's cache alone.
 */
export const installFlags = async (run: NpmRun): Promise<string[]> => {
	const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
	try {
		await npm(['ping', ...network, '--loglevel=error'], { ...run, purpose: 'reach the npm registry' });
		return [...flags, '--prefer-offline'];
	} catch (error) {
		// A registry without ping answers "not found", which shows that it is there.
		return error instanceof Problem && !error.message.includes('does not answer')
			? [...flags, '--prefer-offline']
			: [...flags, '--offline'];
	}
};

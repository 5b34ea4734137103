import { parseArgs } from 'node:util';
import { startSandbox } from './server';

const DEFAULT_PORT = 4010;

/** `tsx sandbox/networks/main.ts [--port 4010] [--data <file>]`: the fake networks alone, until Ctrl-C. */
async function main(): Promise<void> {
	const { values } = parseArgs({ options: { port: { type: 'string', default: String(DEFAULT_PORT) }, data: { type: 'string' } } });
	const port = Number(values.port);
	if (!Number.isInteger(port) || port < 0 || port > 65535)
		throw new Error(`--port must be a number from 0 to 65535, not "${values.port}".`);
	const sandbox = await startSandbox({ port, data: values.data });
	console.log(`Sandbox networks listen on ${sandbox.origin} (timeline: ${sandbox.origin}/)`);
	const stop = () => {
		void sandbox.close().then(() => process.exit(0));
	};
	process.once('SIGINT', stop);
	process.once('SIGTERM', stop);
}

main().catch((error: unknown) => {
	const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE' && 'port' in error;
	const reason = error instanceof Error ? error.message : String(error);
	console.error(taken ? `Port ${error.port} is taken on 127.0.0.1: stop the program that uses it or choose another with --port.` : reason);
	process.exit(1);
});

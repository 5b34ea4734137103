/**
 * `npm run verify -- <area> [part …] [--clone <folder>]`: an area's done list with its figures, from fresh clones and real runs; half an hour
 * and more for all parts.
 */
import { parseArgs } from 'node:util';
import { DoneList } from './check';
import { firstRun } from './firstRun';
import { googleTelegram } from './googleTelegram';
import { meta } from './meta';
import { networkFamily } from './networks';
import { publisher } from './publisher';
import { tokens } from './tokens';

const areas: Record<string, (list: DoneList) => Promise<void>> = { 'first-run': firstRun, 'google-telegram': googleTelegram, meta, networks: networkFamily, publisher, tokens };

async function main() {
	const { positionals, values } = parseArgs({ allowPositionals: true, options: { clone: { type: 'string' } } });
	const [name = '', ...parts] = positionals;
	const area = areas[name];
	if (!area) throw new Error(`Name an area after “npm run verify --”: ${Object.keys(areas).join(', ')}.`);
	const list = new DoneList(name, parts, values.clone);
	await area(list);
	process.exitCode = list.close() ? 0 : 1;
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});

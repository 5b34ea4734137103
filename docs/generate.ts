/**
 * `npm run docs`: writes docs/reference and the generated parts of README.md from the operation tables.
 * With `-- --check` it writes nothing and fails when something is stale.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

async function main() {
	// Loaded here, so that a table that cannot be read fails with its sentence alone.
	const [{ root }, { stale }] = await Promise.all([import('./generator/nodes'), import('./generator/pages')]);
	const changed = stale();
	const names = changed.map(({ path }) => path).join(', ');
	if (changed.length === 0) {
		console.log('The documentation is up to date.');
		return;
	}
	if (process.argv.includes('--check')) throw new Error(`Out of date: ${names}. Run "npm run docs" and commit what it writes.`);
	for (const { path, text } of changed) {
		mkdirSync(dirname(join(root, path)), { recursive: true });
		writeFileSync(join(root, path), text);
	}
	console.log(`Written: ${names}.`);
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});

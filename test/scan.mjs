/**
 * n8n's official package scanner, its two legs that need no network: the source as it would be checked out, and the
 * published tarball. Its third gate, npm provenance, exists only once a release is published.
 * https://www.npmjs.com/package/@n8n/scan-community-package
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SOURCE_FILE_PATTERNS, analyzePackage } from '@n8n/scan-community-package/scanner/scanner.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const unpacked = join(root, '.qmark', 'scan');
const run = (command, args) => execFileSync(command, args, { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' });

rmSync(unpacked, { recursive: true, force: true });
mkdirSync(unpacked, { recursive: true });
run('npm', ['run', 'build', '--silent']);
const [{ filename }] = JSON.parse(run('npm', ['pack', '--json', '--silent', '--pack-destination', unpacked]));
run('tar', ['-xzf', join(unpacked, filename), '-C', unpacked, '--strip-components=1']);
rmSync(join(unpacked, filename));

const legs = [
	{ name: 'source', folder: root, patterns: SOURCE_FILE_PATTERNS },
	{ name: 'tarball', folder: unpacked, patterns: ['**/*.js', 'package.json'] },
];
for (const { name, folder, patterns } of legs) {
	const { passed, message, details } = await analyzePackage(folder, patterns);
	console.log(`scan: ${name} ${passed ? 'has no finding' : `does not pass: ${message}\n${details ?? ''}`}`);
	if (!passed) process.exitCode = 1;
}

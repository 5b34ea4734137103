import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

export const root = join(__dirname, '..', '..');

export interface Source {
	/** Path from the repository's root, with forward slashes. */
	path: string;
	text: string;
	lines: number;
}

/** Every file below `folder` (from the repository's root) whose name ends in `ending`. */
export function sources(folder: string, ending = '.ts'): Source[] {
	return readdirSync(resolve(root, folder), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && entry.name.endsWith(ending) && !entry.parentPath.includes('node_modules'))
		.map((entry) => {
			const file = join(entry.parentPath, entry.name);
			const text = readFileSync(file, 'utf8');
			return { path: relative(root, file).replaceAll('\\', '/'), text, lines: text.trimEnd().split('\n').length };
		});
}

/** What a file imports: `from` as written, `typeOnly` where the compiler leaves nothing of it. */
export const importsOf = ({ text }: Source) =>
	[...text.matchAll(/^(?:import|export)\s+(type\s)?[^;]*?from '([^']+)'/gm)].map(([, type, from]) => ({ from: from ?? '', typeOnly: Boolean(type) }));

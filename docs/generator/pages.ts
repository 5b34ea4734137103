import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodes, plainNodes, root } from './nodes';
import { permissionsPage } from './permissions';
import { journalWorkflows } from './journalWorkflows';
import { postgresWorkflows } from './postgresWorkflows';
import { networksPage } from './posts';
import { readme } from './readme';
import { plainPage, referencePage } from './reference';

/** A file that `npm run docs` writes. `path` counts from the repository's root. */
export interface Page {
	path: string;
	text: string;
}

/** Everything that is generated, as it should read now. */
export const pages = (): Page[] => [
	...nodes.map((node) => ({ path: `docs/reference/${node.page}.md`, text: referencePage(node) })),
	...plainNodes.map((node) => ({ path: `docs/reference/${node.page}.md`, text: plainPage(node) })),
	{ path: 'docs/reference/permissions.md', text: permissionsPage() },
	{ path: 'docs/reference/networks.md', text: networksPage() },
	{ path: 'README.md', text: readme() },
	...journalWorkflows(),
	...postgresWorkflows(),
];

/** The pages that do not read so on disk. */
export const stale = (): Page[] =>
	pages().filter(({ path, text }) => {
		const file = join(root, path);
		return !existsSync(file) || readFileSync(file, 'utf8') !== text;
	});

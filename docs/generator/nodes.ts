import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import type { INodeProperties, INodePropertyOptions, INodeType, INodeTypeDescription } from 'n8n-workflow';
import manifest from '../../package.json';
import type { Operation } from '../../nodes/core/operation';
import type { Platform } from '../../nodes/core/platform';
import { anchor } from './markdown';

export const root = join(__dirname, '..', '..');

/** An operation with what its file alone tells. */
export type Documented = Operation & {
	/** `Message: Send Text`, the heading of its section. */
	heading: string;
	/** The vendor's page, from the comment above the export. */
	docs: string;
	/** From the repository's root. */
	file: string;
};

export interface DocumentedNode {
	description: INodeTypeDescription;
	platform: Platform;
	operations: Documented[];
	/** Its page in docs/reference, without the ending. */
	page: string;
}

/** A node without an operation table. */
export type PlainNode = Pick<DocumentedNode, 'description' | 'page'>;

const choicesIn = ({ options = [] }: INodeProperties) => options.flatMap((option) => ('value' in option ? [option] : []));

/** What a node without an operation table does: the choices of one field, of each resource where it has several. */
export interface Menu {
	displayName: string;
	resource?: string;
	choices: INodePropertyOptions[];
}

/** The menus that say what it does: all of the first field whose choices are all explained. */
export function menusOf({ description: { properties } }: PlainNode): Menu[] {
	const isMenu = (property: INodeProperties) => choicesIn(property).length > 0 && choicesIn(property).every(({ description }) => description);
	const menu = properties.find(isMenu);
	const resources = properties.filter(({ name }) => name === 'resource').flatMap(choicesIn);
	return properties
		.filter((property) => property.name === menu?.name && isMenu(property))
		.map((property) => ({
			displayName: property.displayName,
			resource: resources.find(({ value }) => property.displayOptions?.show?.resource?.includes(value))?.name,
			choices: choicesIn(property),
		}));
}

/** `publishingLimit` → `Publishing Limit`, as the node's menu shows it. */
export const titled = (name: string): string => name.replace(/([A-Z])/g, ' $1').replace(/^./, (first) => first.toUpperCase());

// An `import` of `X.node` would find the codex file `X.node.json` beside the class.
const load = createRequire(__filename);
const loaded = (...path: string[]) => load(join(root, 'nodes', ...path));

const vendorPage = /\/\*\*[^/]*?(https:\/\/[^\s*]+)(?:(?!\/\*\*)[\s\S])*?export const \w+ = operation\(/;

function documented(folder: string): Documented[] {
	const { operations }: { operations: Operation[] } = loaded(folder, 'operations', 'index.ts');
	const index = readFileSync(join(root, 'nodes', folder, 'operations', 'index.ts'), 'utf8');
	const names = (/operations = \[([\s\S]*?)\]/.exec(index)?.[1] ?? '').match(/\w+/g) ?? [];
	return operations.map((operation, position) => {
		const file = `nodes/${folder}/operations/${names[position]}.ts`;
		const docs = vendorPage.exec(readFileSync(join(root, file), 'utf8'))?.[1];
		if (!docs) throw new Error(`${file} names no page of the vendor's: put its address into the comment above the export.`);
		return { ...operation, heading: `${titled(operation.resource)}: ${operation.name}`, docs, file };
	});
}

const pageOf = (folder: string) => folder.replace('Qmark', '').replace(/^./, (first) => first.toLowerCase());

function descriptionOf(folder: string): INodeTypeDescription {
	const classes: Record<string, new () => INodeType> = loaded(folder, `${folder}.node.ts`);
	const Node = classes[folder];
	if (!Node) throw new Error(`nodes/${folder}/${folder}.node.ts must export the class ${folder}.`);
	return new Node().description;
}

const platformNames = readdirSync(join(root, 'nodes', 'platforms')).map((file) => basename(file, '.ts'));

/** `QmarkTelegram` is described by its class, its operations and `platforms/telegram.ts`; brands such as LinkedIn have capitals of their own. */
function documentedNode(folder: string): DocumentedNode {
	const page = platformNames.find((name) => `qmark${name}`.toLowerCase() === folder.toLowerCase()) ?? pageOf(folder);
	const platforms: Record<string, Platform> = loaded('platforms', `${page}.ts`);
	const platform = platforms[page];
	if (!platform) throw new Error(`nodes/platforms/${page}.ts must export the facts “${page}”.`);
	return { page, description: descriptionOf(folder), platform, operations: documented(folder) };
}

const folders = manifest.n8n.nodes.map((file) => basename(dirname(file)));

const hasOperations = (folder: string) => existsSync(join(root, 'nodes', folder, 'operations'));

/** Every node of the package that has an operation table, in the order of package.json. */
export const nodes: DocumentedNode[] = folders.filter(hasOperations).map(documentedNode);

/** The other nodes: they are described by their class alone. */
export const plainNodes: PlainNode[] = folders.filter((folder) => !hasOperations(folder)).map((folder) => ({ page: pageOf(folder), description: descriptionOf(folder) }));

/** Resource → its operations, both in the node's own order. */
export const byResource = (operations: Documented[]): [string, Documented[]][] =>
	[...new Set(operations.map(({ resource }) => resource))].map((resource) => [resource, operations.filter((one) => one.resource === resource)]);

/** A link to an operation's section from a page in `from` (`''` for docs/reference itself). */
export const linkTo = ({ page }: DocumentedNode, { heading }: Documented, text: string, from = ''): string => `[${text}](${from}${page}.md#${anchor(heading)})`;

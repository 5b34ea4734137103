import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import type { INodeType, INodeTypeDescription } from 'n8n-workflow';
import manifest from '../../package.json';
import { root } from './sources';

// An `import` of `X.node` would find the codex file `X.node.json` beside the class.
const load = createRequire(__filename);

function descriptionOf(name: string): INodeTypeDescription {
	const classes: Record<string, new () => INodeType> = load(join(root, 'nodes', name, `${name}.node.ts`));
	const Node = classes[name];
	if (!Node) throw new Error(`nodes/${name}/${name}.node.ts must export the class ${name}.`);
	return new Node().description;
}

/** What package.json lists, by the name that n8n gives it once the package is installed. */
export const qmarkNodes: Readonly<Record<string, INodeTypeDescription>> = Object.fromEntries(
	manifest.n8n.nodes.map((path) => descriptionOf(basename(path, '.node.js'))).map((description) => [`${manifest.name}.${description.name}`, description]),
);

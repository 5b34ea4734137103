import { basename } from 'node:path';
import manifest from '../../package.json';
import { qmarkNodes } from '../support/nodes';
import type { Stage } from '../support/stage';

interface IconUrl {
	light: string;
	dark: string;
}

interface NodeType {
	name: string;
	iconUrl?: IconUrl;
	codex?: { categories?: string[]; resources?: { primaryDocumentation?: { url: string }[] } };
}

interface CredentialType {
	name: string;
	iconUrl?: IconUrl;
	supportedNodes?: string[];
}

/** Every node; a trigger is no tool. */
const nodes = Object.keys(qmarkNodes).sort();
const guard = `${manifest.name}.qmarkTokenGuard`;
/** The nodes that take a credential type, besides Token Guard, which takes all. */
const usersOf = (type: string) => nodes.filter((name) => name !== guard && qmarkNodes[name]?.credentials?.some((credential) => credential.name === type));
const credentialTypes = manifest.n8n.credentials.map((path) => basename(path, '.credentials.js')).map((name) => name.charAt(0).toLowerCase() + name.slice(1));

/** What n8n knows of the package once its tarball lies in the community folder. */
export function installation(stage: () => Stage) {
	const types = async <T extends { name: string }>(kind: 'nodes' | 'credentials') => (await stage().operator.rest.client.get<T[]>(`/types/${kind}.json`)).data;
	const ours = async () => (await types<NodeType>('nodes')).filter(({ name }) => name.startsWith(`${manifest.name}.`));
	const theirCredentials = async () => (await types<CredentialType>('credentials')).filter(({ name }) => name.startsWith('qmark'));

	test('every node is there under the package’s name, also as a tool for AI agents', async () => {
		const names = (await ours()).map(({ name }) => name).sort();
		expect(names).toEqual(nodes.flatMap((name) => (name.endsWith('Trigger') ? [name] : [name, `${name}Tool`])).sort());
	});

	test('every node is found by its category and leads to its documentation', async () => {
		for (const { name, codex } of await ours()) {
			const expected = name.endsWith('Tool') ? ['AI'] : ['Marketing'];
			expect({ name, categories: codex?.categories }).toEqual({ name, categories: expect.arrayContaining(expected) });
			expect(codex?.resources?.primaryDocumentation?.[0]?.url).toMatch(/^https:\/\//);
		}
	});

	test('every credential type knows the nodes that use it', async () => {
		const uses = (await theirCredentials()).map(({ name, supportedNodes = [] }) => [name, [...supportedNodes].sort()]);
		expect(uses.sort()).toEqual(credentialTypes.map((type) => [type, [...usersOf(type), guard].sort()]).sort());
	});

	test('n8n serves the icons of nodes and credentials, for the light and the dark theme', async () => {
		const { client } = stage().operator.rest;
		for (const { name, iconUrl } of [...(await ours()), ...(await theirCredentials())]) {
			if (!iconUrl) throw new Error(`${name} has no icon in n8n.`);
			const [light, dark] = await Promise.all([iconUrl.light, iconUrl.dark].map(async (url) => await client.get<string>(`/${url}`, { responseType: 'text' })));
			for (const icon of [light, dark]) {
				expect({ name, status: icon?.status, type: icon?.headers['content-type'] }).toEqual({ name, status: 200, type: expect.stringContaining('image/svg+xml') });
				expect(icon?.data).toContain('<svg');
			}
			expect(light?.data).not.toBe(dark?.data);
		}
	});
}

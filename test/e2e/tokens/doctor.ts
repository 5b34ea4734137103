import type { INode, INodeParameters } from 'n8n-workflow';
import { accountsAt } from '../../../sandbox/accounts';
import { seed } from '../../../sandbox/networks/seed';
import type { Credential } from '../../../sandbox/n8n/operator';
import type { Stage } from '../../support/stage';
import { networksAt } from '../networks';
import { diagnosed } from './guard';

const id = (value: string): INodeParameters => ({ __rl: true, mode: 'id', value });
const post: INodeParameters = { resource: 'post', operation: 'createText', page: id(seed.meta.page.id), message: 'Bonjour' };
const image = (account: string): INodeParameters => ({ resource: 'media', operation: 'publishImage', account: id(account), imageUrl: 'https://shop.example/rose.jpg' });

/** Operation *Diagnose Workflow*: what would stop a workflow, said before it is published. */
export function doctor(stage: () => Stage) {
	/** A connected credential of its own: `scenario` names it. */
	const connected = async (scenario: string, type: string, choices?: Record<string, string>): Promise<Credential> => {
		const { operator, networks } = stage();
		const account = accountsAt(networks.origin).find((one) => one.type === type);
		const credential = await operator.ensureCredential(`Doctor: ${scenario}`, type, { ...account?.data });
		await operator.connect(credential, choices);
		return credential;
	};
	const examine = async (scenario: string, ...nodes: Pick<INode, 'name' | 'type' | 'parameters' | 'credentials'>[]) => {
		const { operator } = stage();
		const { id: workflowId } = await operator.workflows.import({
			name: `Doctor: ${scenario}`,
			nodes: nodes.map((node, index) => ({ id: node.name, typeVersion: node.type.startsWith('n8n-nodes-base') ? 4.2 : 1, position: [index * 220, 0], ...node })),
			connections: {},
		});
		return await diagnosed(operator, workflowId);
	};
	const using = (credential: Credential) => ({ [credential.type]: { id: credential.id, name: credential.name } });
	const facebook = (credential: Credential) => ({ name: 'Post', type: 'n8n-nodes-qmark.qmarkFacebook', parameters: post, credentials: using(credential) });
	const instagram = (credential: Credential, account: string) => ({ name: 'Image', type: 'n8n-nodes-qmark.qmarkInstagram', parameters: image(account), credentials: using(credential) });

	afterEach(async () => await networksAt(stage().networks.origin).settings({ meta: { declinedScopes: [] }, google: { testing: false } }));
	afterAll(async () => {
		const { operator } = stage();
		for (const one of await operator.credentials()) if (one.name.startsWith('Doctor: ')) await operator.rest.send('DELETE', `/credentials/${one.id}`);
	});

	test('a workflow that lacks nothing is ready', async () => {
		const credential = await connected('ready', 'qmarkMetaOAuth2Api');
		const diagnosis = await examine('ready', facebook(credential), instagram(credential, seed.meta.instagram.id));
		expect(diagnosis).toMatchObject({ ready: true, checked: ['Post', 'Image'], findings: [] });
	});

	test('a permission that the person did not give', async () => {
		await networksAt(stage().networks.origin).settings({ meta: { declinedScopes: ['pages_manage_posts'] } });
		const credential = await connected('permission', 'qmarkMetaOAuth2Api');
		const { ready, findings } = await examine('permission', facebook(credential));
		expect(ready).toBe(false);
		expect(findings).toEqual([{ node: 'Post', credential: credential.name, problem: 'missing-permission', message: expect.stringContaining('pages_manage_posts'), fix: expect.stringMatching(/Connect/) }]);
	});

	test('a page that the connected person has no role on', async () => {
		const credential = await connected('page', 'qmarkMetaOAuth2Api', { account: seed.meta.otherUser.id });
		const { ready, findings } = await examine('page', facebook(credential));
		expect(ready).toBe(false);
		expect(findings).toMatchObject([{ node: 'Post', problem: 'not-linked', message: expect.stringContaining(seed.meta.page.id), fix: expect.stringMatching(/tick this page/) }]);
	});

	test('an Instagram account that is personal or not linked to a page', async () => {
		const credential = await connected('account', 'qmarkMetaOAuth2Api');
		const { ready, findings } = await examine('account', instagram(credential, '17841400000000099'));
		expect(ready).toBe(false);
		expect(findings).toMatchObject([{ node: 'Image', problem: 'not-linked', message: expect.stringContaining('17841400000000099'), fix: expect.stringMatching(/business or creator account.*page/) }]);
	});

	test('a Google app that is still in “Testing”', async () => {
		await networksAt(stage().networks.origin).settings({ google: { testing: true } });
		const credential = await connected('testing', 'qmarkGmailOAuth2Api');
		const request = { name: 'Mail', type: 'n8n-nodes-base.httpRequest', parameters: { url: 'https://gmail.googleapis.com', authentication: 'predefinedCredentialType', nodeCredentialType: credential.type }, credentials: using(credential) };
		const { ready, findings } = await examine('testing', request);
		expect(ready).toBe(false);
		expect(findings).toMatchObject([{ node: 'Mail', problem: 'unaudited-app', fix: expect.stringMatching(/Publish app/) }]);
	});

	test('a credential that nobody connected, and a node without one', async () => {
		const { operator, networks } = stage();
		const account = accountsAt(networks.origin).find(({ type }) => type === 'qmarkMetaOAuth2Api');
		const credential = await operator.ensureCredential('Doctor: unconnected', 'qmarkMetaOAuth2Api', { ...account?.data });
		const { findings } = await examine('unconnected', facebook(credential), { name: 'Bare', type: 'n8n-nodes-qmark.qmarkInstagram', parameters: image('1') });
		expect(findings).toMatchObject([
			{ node: 'Post', problem: 'not-connected', fix: expect.stringMatching(/Connect/) },
			{ node: 'Bare', problem: 'not-connected', fix: expect.stringMatching(/choose one/) },
		]);
	});
}

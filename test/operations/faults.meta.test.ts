import type { INodeParameters, INodeType } from 'n8n-workflow';
import { QmarkFacebook } from '../../nodes/QmarkFacebook/QmarkFacebook.node';
import { QmarkInstagram } from '../../nodes/QmarkInstagram/QmarkInstagram.node';
import { seed } from '../../sandbox/networks/seed';
import { runNode } from '../support/context';
import { metaCredential, openSandbox } from '../support/sandbox';
import type { Fault, Sandbox } from '../support/sandbox';
import { hurry, presentTime } from '../support/time';

let sandbox: Sandbox;
// So that nobody sits through the pauses between two tries.
beforeAll(() => hurry(10));
afterAll(presentTime);
beforeAll(async () => (sandbox = await openSandbox()));
beforeEach(async () => await sandbox.reset());
afterAll(async () => await sandbox.close());

const byId = (value: string) => ({ __rl: true, mode: 'id', value });

interface Publishing {
	node: INodeType;
	parameters: () => INodeParameters;
	/** Part of the path of the call that makes the post public. */
	match: string;
}

const text = 'Les pivoines sont là';
const facebook: Publishing = {
	node: new QmarkFacebook(),
	parameters: () => ({ resource: 'post', operation: 'createText', page: byId(seed.meta.page.id), message: text }),
	match: '/feed',
};
const instagram: Publishing = {
	node: new QmarkInstagram(),
	parameters: () => ({
		...{ resource: 'media', operation: 'publishImage', account: byId(seed.meta.instagram.id), caption: text },
		imageUrl: `${sandbox.origin}/media/samples/bouquet-camelia.jpg`,
	}),
	match: '/media_publish',
};

const run = async ({ node, parameters }: Publishing, executionId?: string) =>
	await runNode({ node, parameters: parameters(), credentials: metaCredential(sandbox.origin), continueOnFail: !executionId, executionId });
const published = async () => (await sandbox.timeline()).filter((entry) => entry.text === text).length;
const meet = async ({ match }: Publishing, fault: Omit<Fault, 'network' | 'match'>) => await sandbox.fault({ network: 'meta', match, ...fault });

const networks = [
	{ name: 'Facebook', publishing: facebook },
	{ name: 'Instagram', publishing: instagram },
];

describe.each(networks)('$name', ({ publishing }) => {
	test.each([500, 503])('%d in Meta’s own envelope before the effect: published once', async (status) => {
		await meet(publishing, { kind: 'status', status, when: 'before' });
		const [item] = await run(publishing);
		expect(item?.json).not.toHaveProperty('error');
		expect(await published()).toBe(1);
	});

	test.each([
		{ name: 'reset', fault: { kind: 'reset' } },
		{ name: 'gateway error', fault: { kind: 'status', status: 502 } },
		{ name: 'malformed body', fault: { kind: 'malformed' } },
		{ name: '500 in Meta’s own envelope', fault: { kind: 'status', status: 500 } },
	] as const)('$name after the effect: the platform is asked, and the post is there once', async ({ fault }) => {
		await meet(publishing, { ...fault, when: 'after' });
		const [item] = await run(publishing);
		expect(item?.json).not.toHaveProperty('error');
		expect(item?.json).toHaveProperty('id');
		expect(await published()).toBe(1);
	});

	test('n8n’s Retry On Fail after a reset before the effect never posts twice', async () => {
		await meet(publishing, { kind: 'reset', when: 'before' });
		const attempt = async () => await run(publishing, `retried-${publishing.match}`);
		await attempt().catch(async () => await attempt().catch(() => undefined));
		expect(await published()).toBeLessThanOrEqual(1);
	});
});

test('Facebook: a reset before the effect cannot be told from one after it, so the item is in doubt and nothing is sent again', async () => {
	await meet(facebook, { kind: 'reset', when: 'before' });
	const [item] = await run(facebook);
	expect(item?.json).toMatchObject({ details: { verdict: 'unknown', hint: expect.stringContaining('before you send this item again') } });
	expect(await published()).toBe(0);
});

test('Instagram: a reset before the effect is cleared up by its container, and the post is published once', async () => {
	await meet(instagram, { kind: 'reset', when: 'before' });
	const [item] = await run(instagram);
	expect(item?.json).toHaveProperty('permalink');
	expect(await published()).toBe(1);
});

test('Facebook without a text to know the post by: verdict unknown, nothing twice', async () => {
	const photo: Publishing = {
		...facebook,
		parameters: () => ({ resource: 'post', operation: 'createPhoto', page: byId(seed.meta.page.id), source: 'url', photoUrl: `${sandbox.origin}/media/samples/mariage-blanc.jpg`, message: '' }),
		match: '/photos',
	};
	await meet(photo, { kind: 'reset', when: 'after' });
	const [item] = await run(photo);
	expect(item?.json).toMatchObject({ details: { verdict: 'unknown' } });
	expect(await sandbox.timeline()).toHaveLength(1);
});

test('an expired connection asks to reconnect, and no token leaves the node', async () => {
	await sandbox.settings({ meta: { revokeTokens: true } });
	const [item] = await run(facebook);
	expect(item?.json).toMatchObject({ details: { verdict: 'reconnect', code: '190/460', hint: expect.stringContaining('click Connect') } });
	expect(JSON.stringify(item)).not.toContain('EAASANDBOX');
});

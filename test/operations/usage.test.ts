import { QmarkFacebook } from '../../nodes/QmarkFacebook/QmarkFacebook.node';
import type { INodeParameters } from 'n8n-workflow';
import { seed } from '../../sandbox/networks/seed';
import { runNode } from '../support/context';
import { metaCredential, openSandbox } from '../support/sandbox';
import type { Sandbox } from '../support/sandbox';

let sandbox: Sandbox;
beforeAll(async () => (sandbox = await openSandbox()));
afterAll(async () => await sandbox.close());

const run = async (parameters: INodeParameters) => await runNode({ node: new QmarkFacebook(), parameters, credentials: metaCredential(sandbox.origin) });
const page = { __rl: true, mode: 'id', value: seed.meta.page.id };

const listPages = async () => {
	const began = performance.now();
	await run({ resource: 'page', operation: 'getAll', returnAll: true });
	return performance.now() - began;
};

test('Meta’s usage headers slow all executions of the app down before Meta has to refuse', async () => {
	await sandbox.settings({ meta: { appUsage: { call_count: 20, total_time: 10, total_cputime: 5 } } });
	await listPages();
	expect(await listPages()).toBeLessThan(400);
	// 84 % is nine fifteenths of the way from where spreading begins to where calls stop: 600 ms.
	await sandbox.settings({ meta: { appUsage: { call_count: 20, total_time: 84, total_cputime: 5 } } });
	await listPages();
	expect(await listPages()).toBeGreaterThan(500);
});

test('a refusal for the limit tells how long Meta’s header says to wait, where that is too long for a workflow', async () => {
	await sandbox.settings({ meta: { appUsage: { call_count: 10 }, businessUsage: { call_count: 100, estimated_time_to_regain_access: 19 }, rateLimit: { perHour: 1 } } });
	const posts = { resource: 'post', operation: 'getAll', page, status: 'published', returnAll: true };
	await expect(run(posts)).rejects.toMatchObject({
		message: expect.stringMatching(/1140 s/),
		context: { verdict: 'wait' },
		failure: { cause: 'rate-limited', retryAfterMs: 19 * 60_000 },
	});
});

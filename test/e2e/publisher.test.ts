/** Publishing in a real n8n that is killed, stopped and started: what it had begun is brought to its end, once. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { runInThisContext } from 'node:vm';
import { stopAll } from '../../sandbox/children';
import { findFaketime } from '../../sandbox/n8n/clock';
import type { StoredWorkflow } from '../../sandbox/n8n/workflows';
import { boundaries, furnish, killedAt, latestOf, send, timesShown } from '../simulation/killedInstance';
import { openStage, root } from '../support/stage';
import type { Stage } from '../support/stage';

jest.setTimeout(300_000);

/** Jest gives a test file a copy of `process` that hears no signals; Ctrl-C must not leave n8n behind. */
const host: NodeJS.Process = runInThisContext('process');
for (const signal of ['SIGINT', 'SIGTERM'] as const) host.once(signal, () => void stopAll().finally(() => host.exit(1)));

describe('QMARK Publisher in a real n8n that is cut off', () => {
	if (!findFaketime()) {
		test.skip('needs libfaketime: install it (Debian and Ubuntu: "apt-get install faketime") and run again', () => undefined);
		return;
	}

	let opened: Stage | undefined;
	let workflow: StoredWorkflow;
	const stage = (): Stage => {
		if (!opened) throw new Error('The n8n of these tests did not start: the first failure above says why.');
		return opened;
	};
	const statusOf = async (id: string) => (await stage().operator.workflows.executions(workflow)).find((one) => one.id === id)?.status;
	const restart = async (): Promise<Stage> => {
		opened = { ...stage(), ...(await stage().start()) };
		return opened;
	};

	beforeAll(async () => {
		rmSync(join(root, '.qmark', 'logs', 'publisher-n8n.log'), { force: true });
		opened = await openStage('publisher', { NODE_ENV: 'production' }, { moves: true });
		workflow = await furnish(stage());
	}, 1_200_000);
	afterAll(stopAll);

	test('one content goes to three networks, and a second run publishes nothing', async () => {
		const contents = [{ id: 'plain', text: 'Une fois', media: [`${stage().networks.origin}/media/samples/tulipes-vase.jpg`] }];
		await send(stage(), contents);
		const first = await latestOf(stage(), workflow);
		await send(stage(), contents);
		const second = await latestOf(stage(), workflow, [first.id]);
		const answers = (await stage().operator.workflows.wait(second.id)).items('Publisher').map(({ json }) => [json.network, json.status]);
		expect(answers).toEqual([['facebook', 'published'], ['instagram', 'published'], ['telegram', 'published']]);
		expect(await timesShown(stage(), 'Une fois')).toEqual([1, 1, 1]);
	});

	test('media that is processed for long parks the execution; it goes on after n8n was stopped meanwhile', async () => {
		const { networks, operator } = stage();
		await furnish(stage(), { meta: { processingSeconds: 120 } });
		const known = (await operator.workflows.executions(workflow)).map(({ id }) => id);
		await send(stage(), [{ id: 'parked', text: 'Patience', targets: ['instagram', 'telegram'], media: [`${networks.origin}/media/samples/eclosion-camelia.mp4`] }]);
		const parked = await latestOf(stage(), workflow, known);
		expect(parked.status).toBe('waiting');
		// The other network did not wait for it.
		expect(await timesShown(stage(), 'Patience')).toEqual([0, 0, 1]);
		await stage().n8n.stop();
		await stage().clock.advance(300);
		await restart();
		for (const deadline = Date.now() + 150_000; (await timesShown(stage(), 'Patience'))[1] === 0 && Date.now() < deadline; ) await delay(1_000);
		expect(await timesShown(stage(), 'Patience')).toEqual([0, 1, 1]);
		// n8n calls an execution crashed for a moment that it resumes while it starts.
		for (const deadline = Date.now() + 60_000; (await statusOf(parked.id)) !== 'success' && Date.now() < deadline; ) await delay(1_000);
		expect(await statusOf(parked.id)).toBe('success');
		await furnish(stage());
	});

	test.each([
		{ ...boundaries[1], when: 'after' },
		{ ...boundaries[2], when: 'after' },
	] as const)('killed $when the effect of $match: 0 duplicates, 0 lost', async ({ when, ...boundary }) => {
		const { result } = await killedAt(stage(), workflow, boundary, when, boundaries.findIndex(({ match }) => match === boundary.match), restart);
		expect(result).toEqual({ ...result, duplicates: 0, lost: 0 });
		// Of what the killed run had under way, Telegram alone tells nothing.
		expect(result.asked.filter((name) => name !== 'telegram')).toEqual([]);
	});
});

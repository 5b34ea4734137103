import type { StoredWorkflow } from '../../../sandbox/n8n/workflows';
import type { Stage } from '../../support/stage';
import { networksAt } from '../networks';
import { receiver, shipped } from './alerts';
import { credentialOf } from './guard';

const day = 86_400;

export interface Passing {
	/** Moves the clock and keeps the operator signed in. */
	pass(seconds: number): Promise<void>;
	/** Stops n8n and starts it on the same data. */
	restart(): Promise<void>;
}

/** A connection that nothing can renew: the shipped workflow says so in time, and no more often than it should. */
export function watching(stage: () => Stage, { pass, restart }: Passing) {
	let hook: Awaited<ReturnType<typeof receiver>> | undefined;
	let workflow: StoredWorkflow;
	const alerts: { day: number; telegram: string; posted: string }[] = [];
	let shown = 0;

	/** One execution, and what came out of it on both channels. */
	const look = async (today: number) => {
		const { operator, networks } = stage();
		const { status, error } = await operator.workflows.run(workflow);
		expect({ today, status, error }).toEqual({ today, status: 'success', error: undefined });
		const sent = (await networksAt(networks.origin).timeline()).filter(({ network, text }) => network === 'telegram' && text.startsWith('⚠️'));
		const fresh = sent.slice(0, sent.length - shown).map(({ text }) => text.split('\n')[0] ?? '');
		const posted = hook?.received.slice(shown) ?? [];
		expect(posted).toHaveLength(fresh.length);
		alerts.push(...fresh.map((telegram, index) => ({ day: today, telegram, posted: posted[index]?.title ?? '' })));
		shown = sent.length;
	};

	beforeAll(async () => {
		const { operator, networks } = stage();
		hook = await receiver();
		shown = (await networksAt(networks.origin).timeline()).filter(({ text }) => text.startsWith('⚠️')).length;
		workflow = await operator.importWorkflow(shipped('token-watch.json', { telegramChatId: '@atelier_camelia', emailTo: '', emailFrom: '', webhookUrl: hook.url, gmailApi: '' }));
		await operator.connect(await credentialOf(operator, 'qmarkLinkedInOAuth2Api'));
	});
	afterAll(async () => await hook?.close());

	test('LinkedIn without refresh tokens: one alert 14, 7, 3 and 1 days before the end, also across a restart; none after connecting again', async () => {
		await pass(45.5 * day);
		for (let today = 45.5; today <= 59.5; today += 0.5) {
			await look(today);
			if (today === 50) await restart();
			await pass(day / 2);
		}
		await stage().operator.connect(await credentialOf(stage().operator, 'qmarkLinkedInOAuth2Api'));
		for (let today = 60; today <= 62; today += 1) {
			await look(today);
			await pass(day);
		}
		const wanted = [[46, '14 days'], [53, '7 days'], [57, '3 days'], [59, '1 day']] as const;
		const title = (left: string) => `LinkedIn “QMARK LinkedIn (sandbox)” ends in ${left}`;
		expect(alerts).toEqual(wanted.map(([at, left]) => ({ day: at, telegram: `⚠️ ${title(left)}`, posted: title(left) })));
	}, 240_000);

	test('the webhook tells key, text and report, and no token', () => {
		const { report, ...alert } = hook?.received[0] ?? { report: {} };
		expect(alert).toMatchObject({ key: expect.stringMatching(/\/ends\/\d{4}-\d\d-\d\d\/14$/), text: expect.stringMatching(/\/home\/credentials\/\w+$/) });
		expect(report).toMatchObject({ platform: 'LinkedIn', state: 'due', renewal: 'by hand' });
		expect(report).not.toHaveProperty('alert');
	});

	test('a channel that fails stops no other, fails the execution and is tried again', async () => {
		const { operator, networks } = stage();
		const settings = networksAt(networks.origin);
		const { id } = await credentialOf(operator, 'qmarkPinterestOAuth2Api');
		await settings.settings({ pinterest: { revoke: true } });
		await settings.fault({ network: 'telegram', match: 'sendMessage', kind: 'status', status: 403, times: 3 });
		const posted = () => (hook?.received ?? []).filter(({ key }) => key.startsWith(id)).length;
		const first = await operator.workflows.run(workflow);
		expect(first.status).toBe('error');
		expect(first.error).toMatch(/^Not sent: telegram: Pinterest .* The next run tries again\.$/);
		expect(posted()).toBe(1);
		const before = shown;
		await look(63);
		expect({ telegram: shown - before, posted: posted() }).toEqual({ telegram: 1, posted: 1 });
		await settings.clearFaults();
	});

	test('without an API key the execution fails, and says what is missing', async () => {
		const { operator } = stage();
		const file = shipped('token-watch.json', {});
		const nodes = file.nodes.map((node) => ({ ...node, credentials: undefined }));
		const keyless = await operator.workflows.import({ ...file, name: 'Token watch without a key', nodes });
		const { status, error } = await operator.workflows.run(keyless);
		expect({ status, error }).toEqual({ status: 'error', error: expect.stringMatching(/needs n8n’s own API/) });
	});
}

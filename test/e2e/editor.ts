import type { Page } from 'playwright-core';
import { seed } from '../../sandbox/networks/seed';
import { firstWorkflow } from '../../sandbox/demo';
import { chromiumPath, openBrowser, screenshot } from '../support/browser';
import { signInThere } from '../support/editor';
import { qmarkNodes } from '../support/nodes';
import type { Stage } from '../support/stage';
import { networksAt } from './networks';

/** What a person sees in n8n's editor, in the host's own Chromium. */
export function editor(stage: () => Stage) {
	const chromium = chromiumPath();
	if (!chromium) {
		test.skip('needs Chromium: install it, or name its path in CHROMIUM_PATH, and run again', () => undefined);
		return;
	}

	let page: Page;
	let close: (() => Promise<void>) | undefined;

	beforeAll(async () => {
		({ page, close } = await openBrowser(chromium));
		await signInThere(page, stage());
	});
	afterAll(async () => await close?.());

	test('searching “QMARK” lists every node with its icon', async () => {
		await page.goto(`${stage().n8n.url}/workflow/new`);
		const search = page.getByTestId('node-creator-search-bar');
		const results = page.getByTestId('node-creator-item-name');
		await page.getByTestId('canvas-plus-button').click();
		await search.fill('manual');
		await results.first().click();
		await page.getByTestId('canvas-trigger-node').waitFor();
		await page.getByTestId('node-creator-plus-button').click();
		await search.fill('QMARK');
		// n8n leaves the word “Trigger” out of its list.
		const names = [...new Set(Object.values(qmarkNodes).map(({ displayName }) => displayName.replace(/ Trigger$/, '')))].sort();
		await results.filter({ hasText: 'QMARK' }).nth(names.length - 1).waitFor();
		expect((await results.allInnerTexts()).sort()).toEqual(names);
		const icons = page.getByTestId('node-creator').locator('img[src*="n8n-nodes-qmark"]');
		await settled();
		const widths = new Map(await icons.evaluateAll((images) => images.map((image): [string | null, number] => [image.getAttribute('src'), Number(Reflect.get(image, 'naturalWidth'))])));
		expect(widths.size).toBe(names.length);
		expect(Math.min(...widths.values())).toBeGreaterThan(0);
		await screenshot(page, 'editor-nodes');
	});

	test('the credential dialog offers the redirect URL and a Connect button, which connects', async () => {
		const { operator, n8n, networks } = stage();
		const settings = { clientId: seed.meta.appId, clientSecret: seed.meta.appSecret, gateway: networks.origin };
		const { id } = await operator.ensureCredential('Atelier Camélia', 'qmarkMetaOAuth2Api', settings);
		await page.goto(`${n8n.url}/home/credentials/${id}`);
		const dialog = page.getByTestId('editCredential-modal');
		const connect = dialog.getByRole('button', { name: 'Connect', exact: true });
		await connect.waitFor();
		await dialog.getByText(`${n8n.url}/rest/oauth2-credential/callback`).waitFor();
		await screenshot(page, 'credential-connect');

		const opened = page.waitForEvent('popup');
		await connect.click();
		const consent = await opened;
		await consent.getByRole('button', { name: /^Continue as/ }).click();
		await dialog.getByTestId('oauth-connect-success-banner').waitFor();
		expect(await operator.isConnected(id)).toBe(true);
		await operator.rest.send('DELETE', `/credentials/${id}`);
	});

	test('the publishing workflow shows what its run did at each node', async () => {
		const { operator, n8n } = stage();
		const workflow = await operator.workflows.find(firstWorkflow);
		const [execution] = workflow ? (await operator.workflows.executions(workflow)).slice(-1) : [];
		await page.goto(`${n8n.url}/workflow/${workflow?.id}/executions/${execution?.id}`);
		const nodes = page.getByTestId('canvas-node');
		for (const name of ['Facebook photo', 'Instagram carousel', 'Telegram video']) await nodes.filter({ hasText: name }).getByTestId('canvas-node-status-success').first().waitFor({ state: 'attached' });
		// The list of executions and n8n's own advice would leave the canvas little room in the picture.
		await page.addStyleTag({ content: '[data-test-id="executions-sidebar"] { display: none !important; }' });
		await page.addLocatorHandler(page.getByTestId('suggested-actions-close'), async (advice) => await advice.click());
		await page.getByTestId('zoom-to-fit').click();
		await settled();
		await screenshot(page, 'workflow');
		const networks = page.getByTestId('sticky').filter({ hasText: 'Instagram account' });
		await networks.hover({ position: { x: 5, y: 5 } });
		await page.keyboard.down('Control');
		await page.mouse.wheel(0, -500);
		await page.keyboard.up('Control');
		await settled();
		await screenshot(page, 'workflow-networks');
	});

	test('the timeline shows the posts as the networks would', async () => {
		await page.goto(stage().networks.origin);
		await page.getByText('Open on Instagram').first().waitFor();
		await page.evaluate("document.documentElement.style.zoom = '0.62'");
		await settled();
		await screenshot(page, 'timeline');
	});

	test('beside it stands what the Publisher did, with its links and what was adapted and why', async () => {
		const { origin } = stage().networks;
		const controls = networksAt(origin);
		const posts = await controls.timeline();
		const linkOn = (network: string) => posts.find((post) => post.network === network)?.url;
		const why = '1024 characters are allowed here; there were 1350.';
		const adapted = [{ field: 'text', rule: 'split', before: 'Un long texte. '.repeat(90), after: 'Un long texte. '.repeat(60), why }];
		const changedAt = new Date().toISOString();
		await controls.publications([
			{ contentId: 'P07', network: 'telegram', account: '@atelier_camelia', status: 'published', permalink: linkOn('telegram'), adapted, changedAt },
			{ contentId: 'P07', network: 'facebook', account: seed.meta.page.id, status: 'unknown', hint: 'Look at Facebook whether the post is there.', changedAt },
		]);
		await page.goto(origin);
		const card = page.locator('.publications article').filter({ hasText: 'P07' });
		await card.waitFor();
		const [facebook, telegram] = [card.locator('[data-network=facebook]'), card.locator('[data-network=telegram]')];
		expect(await facebook.innerText()).toMatch(/Facebook[^]*Unknown: a person is asked[^]*Look at Facebook whether the post is there\./);
		expect(await facebook.getByRole('link').count()).toBe(0);
		expect(await telegram.innerText()).toMatch(/Telegram[^]*Published[^]*Text · split/);
		expect(await telegram.innerText()).toContain(why);
		await settled();
		await screenshot(page, 'timeline-publications');
		await telegram.getByText('Before and after').press('Enter');
		await telegram.getByText('1,350 characters').waitFor();
		await telegram.getByRole('link', { name: 'Open on Telegram' }).evaluate((link) => link.removeAttribute('target'));
		await telegram.getByRole('link', { name: 'Open on Telegram' }).click();
		await page.getByText('telegram (sandbox)').waitFor();
		await controls.publications([]);
	});

	/** Pictures in view have come and movements have ended. */
	async function settled() {
		await page.waitForFunction('[...document.images].every((image) => image.complete || image.getBoundingClientRect().top > innerHeight)');
		await page.waitForTimeout(1_000);
	}
}

import { accountsAt } from '../../../sandbox/accounts';
import { connectDemo } from '../../../sandbox/demo';
import { seed } from '../../../sandbox/networks/seed';
import { chromiumPath, openBrowser } from '../../support/browser';
import { signInThere } from '../../support/editor';
import type { Stage } from '../../support/stage';
import { credentialOf, reports } from './guard';

/** The two accounts of each network that may connect; the first is chosen on its consent page. */
const people: Record<string, readonly { id: string; name: string }[]> = {
	qmarkMetaOAuth2Api: [seed.meta.user, seed.meta.otherUser],
	qmarkInstagramOAuth2Api: seed.instagramLogin.accounts,
	qmarkThreadsOAuth2Api: seed.threads.accounts,
	qmarkGmailOAuth2Api: seed.google.accounts,
	qmarkGoogleAdsOAuth2Api: seed.google.accounts,
	qmarkYouTubeOAuth2Api: seed.google.accounts,
	qmarkTikTokOAuth2Api: seed.tiktok.accounts,
	qmarkLinkedInOAuth2Api: seed.linkedin.accounts,
	qmarkPinterestOAuth2Api: seed.pinterest.accounts,
};

const oauth = accountsAt('').filter(({ consent }) => consent);
const refusedName = (type: string) => `Refused ${type}`;

/** Every type of credential with a consent page: connected, refused, switched to another account. */
export function connecting(stage: () => Stage) {
	/** Whose account answers through each credential of the sandbox. */
	const answering = async () => {
		const found = await reports(stage().operator);
		return oauth.map(({ name, type }) => [type, found.find((report) => report.name === name)?.account]);
	};
	const expected = (index: number) => oauth.map(({ type }) => [type, people[type]?.[index]?.name]);

	beforeAll(async () => await connectDemo(stage().operator, stage().networks.origin));

	test.each(oauth)('$type connects through n8n’s own OAuth2 flow', async ({ name, type }) => {
		const { operator } = stage();
		expect(await operator.isConnected((await credentialOf(operator, type, name)).id)).toBe(true);
	});

	test('Token Guard finds each one connected as the account that was chosen', async () => {
		expect(await answering()).toEqual(expected(0));
	});

	test.each(oauth)('$type: a refused consent leaves it unconnected', async ({ type }) => {
		const { operator, networks } = stage();
		const account = accountsAt(networks.origin).find((one) => one.type === type);
		const credential = await operator.ensureCredential(refusedName(type), type, { ...account?.data });
		await expect(operator.connect(credential, { decision: 'cancel' })).rejects.toThrow(/did not get a token/);
		expect(await operator.isConnected(credential.id)).toBe(false);
	});

	test('connecting another account really switches, for every type', async () => {
		const { operator } = stage();
		for (const { name, type } of oauth) await operator.connect(await credentialOf(operator, type, name), { account: people[type]?.[1]?.id ?? '' });
		expect(await answering()).toEqual(expected(1));
	});

	describe('the editor', () => {
		const chromium = chromiumPath();
		if (!chromium) {
			test.skip('needs Chromium: install it, or name its path in CHROMIUM_PATH, and run again', () => undefined);
			return;
		}
		let browser: Awaited<ReturnType<typeof openBrowser>> | undefined;
		beforeAll(async () => {
			browser = await openBrowser(chromium);
			await signInThere(browser.page, stage());
		});
		afterAll(async () => {
			await browser?.close();
			const { operator } = stage();
			for (const { type } of oauth) await operator.rest.send('DELETE', `/credentials/${(await credentialOf(operator, type, refusedName(type))).id}`);
		});

		test.each(oauth)('offers $type a Connect button and the redirect URL', async ({ type }) => {
			const { operator, n8n } = stage();
			if (!browser) throw new Error('The browser did not start.');
			const { id } = await credentialOf(operator, type, refusedName(type));
			await browser.page.goto(`${n8n.url}/home/credentials/${id}`);
			const dialog = browser.page.getByTestId('editCredential-modal');
			await dialog.getByRole('button', { name: 'Connect', exact: true }).waitFor();
			await dialog.getByText(`${n8n.url}/rest/oauth2-credential/callback`).waitFor();
		});
	});
}

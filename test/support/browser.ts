import { accessSync, constants, mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, selectors } from 'playwright-core';
import type { Page } from 'playwright-core';
import { root } from './stage';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const isProgram = (path: string): boolean => {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
};

/** The host's own Chromium: `CHROMIUM_PATH`, or the first of the usual names in `PATH`; undefined where there is none. */
export const chromiumPath = (): string | undefined => {
	const folders = (process.env.PATH ?? '').split(delimiter);
	const candidates = [process.env.CHROMIUM_PATH ?? '', ...names.flatMap((name) => folders.map((folder) => join(folder, name)))];
	return candidates.find((path) => path !== '' && isProgram(path));
};

/** A page in a headless Chromium that talks to this machine only. The caller closes it. */
export async function openBrowser(executablePath: string) {
	// n8n's editor spells the attribute so.
	selectors.setTestIdAttribute('data-test-id');
	const browser = await chromium.launch({
		executablePath,
		args: [
			...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
			...['--disable-background-networking', '--disable-component-update', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
		],
	});
	const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1, locale: 'en-GB', reducedMotion: 'reduce' });
	context.setDefaultTimeout(30_000);
	return { page: await context.newPage(), close: async () => await browser.close() };
}

/** Keeps a picture of the page: for the README when `UPDATE_SCREENSHOTS=1` asks for it, else beside the logs. */
export async function screenshot(page: Page, name: string): Promise<void> {
	const folder = process.env.UPDATE_SCREENSHOTS === '1' ? join(root, 'docs', 'images') : join(root, '.qmark', 'screenshots');
	mkdirSync(folder, { recursive: true });
	await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
}

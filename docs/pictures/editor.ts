import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { root } from '../../test/support/stage';
import type { Stage } from '../../test/support/stage';

/** Signs in as the owner and keeps n8n's own advice out of the pictures. */
export async function enter(page: Page, { n8n, operator }: Stage): Promise<void> {
	const { email, password } = operator.owner;
	await page.goto(`${n8n.url}/signin`);
	await page.getByTestId('emailOrLdapLoginId').locator('input').fill(email);
	await page.getByTestId('password').locator('input').fill(password);
	await page.getByTestId('form-submit-button').click();
	await page.waitForURL(/\/home\//);
	await page.addLocatorHandler(page.getByTestId('suggested-actions-close'), async (advice) => await advice.click());
}

/** Pictures in view have come and movements have ended. */
export async function settled(page: Page): Promise<void> {
	await page.waitForFunction('[...document.images].every((image) => image.complete || image.getBoundingClientRect().top > innerHeight)');
	await page.waitForTimeout(1_000);
}

/** Keeps a picture for the guides. */
export async function picture(of: Locator | Page, name: string): Promise<void> {
	const folder = join(root, 'docs', 'images');
	mkdirSync(folder, { recursive: true });
	await of.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
	console.log(`  docs/images/${name}.png`);
}

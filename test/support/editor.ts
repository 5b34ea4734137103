import type { Page } from 'playwright-core';
import type { Stage } from './stage';

/** Signs the browser in to the stage's n8n as its owner. */
export async function signInThere(page: Page, { n8n, operator }: Stage): Promise<void> {
	const { email, password } = operator.owner;
	await page.goto(`${n8n.url}/signin`);
	await page.getByTestId('emailOrLdapLoginId').locator('input').fill(email);
	await page.getByTestId('password').locator('input').fill(password);
	await page.getByTestId('form-submit-button').click();
	await page.waitForURL(/\/home\//);
}

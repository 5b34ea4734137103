import type { Page } from 'playwright-core';
import type { Stage } from '../../test/support/stage';
import { picture, settled } from './editor';
import type { Furniture } from './furnish';

/** `qmarkGoogleAdsOAuth2Api` → `credential-google-ads`. */
const nameOf = (type: string): string => {
	const words = type.replace(/^qmark/, '').replace(/(OAuth2)?Api$/, '').replace('TikTok', 'Tiktok').replace('LinkedIn', 'Linkedin').replace('YouTube', 'Youtube');
	return `credential${words.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
};

/** The dialog scrolls its fields; a picture shall hold them all. */
const whole = `
[data-test-id="editCredential-modal"] { height: auto !important; max-height: none !important; top: 10px !important; transform: none !important; margin-top: 0 !important; }
[data-test-id="editCredential-modal"] *:has([data-test-id="credential-connection-parameter"], [data-test-id^="parameter-input"]) { height: auto !important; max-height: none !important; overflow: visible !important; }
`;

/** The dialog of every credential type, filled in and connected. */
export async function credentialPictures(page: Page, { n8n }: Stage, { credentials }: Furniture, wanted: (name: string) => boolean): Promise<void> {
	await page.setViewportSize({ width: 1120, height: 1500 });
	for (const [type, { id }] of credentials) {
		const name = nameOf(type);
		if (!wanted(name)) continue;
		await page.goto(`${n8n.url}/home/credentials/${id}`);
		const dialog = page.getByTestId('editCredential-modal');
		await dialog.getByRole('textbox').first().waitFor();
		await page.addStyleTag({ content: whole });
		await settled(page);
		await picture(dialog, name);
	}
}

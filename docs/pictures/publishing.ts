import type { Page } from 'playwright-core';
import type { Stage } from '../../test/support/stage';
import { picture, settled } from './editor';
import type { Furniture } from './furnish';

/** Pictures of canvases, by the shipped workflow's name; sizes leave its steps readable. */
const canvases = [
	{ workflow: 'Import content', name: 'import-content', width: 2200, height: 1300 },
	{ workflow: 'Approve, then publish', name: 'approve-then-publish', width: 3000, height: 860 },
	{ workflow: 'Editorial calendar', name: 'editorial-calendar', width: 2000, height: 900 },
	{ workflow: 'Collect WhatsApp messages', name: 'collect-whatsapp-messages', width: 2600, height: 1100 },
	{ workflow: 'Welcome new leads', name: 'welcome-new-leads', width: 2800, height: 1100 },
	{ workflow: 'Collect Telegram messages', name: 'collect-telegram-messages', width: 2600, height: 1100 },
	{ workflow: 'Send a campaign', name: 'send-a-campaign', width: 2400, height: 900 },
	{ workflow: 'Weekly ads report to Telegram and e-mail', name: 'weekly-ads-report', width: 2800, height: 1100 },
] as const;

/** The workflows that take a content from a CSV to the networks, and those that write down what people answer. */
export async function publishingPictures(page: Page, { n8n }: Stage, { workflows }: Furniture, wanted: (name: string) => boolean): Promise<void> {
	for (const { workflow, name, width, height } of canvases) {
		const stored = workflows.get(workflow);
		if (!stored || !wanted(name)) continue;
		await page.setViewportSize({ width, height });
		await page.goto(`${n8n.url}/workflow/${stored.id}`);
		await page.getByTestId('canvas-node').first().waitFor();
		await page.getByTestId('zoom-to-fit').click();
		await settled(page);
		await picture(page, name);
	}
}

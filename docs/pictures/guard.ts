import type { Page } from 'playwright-core';
import type { Stage } from '../../test/support/stage';
import { picture, settled } from './editor';
import type { Furniture } from './furnish';

/** Token Guard's panel, what it found, and the workflow that watches. */
export async function guardPictures(page: Page, { n8n, operator }: Stage, { workflows }: Furniture, wanted: (name: string) => boolean): Promise<void> {
	const guard = workflows.get('All connections');
	if (guard && wanted('token-guard')) {
		const { id } = await operator.workflows.run(guard);
		const open = async (path: string, node: string) => {
			await page.goto(`${n8n.url}/workflow/${guard.id}${path}`);
			await page.getByTestId('canvas-node').filter({ hasText: node }).dblclick();
			await page.getByTestId('node-parameters').waitFor();
			await settled(page);
		};
		await page.setViewportSize({ width: 1600, height: 500 });
		await open('', 'Token Guard');
		await picture(page.getByTestId('node-parameters'), 'token-guard');
		// Wide enough for all columns of the table.
		await page.setViewportSize({ width: 2600, height: 530 });
		await open(`/executions/${id}`, 'Overview');
		await picture(page.getByTestId('output-panel'), 'token-guard-output');
	}
	const watch = workflows.get('Token watch');
	if (watch && wanted('token-watch')) {
		await page.setViewportSize({ width: 1900, height: 640 });
		await page.goto(`${n8n.url}/workflow/${watch.id}`);
		await page.getByTestId('canvas-node').first().waitFor();
		await page.getByTestId('zoom-to-fit').click();
		await settled(page);
		await picture(page, 'token-watch');
	}
}

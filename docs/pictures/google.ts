import type { INodeConnections } from 'n8n-workflow';
import type { Page } from 'playwright-core';
import { seed } from '../../sandbox/networks/seed';
import type { StoredWorkflow, WorkflowFile } from '../../sandbox/n8n/workflows';
import type { Stage } from '../../test/support/stage';
import { picture, settled } from './editor';
import type { Furniture } from './furnish';

const to = (node: string): INodeConnections => ({ main: [[{ node, type: 'main', index: 0 }]] });

/** What a person wants to see of a row of a report. */
const overview = '={{ { date: $json.date, campaign: $json.campaignName, spend: $json.spend, currency: $json.currency, impressions: $json.impressions, clicks: $json.clicks, conversions: $json.conversions, value: $json.conversionValue } }}';

/** A click, and the last week of the florist's campaigns. */
function week({ credentials }: Furniture): WorkflowFile {
	const { id = '', name = '' } = credentials.get('qmarkGoogleAdsOAuth2Api') ?? {};
	return {
		name: 'Last week in Google Ads',
		nodes: [
			{ id: 'start', name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, position: [0, 0], parameters: {} },
			{
				...{ id: 'ads', name: 'Google Ads', type: 'n8n-nodes-qmark.qmarkGoogleAds', typeVersion: 1, position: [240, 0] },
				parameters: { resource: 'report', operation: 'getAll', account: { __rl: true, mode: 'list', value: seed.google.customerId, cachedResultName: 'Atelier Camélia' }, level: 'campaign', time: 'last_7d', returnAll: true },
				credentials: { qmarkGoogleAdsOAuth2Api: { id, name } },
			},
			{ id: 'overview', name: 'Overview', type: 'n8n-nodes-base.set', typeVersion: 3.4, position: [480, 0], parameters: { mode: 'raw', jsonOutput: overview, options: {} } },
		],
		connections: { Start: to('Google Ads'), 'Google Ads': to('Overview') },
	};
}

/** What a report of Google Ads gives, and the panels of the Telegram trigger and of a campaign. */
export async function googlePictures(page: Page, { n8n, operator }: Stage, furniture: Furniture, wanted: (name: string) => boolean): Promise<void> {
	const open = async ({ id }: Pick<StoredWorkflow, 'id'>, path: string, node: string) => {
		await page.goto(`${n8n.url}/workflow/${id}${path}`);
		await page.getByTestId('canvas-node').filter({ hasText: node }).first().dblclick();
		await page.getByTestId('node-parameters').waitFor();
		// What lies under the pointer looks otherwise.
		await page.mouse.move(0, 0);
		await settled(page);
	};
	const panels = [
		{ workflow: 'Collect Telegram messages', node: 'Telegram', name: 'telegram-trigger-panel', height: 700 },
	];
	for (const { workflow, node, name, height } of panels) {
		const stored = furniture.workflows.get(workflow);
		if (!stored || !wanted(name)) continue;
		await page.setViewportSize({ width: 1600, height });
		await open(stored, '', node);
		await picture(page.getByTestId('node-parameters'), name);
	}
	if (wanted('google-ads-output')) {
		const workflow = await operator.workflows.import(week(furniture));
		const { id } = await operator.workflows.run(workflow);
		await page.setViewportSize({ width: 2200, height: 520 });
		await open(workflow, `/executions/${id}`, 'Overview');
		await picture(page.getByTestId('output-panel'), 'google-ads-output');
	}
}

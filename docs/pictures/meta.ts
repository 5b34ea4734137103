import type { INodeConnections } from 'n8n-workflow';
import type { Page } from 'playwright-core';
import { seed } from '../../sandbox/networks/seed';
import type { StoredWorkflow, WorkflowFile } from '../../sandbox/n8n/workflows';
import { networksAt } from '../../test/e2e/networks';
import type { Stage } from '../../test/support/stage';
import { picture, settled } from './editor';
import type { Furniture } from './furnish';

const to = (node: string): INodeConnections => ({ main: [[{ node, type: 'main', index: 0 }]] });

/** What a person wants to see of a row of a report. */
const overview = '={{ { date: $json.date, campaign: $json.campaignName, spend: $json.spend, currency: $json.currency, impressions: $json.impressions, clicks: $json.clicks, conversions: $json.conversions, value: $json.conversionValue } }}';

/** A click, and the last week of the florist's campaigns. */
function week({ credentials }: Furniture): WorkflowFile {
	const { id = '', name = '' } = credentials.get('qmarkMetaOAuth2Api') ?? {};
	const { adAccount } = seed.meta;
	return {
		name: 'Last week’s ads',
		nodes: [
			{ id: 'start', name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, position: [0, 0], parameters: {} },
			{
				...{ id: 'ads', name: 'Meta Ads', type: 'n8n-nodes-qmark.qmarkMetaAds', typeVersion: 1, position: [240, 0] },
				parameters: { resource: 'insight', operation: 'getAll', adAccount: { __rl: true, mode: 'list', value: adAccount.id, cachedResultName: adAccount.name }, level: 'campaign', returnAll: true },
				credentials: { qmarkMetaOAuth2Api: { id, name } },
			},
			{ id: 'overview', name: 'Overview', type: 'n8n-nodes-base.set', typeVersion: 3.4, position: [480, 0], parameters: { mode: 'raw', jsonOutput: overview, options: {} } },
		],
		connections: { Start: to('Meta Ads'), 'Meta Ads': to('Overview') },
	};
}

/** The trigger's panel, and what a report of ads gives. */
export async function metaPictures(page: Page, { n8n, operator, networks }: Stage, furniture: Furniture, wanted: (name: string) => boolean): Promise<void> {
	const open = async ({ id }: Pick<StoredWorkflow, 'id'>, path: string, node: string) => {
		await page.goto(`${n8n.url}/workflow/${id}${path}`);
		await page.getByTestId('canvas-node').filter({ hasText: node }).first().dblclick();
		await page.getByTestId('node-parameters').waitFor();
		// What lies under the pointer looks otherwise.
		await page.mouse.move(0, 0);
		await settled(page);
	};
	const collect = furniture.workflows.get('Collect WhatsApp messages');
	if (collect && wanted('meta-trigger-panel')) {
		await page.setViewportSize({ width: 1600, height: 1100 });
		await open(collect, '', 'WhatsApp');
		await picture(page.getByTestId('node-parameters'), 'meta-trigger-panel');
	}
	if (wanted('meta-ads-output')) {
		await networksAt(networks.origin).settings({ meta: { adDelivery: { ads: 6, days: 30 } } });
		const workflow = await operator.workflows.import(week(furniture));
		const { id } = await operator.workflows.run(workflow);
		await page.setViewportSize({ width: 2200, height: 520 });
		await open(workflow, `/executions/${id}`, 'Overview');
		await picture(page.getByTestId('output-panel'), 'meta-ads-output');
	}
}

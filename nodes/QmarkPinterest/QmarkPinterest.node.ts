import { NodeConnectionTypes } from 'n8n-workflow';
import type { IExecuteFunctions, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { runGathered } from '../core/gather';
import { propertiesOf } from '../core/properties';
import { searchAdAccounts, searchAdGroups, searchAds, searchCampaigns } from '../networks/pinterest/ads/searches';
import { pinterest } from '../platforms/pinterest';
import { searchBoards, searchSections } from '../networks/pinterest/searches';
import { gatherings } from './gatherings';
import { operations } from './operations';

export class QmarkPinterest implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'QMARK Pinterest',
		name: 'qmarkPinterest',
		icon: { light: 'file:../icons/pinterest.svg', dark: 'file:../icons/pinterest.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description: 'Create Pins and boards on Pinterest, read analytics, run ads and send conversions',
		defaults: { name: 'QMARK Pinterest' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [{ name: 'qmarkPinterestOAuth2Api', required: true }],
		properties: [...propertiesOf(operations)],
	};

	methods = { listSearch: { searchAdAccounts, searchAdGroups, searchAds, searchBoards, searchCampaigns, searchSections } };

	async execute(this: IExecuteFunctions) {
		return await runGathered(this, pinterest, operations, gatherings);
	}
}

import { NodeConnectionTypes } from 'n8n-workflow';
import type { IExecuteFunctions, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { runGathered } from '../core/gather';
import { propertiesOf } from '../core/properties';
import { searchAudiences, searchConversionActions } from '../networks/googleAds/dataManager/searches';
import { searchNegativeLists } from '../networks/googleAds/mutate/searches';
import { searchAccounts, searchAdGroups, searchAds, searchBudgets, searchCampaigns, searchKeywords } from '../networks/googleAds/searches';
import { googleAds } from '../platforms/googleAds';
import { gatherings } from './gatherings';
import { operations } from './operations';

export class QmarkGoogleAds implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'QMARK Google Ads',
		name: 'qmarkGoogleAds',
		icon: { light: 'file:../icons/googleAds.svg', dark: 'file:../icons/googleAds.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description: 'Measure, create and change ads in Google Ads, and send conversions and audiences',
		defaults: { name: 'QMARK Google Ads' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [{ name: 'qmarkGoogleAdsOAuth2Api', required: true }],
		properties: [...propertiesOf(operations)],
	};

	methods = { listSearch: { searchAccounts, searchAdGroups, searchAds, searchBudgets, searchCampaigns, searchKeywords, searchNegativeLists, searchAudiences, searchConversionActions } };

	async execute(this: IExecuteFunctions) {
		return await runGathered(this, googleAds, operations, gatherings);
	}
}

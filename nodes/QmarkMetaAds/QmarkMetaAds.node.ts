import { NodeConnectionTypes } from 'n8n-workflow';
import type { IExecuteFunctions, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { propertiesOf } from '../core/properties';
import { authentication } from '../networks/meta/authentication';
import { searchAdAccounts, searchAdSets, searchAds, searchCampaigns, searchPages } from '../networks/meta/ads/searches';
import { searchAudiences, searchRules } from '../networks/meta/audiences/searches';
import { runGathered } from '../core/gather';
import { searchForms } from '../networks/meta/leads/searches';
import { metaAdsPlatforms } from '../platforms/metaAds';
import { gatherings } from './gatherings';
import { operations } from './operations';

export class QmarkMetaAds implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'QMARK Meta Ads',
		name: 'qmarkMetaAds',
		icon: { light: 'file:../icons/metaAds.svg', dark: 'file:../icons/metaAds.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description: 'Create, change and measure ads on Facebook and Instagram',
		defaults: { name: 'QMARK Meta Ads' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [
			{ name: 'qmarkMetaOAuth2Api', required: true, displayOptions: { show: { authentication: ['qmarkMetaOAuth2Api'] } } },
			{ name: 'qmarkMetaSystemUserApi', required: true, displayOptions: { show: { authentication: ['qmarkMetaSystemUserApi'] } } },
		],
		properties: [authentication, ...propertiesOf(operations)],
	};

	methods = { listSearch: { searchAdAccounts, searchAdSets, searchAds, searchAudiences, searchCampaigns, searchForms, searchPages, searchRules } };

	async execute(this: IExecuteFunctions) {
		return await runGathered(this, metaAdsPlatforms, operations, gatherings);
	}
}

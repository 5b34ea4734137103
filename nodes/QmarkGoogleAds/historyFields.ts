import type { INodeProperties } from 'n8n-workflow';
import { campaign } from './fields';

/** Which changes are meant. */
export const changes = [
	{ displayName: 'Since', name: 'since', type: 'dateTime', default: '', description: 'The first day, at most 30 days ago; empty for all that Google keeps' },
	{ displayName: 'Until', name: 'until', type: 'dateTime', default: '', description: 'The last day; empty for today' },
	{ ...campaign, required: false, description: 'In which campaign alone; leave it empty for all of them' },
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{ displayName: 'By', name: 'by', type: 'string', default: '', placeholder: 'e.g. name@email.com', description: 'E-mail address of the person who changed it' },
			{
				displayName: 'Kinds',
				name: 'kinds',
				type: 'multiOptions',
				options: [
					{ name: 'Ad', value: 'AD' },
					{ name: 'Ad Group', value: 'AD_GROUP' },
					{ name: 'Ad Group Ad', value: 'AD_GROUP_AD' },
					{ name: 'Ad Group Asset', value: 'AD_GROUP_ASSET' },
					{ name: 'Ad Group Bid Modifier', value: 'AD_GROUP_BID_MODIFIER' },
					{ name: 'Asset', value: 'ASSET' },
					{ name: 'Budget', value: 'CAMPAIGN_BUDGET' },
					{ name: 'Campaign', value: 'CAMPAIGN' },
					{ name: 'Campaign Asset', value: 'CAMPAIGN_ASSET' },
					{ name: 'Campaign Criterion', value: 'CAMPAIGN_CRITERION' },
					{ name: 'Customer Asset', value: 'CUSTOMER_ASSET' },
					{ name: 'Keyword or Other Criterion', value: 'AD_GROUP_CRITERION' },
				],
				default: [],
				description: 'What was changed; all kinds unless chosen',
			},
			{
				displayName: 'With',
				name: 'clients',
				type: 'multiOptions',
				options: [
					{ name: 'Automated Rule', value: 'GOOGLE_ADS_AUTOMATED_RULE' },
					{ name: 'Bulk Upload', value: 'GOOGLE_ADS_BULK_UPLOAD' },
					{ name: 'Editor', value: 'GOOGLE_ADS_EDITOR' },
					{ name: 'Google Ads API', value: 'GOOGLE_ADS_API' },
					{ name: 'Mobile App', value: 'GOOGLE_ADS_MOBILE_APP' },
					{ name: 'Recommendations', value: 'GOOGLE_ADS_RECOMMENDATIONS' },
					{ name: 'Recommendations Applied Automatically', value: 'GOOGLE_ADS_RECOMMENDATIONS_SUBSCRIPTION' },
					{ name: 'Scripts', value: 'GOOGLE_ADS_SCRIPTS' },
					{ name: 'Website', value: 'GOOGLE_ADS_WEB_CLIENT' },
				],
				default: [],
				description: 'What it was changed with; all of them unless chosen',
			},
		],
	},
] as const satisfies readonly INodeProperties[];

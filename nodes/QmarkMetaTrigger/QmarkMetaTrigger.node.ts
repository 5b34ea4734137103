import { NodeConnectionTypes } from 'n8n-workflow';
import type { ILoadOptionsFunctions, INodePropertyOptions, INodeType, INodeTypeDescription, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { answerCall } from './endpoints';
import { eventFields } from './fields';
import { reachablePages } from './subscription/accounts';
import { webhookMethods } from './subscription/webhookMethods';

export class QmarkMetaTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'QMARK Meta Trigger',
		name: 'qmarkMetaTrigger',
		icon: { light: 'file:../icons/meta.svg', dark: 'file:../icons/meta.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{$parameter["events"].join(", ")}}',
		description: 'Starts on WhatsApp, Messenger and Instagram messages, comments, mentions and leads, and on requests to delete data',
		eventTriggerDescription: 'Waiting for Meta to call one of the test URLs',
		activationMessage: 'The production URLs now answer Meta.',
		defaults: { name: 'QMARK Meta Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{ name: 'qmarkMetaOAuth2Api', required: true, displayOptions: { show: { app: ['qmarkMetaOAuth2Api'] } } },
			{ name: 'qmarkInstagramOAuth2Api', required: true, displayOptions: { show: { app: ['qmarkInstagramOAuth2Api'] } } },
			{ name: 'qmarkMetaSystemUserApi', required: true, displayOptions: { show: { app: ['qmarkMetaSystemUserApi'] } } },
			{ name: 'qmarkThreadsOAuth2Api', required: true, displayOptions: { show: { app: ['qmarkThreadsOAuth2Api'] } } },
		],
		// n8n's default for `responseData` is a word that it would send to Meta; an empty one sends the node's own answer.
		webhooks: [
			{ name: 'setup', httpMethod: 'GET', path: 'events', ndvHideUrl: true },
			{
				name: 'default',
				httpMethod: 'POST',
				path: 'events',
				responseMode: '={{ $parameter["acknowledge"] }}',
				responseData: 'noData',
				ndvHideUrl: '={{ !$parameter["events"].some((event) => !["deauthorize", "dataDeletion"].includes(event)) }}',
			},
			{
				name: 'default',
				httpMethod: 'POST',
				path: 'deauthorize',
				responseMode: 'onReceived',
				responseData: '',
				ndvHideUrl: '={{ !$parameter["events"].includes("deauthorize") }}',
			},
			{
				name: 'default',
				httpMethod: 'POST',
				path: 'data-deletion',
				responseMode: 'onReceived',
				responseData: '',
				ndvHideUrl: '={{ !$parameter["events"].includes("dataDeletion") }}',
			},
			{ name: 'setup', httpMethod: 'GET', path: 'data-deletion-status', ndvHideUrl: true },
			{ name: 'default', httpMethod: 'POST', path: 'data-deletion-status', responseMode: 'onReceived', ndvHideUrl: true },
		],
		properties: [
			{
				displayName: 'App',
				name: 'app',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'Instagram Login App', value: 'qmarkInstagramOAuth2Api' },
					{ name: 'Meta App', value: 'qmarkMetaOAuth2Api' },
					{ name: 'Meta App by System User', value: 'qmarkMetaSystemUserApi' },
					{ name: 'Threads App', value: 'qmarkThreadsOAuth2Api' },
				],
				default: 'qmarkMetaOAuth2Api',
				description: 'Whose secret signs the calls',
			},
			{
				displayName: 'Events',
				name: 'events',
				type: 'multiOptions',
				options: [
					{ name: 'Data Deletion Request', value: 'dataDeletion', description: 'A person asks for the deletion of the data your app holds about them' },
					{ name: 'Deauthorize', value: 'deauthorize', description: 'A person removes your app from their account' },
					{ name: 'Facebook Comment', value: 'facebookComment', description: 'Somebody comments on a post of the page, or changes or removes a comment' },
					{ name: 'Facebook Mention', value: 'facebookMention', description: 'Somebody mentions the page' },
					{ name: 'Facebook Post', value: 'facebookPost', description: 'Something is posted, changed, reacted to or removed on the page' },
					{ name: 'Instagram Comment', value: 'instagramComment', description: 'Somebody comments on media of the account, also during a live video' },
					{ name: 'Instagram Mention', value: 'instagramMention', description: 'Somebody mentions the account in a caption or comment' },
					{ name: 'Instagram Message', value: 'instagramMessage', description: 'A person writes, taps a button or reacts in Instagram Direct' },
					{ name: 'Instagram Message Status', value: 'instagramMessageStatus', description: 'A person has read messages in Instagram Direct' },
					{ name: 'Instagram Story Insights', value: 'instagramStoryInsights', description: 'The numbers of a story when it ends' },
					{ name: 'Lead', value: 'lead', description: 'A person sends in the form of a lead ad' },
					{ name: 'Messenger Message', value: 'messengerMessage', description: 'A person writes, taps a button, reacts or comes by a link in Messenger' },
					{ name: 'Messenger Message Status', value: 'messengerMessageStatus', description: 'Messages in Messenger were delivered or read' },
					{ name: 'WhatsApp Account Change', value: 'whatsAppAccount', description: 'A template was reviewed, a number’s quality changed, or a person wants no marketing any more' },
					{ name: 'WhatsApp Message', value: 'whatsAppMessage', description: 'A person writes, taps a button or reacts in WhatsApp' },
					{ name: 'WhatsApp Message Status', value: 'whatsAppMessageStatus', description: 'A message was sent, delivered, read, played or failed in WhatsApp' },
				],
				default: ['dataDeletion', 'deauthorize'],
				required: true,
			},
			{
				displayName:
					'Paste the production URLs above into Meta’s App Dashboard. <b>…/deauthorize</b>: Facebook Login > Settings > Deauthorize callback URL. <b>…/data-deletion</b>: App settings > Basic > Data deletion > Data deletion callback URL. For an app with Instagram Login, both go to Instagram > API setup with Instagram login > Business login settings. Meta takes https only.',
				name: 'dashboardNotice',
				type: 'notice',
				default: '',
				displayOptions: { show: { events: ['dataDeletion', 'deauthorize'] } },
			},
			...eventFields,
			{
				displayName: 'Status Page',
				name: 'statusPage',
				type: 'collection',
				placeholder: 'Add Field',
				default: {},
				displayOptions: { show: { events: ['dataDeletion'] } },
				description: 'Who stands behind the page on which a person reads what became of the request',
				options: [
					{
						displayName: 'Contact',
						name: 'contact',
						type: 'string',
						default: '',
						placeholder: 'e.g. privacy@shop.example',
						description: 'Where the person may ask: an email address, a phone number or a postal address',
					},
					{
						displayName: 'Organization',
						name: 'organization',
						type: 'string',
						default: '',
						placeholder: 'e.g. Atelier Camélia, Nantes',
						description: 'The name of the business that holds the data',
					},
				],
			},
		],
	};

	methods = {
		loadOptions: {
			async getPages(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
				return (await reachablePages(this)).map(({ id, name }) => ({ name, value: id }));
			},
		},
	};

	webhookMethods = { default: webhookMethods };

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await answerCall(this);
	}
}

import { NodeConnectionTypes } from 'n8n-workflow';
import type { IHookFunctions, INodeType, INodeTypeDescription, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { appSecrets } from './appSecrets';
import { answerCall } from './endpoints';

export class QmarkMetaTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'QMARK Meta Trigger',
		name: 'qmarkMetaTrigger',
		icon: { light: 'file:../icons/meta.svg', dark: 'file:../icons/meta.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{$parameter["events"].join(", ")}}',
		description: 'Starts when a person removes your Meta app or asks for the deletion of their data',
		eventTriggerDescription: 'Waiting for Meta to call one of the test URLs',
		activationMessage: 'The production URLs now answer Meta.',
		defaults: { name: 'QMARK Meta Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{ name: 'qmarkMetaOAuth2Api', required: true, displayOptions: { show: { app: ['qmarkMetaOAuth2Api'] } } },
			{ name: 'qmarkInstagramOAuth2Api', required: true, displayOptions: { show: { app: ['qmarkInstagramOAuth2Api'] } } },
			{ name: 'qmarkThreadsOAuth2Api', required: true, displayOptions: { show: { app: ['qmarkThreadsOAuth2Api'] } } },
		],
		// n8n's default for `responseData` is a word that it would send to Meta; an empty one sends the node's own answer.
		webhooks: [
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
					{
						name: 'Data Deletion Request',
						value: 'dataDeletion',
						description: 'A person asks for the deletion of the data your app holds about them',
					},
					{
						name: 'Deauthorize',
						value: 'deauthorize',
						description: 'A person removes your app from their account',
					},
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
			},
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

	/** A person pastes these URLs into Meta's dashboard: all that can be checked here is that a call could be proven. */
	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return false;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return (await appSecrets(this)).length > 0;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await answerCall(this);
	}
}

import { NodeConnectionTypes } from 'n8n-workflow';
import type { INodeType, INodeTypeDescription, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { receive } from './delivery/receive';
import { fields } from './fields';
import { webhookMethods } from './webhookMethods';

export class QmarkTikTokTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'QMARK TikTok Trigger',
		name: 'qmarkTikTokTrigger',
		icon: { light: 'file:../icons/tiktok.svg', dark: 'file:../icons/tiktok.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{$parameter["events"].join(", ")}}',
		description: 'Starts when TikTok has published, refused or removed a post, delivered a draft, or an account is disconnected',
		eventTriggerDescription: 'Waiting for TikTok to call the test URL',
		activationMessage: 'The production URL now answers TikTok.',
		defaults: { name: 'QMARK TikTok Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'qmarkTikTokOAuth2Api', required: true }],
		// n8n's default for `responseData` is a word; an empty one sends the node's own answer.
		webhooks: [
			{ name: 'default', httpMethod: 'POST', path: 'callback', responseMode: 'onReceived', responseData: '' },
			{ name: 'default', httpMethod: 'POST', path: 'events', responseMode: 'onReceived', responseData: '', ndvHideUrl: true },
		],
		properties: [
			{
				displayName:
					'Paste the production URL above into your app on developers.tiktok.com, under Webhooks > Callback URL. TikTok takes https only, and one URL for an app: it sends every event of every account there. Where several workflows listen, name the others under Event Options > Other Workflows of the one whose URL TikTok has.',
				name: 'portalNotice',
				type: 'notice',
				default: '',
			},
			...fields,
		],
	};

	webhookMethods = { default: webhookMethods };

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this);
	}
}

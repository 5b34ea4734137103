import { NodeConnectionTypes } from 'n8n-workflow';
import type { INodeType, INodeTypeDescription, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { receive } from './delivery/receive';
import { eventsField } from './events/field';
import { fields } from './fields';
import { webhookMethods } from './subscription/webhookMethods';

export class QmarkTelegramTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'QMARK Telegram Trigger',
		name: 'qmarkTelegramTrigger',
		icon: { light: 'file:../icons/telegram.svg', dark: 'file:../icons/telegram.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{$parameter["events"].join(", ")}}',
		description: 'Starts on what happens to a Telegram bot: messages, buttons, deep links, members, reactions, payments',
		eventTriggerDescription: 'Do in Telegram what the bot is to hear of',
		activationMessage: 'Telegram now sends this bot’s updates here.',
		defaults: { name: 'QMARK Telegram Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'qmarkTelegramApi', required: true }],
		// Nothing is said in an answer: Telegram would take a JSON object with a `method` for a call.
		webhooks: [{ name: 'default', httpMethod: 'POST', path: 'events', responseMode: '={{ $parameter["acknowledge"] }}', responseData: 'noData', ndvHideUrl: true }],
		properties: [eventsField, ...fields],
	};

	webhookMethods = { default: webhookMethods };

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this);
	}
}

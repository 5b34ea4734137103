import { NodeConnectionTypes } from 'n8n-workflow';
import type { IExecuteFunctions, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { propertiesOf } from '../core/properties';
import { runOperations } from '../core/runner';
import { telegram } from '../platforms/telegram';
import { operations } from './operations';
import { searchChats } from '../networks/telegram/searches';

export class QmarkTelegram implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'QMARK Telegram',
		name: 'qmarkTelegram',
		icon: { light: 'file:../icons/telegram.svg', dark: 'file:../icons/telegram.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description: 'Send and manage messages of a Telegram bot in chats, groups and channels',
		defaults: { name: 'QMARK Telegram' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [{ name: 'qmarkTelegramApi', required: true }],
		properties: [...propertiesOf(operations)],
	};

	methods = { listSearch: { searchChats } };

	async execute(this: IExecuteFunctions) {
		return await runOperations(this, telegram, operations);
	}
}

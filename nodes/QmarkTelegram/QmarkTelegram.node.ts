import { NodeConnectionTypes } from 'n8n-workflow';
import type { IExecuteFunctions, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { propertiesOf } from '../core/properties';
import { runOperations } from '../core/runner';
import { telegram } from '../platforms/telegram';
import { operations } from './operations';
import { following, inRun } from '../networks/telegram/run';
import { searchChats } from '../networks/telegram/searches';

export class QmarkTelegram implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'QMARK Telegram',
		name: 'qmarkTelegram',
		icon: { light: 'file:../icons/telegram.svg', dark: 'file:../icons/telegram.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description: 'Send, sell and manage with a Telegram bot: messages, payments, members, topics and stories',
		defaults: { name: 'QMARK Telegram' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [{ name: 'qmarkTelegramApi', required: true }],
		properties: [...propertiesOf(operations)],
	};

	methods = { listSearch: { searchChats } };

	async execute(this: IExecuteFunctions) {
		return await inRun(this, async (run) => await runOperations(this, telegram, following(operations, run)));
	}
}

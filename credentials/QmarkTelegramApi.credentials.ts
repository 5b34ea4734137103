import type { ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';

export class QmarkTelegramApi implements ICredentialType {
	name = 'qmarkTelegramApi';

	displayName = 'QMARK Telegram Bot API';

	documentationUrl = 'https://github.com/qmark-labs/n8n-nodes-qmark/blob/main/docs/en/connect-telegram.md';

	icon = { light: 'file:../nodes/icons/telegram.svg', dark: 'file:../nodes/icons/telegram.dark.svg' } as const;

	properties: INodeProperties[] = [
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'In Telegram, open a chat with @BotFather, send /newbot (or /token for a bot you have) and paste its answer here',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.telegram.org',
			description: 'Change it only for a self-hosted Bot API server, which takes files up to 2000 MB, or for a test environment',
		},
		{
			displayName: 'Messages per Second',
			name: 'messagesPerSecond',
			type: 'number',
			default: 30,
			description: 'The pace QMARK keeps over all chats of this bot. Telegram allows 30 unless it has granted the bot more.',
		},
		{
			displayName: 'Payment Provider Token',
			name: 'paymentProviderToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'Only for invoices in real money: @BotFather > your bot > Payments gives it. Telegram Stars need none.',
		},
	];

	test: ICredentialTestRequest = {
		request: { baseURL: '={{$credentials.baseUrl}}', url: '=/bot{{$credentials.accessToken}}/getMe' },
		rules: [401, 404].map((value) => ({
			type: 'responseCode',
			properties: { value, message: 'Telegram does not know this token: copy it again from @BotFather' },
		})),
	};
}

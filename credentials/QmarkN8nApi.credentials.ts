import type { IAuthenticateGeneric, ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';

export class QmarkN8nApi implements ICredentialType {
	name = 'qmarkN8nApi';

	displayName = 'QMARK N8n API';

	documentationUrl = 'https://github.com/qmark-labs/n8n-nodes-qmark/blob/main/docs/en/connections.md';

	icon = { light: 'file:../nodes/icons/qmark.svg', dark: 'file:../nodes/icons/qmark.dark.svg' } as const;

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'In n8n: Settings > n8n API > Create an API key with the scopes credential:list, workflow:list and workflow:read, and No Expiration: n8n proposes 30 days',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			placeholder: 'e.g. https://n8n.example.com',
			default: 'http://localhost:5678',
			description: 'This n8n as it reaches itself, without /api/v1',
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { 'X-N8N-API-KEY': '={{$credentials.apiKey}}' } },
	};

	test: ICredentialTestRequest = {
		request: { baseURL: '={{$credentials.baseUrl.replace(/\\/+$/, "")}}/api/v1', url: '/credentials', qs: { limit: 1 } },
	};
}

import type { IAuthenticateGeneric, ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';

export class QmarkMetaSystemUserApi implements ICredentialType {
	name = 'qmarkMetaSystemUserApi';

	displayName = 'QMARK Meta System User API';

	documentationUrl = 'https://github.com/qmark-labs/n8n-nodes-qmark/blob/main/docs/en/connect-meta.md';

	icon = { light: 'file:../nodes/icons/meta.svg', dark: 'file:../nodes/icons/meta.dark.svg' } as const;

	properties: INodeProperties[] = [
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'On business.facebook.com: Settings > Users > System users > Generate token. Choose your app, the expiry “Never” and the permissions you use.',
		},
		{
			displayName: 'App Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'In that app on developers.facebook.com: App settings > Basic > App secret. With it every call proves that it comes from your server.',
		},
		{
			displayName: 'Token Ends On',
			name: 'endsOn',
			type: 'dateTime',
			default: '',
			description: 'The day the token ends, as Meta showed it. Leave it empty for a token that never does; Token Guard warns before the day.',
		},
		{
			displayName: 'Graph API Version',
			name: 'graphVersion',
			type: 'options',
			options: [
				{ name: 'v25.0', value: 'v25.0' },
				{ name: 'v26.0', value: 'v26.0' },
			],
			default: 'v25.0',
		},
		{
			displayName: 'Gateway',
			name: 'gateway',
			type: 'string',
			placeholder: 'e.g. https://gateway.example.com',
			default: '',
			description: 'Leave empty to talk to Meta. A gateway or test environment answers under the vendor’s own host names, such as https://gateway.example.com/graph.facebook.com.',
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { Authorization: '=Bearer {{$credentials.accessToken}}' } },
	};

	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{ ($credentials.gateway ? $credentials.gateway.replace(/\\/+$/, "") + "/" : "https://") + "graph.facebook.com/" + $credentials.graphVersion }}',
			url: '/me/permissions',
		},
	};
}

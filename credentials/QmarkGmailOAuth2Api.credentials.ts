import type { ICredentialType, INodeProperties } from 'n8n-workflow';

export class QmarkGmailOAuth2Api implements ICredentialType {
	name = 'qmarkGmailOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'QMARK Gmail OAuth2 API';

	documentationUrl = 'https://github.com/qmark-labs/n8n-nodes-qmark/blob/main/docs/en/connect-gmail.md';

	icon = { light: 'file:../nodes/icons/gmail.svg', dark: 'file:../nodes/icons/gmail.dark.svg' } as const;

	properties: INodeProperties[] = [
		{ displayName: 'Grant Type', name: 'grantType', type: 'hidden', default: 'authorizationCode' },
		{
			displayName: 'Client ID',
			name: 'clientId',
			type: 'string',
			required: true,
			default: '',
			description: 'On console.cloud.google.com: APIs and services > Credentials > your OAuth client of the type Web application',
		},
		{
			displayName: 'Client Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'In the same OAuth client, under Client secrets',
		},
		{
			displayName: 'Access',
			name: 'access',
			type: 'options',
			options: [
				{ name: 'Full', value: 'full', description: 'Read, label, draft, send and move to the trash' },
				{ name: 'Send Only', value: 'send', description: 'Send messages, nothing else' },
			],
			default: 'send',
			description: 'What Connect asks for. Google reviews apps of other people’s accounts: “Send Only” needs a verification, “Full” a yearly security assessment as well.',
		},
		{
			displayName: 'Quota Units per Minute',
			name: 'quotaUnitsPerMinute',
			type: 'number',
			default: 6000,
			description: 'The pace QMARK keeps for this mailbox: sending takes 100 units, reading a message 20. Google Cloud projects that used Gmail’s API before May 2026 have 15000.',
		},
		{
			displayName: 'Gateway',
			name: 'gateway',
			type: 'string',
			placeholder: 'e.g. https://gateway.example.com',
			default: '',
			description: 'Leave empty to talk to Google. A gateway or test environment answers under the vendor’s own host names, such as https://gateway.example.com/gmail.googleapis.com.',
		},
		{ displayName: 'Authorization URL', name: 'authUrl', type: 'hidden', default: '={{ ($self["gateway"] ? $self["gateway"].replace(/\\/+$/, "") + "/" : "https://") + "accounts.google.com/o/oauth2/v2/auth" }}', required: true },
		{ displayName: 'Access Token URL', name: 'accessTokenUrl', type: 'hidden', default: '={{ ($self["gateway"] ? $self["gateway"].replace(/\\/+$/, "") + "/" : "https://") + "oauth2.googleapis.com/token" }}', required: true },
		{ displayName: 'Scope', name: 'scope', type: 'hidden', default: '={{ ($self["access"] === "full" ? "https://www.googleapis.com/auth/gmail.modify" : "https://www.googleapis.com/auth/gmail.send") + " openid email" }}' },
		{ displayName: 'Auth URI Query Parameters', name: 'authQueryParameters', type: 'hidden', default: 'access_type=offline&prompt=consent' },
		{ displayName: 'Authentication', name: 'authentication', type: 'hidden', default: 'body' },
	];
}

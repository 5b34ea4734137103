import type { ICredentialType, INodeProperties } from 'n8n-workflow';

export class QmarkGoogleAdsOAuth2Api implements ICredentialType {
	name = 'qmarkGoogleAdsOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'QMARK Google Ads OAuth2 API';

	documentationUrl = 'https://github.com/qmark-labs/n8n-nodes-qmark/blob/main/docs/en/connect-google-ads.md';

	icon = { light: 'file:../nodes/icons/googleAds.svg', dark: 'file:../nodes/icons/googleAds.dark.svg' } as const;

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
			displayName: 'Developer Token',
			name: 'developerToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'Leave it empty: since September 2026 access belongs to the Google Cloud project of the OAuth client. One that is filled in is still sent.',
		},
		{
			displayName: 'Login Customer ID',
			name: 'loginCustomerId',
			type: 'string',
			placeholder: 'e.g. 1234567890',
			default: '',
			description: 'The ten digits of the manager account through which you reach the accounts, without hyphens. Leave it empty for accounts you reach directly.',
		},
		{
			displayName: 'Use For',
			name: 'features',
			type: 'multiOptions',
			options: [
				{ name: 'Campaigns and Reports', value: 'ads' },
				{ name: 'Conversions and Audiences', value: 'data', description: 'Through Google’s Data Manager' },
			],
			default: ['ads', 'data'],
			description: 'The permissions that Connect asks for',
		},
		{
			displayName: 'Gateway',
			name: 'gateway',
			type: 'string',
			placeholder: 'e.g. https://gateway.example.com',
			default: '',
			description: 'Leave empty to talk to Google. A gateway or test environment answers under the vendor’s own host names, such as https://gateway.example.com/googleads.googleapis.com.',
		},
		{ displayName: 'Authorization URL', name: 'authUrl', type: 'hidden', default: '={{ ($self["gateway"] ? $self["gateway"].replace(/\\/+$/, "") + "/" : "https://") + "accounts.google.com/o/oauth2/v2/auth" }}', required: true },
		{ displayName: 'Access Token URL', name: 'accessTokenUrl', type: 'hidden', default: '={{ ($self["gateway"] ? $self["gateway"].replace(/\\/+$/, "") + "/" : "https://") + "oauth2.googleapis.com/token" }}', required: true },
		{ displayName: 'Scope', name: 'scope', type: 'hidden', default: '={{ ["openid email", ...($self["features"] || ["ads", "data"]).map((feature) => ({ ads: "https://www.googleapis.com/auth/adwords", data: "https://www.googleapis.com/auth/datamanager" })[feature] || "")].join(" ").split(" ").filter((scope, index, all) => scope && all.indexOf(scope) === index).join(" ") }}' },
		{ displayName: 'Auth URI Query Parameters', name: 'authQueryParameters', type: 'hidden', default: 'access_type=offline&prompt=consent' },
		{ displayName: 'Authentication', name: 'authentication', type: 'hidden', default: 'body' },
	];
}

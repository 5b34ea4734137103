import type { ICredentialType, INodeProperties } from 'n8n-workflow';

export class QmarkPinterestOAuth2Api implements ICredentialType {
	name = 'qmarkPinterestOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'QMARK Pinterest OAuth2 API';

	documentationUrl = 'https://github.com/qmark-labs/n8n-nodes-qmark/blob/main/docs/en/connect-pinterest.md';

	icon = { light: 'file:../nodes/icons/pinterest.svg', dark: 'file:../nodes/icons/pinterest.dark.svg' } as const;

	properties: INodeProperties[] = [
		{ displayName: 'Grant Type', name: 'grantType', type: 'hidden', default: 'authorizationCode' },
		{
			displayName: 'App ID',
			name: 'clientId',
			type: 'string',
			required: true,
			default: '',
			description: 'On developers.pinterest.com: My apps > your app > App ID',
		},
		{
			displayName: 'App Secret Key',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'On the same page: App secret key',
		},
		{
			displayName: 'Environment',
			name: 'environment',
			type: 'options',
			options: [
				{ name: 'Live', value: 'live' },
				{ name: 'Sandbox', value: 'sandbox', description: 'Where an app with trial access may create Pins, which only you see' },
			],
			default: 'live',
			description: 'Connect again after a change: the two know different tokens, boards and Pins',
		},
		{
			displayName: 'Use For',
			name: 'features',
			type: 'multiOptions',
			options: [
				{ name: 'Ads', value: 'ads' },
				{ name: 'Pins and Boards', value: 'pins' },
				{ name: 'Secret Pins and Boards', value: 'secret' },
			],
			default: ['pins'],
			description: 'The permissions that Connect asks for. Tick only what you use, and connect again after a change.',
		},
		{
			displayName: 'Gateway',
			name: 'gateway',
			type: 'string',
			placeholder: 'e.g. https://gateway.example.com',
			default: '',
			description: 'Leave empty to talk to Pinterest. A gateway or test environment answers under the vendor’s own host names, such as https://gateway.example.com/api.pinterest.com.',
		},
		{ displayName: 'Authorization URL', name: 'authUrl', type: 'hidden', default: '={{ ($self["gateway"] ? $self["gateway"].replace(/\\/+$/, "") + "/" : "https://") + "www.pinterest.com/oauth/" }}', required: true },
		{ displayName: 'Access Token URL', name: 'accessTokenUrl', type: 'hidden', default: '={{ ($self["gateway"] ? $self["gateway"].replace(/\\/+$/, "") + "/" : "https://") + ($self["environment"] === "sandbox" ? "api-sandbox.pinterest.com" : "api.pinterest.com") + "/v5/oauth/token" }}', required: true },
		{ displayName: 'Scope', name: 'scope', type: 'hidden', default: '={{ ["user_accounts:read", ...($self["features"] || ["pins"]).map((feature) => ({ ads: "ads:read,ads:write", pins: "boards:read,boards:write,pins:read,pins:write", secret: "boards:read_secret,boards:write_secret,pins:read_secret,pins:write_secret" })[feature] || "")].join(",").split(",").filter((scope, index, all) => scope && all.indexOf(scope) === index).join(",") }}' },
		{ displayName: 'Auth URI Query Parameters', name: 'authQueryParameters', type: 'hidden', default: '' },
		{ displayName: 'Authentication', name: 'authentication', type: 'hidden', default: 'header' },
	];
}

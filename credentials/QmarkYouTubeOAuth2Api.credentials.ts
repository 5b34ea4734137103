import type { ICredentialType, INodeProperties } from 'n8n-workflow';

export class QmarkYouTubeOAuth2Api implements ICredentialType {
	name = 'qmarkYouTubeOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'QMARK YouTube OAuth2 API';

	documentationUrl = 'https://github.com/qmark-labs/n8n-nodes-qmark/blob/main/docs/en/connect-youtube.md';

	icon = { light: 'file:../nodes/icons/youtube.svg', dark: 'file:../nodes/icons/youtube.dark.svg' } as const;

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
			displayName: 'Use For',
			name: 'features',
			type: 'multiOptions',
			options: [
				{ name: 'Analytics', value: 'analytics' },
				{ name: 'Videos and Playlists', value: 'manage', description: 'Upload, change and delete videos, thumbnails and playlists' },
			],
			default: ['manage'],
			description: 'The permissions that Connect asks for. Reading the channel is always among them. Connect again after a change.',
		},
		{
			displayName: 'Gateway',
			name: 'gateway',
			type: 'string',
			placeholder: 'e.g. https://gateway.example.com',
			default: '',
			description: 'Leave empty to talk to Google. A gateway or test environment answers under the vendor’s own host names, such as https://gateway.example.com/www.googleapis.com.',
		},
		{ displayName: 'Authorization URL', name: 'authUrl', type: 'hidden', default: '={{ ($self["gateway"] ? $self["gateway"].replace(/\\/+$/, "") + "/" : "https://") + "accounts.google.com/o/oauth2/v2/auth" }}', required: true },
		{ displayName: 'Access Token URL', name: 'accessTokenUrl', type: 'hidden', default: '={{ ($self["gateway"] ? $self["gateway"].replace(/\\/+$/, "") + "/" : "https://") + "oauth2.googleapis.com/token" }}', required: true },
		{ displayName: 'Scope', name: 'scope', type: 'hidden', default: '={{ ["https://www.googleapis.com/auth/youtube.readonly", ...($self["features"] || ["manage"]).map((feature) => ({ analytics: "https://www.googleapis.com/auth/yt-analytics.readonly", manage: "https://www.googleapis.com/auth/youtube.upload https://www.googleapis.com/auth/youtube" })[feature] || "")].filter(Boolean).join(" ") + " openid email" }}' },
		{ displayName: 'Auth URI Query Parameters', name: 'authQueryParameters', type: 'hidden', default: 'access_type=offline&prompt=consent' },
		{ displayName: 'Authentication', name: 'authentication', type: 'hidden', default: 'body' },
	];
}

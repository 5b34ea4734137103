import type { ICredentialType, INodeProperties } from 'n8n-workflow';

export class QmarkTikTokOAuth2Api implements ICredentialType {
	name = 'qmarkTikTokOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'QMARK TikTok OAuth2 API';

	documentationUrl = 'https://github.com/qmark-labs/n8n-nodes-qmark/blob/main/docs/en/connect-tiktok.md';

	icon = { light: 'file:../nodes/icons/tiktok.svg', dark: 'file:../nodes/icons/tiktok.dark.svg' } as const;

	properties: INodeProperties[] = [
		{ displayName: 'Grant Type', name: 'grantType', type: 'hidden', default: 'authorizationCode' },
		{
			displayName: 'Client Key',
			name: 'clientId',
			type: 'string',
			required: true,
			default: '',
			description: 'On developers.tiktok.com: Manage apps > your app > App details > Client key',
		},
		{
			displayName: 'Client Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'On the same page: Client secret',
		},
		{
			displayName: 'Use For',
			name: 'features',
			type: 'multiOptions',
			options: [
				{ name: 'Direct Posts', value: 'publish', description: 'Publish without the TikTok app' },
				{ name: 'Drafts', value: 'upload', description: 'Upload to the inbox of the TikTok app' },
				{ name: 'List Videos', value: 'list' },
				{ name: 'Profile', value: 'profile', description: 'User name and biography' },
				{ name: 'Statistics', value: 'stats', description: 'Followers and likes' },
			],
			default: ['publish', 'upload', 'list'],
			description: 'The permissions that Connect asks for. Tick only what your app has been given, and connect again after a change.',
		},
		{
			displayName: 'Gateway',
			name: 'gateway',
			type: 'string',
			placeholder: 'e.g. https://gateway.example.com',
			default: '',
			description: 'Leave empty to talk to TikTok. A gateway or test environment answers under the vendor’s own host names, such as https://gateway.example.com/open.tiktokapis.com.',
		},
		{ displayName: 'Authorization URL', name: 'authUrl', type: 'hidden', default: '={{ ($self["gateway"] ? $self["gateway"].replace(/\\/+$/, "") + "/" : "https://") + "www.tiktok.com/v2/auth/authorize/" }}', required: true },
		{ displayName: 'Access Token URL', name: 'accessTokenUrl', type: 'hidden', default: '={{ ($self["gateway"] ? $self["gateway"].replace(/\\/+$/, "") + "/" : "https://") + "open.tiktokapis.com/v2/oauth/token/" }}', required: true },
		{ displayName: 'Scope', name: 'scope', type: 'hidden', default: '={{ ["user.info.basic", ...($self["features"] || ["publish", "upload", "list"]).map((feature) => ({ publish: "video.publish", upload: "video.upload", list: "video.list", profile: "user.info.profile", stats: "user.info.stats" })[feature] || "")].join(",").split(",").filter((scope, index, all) => scope && all.indexOf(scope) === index).join(",") }}' },
		{ displayName: 'Auth URI Query Parameters', name: 'authQueryParameters', type: 'hidden', default: '={{ "client_key=" + encodeURIComponent($self["clientId"]) }}' },
		{ displayName: 'Additional Body Properties', name: 'additionalBodyProperties', type: 'hidden', default: '={{ JSON.stringify({ client_key: $self["clientId"] }) }}' },
		{ displayName: 'Authentication', name: 'authentication', type: 'hidden', default: 'body' },
	];
}

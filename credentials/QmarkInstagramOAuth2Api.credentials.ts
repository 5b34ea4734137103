import type { ICredentialType, INodeProperties } from 'n8n-workflow';

export class QmarkInstagramOAuth2Api implements ICredentialType {
	name = 'qmarkInstagramOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'QMARK Instagram OAuth2 API';

	documentationUrl = 'https://github.com/qmark-labs/n8n-nodes-qmark/blob/main/docs/en/connect-instagram.md';

	icon = { light: 'file:../nodes/icons/instagram.svg', dark: 'file:../nodes/icons/instagram.dark.svg' } as const;

	properties: INodeProperties[] = [
		{ displayName: 'Grant Type', name: 'grantType', type: 'hidden', default: 'authorizationCode' },
		{
			displayName: 'Instagram App ID',
			name: 'clientId',
			type: 'string',
			required: true,
			default: '',
			description: 'In your app on developers.facebook.com: Instagram > API setup with Instagram login > Instagram app ID. It is not the Facebook app ID.',
		},
		{
			displayName: 'Instagram App Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'On the same page: Instagram app secret > Show',
		},
		{
			displayName: 'Use For',
			name: 'features',
			type: 'multiOptions',
			options: [
				{ name: 'Comments', value: 'comments' },
				{ name: 'Insights', value: 'insights' },
				{ name: 'Messages', value: 'messages' },
				{ name: 'Publishing', value: 'publish' },
			],
			default: ['publish', 'comments', 'insights'],
			description: 'The permissions that Connect asks for. Tick only what you use, and connect again after a change.',
		},
		{
			displayName: 'Gateway',
			name: 'gateway',
			type: 'string',
			placeholder: 'e.g. https://gateway.example.com',
			default: '',
			description: 'Leave empty to talk to Instagram. A gateway or test environment answers under the vendor’s own host names, such as https://gateway.example.com/graph.instagram.com.',
		},
		{ displayName: 'Authorization URL', name: 'authUrl', type: 'hidden', default: '={{ ($self["gateway"] ? $self["gateway"].replace(/\\/+$/, "") + "/" : "https://") + "www.instagram.com/oauth/authorize" }}', required: true },
		{ displayName: 'Access Token URL', name: 'accessTokenUrl', type: 'hidden', default: '={{ ($self["gateway"] ? $self["gateway"].replace(/\\/+$/, "") + "/" : "https://") + "api.instagram.com/oauth/access_token" }}', required: true },
		{ displayName: 'Scope', name: 'scope', type: 'hidden', default: '={{ ["instagram_business_basic", ...($self["features"] || ["publish", "comments", "insights"]).map((feature) => ({ comments: "instagram_business_manage_comments", insights: "instagram_business_manage_insights", messages: "instagram_business_manage_messages", publish: "instagram_business_content_publish" })[feature] || "")].join(",").split(",").filter((scope, index, all) => scope && all.indexOf(scope) === index).join(",") }}' },
		{ displayName: 'Auth URI Query Parameters', name: 'authQueryParameters', type: 'hidden', default: '' },
		{ displayName: 'Authentication', name: 'authentication', type: 'hidden', default: 'body' },
	];
}

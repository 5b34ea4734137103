import type { ICredentialType, INodeProperties } from 'n8n-workflow';

export class QmarkThreadsOAuth2Api implements ICredentialType {
	name = 'qmarkThreadsOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'QMARK Threads OAuth2 API';

	documentationUrl = 'https://github.com/qmark-labs/n8n-nodes-qmark/blob/main/docs/en/connect-threads.md';

	icon = { light: 'file:../nodes/icons/threads.svg', dark: 'file:../nodes/icons/threads.dark.svg' } as const;

	properties: INodeProperties[] = [
		{ displayName: 'Grant Type', name: 'grantType', type: 'hidden', default: 'authorizationCode' },
		{
			displayName: 'Threads App ID',
			name: 'clientId',
			type: 'string',
			required: true,
			default: '',
			description: 'In your app on developers.facebook.com: App settings > Basic > Threads app ID. It is not the app ID at the top.',
		},
		{
			displayName: 'Threads App Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'On the same page: Threads app secret > Show',
		},
		{
			displayName: 'Use For',
			name: 'features',
			type: 'multiOptions',
			options: [
				{ name: 'Delete', value: 'delete' },
				{ name: 'Insights', value: 'insights' },
				{ name: 'Mentions', value: 'mentions' },
				{ name: 'Publishing', value: 'publish' },
				{ name: 'Replies', value: 'replies' },
				{ name: 'Search', value: 'search' },
			],
			default: ['publish', 'replies', 'insights'],
			description: 'The permissions that Connect asks for. Tick only what you use, and connect again after a change.',
		},
		{
			displayName: 'Gateway',
			name: 'gateway',
			type: 'string',
			placeholder: 'e.g. https://gateway.example.com',
			default: '',
			description: 'Leave empty to talk to Threads. A gateway or test environment answers under the vendor’s own host names, such as https://gateway.example.com/graph.threads.net.',
		},
		{ displayName: 'Authorization URL', name: 'authUrl', type: 'hidden', default: '={{ ($self["gateway"] ? $self["gateway"].replace(/\\/+$/, "") + "/" : "https://") + "www.threads.net/oauth/authorize" }}', required: true },
		{ displayName: 'Access Token URL', name: 'accessTokenUrl', type: 'hidden', default: '={{ ($self["gateway"] ? $self["gateway"].replace(/\\/+$/, "") + "/" : "https://") + "graph.threads.net/oauth/access_token" }}', required: true },
		{ displayName: 'Scope', name: 'scope', type: 'hidden', default: '={{ ["threads_basic", ...($self["features"] || ["publish", "replies", "insights"]).map((feature) => ({ delete: "threads_delete", insights: "threads_manage_insights", mentions: "threads_manage_mentions", publish: "threads_content_publish", replies: "threads_manage_replies,threads_read_replies", search: "threads_keyword_search" })[feature] || "")].join(",").split(",").filter((scope, index, all) => scope && all.indexOf(scope) === index).join(",") }}' },
		{ displayName: 'Auth URI Query Parameters', name: 'authQueryParameters', type: 'hidden', default: '' },
		{ displayName: 'Authentication', name: 'authentication', type: 'hidden', default: 'body' },
	];
}

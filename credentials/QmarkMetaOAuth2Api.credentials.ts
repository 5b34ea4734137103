import type { ICredentialType, INodeProperties } from 'n8n-workflow';

export class QmarkMetaOAuth2Api implements ICredentialType {
	name = 'qmarkMetaOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'QMARK Meta OAuth2 API';

	documentationUrl = 'https://github.com/qmark-labs/n8n-nodes-qmark/blob/main/docs/en/connect-meta.md';

	icon = { light: 'file:../nodes/icons/meta.svg', dark: 'file:../nodes/icons/meta.dark.svg' } as const;

	properties: INodeProperties[] = [
		{ displayName: 'Grant Type', name: 'grantType', type: 'hidden', default: 'authorizationCode' },
		{
			displayName: 'App ID',
			name: 'clientId',
			type: 'string',
			required: true,
			default: '',
			description: 'In your app on developers.facebook.com: App settings > Basic > App ID',
		},
		{
			displayName: 'App Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'In your app on developers.facebook.com: App settings > Basic > App secret > Show',
		},
		{
			displayName: 'Use For',
			name: 'features',
			type: 'multiOptions',
			options: [
				{ name: 'Ads', value: 'ads', description: 'Read and change campaigns' },
				{ name: 'Facebook Pages', value: 'facebook', description: 'Publish, answer comments, read insights' },
				{ name: 'Instagram', value: 'instagram', description: 'Publish, answer comments, read insights' },
				{ name: 'Lead Ads', value: 'leads', description: 'Receive the leads of forms' },
				{ name: 'Messenger and Instagram Direct', value: 'messages', description: 'Receive and send messages' },
				{ name: 'WhatsApp', value: 'whatsapp', description: 'Send and receive messages of a WhatsApp Business account' },
			],
			default: ['facebook', 'instagram'],
			description: 'The permissions that Connect asks for. Tick only what you use, and connect again after a change.',
		},
		{
			displayName: 'Login Configuration ID',
			name: 'configId',
			type: 'string',
			default: '',
			description: 'Only for Facebook Login for Business: in your app, open Facebook Login for Business > Configurations. It replaces the list of permissions.',
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
		{ displayName: 'Authorization URL', name: 'authUrl', type: 'hidden', default: '={{ ($self["gateway"] ? $self["gateway"].replace(/\\/+$/, "") + "/" : "https://") + "www.facebook.com/" + ($self["graphVersion"] || "v25.0") + "/dialog/oauth" }}', required: true },
		{ displayName: 'Access Token URL', name: 'accessTokenUrl', type: 'hidden', default: '={{ ($self["gateway"] ? $self["gateway"].replace(/\\/+$/, "") + "/" : "https://") + "graph.facebook.com/" + ($self["graphVersion"] || "v25.0") + "/oauth/access_token" }}', required: true },
		{ displayName: 'Scope', name: 'scope', type: 'hidden', default: '={{ $self["configId"] ? "" : [...($self["features"] || ["facebook", "instagram"]).map((feature) => ({ ads: "ads_management ads_read business_management", facebook: "pages_show_list pages_read_engagement pages_read_user_content pages_manage_posts pages_manage_engagement pages_manage_metadata read_insights business_management", instagram: "instagram_basic instagram_content_publish instagram_manage_comments instagram_manage_contents instagram_manage_engagement instagram_manage_insights pages_manage_metadata pages_show_list pages_read_engagement business_management", leads: "leads_retrieval pages_manage_ads pages_manage_metadata pages_show_list pages_read_engagement business_management", messages: "pages_messaging instagram_manage_messages instagram_manage_comments instagram_basic pages_manage_metadata pages_read_engagement pages_show_list business_management", whatsapp: "whatsapp_business_messaging whatsapp_business_management business_management" })[feature] || "")].join(" ").split(" ").filter((scope, index, all) => scope && all.indexOf(scope) === index).join(" ") }}' },
		{
			displayName: 'Auth URI Query Parameters',
			name: 'authQueryParameters',
			type: 'hidden',
			default: '={{ $self["configId"] ? "config_id=" + encodeURIComponent($self["configId"]) + "&override_default_response_type=true" : "" }}',
		},
		{ displayName: 'Authentication', name: 'authentication', type: 'hidden', default: 'body' },
	];
}

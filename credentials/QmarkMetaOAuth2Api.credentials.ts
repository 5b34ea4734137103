import type { ICredentialType, INodeProperties } from 'n8n-workflow';

export class QmarkMetaOAuth2Api implements ICredentialType {
	name = 'qmarkMetaOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'QMARK Meta OAuth2 API';

	documentationUrl = 'https://developers.facebook.com/docs/development/create-an-app';

	icon = { light: 'file:../nodes/icons/meta.svg', dark: 'file:../nodes/icons/meta.dark.svg' } as const;

	properties: INodeProperties[] = [
		{ displayName: 'Grant Type', name: 'grantType', type: 'hidden', default: 'authorizationCode' },
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
			default: '',
			placeholder: 'e.g. https://gateway.example.com',
			description: 'Leave empty to talk to Meta. A gateway or test environment answers under Meta’s own host names, such as https://gateway.example.com/graph.facebook.com.',
		},
		{
			displayName: 'Authorization URL',
			name: 'authUrl',
			type: 'hidden',
			default: '={{ ($self["gateway"] ? $self["gateway"].replace(/\\/+$/, "") + "/" : "https://") + "www.facebook.com/" + ($self["graphVersion"] || "v25.0") + "/dialog/oauth" }}',
			required: true,
		},
		{
			displayName: 'Access Token URL',
			name: 'accessTokenUrl',
			type: 'hidden',
			default: '={{ ($self["gateway"] ? $self["gateway"].replace(/\\/+$/, "") + "/" : "https://") + "graph.facebook.com/" + ($self["graphVersion"] || "v25.0") + "/oauth/access_token" }}',
			required: true,
		},
		{
			displayName: 'Scope',
			name: 'scope',
			type: 'hidden',
			default:
				'={{ $self["configId"] ? "" : "pages_show_list pages_read_engagement pages_read_user_content pages_manage_posts pages_manage_engagement read_insights instagram_basic instagram_content_publish instagram_manage_comments instagram_manage_insights business_management" }}',
		},
		{
			displayName: 'Auth URI Query Parameters',
			name: 'authQueryParameters',
			type: 'hidden',
			default: '={{ $self["configId"] ? "config_id=" + encodeURIComponent($self["configId"]) + "&override_default_response_type=true" : "" }}',
		},
		{ displayName: 'Authentication', name: 'authentication', type: 'hidden', default: 'body' },
	];
}

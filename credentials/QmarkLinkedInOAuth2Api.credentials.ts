import type { ICredentialType, INodeProperties } from 'n8n-workflow';

export class QmarkLinkedInOAuth2Api implements ICredentialType {
	name = 'qmarkLinkedInOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'QMARK LinkedIn OAuth2 API';

	documentationUrl = 'https://github.com/qmark-labs/n8n-nodes-qmark/blob/main/docs/en/connect-linkedin.md';

	icon = { light: 'file:../nodes/icons/linkedin.svg', dark: 'file:../nodes/icons/linkedin.dark.svg' } as const;

	properties: INodeProperties[] = [
		{ displayName: 'Grant Type', name: 'grantType', type: 'hidden', default: 'authorizationCode' },
		{
			displayName: 'Client ID',
			name: 'clientId',
			type: 'string',
			required: true,
			default: '',
			description: 'On linkedin.com/developers: My apps > your app > Auth > Client ID',
		},
		{
			displayName: 'Client Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'On the same page: Primary client secret',
		},
		{
			displayName: 'App Type',
			name: 'appType',
			type: 'options',
			options: [
				{ name: 'Community Management', value: 'community', description: 'Pages: the product “Community Management API”, after LinkedIn’s review' },
				{ name: 'Member', value: 'member', description: 'Your own profile: “Share on LinkedIn” and “Sign In with LinkedIn”' },
			],
			default: 'member',
			description: 'LinkedIn gives these products to different apps. Use one credential per app and account: other permissions for the same member end the earlier connection.',
		},
		{
			displayName: 'Comments and Reactions',
			name: 'feed',
			type: 'boolean',
			default: true,
			description: 'Whether to ask for the permissions to comment and react too. Switch it off where Connect says that your app lacks them.',
			displayOptions: { show: { appType: ['community'] } },
		},
		{
			displayName: 'Gateway',
			name: 'gateway',
			type: 'string',
			placeholder: 'e.g. https://gateway.example.com',
			default: '',
			description: 'Leave empty to talk to LinkedIn. A gateway or test environment answers under the vendor’s own host names, such as https://gateway.example.com/api.linkedin.com.',
		},
		{ displayName: 'Authorization URL', name: 'authUrl', type: 'hidden', default: '={{ ($self["gateway"] ? $self["gateway"].replace(/\\/+$/, "") + "/" : "https://") + "www.linkedin.com/oauth/v2/authorization" }}', required: true },
		{ displayName: 'Access Token URL', name: 'accessTokenUrl', type: 'hidden', default: '={{ ($self["gateway"] ? $self["gateway"].replace(/\\/+$/, "") + "/" : "https://") + "www.linkedin.com/oauth/v2/accessToken" }}', required: true },
		{ displayName: 'Scope', name: 'scope', type: 'hidden', default: '={{ $self["appType"] === "community" ? "r_basicprofile w_member_social w_organization_social r_organization_social rw_organization_admin" + ($self["feed"] === false ? "" : " w_member_social_feed w_organization_social_feed r_organization_social_feed") : "openid profile w_member_social" }}' },
		{ displayName: 'Auth URI Query Parameters', name: 'authQueryParameters', type: 'hidden', default: '' },
		{ displayName: 'Authentication', name: 'authentication', type: 'hidden', default: 'body' },
	];
}

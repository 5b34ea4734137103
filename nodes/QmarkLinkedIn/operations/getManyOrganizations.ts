import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { administered } from '../../networks/linkedin/lookup';

/** https://learn.microsoft.com/en-us/linkedin/marketing/community-management/organizations/organization-access-control-by-role */
export const getManyOrganizations = operation({
	resource: 'organization',
	operation: 'getAll',
	effect: 'read',
	scopes: ['rw_organization_admin'],
	name: 'Get Many',
	action: 'Get many organizations',
	description: 'Get many organizations in which the connected member has a role',
	fields: [
		...many,
		{
			displayName: 'Role',
			name: 'role',
			type: 'options',
			options: [
				{ name: 'Administrator', value: 'ADMINISTRATOR' },
				{ name: 'Analyst', value: 'ANALYST' },
				{ name: 'Any', value: 'any' },
				{ name: 'Content Administrator', value: 'CONTENT_ADMINISTRATOR' },
				{ name: 'Sponsored Content Poster', value: 'DIRECT_SPONSORED_CONTENT_POSTER' },
			],
			default: 'ADMINISTRATOR',
		},
		{ displayName: 'With Names', name: 'named', type: 'boolean', default: true, description: 'Whether to ask for the name of each organization, by a call each' },
	],
	run: ({ role, named }, api) => administered(api, role, named),
});

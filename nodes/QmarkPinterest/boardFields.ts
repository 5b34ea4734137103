import type { INodeProperties } from 'n8n-workflow';

export const boardName = { displayName: 'Name', name: 'name', type: 'string', required: true, default: '' } as const satisfies INodeProperties;

export const boardDescription = { displayName: 'Description', name: 'description', type: 'string', typeOptions: { rows: 2 }, default: '' } as const satisfies INodeProperties;

const ofAll = { name: 'Public', value: 'PUBLIC' } as const;
const secret = { name: 'Secret', value: 'SECRET', description: 'Seen by the account and those it invites' } as const;
const privacy = { displayName: 'Privacy', name: 'privacy' } as const;

export const boardPrivacy = {
	...privacy,
	type: 'options',
	options: [{ name: 'Protected', value: 'PROTECTED', description: 'Seen by all, but shown nowhere on Pinterest' }, ofAll, secret],
	default: 'PUBLIC',
} as const satisfies INodeProperties;

/** Pinterest makes no board protected afterwards. */
export const updatedPrivacy = { ...privacy, type: 'options', options: [ofAll, secret], default: 'PUBLIC' } as const satisfies INodeProperties;

export const privacyFilter = {
	...privacy,
	type: 'options',
	options: [
		{ name: 'All', value: 'ALL' },
		{ name: 'Protected', value: 'PROTECTED' },
		{ name: 'Public', value: 'PUBLIC' },
		{ name: 'Public and Secret', value: 'PUBLIC_AND_SECRET' },
		{ name: 'Secret', value: 'SECRET' },
	],
	default: 'ALL',
	description: 'Secret boards need the permission for them: tick it in the credential',
} as const satisfies INodeProperties;

export const sectionName = { displayName: 'Name', name: 'name', type: 'string', required: true, default: '', description: 'Up to 180 characters' } as const satisfies INodeProperties;

export const newName = { ...boardName, required: false } as const satisfies INodeProperties;

import type { INodeProperties } from 'n8n-workflow';

/** Who signs the calls of a node that takes both of Meta's credential types: see `platformFor`. */
export const authentication = {
	displayName: 'Authentication',
	name: 'authentication',
	type: 'options',
	options: [
		{ name: 'Person', value: 'qmarkMetaOAuth2Api', description: 'Somebody who clicked Connect' },
		{ name: 'System User', value: 'qmarkMetaSystemUserApi', description: 'A token of the business, or of a dataset, that never ends' },
	],
	default: 'qmarkMetaOAuth2Api',
} as const satisfies INodeProperties;

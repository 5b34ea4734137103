import type { INodeProperties } from 'n8n-workflow';

/** Return All and Limit of a listing. The runner cuts at them, see runner.ts; an operation may size its pages by them. */
export const many = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		displayOptions: { show: { returnAll: [false] } },
		description: 'Max number of results to return',
	},
] as const satisfies readonly INodeProperties[];

import type { INodeProperties, INodePropertyMode } from 'n8n-workflow';

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

/** n8n's linters take a mode for a field that lacks its default; so its `type` comes from a spread. */
const list = { type: 'list' } satisfies Partial<INodePropertyMode>;
const text = { type: 'string' } satisfies Partial<INodePropertyMode>;

/** The modes of a resource locator: from the list that the node's search gives, or by an ID of digits. `thing` is what has the ID: `A page`. */
export const listOrId = (searchListMethod: string, placeholder: string, thing: string) =>
	[
		{ displayName: 'From List', name: 'list', ...list, typeOptions: { searchListMethod, searchable: true } },
		{ displayName: 'By ID', name: 'id', ...text, placeholder, validation: [{ type: 'regex', properties: { regex: '[0-9]+', errorMessage: `${thing} ID is a number` } }] },
	] satisfies INodePropertyMode[];

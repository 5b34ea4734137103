import type { INodePropertyOptions } from 'n8n-workflow';
import { fieldNames, fields } from './fields';
import { networkWords } from './networkNames';

const own = fieldNames.map((field) => ({ name: fields[field].name, value: field }));
const variants = Object.keys(networkWords).map((network) => ({ name: `Text for ${network.charAt(0).toUpperCase()}${network.slice(1)}`, value: `text:${network}` }));

/** What a column can be said to hold, by name. */
export const fieldChoices: INodePropertyOptions[] = [...own, ...variants].sort((one, other) => (one.name < other.name ? -1 : 1));

import type { INodePropertyOptions } from 'n8n-workflow';
import { fieldNames, fields } from './fields';
import { networkWords } from './networkNames';

const own = fieldNames.map((field) => ({ name: fields[field].name, value: field }));
const spelled: Readonly<Record<string, string>> = { linkedin: 'LinkedIn', tiktok: 'TikTok', whatsapp: 'WhatsApp' };
const variants = Object.keys(networkWords).map((network) => ({ name: `Text for ${spelled[network] ?? network.replace(/^./, (first) => first.toUpperCase())}`, value: `text:${network}` }));

/** What a column can be said to hold, by name. */
export const fieldChoices: INodePropertyOptions[] = [...own, ...variants].sort((one, other) => (one.name < other.name ? -1 : 1));

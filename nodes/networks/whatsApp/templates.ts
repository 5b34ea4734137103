import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../core/api';
import { refused } from '../../core/errors';
import { whatsApp } from '../../platforms/whatsApp';
import { jsonIn } from './lengths';

export interface Template {
	name: string;
	language: string;
}

/** A template is a name in one language. */
export const templateKey = ({ name, language }: Template) => `${name}|${language}`;

/** Reads `name|language` back. */
export function templateOf(key: string): Template {
	const [name = '', language = ''] = key.split('|').map((part) => part.trim());
	if (name && language) return { name, language };
	throw refused('Template', `“${key}” does not name a template and its language.`, 'Choose one from the list, or write it as order_ready|fr.');
}

export const templateFields = 'id,name,language,status,category,parameter_format,components,rejected_reason,quality_score';

interface Wanted {
	category?: string;
	language?: string;
	name?: string;
	status?: string[];
}

/** https://developers.facebook.com/docs/graph-api/reference/whats-app-business-account/message_templates */
export function listTemplates(api: Api, account: string, { category, language, name, status = [] }: Wanted, limit: number): AsyncIterable<IDataObject> {
	const wanted = { ...(category && { category }), ...(language && { language }), ...(name && { name }), ...(status.length > 0 && { status: JSON.stringify(status) }) };
	return api.pages({ url: `/${account}/message_templates`, qs: { fields: templateFields, limit, ...wanted } });
}

/** What may be sent at any time. */
export async function approvedTemplates(api: Api, account: string): Promise<Template[]> {
	const found: Template[] = [];
	const request = { url: `/${account}/message_templates`, qs: { fields: 'name,language', status: '["APPROVED"]', limit: whatsApp.limits.pageSize } };
	for await (const template of api.pages<Template>(request)) found.push(template);
	return found;
}

const isList = (value: object): value is IDataObject[] => Array.isArray(value) && value.every((item) => typeof item === 'object' && item !== null);

const typeOf = ({ type }: IDataObject) => String(type).toUpperCase();

/** The parts of a template as Meta's reference writes them, checked for what Meta always refuses. */
export function componentsOf(value: unknown): IDataObject[] {
	const components = jsonIn('Components', value, isList, 'a list such as [{"type": "BODY", "text": "…"}]');
	const body = components.find((component) => typeOf(component) === 'BODY');
	if (!body) throw refused('Components', 'has no component of the type BODY.', 'Add {"type": "BODY", "text": "…"}.');
	if (typeof body.text === 'string' && /^\s*\{\{|\}\}\s*$/.test(body.text)) throw refused('Components', 'begins or ends its body with a variable.', 'Write something before the first and after the last variable.');
	const bare = components.find(({ text, example }) => typeof text === 'string' && text.includes('{{') && example === undefined);
	if (bare) throw refused('Components', `has variables in its ${typeOf(bare)} and no example for them.`, 'Add an example, such as "example": {"body_text": [["Inês", "45 €"]]}.');
	return components;
}

const NAME = /^[a-z0-9_]+$/;

/** A name as Meta takes it for a new template. */
export function newName(name: string): string {
	if (NAME.test(name) && name.length <= whatsApp.limits.template.name) return name;
	throw refused('Name', `“${name}” is no name for a template.`, `Use lower case letters, digits and underscores only, up to ${whatsApp.limits.template.name} of them.`);
}

interface NewTemplate {
	name: string;
	language: string;
	category: string;
	components: unknown;
}

/** Hands a template in. Meta reviews it and tells the result by webhook, or in the listing. */
export async function createdTemplate(api: Api, account: string, { name, language, category, components }: NewTemplate, settings: IDataObject): Promise<IDataObject> {
	const given = Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined && value !== ''));
	const body = { name: newName(name), language: language.trim(), category, components: componentsOf(components), ...given };
	return { name, language: body.language, ...(await api.send({ method: 'POST', url: `/${account}/message_templates`, body })) };
}

/** Replaces the content of a template, which is then reviewed again. */
export async function updatedTemplate(api: Api, id: string, components: unknown, category?: string): Promise<IDataObject> {
	const body = { components: componentsOf(components), ...(category && { category }) };
	return { id, ...(await api.send({ method: 'POST', url: `/${id}`, body })) };
}

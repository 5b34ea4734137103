import type { WhatsAppNumber } from '../model';
import type { Meta } from '../state';
import { fileContent, type Content } from './content';
import { refusal } from './errors';
import type { WhatsAppTemplate } from './model';
import { isRecord, type Fields } from './shape';

const recordsIn = (value: unknown): Fields[] => (Array.isArray(value) ? value.filter(isRecord) : []);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const isOf = (type: string) => (component: Fields) => textOf(component.type).toLowerCase() === type;

/** The names between double braces, in order, each once. */
export const placeholders = (text: unknown): string[] => [...new Set([...textOf(text).matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name]) => name ?? ''))];

/** What a parameter shows in the place of its braces. */
function shownText(parameter: Fields): string {
	if (parameter.type === 'text') return textOf(parameter.text);
	const inner = parameter[textOf(parameter.type)];
	return isRecord(inner) ? textOf(inner.fallback_value) : '';
}

function templateOf({ name, language }: Fields, number: WhatsAppNumber, meta: Meta): WhatsAppTemplate {
	const code = isRecord(language) ? language.code : undefined;
	const found = meta.all('WhatsAppMessageTemplate').find((one) => one.businessId === number.businessId && one.name === name && one.language === code);
	if (found?.status === 'PAUSED') throw refusal(132015, `template name (${textOf(name)}) is paused`);
	if (found?.status === 'DISABLED') throw refusal(132016, `template name (${textOf(name)}) is disabled`);
	if (found?.status !== 'APPROVED') throw refusal(132001, `template name (${textOf(name)}) does not exist in ${textOf(code)}`);
	return found;
}

/** Puts the parameters into a text of the template; refuses too few, too many and wrong names. */
function filled(text: unknown, parameters: Fields[], place: string, { format }: WhatsAppTemplate): string {
	const wanted = placeholders(text);
	if (parameters.length !== wanted.length) {
		throw refusal(132000, `${place}: number of localizable_params (${parameters.length}) does not match the expected number of params (${wanted.length})`);
	}
	const values = new Map(
		parameters.map((parameter, index) => {
			const name = textOf(parameter.parameter_name);
			if (format === 'NAMED' && !wanted.includes(name)) throw refusal(100, `${place}: Parameter name is missing or empty`);
			if (format === 'POSITIONAL' && name !== '') throw refusal(100, `${place}: this template has positional parameters`);
			return [format === 'NAMED' ? name : String(index + 1), shownText(parameter)];
		}),
	);
	if (values.size !== wanted.length) throw refusal(132000, `${place}: a parameter is named twice`);
	for (const value of values.values()) {
		if (/[\n\t]| {5}/.test(value)) throw refusal(132018, `${place}: Param text cannot have new-line/tab characters or more than 4 consecutive spaces`);
	}
	return textOf(text).replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => values.get(name) ?? '');
}

async function headerContent(template: WhatsAppTemplate, parameters: Fields[], number: WhatsAppNumber, meta: Meta): Promise<Pick<Content, 'text' | 'media' | 'failure'>> {
	const header = template.components.find(isOf('header'));
	const format = textOf(header?.format);
	if (!header || format === 'TEXT') return { text: filled(header?.text, parameters, 'header', template), media: [] };
	const [parameter] = parameters;
	const kind = format.toLowerCase();
	const value = parameter?.[kind];
	if (parameter?.type !== kind || !isRecord(value)) throw refusal(132012, `header: Format mismatch, expected ${format}, received ${textOf(parameter?.type).toUpperCase() || 'UNKNOWN'}`);
	if (kind === 'location') return { text: [value.name, value.address].map(textOf).join('\n'), media: [] };
	return { text: '', ...(await fileContent(kind, value, number, meta)) };
}

/** The buttons that lead somewhere; every one that needs a parameter must get it. */
function buttonsOf(template: WhatsAppTemplate, given: Fields[]): Content['buttons'] {
	const buttons = recordsIn(template.components.find(isOf('buttons'))?.buttons);
	const at = (index: number): Fields | undefined => given.find((component) => Number(component.index) === index);
	for (const component of given) {
		const type = textOf(buttons[Number(component.index)]?.type).toLowerCase();
		if (type !== textOf(component.sub_type)) throw refusal(132018, `buttons: button at index ${String(component.index)} of the template is not of type ${textOf(component.sub_type)}`);
	}
	return buttons.flatMap(({ type, text, url }, index) => {
		const [parameter] = recordsIn(at(index)?.parameters);
		const needed = (type === 'URL' && placeholders(url).length > 0) || type === 'COPY_CODE';
		if (needed && !parameter) throw refusal(131008, `buttons: Button at index ${index} of type ${textOf(type)} requires a parameter`);
		if (type === 'URL' && !needed && parameter) throw refusal(132018, `buttons: Button at index ${index} takes no parameter`);
		return type === 'URL' ? [{ text: textOf(text), url: textOf(url).replace(/\{\{1\}\}/, encodeURI(textOf(parameter?.text))) }] : [];
	});
}

/** A template message, held against its template. */
export async function templateContent(value: Fields, number: WhatsAppNumber, meta: Meta): Promise<Content> {
	const template = templateOf(value, number, meta);
	const components = recordsIn(value.components);
	const parametersOf = (type: string): Fields[] => recordsIn(components.find(isOf(type))?.parameters);
	const { text: header, ...file } = await headerContent(template, parametersOf('header'), number, meta);
	const body = filled(template.components.find(isOf('body'))?.text, parametersOf('body'), 'body', template);
	const footer = textOf(template.components.find(isOf('footer'))?.text);
	const buttons = buttonsOf(template, components.filter(isOf('button')));
	return { kind: 'template', text: [header, body, footer].filter(Boolean).join('\n'), ...file, ...(buttons?.length && { buttons }), category: template.category };
}

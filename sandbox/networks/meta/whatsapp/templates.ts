import { Connection, Ref, type Call, type Describe, type Handler } from '../call';
import type { Edges } from '../edges';
import { GraphError, invalid } from '../errors';
import type { WhatsAppBusiness } from '../model';
import type { Meta } from '../state';
import { templateStates, type WhatsAppTemplate } from './model';
import { isRecord } from './shape';
import { placeholders } from './templateMessage';

const categories = ['AUTHENTICATION', 'MARKETING', 'UTILITY'] as const;
const componentTypes = ['HEADER', 'BODY', 'FOOTER', 'BUTTONS', 'CAROUSEL', 'LIMITED_TIME_OFFER'];
const mostTemplates = 250;

const refused = (subcode: number, sentence: string) => invalid('Invalid parameter', { subcode, userTitle: sentence, userMessage: sentence });

/** What Meta's own editor would not take. https://developers.facebook.com/docs/whatsapp/business-management-api/message-templates/components */
function checkComponents(components: Record<string, unknown>[]): void {
	for (const [index, { type, text, format, example, buttons }] of components.entries()) {
		const place = `components[${index}]`;
		if (typeof type !== 'string' || !componentTypes.includes(type.toUpperCase())) throw invalid(`Param ${place}['type'] must be one of {${componentTypes.join(', ')}}.`);
		const isBody = type.toUpperCase() === 'BODY';
		if (isBody && typeof text === 'string' && /^\s*\{\{|\}\}\s*$/.test(text)) throw refused(2388299, 'Variables may not stand at the start or the end of the text.');
		if (isBody && typeof text === 'string' && text.length > 1024) throw invalid(`Param ${place}['text'] must be at most 1024 characters long.`);
		if (placeholders(text).length > 0 && !isRecord(example)) throw refused(2388043, `Param ${place} needs an example for its variables.`);
		if (['IMAGE', 'VIDEO', 'DOCUMENT'].includes(String(format)) && !isRecord(example)) throw refused(2388273, `Param ${place} needs an example file.`);
		if (buttons !== undefined && (!Array.isArray(buttons) || buttons.length > 10)) throw invalid(`Param ${place}['buttons'] must be an array of at most 10 buttons.`);
	}
	if (!components.some(({ type }) => String(type).toUpperCase() === 'BODY')) throw invalid('A template needs a component of type BODY.');
}

const isListed = ({ status }: WhatsAppTemplate): boolean => status !== 'DELETED';

const ofBusiness = (business: WhatsAppBusiness, meta: Meta): WhatsAppTemplate[] =>
	meta.all('WhatsAppMessageTemplate').filter((template) => template.businessId === business.id && isListed(template));

export function listTemplates(business: WhatsAppBusiness, { params }: Call, meta: Meta): Connection {
	const state = params.texts('status') ?? [];
	const unknown = state.find((one) => !templateStates.includes(one));
	if (unknown !== undefined) throw invalid(`Param status must be one of {${templateStates.join(', ')}} - got "${unknown}"`);
	const wanted = { status: state, category: params.texts('category') ?? [], language: params.texts('language') ?? [], name: params.texts('name') ?? [] };
	const fits = (template: WhatsAppTemplate): boolean =>
		(['status', 'category', 'language', 'name'] as const).every((key) => wanted[key].length === 0 || wanted[key].includes(template[key]));
	return new Connection(`${business.id}/message_templates`, ofBusiness(business, meta).filter(fits));
}

export function createTemplate(business: WhatsAppBusiness, { params }: Call, meta: Meta): Record<string, unknown> {
	const [name, language] = [params.required('name'), params.required('language')];
	if (!/^[a-z0-9_]{1,512}$/.test(name)) throw invalid('Param name must be at most 512 lower case letters, digits and underscores.');
	if (!/^[a-z]{2,3}(_[A-Z]{2,3})?$/.test(language)) throw invalid(`Param language: ${language} is no language code.`);
	params.required('category');
	const category = params.oneOf('category', categories) ?? 'UTILITY';
	const format = params.oneOf('parameter_format', ['POSITIONAL', 'NAMED']) ?? 'POSITIONAL';
	const all = ofBusiness(business, meta);
	if (all.some((one) => one.name === name && one.language === language)) throw refused(2388024, 'There is already content in this language for this template.');
	if (all.length >= mostTemplates) throw refused(2388019, `A WhatsApp Business account has at most ${mostTemplates} templates.`);
	const components = params.records('components') ?? [];
	checkComponents(components);
	const { id, status } = meta.keep({ type: 'WhatsAppMessageTemplate', id: meta.newId('whatsAppTemplate'), businessId: business.id, name, language, category, status: 'PENDING', format, components });
	return { id, status, category };
}

/** By name in all languages, or one by `hsm_id` and its name. */
export function deleteTemplates(business: WhatsAppBusiness, { params }: Call, meta: Meta): Record<string, unknown> {
	const [name, id] = [params.required('name'), params.text('hsm_id')];
	const found = ofBusiness(business, meta).filter((one) => one.name === name && (id === undefined || one.id === id));
	if (found.length === 0) throw new GraphError(100, '(#100) Invalid parameter', { subcode: 2593002, userMessage: `There is no message template ${name}.` });
	for (const template of found) template.status = 'DELETED';
	return { success: true };
}

export const describeTemplate: Describe<WhatsAppTemplate> = (template) => ({
	label: 'WhatsAppBusinessHSM',
	defaults: ['name', 'parameter_format', 'components', 'language', 'status', 'category', 'id'],
	fields: {
		id: () => template.id,
		name: () => template.name,
		language: () => template.language,
		category: () => template.category,
		status: () => template.status,
		parameter_format: () => template.format,
		components: () => template.components,
		rejected_reason: () => (template.status === 'REJECTED' ? 'PROMOTIONAL' : 'NONE'),
		quality_score: () => ({ score: template.status === 'APPROVED' ? 'GREEN' : 'UNKNOWN' }),
	},
});

export const templateEdges: Edges<'WhatsAppMessageTemplate', Handler<WhatsAppTemplate>> = {
	GET: (template) => new Ref(template, ['name', 'parameter_format', 'components', 'language', 'status', 'category', 'id']),
	POST: (template, { params }) => {
		if (!['APPROVED', 'REJECTED', 'PAUSED'].includes(template.status)) throw refused(2388003, `A template in state ${template.status} cannot be edited.`);
		const category = params.oneOf('category', categories);
		if (category !== undefined && template.status === 'APPROVED' && category !== template.category) throw refused(2388005, 'The category of an approved template cannot be changed.');
		const components = params.records('components');
		if (components) checkComponents(components);
		Object.assign(template, { ...(category && { category }), ...(components && { components }), status: 'PENDING' });
		return { success: true };
	},
};

import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../core/api';
import { refused } from '../../core/errors';
import type { MessageMedia } from '../../model/message';
import { whatsApp } from '../../platforms/whatsApp';
import { jsonIn, needed, trimmed } from './lengths';
import { attach } from './media';
import type { Source } from './media';
import type { Draft } from './send';
import { templateOf } from './templates';

/** A value for one variable of the body. */
export interface BodyParameter {
	type?: 'currency' | 'date_time' | 'text';
	name?: string;
	text?: string;
	currencyCode?: string;
	amount?: number;
}

/** A value for one button. `index` is its place in the template, from 0. */
export interface ButtonParameter {
	type?: 'catalog' | 'copy_code' | 'flow' | 'quick_reply' | 'url';
	index?: number;
	value?: string;
	flowData?: unknown;
}

export interface Filling extends Partial<Source> {
	phoneNumber: string;
	template: string;
	headerType: 'document' | 'image' | 'location' | 'none' | 'text' | 'video';
	headerText?: string;
	headerName?: string;
	latitude?: number;
	longitude?: number;
	placeName?: string;
	placeAddress?: string;
	bodyParameters: { parameter?: BodyParameter[] };
	buttonParameters: { button?: ButtonParameter[] };
	otherComponents?: unknown;
}

const TEXT = 1024;

/** What Meta puts into a template must be one line. */
function oneLine(field: string, value: unknown): string {
	const text = needed(field, value, TEXT);
	if (/[\n\r\t]| {5}/.test(text)) throw refused(field, 'has a line break, a tab or more than four spaces in a row; a template takes none.', 'Write it in one line, or put the break into the template.');
	return text;
}

function bodyParameter({ type = 'text', text, currencyCode = '', amount = 0 }: BodyParameter, field: string): IDataObject {
	const shown = oneLine(field, text);
	if (type === 'text') return { type, text: shown };
	if (type === 'date_time') return { type, date_time: { fallback_value: shown } };
	if (!/^[A-Z]{3}$/.test(currencyCode)) throw refused('Currency Code', `“${currencyCode}” is no ISO 4217 code.`, 'Give three capital letters, such as EUR.');
	return { type, currency: { fallback_value: shown, code: currencyCode, amount_1000: Math.round(amount * 1000) } };
}

/** In the order of the template, or each by its name. */
function bodyOf(parameters: BodyParameter[]): IDataObject[] {
	const named = parameters.filter(({ name }) => trimmed(name));
	if (named.length > 0 && named.length < parameters.length) throw refused('Body Parameters', 'has some with a name and some without.', 'Give all a name (a template with named variables) or none (one with numbers).');
	return parameters.map((parameter, index) => {
		const name = trimmed(parameter.name);
		return { ...bodyParameter(parameter, `Text, body parameter ${name || index + 1}`), ...(name && { parameter_name: name }) };
	});
}

const isObject = (value: object): value is IDataObject => !Array.isArray(value);

/** https://developers.facebook.com/docs/whatsapp/cloud-api/guides/send-message-templates/interactive-message-templates */
function buttonOf({ type = 'quick_reply', index = 0, value, flowData }: ButtonParameter): IDataObject {
	const field = `Value, button ${index}`;
	const isSet = flowData !== undefined && flowData !== '' && flowData !== '{}';
	const parameters: Record<NonNullable<ButtonParameter['type']>, () => IDataObject> = {
		quick_reply: () => ({ type: 'payload', payload: needed(field, value, whatsApp.limits.buttons.id) }),
		url: () => ({ type: 'text', text: needed(field, value, 2000) }),
		copy_code: () => ({ type: 'coupon_code', coupon_code: needed(field, value, whatsApp.limits.template.couponCode) }),
		flow: () => ({ type: 'action', action: { flow_token: trimmed(value) || 'unused', ...(isSet && { flow_action_data: jsonIn('Flow Data', flowData, isObject, 'an object such as {"order": "42"}') }) } }),
		catalog: () => ({ type: 'action', action: trimmed(value) ? { thumbnail_product_retailer_id: trimmed(value) } : {} }),
	};
	if (!Number.isInteger(index) || index < 0 || index >= whatsApp.limits.template.buttons) throw refused('Index', `${index} is no place of a button.`, 'The first button of the template has the index 0.');
	return { type: 'button', sub_type: type, index: String(index), parameters: [parameters[type]()] };
}

async function headerOf(api: Api, filling: Filling): Promise<{ parameter?: IDataObject; media: MessageMedia[] }> {
	const { headerType: type, headerText, headerName, source = 'url' } = filling;
	if (type === 'none') return { media: [] };
	if (type === 'text') return { parameter: { type, text: oneLine('Header Text', headerText), ...(headerName?.trim() && { parameter_name: headerName.trim() }) }, media: [] };
	if (type === 'location') {
		const { latitude = 0, longitude = 0, placeName: name, placeAddress: address } = filling;
		return { parameter: { type, location: { ...coordinates(latitude, longitude), name: needed('Place Name', name, TEXT), address: needed('Place Address', address, TEXT) } }, media: [] };
	}
	const { reference, media } = await attach(api, filling.phoneNumber, type, { ...filling, source });
	return { parameter: { type, [type]: reference }, media: [media] };
}

/** Degrees, refused where they are no place on earth. */
export function coordinates(latitude: number, longitude: number) {
	if (!(Math.abs(latitude) <= 90)) throw refused('Latitude', `${latitude} is not between -90 and 90.`, 'Give degrees as a number, such as 47.2184.');
	if (!(Math.abs(longitude) <= 180)) throw refused('Longitude', `${longitude} is not between -180 and 180.`, 'Give degrees as a number, such as -1.5536.');
	return { latitude, longitude };
}

const isList = (value: object): value is IDataObject[] => Array.isArray(value);
const shownOf = ({ text = '' }: BodyParameter) => String(text);

/** A template with everything that is filled into it; all is checked before a file of the header is uploaded. */
export async function templateDraft(api: Api, filling: Filling): Promise<Draft> {
	const { name, language } = templateOf(filling.template);
	const given = filling.bodyParameters.parameter ?? [];
	const body = bodyOf(given);
	const buttons = (filling.buttonParameters.button ?? []).map(buttonOf);
	const { otherComponents: others } = filling;
	const more = others === undefined || others === '' ? [] : jsonIn('Other Components', others, isList, 'a list such as [{"type": "carousel", "cards": []}]');
	const { parameter, media } = await headerOf(api, filling);
	const components = [
		...(parameter ? [{ type: 'header', parameters: [parameter] }] : []),
		...(body.length > 0 ? [{ type: 'body', parameters: body }] : []),
		...buttons,
		...more,
	];
	const text = [`${name} (${language})`, given.map(shownOf).join(' · ')].filter(Boolean).join(': ');
	return { type: 'template', content: { name, language: { code: language }, ...(components.length > 0 && { components }) }, kind: 'text', text, media };
}

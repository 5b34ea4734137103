import { tryToParseDateTime } from 'n8n-workflow';
import type { IDataObject } from 'n8n-workflow';
import { refused } from '../../../core/errors';
import { pinterestConversions } from '../../../platforms/pinterestConversions';
import { agrees } from '../../person/consent';
import { sha256 } from '../../person/identifiers';
import { urlIn } from '../ads/texts';
import { customDataOf } from './customData';
import { userDataOf } from './userData';

/** What the panel gives for one event. */
export interface EventInput {
	adAccount: string;
	eventName: string;
	actionSource: 'app_android' | 'app_ios' | 'offline' | 'web';
	eventSourceUrl: string;
	eventTime: string;
	eventId: string;
	userData: IDataObject;
	customData: IDataObject;
	app: IDataObject;
	privacy: { consent?: unknown; limitedDataProcessing?: unknown; optOut?: unknown };
	options: { defaultCountry?: string; language?: string; partnerName?: string; test?: unknown };
}

/** An event on the wire. https://developers.pinterest.com/docs/api/v5/events-create */
export interface ConversionEvent extends IDataObject {
	event_name: string;
	action_source: string;
	/** Unix seconds. */
	event_time: number;
	event_id: string;
	user_data: IDataObject;
}

/** Unix seconds; milliseconds, as many systems count, are divided. Empty is undefined. */
function secondsOf(value: unknown): number | undefined {
	const text = String(value ?? '').trim();
	if (text === '') return undefined;
	if (/^\d{9,10}$/.test(text)) return Number(text);
	if (/^\d{12,13}$/.test(text)) return Math.floor(Number(text) / 1000);
	try {
		return Math.floor(tryToParseDateTime(text).toSeconds());
	} catch {
		throw refused('Event Time', `“${text}” is not a date and time.`, 'Give it as 2027-01-31T09:30:00, in Unix seconds, or leave it empty for now.');
	}
}

/** What may differ from one run to the next for the same person. */
const passing = ['click_id', 'client_ip_address', 'client_user_agent'];

/** The same event gets the same ID in every run, so that a repeat counts once: by its order, or its person and time. */
function derivedId(adAccount: string, name: string, at: number | undefined, custom: IDataObject, user: IDataObject): string {
	const lasting = Object.fromEntries(Object.entries(user).filter(([key]) => !passing.includes(key)));
	const mark = custom.order_id ? ['order', custom.order_id] : at !== undefined && ['person', Object.keys(lasting).length > 0 ? lasting : user, at];
	if (mark) return sha256(JSON.stringify([adAccount, name, ...mark])).slice(0, 32);
	throw refused('Event ID', 'is empty, and without a time or an order ID a second run could not send the same one.', 'Give “Event ID”, “Event Time” or “Order ID”, so that Pinterest recognises a repeat.');
}

const appFields = [
	['appId', 'app_id'],
	['appName', 'app_name'],
	['appVersion', 'app_version'],
	['deviceBrand', 'device_brand'],
	['deviceCarrier', 'device_carrier'],
	['deviceModel', 'device_model'],
	['deviceType', 'device_type'],
	['osVersion', 'os_version'],
] as const;

function appOf(fields: IDataObject): IDataObject {
	const texts = appFields.flatMap(([field, key]) => (String(fields[field] ?? '').trim() ? [[key, String(fields[field]).trim()]] : []));
	return { ...Object.fromEntries(texts), ...(typeof fields.wifi === 'boolean' && { wifi: fields.wifi }) };
}

function moreOf({ language, partnerName }: EventInput['options']): IDataObject {
	const [code, partner] = [String(language ?? '').trim().toLowerCase(), String(partnerName ?? '').trim()];
	if (code && !/^[a-z]{2}$/.test(code)) throw refused('Language', `“${code}” is no language.`, 'Give its two letters, such as fr.');
	if (partner && !pinterestConversions.partner.test(partner)) throw refused('Partner Name', `“${partner}” is not how Pinterest names partners.`, 'Write it in small letters, with ss- before it, such as ss-example.');
	return { ...(code && { language: code }), ...(partner && { partner_name: partner }) };
}

/** Whether the item may be sent at all. An expression that finds no consent gives nothing, which is none. */
export const mayBeSent = ({ privacy }: EventInput): boolean => !('consent' in privacy) || agrees(privacy.consent);

/** What forms and tables have for no. Whatever else stands there is a wish to be left alone. */
const NO = /^(|false|no|n|non|não|nao|0|off)$/i;

/** Whether a switch is on, also where an expression gives a word for it. */
const isOn = (value: unknown): boolean => !NO.test(String(value ?? '').trim());

/** Whether Pinterest only checks the event. */
export const isTest = ({ options: { test } }: EventInput): boolean => isOn(test);

/** The event of an item, checked as Pinterest would check it. */
export function eventOf({ adAccount, eventName, actionSource, eventSourceUrl, eventTime, eventId, userData, customData, app, privacy, options }: EventInput): ConversionEvent {
	if (!pinterestConversions.eventNames.some((name) => name === eventName)) throw refused('Event Name', `“${eventName}” is no event of Pinterest’s.`, `Use ${pinterestConversions.eventNames.join(', ')}.`);
	const at = secondsOf(eventTime);
	const custom = customDataOf(customData, isOn(privacy.limitedDataProcessing));
	const user = userDataOf(userData, options.defaultCountry);
	const page = actionSource === 'web' ? urlIn('Event Source URL', eventSourceUrl) : undefined;
	return {
		...{ event_name: eventName, action_source: actionSource, event_time: at ?? Math.floor(Date.now() / 1000) },
		event_id: String(eventId ?? '').trim() || derivedId(adAccount, eventName, at, custom, user),
		user_data: user,
		...(page && { event_source_url: page }),
		...('optOut' in privacy && { opt_out: isOn(privacy.optOut) }),
		...(/^app_/.test(actionSource) && appOf(app)),
		...moreOf(options),
		...(Object.keys(custom).length > 0 && { custom_data: custom }),
	};
}

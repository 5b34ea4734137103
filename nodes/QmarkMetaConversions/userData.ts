import type { IDataObject } from 'n8n-workflow';
import { refused } from '../core/errors';
import { hashed, hashedId } from '../networks/meta/identifiers';
import { homeOf, valuesOf } from '../networks/person/identifiers';
import type { Kind } from '../networks/meta/identifiers';
import { userData as person } from './personFields';

/** Field → Meta's name, for what is hashed. E-mail addresses and phone numbers may be several in one text. */
const secret: readonly (readonly [field: string, key: Kind])[] = [
	['email', 'em'],
	['phone', 'ph'],
	['firstName', 'fn'],
	['lastName', 'ln'],
	['gender', 'ge'],
	['dateOfBirth', 'db'],
	['city', 'ct'],
	['state', 'st'],
	['zip', 'zp'],
	['country', 'country'],
];

/** Field → Meta's name, for what goes as it is, and how it has to look. */
const plain: readonly (readonly [field: string, key: string, form?: RegExp])[] = [
	['anonId', 'anon_id'],
	['clientIpAddress', 'client_ip_address', /^(\d{1,3}(\.\d{1,3}){3}|[\da-f]*:[\da-f:.]+)$/i],
	['clientUserAgent', 'client_user_agent'],
	['ctwaClid', 'ctwa_clid'],
	['fbc', 'fbc', /^fb\.\d\.\d{10,}\.\S+$/],
	['fbLoginId', 'fb_login_id', /^\d+$/],
	['fbp', 'fbp', /^fb\.\d\.\d{10,}\.\d+$/],
	['igAccountId', 'ig_account_id', /^\d+$/],
	['igSid', 'ig_sid', /^\d+$/],
	['leadId', 'lead_id', /^\d+$/],
	['madid', 'madid'],
	['pageId', 'page_id', /^\d+$/],
	['pageScopedUserId', 'page_scoped_user_id', /^\d+$/],
	['subscriptionId', 'subscription_id'],
	['whatsappBusinessAccountId', 'whatsapp_business_account_id', /^\d+$/],
];

const labelOf = (field: string) => person.options.find(({ name }) => name === field)?.displayName ?? field;

/** Meta’s tables write `l:` before the number of a lead. */
const bare = (field: string, text: string) => (field === 'leadId' ? text.replace(/^l:/, '') : field === 'madid' ? text.toLowerCase() : text);

interface Settings {
	defaultCountry?: string;
	hashExternalId?: boolean;
	/** When a click without a cookie is taken to have been, in Unix seconds. */
	at: number;
}

/** `user_data` of an event. https://developers.facebook.com/docs/marketing-api/conversions-api/parameters/customer-information-parameters */
export function userDataOf(fields: IDataObject, { defaultCountry, hashExternalId = true, at }: Settings): IDataObject {
	const country = homeOf(fields.country, defaultCountry);
	const data: IDataObject = {};
	for (const [field, key] of secret) {
		const context = { label: labelOf(field), country };
		const values = valuesOf(fields[field], key === 'em' || key === 'ph').map((value) => hashed(key, value, context));
		const unique = [...new Set(values.filter(Boolean))];
		if (unique.length > 0) data[key] = unique;
	}
	const ids = [...new Set(valuesOf(fields.externalId).map((id) => (hashExternalId ? hashedId(id) : id)))];
	if (ids.length > 0) data.external_id = ids;
	for (const [field, key, form] of plain) {
		const [text = ''] = valuesOf(fields[field]);
		const value = bare(field, text);
		if (value && form && !form.test(value)) throw refused(labelOf(field), `“${value}” does not look like one.`, 'Check the expression that gives it, or leave the field empty.');
		if (value) data[key] = value;
	}
	const [click = ''] = valuesOf(fields.fbclid);
	if (click && data.fbc === undefined) data.fbc = `fb.1.${at * 1000}.${click}`;
	return data;
}

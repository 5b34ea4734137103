import type { IDataObject } from 'n8n-workflow';
import { refused } from '../../../core/errors';
import { homeOf, valuesOf } from '../../person/identifiers';
import { hashed } from './identifiers';
import type { Kind } from './identifiers';

/** Field, its display name, and Pinterest's name, for what is hashed. */
const secret: readonly (readonly [field: string, label: string, key: Kind])[] = [
	['email', 'Email', 'em'],
	['phone', 'Phone', 'ph'],
	['firstName', 'First Name', 'fn'],
	['lastName', 'Last Name', 'ln'],
	['city', 'City', 'ct'],
	['state', 'State', 'st'],
	['zip', 'ZIP Code', 'zp'],
	['country', 'Country', 'country'],
	['dateOfBirth', 'Date of Birth', 'db'],
	['gender', 'Gender', 'ge'],
	['externalId', 'External ID', 'external_id'],
	['advertisingId', 'Advertising ID', 'hashed_maids'],
];

/** The same for what goes as it is, and how it has to look. */
const plain: readonly (readonly [field: string, label: string, key: string, form?: RegExp])[] = [
	['clickId', 'Click ID', 'click_id'],
	['clientIpAddress', 'Client IP Address', 'client_ip_address', /^(\d{1,3}(\.\d{1,3}){3}|[\da-f]*:[\da-f:.]+)$/i],
	['clientUserAgent', 'Client User Agent', 'client_user_agent'],
	['partnerId', 'Partner ID', 'partner_id'],
];

/** Pinterest refuses an event of nobody. */
function checkKnown(data: IDataObject): void {
	if (data.em !== undefined || data.hashed_maids !== undefined || (data.client_ip_address !== undefined && data.client_user_agent !== undefined)) return;
	const half = data.client_ip_address !== undefined ? '“Client User Agent” is missing beside the IP address' : data.client_user_agent !== undefined ? '“Client IP Address” is missing beside the user agent' : 'nothing of it tells Pinterest who it was';
	throw refused('Person', `${half}.`, 'Add “Email”, “Advertising ID”, or both “Client IP Address” and “Client User Agent”.');
}

/** `user_data` of an event. https://developers.pinterest.com/docs/api/v5/events-create */
export function userDataOf(fields: IDataObject, defaultCountry?: string): IDataObject {
	const country = homeOf(fields.country, defaultCountry);
	const data: IDataObject = {};
	for (const [field, label, key] of secret) {
		const values = valuesOf(fields[field], key === 'em' || key === 'ph').map((value) => hashed(key, value, { label, country }));
		const unique = [...new Set(values.filter(Boolean))];
		if (unique.length > 0) data[key] = unique;
	}
	for (const [field, label, key, form] of plain) {
		const [value] = valuesOf(fields[field]);
		if (value && form && !form.test(value)) throw refused(label, 'this does not look like one.', 'Check the expression that gives it, or leave the field empty.');
		if (value) data[key] = value;
	}
	checkKnown(data);
	return data;
}

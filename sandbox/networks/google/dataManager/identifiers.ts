import type { Violation } from './errors';
import type { Identifier, Individual } from './messages';

const most = 10;

const required = (field: string): Violation => ({ field, description: 'Required field is missing.', reason: 'REQUIRED_FIELD_MISSING' });

/** What is hashed has to be a SHA-256 hash in the encoding that the request names. */
function hashFault(field: string, name: string, value: string, encoding: string): Violation | undefined {
	if (encoding === 'HEX' && !/^([0-9a-f]{2})+$/i.test(value)) return { field, description: `${name} is not hex encoded.`, reason: 'INVALID_HEX_ENCODING' };
	if (encoding === 'BASE64' && !/^[\w+/-]+={0,2}$/.test(value)) return { field, description: `${name} is not base64 encoded.`, reason: 'INVALID_BASE64_ENCODING' };
	const bytes = Buffer.from(value, encoding === 'HEX' ? 'hex' : 'base64').length;
	return bytes === 32 ? undefined : { field, description: `${name} is not a SHA-256 hash.`, reason: 'INVALID_SHA256_FORMAT' };
}

function addressFaults(at: string, { givenName, familyName, regionCode, postalCode }: NonNullable<Identifier['address']>, encoding: string): Violation[] {
	const found: (Violation | undefined)[] = [];
	found.push(givenName ? hashFault(`${at}.given_name`, 'Given name', givenName, encoding) : required(`${at}.given_name`));
	found.push(familyName ? hashFault(`${at}.family_name`, 'Family name', familyName, encoding) : required(`${at}.family_name`));
	if (!regionCode) found.push(required(`${at}.region_code`));
	else if (!/^[A-Z]{2}$/.test(regionCode)) found.push({ field: `${at}.region_code`, description: 'The region code is not valid.', reason: 'INVALID_REGION_CODE' });
	if (!postalCode) found.push(required(`${at}.postal_code`));
	else if (postalCode.length > 20) found.push({ field: `${at}.postal_code`, description: 'Postal code is not valid.', reason: 'INVALID_POSTAL_CODE' });
	return found.filter((one) => one !== undefined);
}

function identifierFaults(at: string, { emailAddress, phoneNumber, address }: Identifier, encoding: string): Violation[] {
	const given = [emailAddress, phoneNumber, address].filter((one) => one !== undefined);
	if (given.length !== 1) return [given.length === 0 ? required(at) : { field: at, description: 'Exactly one identifier must be set.', reason: 'INVALID_ARGUMENT' }];
	if (address) return addressFaults(`${at}.address`, address, encoding);
	const fault = emailAddress === undefined ? hashFault(`${at}.phone_number`, 'Phone number', phoneNumber ?? '', encoding) : hashFault(`${at}.email_address`, 'Email', emailAddress, encoding);
	return fault ? [fault] : [];
}

/** What is wrong with the person of an event or a member. */
export function personFaults(at: string, { userData }: Individual, encoding: string | undefined): Violation[] {
	if (!userData) return [];
	const list = userData.userIdentifiers ?? [];
	const field = `${at}.user_data.user_identifiers`;
	if (encoding === undefined) return [required('encoding')];
	if (list.length === 0) return [required(field)];
	if (list.length > most) return [{ field, description: `Maximum number of user identifiers allowed is ${most}.`, reason: 'TOO_MANY_USER_IDENTIFIERS' }];
	return list.flatMap((one, index) => identifierFaults(`${field}[${index}]`, one, encoding));
}

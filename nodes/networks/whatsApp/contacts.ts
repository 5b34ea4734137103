import type { IDataObject } from 'n8n-workflow';
import { refused } from '../../core/errors';
import { whatsApp } from '../../platforms/whatsApp';
import { jsonIn, needed, trimmed } from './lengths';
import type { Draft } from './send';

/** A person's card, as the panel asks for it. */
export type Card = Partial<
	Record<
		| 'addressType' | 'birthday' | 'city' | 'company' | 'country' | 'countryCode' | 'department' | 'email' | 'emailType' | 'firstName' | 'formattedName' | 'jobTitle' | 'lastName'
		| 'middleName' | 'phone' | 'phoneType' | 'prefix' | 'state' | 'street' | 'suffix' | 'url' | 'urlType' | 'whatsAppId' | 'zip',
		string
	>
>;

/** Leaves out what is empty. */
const filled = (fields: Record<string, unknown>): Record<string, string> =>
	Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => (trimmed(value) ? [[name, trimmed(value)]] : [])));
/** One entry, or none where its main part is empty. */
const entry = (name: string, main: string | undefined, fields: Record<string, unknown>) => (trimmed(main) ? { [name]: [filled(fields)] } : {});

/** https://developers.facebook.com/docs/whatsapp/cloud-api/messages/contacts-messages */
function contactOf(card: Card, index: number): IDataObject {
	const formatted_name = needed(`Full Name, contact ${index + 1}`, card.formattedName, 200);
	const { firstName: first_name, lastName: last_name, middleName: middle_name, prefix, suffix, birthday } = card;
	const parts = filled({ first_name, last_name, middle_name, prefix, suffix });
	if (birthday && !/^\d{4}-\d\d-\d\d$/.test(birthday)) throw refused('Birthday', `“${birthday}” is not a date.`, 'Give it as 1990-08-18.');
	const { street, city, state, zip, country, countryCode: country_code, company, department, jobTitle: title, phone, email, url } = card;
	const address = filled({ street, city, state, zip, country, country_code });
	const org = filled({ company, department, title });
	return {
		// Meta wants the full name and at least one of its parts.
		name: { formatted_name, ...(Object.keys(parts).length > 0 ? parts : { first_name: formatted_name }) },
		...entry('phones', phone, { phone, type: card.phoneType, wa_id: trimmed(card.whatsAppId).replace(/\D/g, '') }),
		...entry('emails', email, { email, type: card.emailType }),
		...entry('urls', url, { url, type: card.urlType }),
		...(Object.keys(address).length > 0 && { addresses: [filled({ ...address, type: card.addressType })] }),
		...(Object.keys(org).length > 0 && { org }),
		...(birthday && { birthday }),
	};
}

const isList = (value: object): value is IDataObject[] =>
	Array.isArray(value) && value.every((one: unknown) => typeof one === 'object' && one !== null && 'name' in one && typeof one.name === 'object' && one.name !== null && 'formatted_name' in one.name);

const nameIn = ({ name }: IDataObject) => (typeof name === 'object' && name !== null && 'formatted_name' in name ? String(name.formatted_name) : '');

/** One to five cards: those of the panel, or as Meta's reference writes them. */
export function contactsDraft(chosen: { contactsBy: 'fields' | 'json'; contacts: { contact?: Card[] }; contactsJson: unknown }): Draft {
	const asJson = chosen.contactsBy === 'json';
	const content = asJson
		? jsonIn('Contacts (JSON)', chosen.contactsJson, isList, 'a list such as [{"name": {"formatted_name": "Inês Almeida", "first_name": "Inês"}}]')
		: (chosen.contacts.contact ?? []).map(contactOf);
	const { contacts: most } = whatsApp.limits;
	if (content.length < 1 || content.length > most) throw refused(asJson ? 'Contacts (JSON)' : 'Contacts', `has ${content.length}; WhatsApp takes 1 to ${most}.`, content.length === 0 ? 'Add a contact.' : 'Send the others in another message.');
	return { type: 'contacts', content, kind: 'contacts', text: content.map(nameIn).join(', ') };
}

import { refused } from '../../core/errors';
import { whatsApp } from '../../platforms/whatsApp';

/** Whom a message goes to: by phone number, or by the ID that Meta gives a person for this business alone. */
export type Recipient = { to: string } | { recipient: string };

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids */
const USER_ID = /^[A-Z]{2}(\.ENT)?\.[A-Za-z0-9]{1,128}$/;

const example = 'Write the number with its country code, such as +33 6 12 34 56 78';

function international(national: string, defaultCountryCode: string, written: string): string {
	const code = defaultCountryCode.replace(/\D/g, '').replace(/^00/, '');
	if (code) return `${code}${whatsApp.keepsZero.some((one) => one === code) ? national : national.slice(1)}`;
	throw refused('Recipient', `“${written}” is a national number; WhatsApp needs the country code.`, `${example}, or set the option “Default Country Code”.`);
}

/** Takes a phone number as people write it, or a WhatsApp user ID such as `FR.1349…`. */
export function recipientOf(written: string, defaultCountryCode: unknown = ''): Recipient {
	const text = written.trim();
	if (USER_ID.test(text)) return { recipient: text };
	const plain = text.replace(/[\s().\u2010-\u2015/-]/g, '');
	// “+33 (0)6 …”: the 0 in brackets is dialled at home only.
	const digits = /^(\+|00)/.test(plain) ? text.replace(/\(0\)/, '').replace(/\D/g, '').replace(/^00/, '') : plain;
	if (!/^\d+$/.test(digits)) throw refused('Recipient', `“${text}” is neither a phone number nor a WhatsApp user ID.`, `${example}, or an ID such as FR.13491208655302741918.`);
	const phone = digits.startsWith('0') ? international(digits, String(defaultCountryCode ?? ''), text) : digits;
	if (phone.length >= 7 && phone.length <= 15) return { to: phone };
	throw refused('Recipient', `“${text}” has ${phone.length} digits; a phone number with its country code has 7 to 15.`, `${example}.`);
}

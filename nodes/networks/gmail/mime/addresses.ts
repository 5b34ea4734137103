import { refused } from '../../../core/errors';
import { encodedWords, folded, isPrintable, oneLine, roomAfter } from './headers';

/** Someone who writes or is written to. `address` is ASCII: the domain in its wire form. */
export interface Address {
	name?: string;
	address: string;
}

/** A longer quoted name is encoded instead, because it could not be folded. */
const QUOTED = 60;

const notAnAddress = (text: string, field: string) =>
	refused(field, `“${text}” is not an email address.`, 'Write name@example.com or "Name" <name@example.com>, and separate several with commas.');

/** Internationalised domains travel in their ASCII form. https://url.spec.whatwg.org/#concept-domain-to-ascii */
function wireDomain(domain: string): string {
	if (isPrintable(domain)) return domain;
	if (!/^[\p{L}\p{M}\p{N}.\u3002\uff0e-]+$/u.test(domain)) return '';
	try {
		return new URL(`http://${domain}`).hostname;
	} catch {
		return '';
	}
}

/** Checks one bare address. https://www.rfc-editor.org/rfc/rfc5322#section-3.4.1 */
function wireAddress(text: string, field: string): string {
	const [, local = '', domain = ''] = /^([^@]+)@([^@]+)$/.exec(text) ?? [];
	const ascii = wireDomain(domain);
	const isLocal = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}$/.test(local);
	if (!isLocal || ascii.length > 253 || !/^([a-z\d]([a-z\d-]{0,61}[a-z\d])?\.)+[a-z][a-z\d-]*[a-z\d]$/i.test(ascii)) throw notAnAddress(text, field);
	return `${local}@${ascii}`;
}

interface Part {
	name: string;
	/** What stood between angle brackets. */
	angle?: string;
}

const unquoted = (text: string) => text.replace(/^"|"$/g, '').replace(/\\([\s\S])/g, '$1');

/** Splits at commas and semicolons outside quotes and brackets. */
function partsOf(text: string): Part[] {
	const parts: Part[] = [{ name: '' }];
	for (const token of text.match(/"(?:\\[\s\S]|[^"\\])*"|<[^>]*>|[,;]|[^,;"<]+|["<]/g) ?? []) {
		const part = parts[parts.length - 1] ?? { name: '' };
		if (token === ',' || token === ';') parts.push({ name: '' });
		else if (token.startsWith('<') && token.endsWith('>')) part.angle = token.slice(1, -1).trim();
		else part.name += token.length > 1 && token.startsWith('"') ? unquoted(token) : token;
	}
	return parts.map(({ name, angle }) => ({ angle, name: name.trim().replace(/\s+/g, ' ') })).filter(({ name, angle }) => name !== '' || angle !== undefined);
}

const readPart = ({ name, angle }: Part, field: string): Address =>
	angle === undefined ? { address: wireAddress(name, field) } : { ...(name && { name }), address: wireAddress(angle, field) };

/** A list as people write it, or as an expression gives it: `"Moreau, Camille" <c@example.com>, bruno@example.com`. `field` is its display name. */
export const addressesOf = (text: string, field: string): Address[] => partsOf(oneLine(String(text), field)).map((part) => readPart(part, field));

/** Someone found in a message, in the form in which one is written to. */
export const addressOf = ({ name, id }: { name?: string; id: string }, field: string): Address => ({ ...(name && { name }), address: wireAddress(id, field) });

function nameParts(name: string, room: number): string[] {
	if (!isPrintable(name) || name.includes('=?')) return encodedWords(name, room);
	if (/^[\w!#$%&'*+/=?^`{|}~ -]+$/.test(name)) return name.length > QUOTED ? encodedWords(name, room) : name.split(' ');
	const quoted = `"${name.replace(/["\\]/g, '\\$&')}"`;
	return quoted.length > QUOTED ? encodedWords(name, room) : [quoted];
}

/** The header of a list; nobody in it, no header. */
export function addressHeader(name: string, addresses: readonly Address[] = []): string[] {
	const parts = addresses.flatMap(({ name: person, address }, index) => {
		const comma = index < addresses.length - 1 ? ',' : '';
		if (!person) return [`${address}${comma}`];
		return [...nameParts(oneLine(person, name), roomAfter(name)), `<${address}>${comma}`];
	});
	return parts.length > 0 ? [folded(name, parts)] : [];
}

import type { Party } from '../../../model/message';
import { decodeWords } from './words';

const unquoted = (text: string) => text.replace(/^"([\s\S]*)"$/, '$1').replace(/\\([\s\S])/g, '$1');

/** A name that says nothing but the address is none. */
function partyOf(name: string, address: string): Party {
	const id = address.trim().toLowerCase();
	const said = decodeWords(unquoted(name.replace(/\s+/g, ' ').trim())).replace(/^'(.*)'$/, '$1').trim();
	return { id, ...(said !== '' && said.toLowerCase() !== id && { name: said }), email: id };
}

/** Everybody in an address header, however odd: what holds no address is taken for the beginning of the next name, as a decoded comma leaves it. */
export function partiesOf(header: string): Party[] {
	const parties: Party[] = [];
	let pending = '';
	for (const piece of header.match(/(?:"(?:\\[\s\S]|[^"\\])*"|<[^>]*>|[^,;"<]|["<])+/g) ?? []) {
		const text = piece.replace(/^[^:"<@]*:/, '').replace(/\([^()]*\)/g, ' ');
		const [, name, angle] = /^([\s\S]*?)<([^<>]*)>\s*$/.exec(text) ?? [];
		if (angle?.includes('@')) parties.push(partyOf(`${pending}${name ?? ''}`, angle));
		else if (text.includes('@')) parties.push(partyOf('', /[^\s"<>]+@[^\s"<>]+/.exec(text)?.[0] ?? text));
		else {
			pending = text.trim() === '' ? '' : `${pending}${text.trim()}, `;
			continue;
		}
		pending = '';
	}
	return parties;
}

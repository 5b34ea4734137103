const entities: Readonly<Record<string, string>> = {
	...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', shy: '', copy: '©', reg: '®', trade: '™', euro: '€', hellip: '…', middot: '·', bull: '•' },
	...{ ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', laquo: '«', raquo: '»', times: '×', deg: '°', zwnj: '', zwj: '\u200d' },
	...{ agrave: 'à', aacute: 'á', acirc: 'â', atilde: 'ã', ccedil: 'ç', egrave: 'è', eacute: 'é', ecirc: 'ê', euml: 'ë', icirc: 'î', iuml: 'ï', iacute: 'í' },
	...{ ocirc: 'ô', oacute: 'ó', otilde: 'õ', ouml: 'ö', auml: 'ä', uuml: 'ü', ugrave: 'ù', ucirc: 'û', uacute: 'ú', ntilde: 'ñ', szlig: 'ß', oelig: 'œ' },
};

const LARGEST = 0x10ffff;

function character(entity: string, name: string): string {
	if (!name.startsWith('#')) return entities[name] ?? entity;
	const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1));
	return code > 0 && code <= LARGEST ? String.fromCodePoint(code) : entity;
}

const decoded = (text: string) => text.replace(/&(#x[\da-f]{1,6}|#\d{1,7}|[a-z]\w*);/gi, character);

const attribute = (tag: string, name: string) => {
	const [, , double, single, bare] = new RegExp(`\\s${name}\\s*=\\s*("([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(tag) ?? [];
	return decoded(double ?? single ?? bare ?? '');
};

/** A link shows where it leads, unless its words say so already. */
function link(tag: string, words: string): string {
	const address = attribute(tag, 'href').replace(/^mailto:/i, '');
	const text = words.replace(/<[^>]*>/g, '').trim();
	const isSaid = address === '' || address.startsWith('#') || decoded(text) === address;
	return isSaid ? words : `${words} (${address})`;
}

/** What an HTML message says, for readers that show none: paragraphs, lists and links stay recognisable. */
export function plainTextOf(html: string): string {
	const text = html
		.replace(/<!--[\s\S]*?-->|<(head|style|script|title)\b[\s\S]*?<\/\1\s*>/gi, '')
		.replace(/\s+/g, ' ')
		.replace(/(<a\s[^>]*>)([\s\S]*?)<\/a\s*>/gi, (_, tag: string, words: string) => link(tag, words))
		.replace(/<img\s[^>]*>/gi, (tag) => attribute(tag, 'alt'))
		.replace(/<(br|hr)\b[^>]*>\s*/gi, '\n')
		.replace(/\s*<li\b[^>]*>\s*/gi, '\n- ')
		.replace(/\s*<\/?(p|h[1-6]|blockquote|table|ul|ol|pre)\b[^>]*>\s*/gi, '\n\n')
		.replace(/(\s*<\/?(div|tr|tbody|section|article|header|footer|center)\b[^>]*>\s*)+/gi, '\n')
		.replace(/<\/t[dh]\s*>/gi, ' ')
		.replace(/<[^>]*>/g, '');
	return decoded(text)
		.replace(/[^\S\n]+/g, ' ')
		.replace(/ ?\n ?/g, '\n')
		.replace(/\n{3,}/g, '\n\n')
		.trim();
}

import type { Clock } from '../../world';
import { invalid } from './call';
import type { Mailbox, Stored } from './mailbox';
import { fieldsOf, valueOf } from './mime';
import { filesOf, textOf } from './resource';

type Test = (message: Stored) => boolean;

/** Text as a row of words with spaces around each, so that a phrase is found as a whole. */
const words = (text: string): string => ` ${text.toLowerCase().normalize('NFKC').split(/[^\p{L}\p{N}]+/u).filter(Boolean).join(' ')} `;
const holds = (text: string, phrase: string): boolean => words(text).includes(words(phrase));
const header = (name: string): ((message: Stored) => string) => (message) => valueOf(fieldsOf(message.raw), name);

const DAY = 86_400_000;

/** Midnight of a date, or a moment in seconds since 1970. Gmail's dates begin at midnight in California; the sandbox's in UTC. */
function momentOf(value: string, term: string): number {
	if (/^\d{9,}$/.test(value)) return Number(value) * 1000;
	const [, year, month, day] = /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})$/.exec(value) ?? [];
	const at = Date.UTC(Number(year), Number(month) - 1, Number(day));
	if (year === undefined || Number.isNaN(at)) throw cannot(term);
	return at;
}

function spanOf(value: string, term: string): number {
	const [, count, unit] = /^(\d+)([hdmy])$/.exec(value) ?? [];
	const days = { h: 1 / 24, d: 1, m: 30, y: 365 }[unit ?? ''];
	if (days === undefined) throw cannot(term);
	return Number(count) * days * DAY;
}

const cannot = (term: string) => invalid(`The sandbox's search cannot read "${term}": see sandbox/networks/google/README.md.`);

const states: Record<string, Test> = {
	unread: ({ labels }) => labels.includes('UNREAD'),
	read: ({ labels }) => !labels.includes('UNREAD'),
	starred: ({ labels }) => labels.includes('STARRED'),
	important: ({ labels }) => labels.includes('IMPORTANT'),
	...{ inbox: ({ labels }) => labels.includes('INBOX'), sent: ({ labels }) => labels.includes('SENT'), draft: ({ labels }) => labels.includes('DRAFT') },
};

/** A label's own name, or that with hyphens for spaces and slashes; unknown ones are on nothing. */
function labelled(mailbox: Mailbox, name: string): Test {
	const plain = (text: string) => text.toLowerCase().replace(/[\s/]/g, '-').replace(/^(drafts|trash|bin)$/, (word) => (word === 'drafts' ? 'draft' : 'trash'));
	const label = [...mailbox.labels.values()].find((one) => plain(one.name) === plain(name) || one.id === name);
	return ({ labels }) => label !== undefined && labels.includes(label.id);
}

interface Reader {
	mailbox: Mailbox;
	clock: Clock;
}

/** Words that are no operators of their own are looked for in subject, text and addresses. */
const everywhere = (phrase: string): Test => (message) =>
	[message.subject, message.from, message.to.join(' '), textOf(message)].some((text) => holds(text, phrase));

/** One operator. https://support.google.com/mail/answer/7190 */
function operatorTest(name: string, value: string, term: string, { mailbox, clock }: Reader): Test {
	const me = (text: string) => (text.toLowerCase() === 'me' ? mailbox.address : text);
	const operators: Record<string, () => Test | undefined> = {
		from: () => ({ from }) => holds(from, me(value)),
		to: () => (message) => holds(message.to.join(' , '), me(value)) || ['To', 'Cc', 'Bcc'].some((one) => holds(header(one)(message), me(value))),
		cc: () => (message) => holds(header('Cc')(message), me(value)),
		bcc: () => (message) => holds(header('Bcc')(message), me(value)),
		subject: () => ({ subject }) => holds(subject, value),
		in: () => (value.toLowerCase() === 'anywhere' ? () => true : labelled(mailbox, value)),
		label: () => labelled(mailbox, value),
		category: () => labelled(mailbox, `CATEGORY_${value}`),
		is: () => states[value.toLowerCase()],
		has: () => (value.toLowerCase() === 'attachment' ? (message) => filesOf(message).length > 0 : undefined),
		filename: () => (message) => filesOf(message).some((file) => file.toLowerCase().includes(value.toLowerCase())),
		after: () => since(momentOf(value, term)),
		before: () => until(momentOf(value, term)),
		newer: () => since(momentOf(value, term)),
		older: () => until(momentOf(value, term)),
		newer_than: () => since(clock.now() - spanOf(value, term)),
		older_than: () => until(clock.now() - spanOf(value, term)),
		rfc822msgid: () => ({ messageId }) => messageId.replace(/[<>]/g, '') === value.replace(/[<>]/g, ''),
		larger: () => ({ size }) => size > bytes(value, term),
		smaller: () => ({ size }) => size < bytes(value, term),
	};
	const test = Object.hasOwn(operators, name) ? operators[name]?.() : undefined;
	if (!test || value === '') throw cannot(term);
	return test;
}

const since = (moment: number): Test => ({ at }) => at >= moment;
const until = (moment: number): Test => ({ at }) => at < moment;

function bytes(value: string, term: string): number {
	const [, count, unit = ''] = /^(\d+)([KM]?)$/i.exec(value) ?? [];
	if (count === undefined) throw cannot(term);
	return Number(count) * (({ k: 1024, m: 1024 * 1024 } as Record<string, number>)[unit.toLowerCase()] ?? 1);
}

/** The pieces of a query: brackets, a minus, or an operator or word with its value, quoted or not. */
const pieces = (query: string): string[] => query.match(/-?[({]|[)}]|-?(?:[a-z_\d]+:)?"[^"]*"|-?[^\s(){}"]+/gi) ?? [];

/** Reads a query; what it cannot read it refuses. `OR` binds the terms beside it, braces mean any of, brackets all of. */
export function readSearch(query: string, reader: Reader): Test {
	const rest = pieces(query);
	if ((query.match(/"/g) ?? []).length % 2 > 0) throw cannot(query);
	const tests = group(rest, undefined, reader, query);
	return (message) => tests.every((test) => test(message));
}

function group(rest: string[], end: string | undefined, reader: Reader, query: string): Test[] {
	const tests: Test[] = [];
	for (let piece = rest.shift(); piece !== end; piece = rest.shift()) {
		if (piece === undefined || piece === ')' || piece === '}') throw cannot(query);
		const joins = piece === 'OR' || piece === '|';
		if (piece === 'AND') continue;
		const next = joins ? rest.shift() : piece;
		const before = joins ? tests.pop() : undefined;
		if (next === undefined || (joins && !before)) throw cannot(query);
		const test = term(next, rest, reader, query);
		tests.push(before ? (message) => before(message) || test(message) : test);
	}
	return tests;
}

function term(piece: string, rest: string[], reader: Reader, query: string): Test {
	const not = piece.startsWith('-') && piece.length > 1;
	const bare = not ? piece.slice(1) : piece;
	const test = positive(bare, rest, reader, query);
	return not ? (message) => !test(message) : test;
}

function positive(bare: string, rest: string[], reader: Reader, query: string): Test {
	if (bare === '(' || bare === '{') {
		const inner = group(rest, bare === '(' ? ')' : '}', reader, query);
		return (message) => (bare === '(' ? inner.every((test) => test(message)) : inner.some((test) => test(message)));
	}
	const [, name, value = ''] = /^([a-z_\d]+):(.*)$/is.exec(bare) ?? [];
	if (name === undefined) return everywhere(bare.replaceAll('"', ''));
	if (value === '' && (rest[0] === '(' || rest[0] === '{')) {
		const open = rest.shift();
		const inner: string[] = [];
		for (let one = rest.shift(); one !== (open === '(' ? ')' : '}'); one = rest.shift()) {
			if (one === undefined || /^[-({]/.test(one)) throw cannot(query);
			inner.push(one);
		}
		const isAny = open === '{' || inner.includes('OR');
		const tests = inner.filter((one) => one !== 'OR' && one !== 'AND').map((one) => operatorTest(name.toLowerCase(), one.replaceAll('"', ''), query, reader));
		return (message) => (isAny ? tests.some((test) => test(message)) : tests.every((test) => test(message)));
	}
	return operatorTest(name.toLowerCase(), value.replaceAll('"', ''), bare, reader);
}

/** Messages among which all that a query finds are, where an exact address or Message-ID stands in it. */
function candidates(query: string, { byRecipient, byMessageId, order, address }: Mailbox): readonly Stored[] {
	if (/[{}()|]|\bOR\b/.test(query)) return order;
	const [, id] = /(?:^|\s)rfc822msgid:"?<?([^\s<>"]+)/i.exec(query) ?? [];
	if (id !== undefined) return [byMessageId.get(`<${id}>`)].filter((one) => one !== undefined);
	const [, to] = /(?:^|\s)to:"?([^\s"<>@]+@[^\s"<>]+)/i.exec(query) ?? [];
	const exact = to && to !== address ? byRecipient.get(to.toLowerCase()) : undefined;
	return exact && exact.size > 0 ? [...exact].sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1)) : order;
}

export interface Search {
	q: string;
	labelIds: readonly string[];
	includeSpamTrash: boolean;
}

/** What is found, the newest first, from the newest message older than `before` on. */
export function* found({ q, labelIds, includeSpamTrash }: Search, reader: Reader): Generator<Stored> {
	const test = readSearch(q, reader);
	const anywhere = includeSpamTrash || labelIds.some((id) => id === 'SPAM' || id === 'TRASH') || /\b(in|is|label):"?(anywhere|spam|trash)\b/i.test(q);
	const list = candidates(q, reader.mailbox);
	for (let at = list.length - 1; at >= 0; at--) {
		const message = list[at];
		if (!message) continue;
		const { labels } = message;
		if (!anywhere && (labels.includes('SPAM') || labels.includes('TRASH'))) continue;
		if (labelIds.every((id) => labels.includes(id)) && test(message)) yield message;
	}
}

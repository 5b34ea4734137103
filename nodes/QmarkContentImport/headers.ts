import { bare, named } from './cells';
import { fieldNames, fields } from './fields';
import type { Field } from './fields';
import { networkSpellings } from './networkNames';
import { error, warning } from './problem';
import type { Fault } from './table';

/** A column, told what it holds by the person: a field, or `text:facebook`. */
export interface Mapping {
	column: string;
	field: string;
}

/** Which columns hold what. */
export interface Plan {
	columns: ReadonlyMap<Field, readonly string[]>;
	/** Network → the column with its text. */
	variants: ReadonlyMap<string, string>;
	faults: readonly Fault[];
}

interface Match {
	field: Field;
	/** Place among the field's headers: the earliest is read first. */
	rank: number;
}

const byHeader: ReadonlyMap<string, Match> = new Map(fieldNames.flatMap((field) => fields[field].headers.map((header, rank): [string, Match] => [bare(header), { field, rank }])));

/** The field a header names; of fields with several columns also with a number behind it. */
export function matchOf(header: string): Match | undefined {
	const name = bare(header);
	const match = byHeader.get(name) ?? byHeader.get(name.replace(/\d+$/, ''));
	return match && (byHeader.has(name) || fields[match.field].many) ? match : undefined;
}

const texts = new Set([...fields.text.headers, 'content', 'contenu', 'conteúdo'].map(bare));
const between = /^(?:for|on|the|pour|sur|para|no|na|do|da|de|o|a|le|la)*$/;
const isTextWord = (word: string) => [...texts].some((text) => (word.startsWith(text) && between.test(word.slice(text.length))) || (word.endsWith(text) && between.test(word.slice(0, -text.length))));

/** The network whose text a header announces: `texte facebook`, `text_instagram`, `Telegram: texto`. */
export function variantOf(header: string): string | undefined {
	const name = bare(header);
	const found = networkSpellings.find(([word]) => (name.startsWith(word) && isTextWord(name.slice(word.length))) || (name.endsWith(word) && isTextWord(name.slice(0, -word.length))));
	return found?.[1];
}

export const isKnown = (header: string): boolean => matchOf(header) !== undefined || variantOf(header) !== undefined;
/** A list under this name belongs to one content and is no list of contents. */
export const holdsList = (header: string): boolean => ['media', 'image', 'video', 'carousel', 'story', 'picture', 'networks', 'labels', 'hashtags', 'mentions'].includes(matchOf(header)?.field ?? '');

const toRead = [fields.text, fields.image, fields.video, fields.media, fields.link].flatMap(({ headers }) => headers.slice(0, 3));

interface Sorted {
	chosen: Map<Field, { column: string; rank: number }[]>;
	variants: Map<string, string>;
	faults: Fault[];
}

const unread = (column: string, problem: string, fix: string): Fault => ({ place: { column }, finding: warning('unknown-column', problem, fix) });

function sortByName(columns: readonly string[], { chosen, variants, faults }: Sorted): void {
	const given = new Set([...chosen.values()].flat().map(({ column }) => column).concat([...variants.values()]));
	for (const column of columns.filter((one) => !given.has(one))) {
		const match = matchOf(column);
		const network = match ? undefined : variantOf(column);
		const taken = match && !fields[match.field].many && chosen.get(match.field)?.some(({ rank }) => rank < 0);
		if (match && !taken) chosen.set(match.field, [...(chosen.get(match.field) ?? []), { column, rank: match.rank }]);
		else if (network && !variants.has(network)) variants.set(network, column);
		else if (match || network) faults.push(unread(column, `Column “${column}” is not read: another column holds ${match ? fields[match.field].name : `the text for ${network}`}.`, 'Delete one of them, or say under Columns which one to read.'));
		else faults.push(unread(column, `Column “${column}” is not read: its name says nothing that QMARK knows.`, 'Rename it, or say under Columns what it holds. It stays in “raw”.'));
	}
}

function sortByHand(columns: readonly string[], mappings: readonly Mapping[], { chosen, variants, faults }: Sorted): void {
	for (const { column: wanted, field } of mappings) {
		const column = columns.find((one) => one === wanted.trim()) ?? columns.find((one) => bare(one) !== '' && bare(one) === bare(wanted));
		const name = fieldNames.find((one) => one === field);
		if (column === undefined) faults.push(unread(wanted, `Columns names “${wanted}”, and there is no such column.`, `Name one of these: ${named(columns)}.`));
		else if (field.startsWith('text:')) variants.set(field.slice('text:'.length), column);
		else if (name) chosen.set(name, [...(chosen.get(name) ?? []), { column, rank: -1 }]);
	}
}

/** Titles and summaries are for articles: next to a column that is the text they are notes. */
function withoutSecondTexts({ chosen, faults }: Sorted): void {
	const [text] = chosen.get('text') ?? [];
	if (!text) return;
	for (const field of ['title', 'summary'] as const) {
		for (const { column, rank } of chosen.get(field) ?? []) {
			if (rank >= 0) faults.push(unread(column, `Column “${column}” is not read: “${text.column}” holds the text.`, 'Say under Columns what it holds, if it belongs to the post. It stays in “raw”.'));
		}
		chosen.set(field, (chosen.get(field) ?? []).filter(({ rank }) => rank < 0));
	}
}

function oneColumnEach({ chosen, faults }: Sorted): void {
	for (const [field, found] of chosen) {
		found.sort((one, other) => one.rank - other.rank);
		if (fields[field].many || found.length < 2) continue;
		const [first, ...others] = found;
		chosen.set(field, first ? [first] : []);
		// Both are names of feeds and pages for the same thing.
		const expected = (column: string) => ['guid', 'ogtitle', 'ogurl', 'canonical'].includes(bare(column));
		for (const { column } of others.filter(({ column }) => !expected(column))) {
			faults.push(unread(column, `Columns “${first?.column}” and “${column}” both hold ${fields[field].name}: “${first?.column}” is read.`, 'Delete one of them, or say under Columns which one to read.'));
		}
	}
}

/** Reads the headers once for all rows. */
export function planOf(columns: readonly string[], mappings: readonly Mapping[], withFiles: boolean): Plan {
	const sorted: Sorted = { chosen: new Map(), variants: new Map(), faults: [] };
	sortByHand(columns, mappings, sorted);
	sortByName(columns, sorted);
	oneColumnEach(sorted);
	withoutSecondTexts(sorted);
	const { chosen, variants, faults } = sorted;
	const found = new Map([...chosen].map(([field, list]) => [field, list.map(({ column }) => column)]));
	const says = withFiles || variants.size > 0 || [...found].some(([field, list]) => fields[field].says && list.length > 0);
	if (says) return { columns: found, variants, faults };
	const problem = columns.length > 0 ? `No column holds a text, a file or a link: the columns are ${named(columns)}.` : 'There are no columns.';
	const finding = error('columns', problem, `Name one of them ${named(toRead)}, or say under Columns what they hold.`);
	return { columns: found, variants, faults: [{ place: {}, finding }] };
}

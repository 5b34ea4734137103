import { utmNames } from '../model/content';
import type { Content, Utm } from '../model/content';
import { isRecord, textOf } from './cells';
import { derivedId } from './derive';
import type { Field } from './fields';
import type { Plan } from './headers';
import { hashtagsIn, labelsIn, mentionsIn, targetsOfRow } from './lists';
import { URL_FIX, mediaOfRow, webUrl } from './media';
import { networkOf } from './networkNames';
import { error, problemAt, warning } from './problem';
import type { Finding, Place, Problem } from './problem';
import { readingOf } from './reading';
import type { Found, Reading, Settings } from './reading';
import type { Row } from './table';
import { whenOf } from './when';

/** A row that was read: with an error among its problems it is no content. */
export interface ReadRow {
	row: Row;
	id: string;
	/** The ID stands in the row. */
	ownId: boolean;
	content?: Content;
	problems: Problem[];
}

const HTML = /<\/?(?:p|br|div|a|img|span|strong|em|b|i|ul|ol|li|h[1-6]|table)\b[^>]*>/i;

function textIn({ first, tell }: Reading, field: Field): string {
	const found = first(field);
	if (!found) return '';
	const text = textOf(found.cell);
	if (text === '') tell(found, error('text', 'The cell holds an object where a text is expected.', 'Give a text, or name the part that holds it before the import.'));
	return text;
}

/** A title stands above what belongs below it, unless that begins with it. */
function bodyOf(reading: Reading): string {
	const text = textIn(reading, 'text') || textIn(reading, 'summary');
	const title = textIn(reading, 'title');
	const summary = reading.first('summary');
	if (summary && HTML.test(text)) reading.tell(summary, warning('text', 'The text holds HTML tags, which most networks show as they are.', 'Put a node that turns HTML into text before the import.'));
	return title === '' || text.startsWith(title) ? text || title : `${title}\n\n${text}`.trim();
}

function variantsOf({ first, tell }: Reading, row: Row, { variants }: Plan): Content['variants'] {
	const columns = [...variants].map(([network, column]): [string, string] => [network, textOf(row.json[column])]);
	const found = first('variants');
	if (found && !isRecord(found.cell)) tell(found, error('text', 'The cell has to hold an object: a text for each network.', 'Give { "instagram": "…" }, or a column for each network, such as “text instagram”.'));
	const object = found && isRecord(found.cell) ? Object.entries(found.cell).map(([name, text]): [string, string] => [networkOf(name) ?? name.toLowerCase(), textOf(text)]) : [];
	return Object.fromEntries([...object, ...columns].filter(([, text]) => text !== ''));
}

function linkOf({ first, tell }: Reading): string | undefined {
	const found = first('link');
	if (!found) return undefined;
	const [entry] = Array.isArray(found.cell) ? found.cell : [found.cell];
	const text = isRecord(entry) ? textOf(entry.url ?? entry.href) : textOf(found.cell);
	const url = /\s/.test(text) ? undefined : webUrl(text);
	if (!url) tell(found, error('url', `“${text}” is no address of a web page.`, URL_FIX));
	return url;
}

function utmOf(reading: Reading): Utm {
	const found = reading.first('utm');
	const given = isRecord(found?.cell) ? found.cell : found ? Object.fromEntries([...new URLSearchParams(textOf(found.cell))].map(([name, value]) => [name.replace(/^utm_/, ''), value])) : {};
	const columns: Readonly<Record<(typeof utmNames)[number], Field>> = { source: 'utmSource', medium: 'utmMedium', campaign: 'utmCampaign', term: 'utmTerm', content: 'utmContent' };
	return Object.fromEntries(utmNames.map((name) => [name, textIn(reading, columns[name]) || textOf(given[name])]).filter(([, value]) => value !== ''));
}

function idOf({ first, tell }: Reading): string {
	const found = first('id');
	if (typeof found?.cell === 'number' && !Number.isSafeInteger(found.cell) && Number.isInteger(found.cell)) {
		tell(found, error('id', 'This ID is a number with more digits than JSON keeps.', 'Give it as a text, in quotation marks.'));
	}
	return textOf(found?.cell);
}

const isSilent = ({ text, variants, media, link }: Content) => text === '' && Object.keys(variants).length === 0 && media.length === 0 && link === undefined;

/** The content a row stands for, and everything that is wrong with it. */
export function readRow(row: Row, file: string | undefined, plan: Plan, settings: Settings): ReadRow {
	const told: { place: Partial<Place>; finding: Finding }[] = [];
	const tell = (found: Found | undefined, finding: Finding) => void told.push({ place: { column: found?.column, field: found?.field, value: found?.cell }, finding });
	const reading = readingOf(row, plan, tell);
	told.push(...(row.faults ?? []));
	const [own, targets, labels] = [idOf(reading), targetsOfRow(reading), labelsIn(reading)];
	const content: Content = {
		...{ id: own, text: bodyOf(reading), variants: variantsOf(reading, row, plan), media: mediaOfRow(reading, settings.useFiles ? row.files : undefined) },
		...{ link: linkOf(reading), hashtags: hashtagsIn(reading), mentions: mentionsIn(reading), firstComment: textIn(reading, 'firstComment') || undefined },
		...{ ...whenOf(reading, settings), slot: textIn(reading, 'slot') || undefined },
		...{ targets: targets.length > 0 ? targets : [...settings.networks], labels: labels.length > 0 ? labels : [...settings.labels], utm: utmOf(reading) },
	};
	const failed = () => told.some(({ finding }) => finding.severity === 'error');
	if (isSilent(content) && !failed()) tell(undefined, error('empty-content', 'The row has neither a text nor a file nor a link.', 'Fill in one of them, or delete the row.'));
	if (own === '' && settings.withoutId === 'error') tell(undefined, error('id', 'The row has no ID.', 'Give it one that no other row has, or choose to derive IDs under When There Is No ID.'));
	const id = own === '' && !failed() ? derivedId(content, row) : own;
	const problems = told.map(({ place, finding }) => problemAt({ row: row.number, file, id, ...place }, finding));
	return { row, id, ownId: own !== '', content: failed() ? undefined : { ...content, id }, problems };
}

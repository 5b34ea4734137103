import { readFileSync } from 'node:fs';

export interface CalendarRow {
	id: string;
	text: string;
	networks: string[];
	/** Its date has passed. */
	isDue: boolean;
	/** One of the rows that are wrong on purpose: a picture Instagram refuses, or a network that does not exist. */
	broken: boolean;
}

/** Quoted fields may hold commas, quotes and line breaks: https://www.rfc-editor.org/rfc/rfc4180 */
function fieldsOf(csv: string): string[][] {
	const rows: string[][] = [[]];
	for (const [, quoted, plain = '', end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/g)) {
		rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
		if (end === '') break;
		if (end !== ',') rows.push([]);
	}
	return rows.filter((row) => row.length > 1);
}

const known = ['facebook', 'instagram', 'telegram'];

/** A content calendar as a person would read it, independent of the workflow that publishes it. */
export function calendarOf(file: string, now = new Date()): CalendarRow[] {
	const [names = [], ...rows] = fieldsOf(readFileSync(file, 'utf8'));
	return rows.map((row) => {
		const field = (name: string) => row[names.indexOf(name)] ?? '';
		const networks = field('networks').split('|').filter(Boolean);
		const media = [field('image'), field('video'), field('carousel')].join('');
		const refused = networks.some((network) => !known.includes(network)) || (networks.includes('instagram') && (media === '' || /\.(png|gif|webp)/i.test(media)));
		return { id: field('id'), text: field('text'), networks, isDue: new Date(field('date')) <= now, broken: refused };
	});
}

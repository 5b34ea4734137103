import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const day = 86_400_000;
/** A date that opens a CSV field; dates inside a sentence stay as they are. */
const dateField = /(^|[,;"])(\d{4}-\d{2}-\d{2})(?=[T ,;"\r\n]|$)/gm;

const utc = (date: string): number => Date.parse(`${date}T00:00:00Z`);
const localToday = (now: Date): number => Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());

/** Moves all dates of a calendar so that its eighth day is today: the first week is due, the second lies ahead. */
export const shiftCalendar = (csv: string, now: Date): string => {
	const first = Math.min(...[...csv.matchAll(dateField)].map(([, , date = '']) => utc(date)));
	const offset = localToday(now) - 7 * day - first;
	return csv.replace(dateField, (_whole, before: string, date: string) => before + new Date(utc(date) + offset).toISOString().slice(0, 10));
};

export interface CalendarOptions {
	/** The shipped CSV. */
	source: string;
	/** Folder that workflows may read. */
	files: string;
	/** Address of the sandbox's networks, put where the CSV names the default one. */
	origin: string;
	now: Date;
}

/** Lays a copy of the shipped calendar, dated around today, unless one is there already: from then on it is the reader's. */
export const layCalendar = ({ source, files, origin, now }: CalendarOptions): void => {
	const target = join(files, 'content-calendar.csv');
	if (!existsSync(source) || existsSync(target)) return;
	mkdirSync(files, { recursive: true, mode: 0o700 });
	writeFileSync(target, shiftCalendar(readFileSync(source, 'utf8'), now).replaceAll('http://127.0.0.1:4010', origin));
};

import { tryToParseDateTime } from 'n8n-workflow';
import { refused } from '../../core/errors';

/** A clock may be so far ahead. Milliseconds. */
const AHEAD = 5 * 60_000;

/** When something happened. Unix seconds and milliseconds are taken too; a time without a zone is of `timeZone`, else of n8n's own. Empty is undefined. */
export function momentOf(label: string, value: unknown, timeZone = ''): Date | undefined {
	const text = String(value ?? '').trim();
	if (text === '') return undefined;
	const date = /^\d{9,10}$/.test(text) ? new Date(Number(text) * 1000) : /^\d{12,13}$/.test(text) ? new Date(Number(text)) : parsed(label, text, timeZone);
	if (date.getTime() - Date.now() <= AHEAD) return date;
	throw refused(label, `${date.toISOString()} is still to come.`, 'Give the time at which it happened; check its time zone.');
}

function parsed(label: string, text: string, timeZone: string): Date {
	if (timeZone && !isZone(timeZone)) throw refused('Time Zone', `“${timeZone}” is not a time zone.`, 'Give a name such as Europe/Paris.');
	try {
		if (!isDoubtful(text)) return tryToParseDateTime(text, timeZone || undefined).toJSDate();
	} catch {
		// What it is not is told below.
	}
	throw refused(label, `“${text}” is not a date and time.`, 'Give it as 2027-01-31T09:30:00+01:00, or in Unix seconds.');
}

/** JavaScript reads 01/02 as January, whoever wrote it, and makes 2 March of 30 February. */
function isDoubtful(text: string): boolean {
	const [day] = /^\d{4}-\d\d-\d\d/.exec(text) ?? [];
	const date = new Date(day ?? 0);
	return /^\d{1,2}[/.-]\d{1,2}[/.-]\d/.test(text) || (day !== undefined && (Number.isNaN(date.getTime()) || !date.toISOString().startsWith(day)));
}

function isZone(name: string): boolean {
	try {
		return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
	} catch {
		return false;
	}
}

/** As the Google Ads API writes it: a space, and an offset with a colon. https://developers.google.com/google-ads/api/docs/conversions/upload-clicks */
export const spaced = (date: Date): string => date.toISOString().replace('T', ' ').replace(/\.\d+Z$/, '+00:00');

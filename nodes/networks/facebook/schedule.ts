import { tryToParseDateTime } from 'n8n-workflow';
import { refused } from '../../core/errors';
import { facebook } from '../../platforms/facebook';

const { schedule, comment } = facebook.limits;

/** When something is published, in Unix seconds (`undefined` is now), and what the page then says under it. */
export interface Plan {
	at?: number;
	firstComment?: string;
}

/** A date field's value in Unix seconds; without an offset it is in the workflow's time zone. Empty is `undefined`. */
export function secondsOf(field: string, value: unknown): number | undefined {
	if (value === undefined || value === null || value === '') return undefined;
	try {
		return Math.floor(tryToParseDateTime(String(value)).toSeconds());
	} catch {
		throw refused(field, `“${String(value)}” is not a date and time.`, 'Give it as 2027-01-31T09:30:00, or by an expression such as {{ $now.plus(1, "day") }}.');
	}
}

/** Refuses what lies outside Facebook's window. */
export function scheduledTime(publishAt: unknown): number | undefined {
	const at = secondsOf('Publish At', publishAt);
	if (at === undefined) return undefined;
	const ahead = at - Date.now() / 1000;
	if (ahead >= schedule.least && ahead <= schedule.most) return at;
	const distance = ahead < 0 ? 'has passed' : ahead < schedule.least ? `is ${Math.round(ahead / 60)} minutes from now` : `is ${Math.round(ahead / 86_400)} days from now`;
	const message = `${new Date(at * 1000).toISOString()} ${distance}; Facebook takes ${schedule.least / 60} minutes to ${schedule.most / 86_400} days.`;
	throw refused('Publish At', message, 'Choose a time in between, or let the workflow start at that time and leave the field empty.');
}

/** The same check as that of an operation's `limits`, for texts inside a collection. */
export function checkLength(field: string, text: string, most: number) {
	if (text.length > most) throw refused(field, `has ${text.length} characters; Facebook allows ${most}.`, `Shorten “${field}” by ${text.length - most} characters.`);
}

/** Reads both fields, before anything is sent. */
export function planOf(publishAt: unknown, fields: { firstComment?: unknown } = {}): Plan {
	const at = scheduledTime(publishAt);
	// An expression may give a number.
	const firstComment = String(fields.firstComment ?? '');
	if (!firstComment) return { at };
	if (at !== undefined) throw refused('First Comment', 'a post that is not published yet takes none.', 'Leave “First Comment” or “Publish At” empty, or comment later with Comment: Create.');
	checkLength('First Comment', firstComment, comment);
	return { firstComment };
}

/** The parameters that schedule a post or a video; none publish it now. https://developers.facebook.com/docs/pages-api/posts#schedule-a-post */
export const release = ({ at }: Plan) => (at === undefined ? {} : { published: false, scheduled_publish_time: at });

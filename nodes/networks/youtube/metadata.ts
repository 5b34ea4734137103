import type { youtube_v3 } from 'googleapis/build/src/apis/youtube/v3';
import { tryToParseDateTime } from 'n8n-workflow';
import { refused } from '../../core/errors';
import { youtube } from '../../platforms/youtube';

const { limits } = youtube;

const count = (text: string) => [...text].length;

/** YouTube takes neither in titles, descriptions and tags. */
function checkBrackets(field: string, text: string): void {
	const found = /[<>]/.exec(text)?.[0];
	if (found) throw refused(field, `it holds “${found}”, which YouTube does not take.`, 'Write it without < and >.');
}

export function titleIn(field: string, text: string, most: number = limits.title): string {
	const title = text.trim();
	if (title === '') throw refused(field, 'is empty.', 'Give a title.');
	if (count(title) > most) throw refused(field, `has ${count(title)} characters; YouTube allows ${most}.`, `Shorten it by ${count(title) - most} characters.`);
	checkBrackets(field, title);
	return title;
}

export function descriptionIn(field: string, text: string, most: number = limits.description): string {
	const bytes = Buffer.byteLength(text);
	if (bytes > most) throw refused(field, `has ${bytes} bytes; YouTube allows ${most}. Letters with accents have two, emojis four.`, `Shorten it by ${bytes - most} bytes.`);
	checkBrackets(field, text);
	return text;
}

/** Commas or lines between them. */
export function tagsIn(field: string, text: string): string[] {
	const tags = text.split(/[,\n]/).map((tag) => tag.trim().replace(/^#+/, '')).filter(Boolean);
	// YouTube puts quotation marks around those with a space.
	const length = tags.reduce((sum, tag) => sum + count(tag) + (tag.includes(' ') ? 2 : 0), Math.max(0, tags.length - 1));
	if (length > limits.tags) throw refused(field, `they have ${length} characters in all; YouTube allows ${limits.tags}.`, 'Take some out.');
	checkBrackets(field, tags.join());
	return tags;
}

/** Without an offset it is in the workflow’s time zone. */
function publishTimeIn(field: string, text: string): string {
	const time = Date.parse(toIso(field, text));
	if (time > Date.now()) return new Date(time).toISOString();
	throw refused(field, `${text} is over.`, 'Give a time that lies ahead, or leave it empty.');
}

function toIso(field: string, text: string): string {
	try {
		return tryToParseDateTime(text).toISO() ?? '';
	} catch {
		throw refused(field, `“${text}” is not a date and time.`, 'Give it as 2027-01-31T09:30:00, or by an expression such as {{ $now.plus(1, "day") }}.');
	}
}

/** Fields of a video that may be left as they are. */
export interface Extras {
	audioLanguage?: string;
	/** An ID; an expression may give a number. */
	category?: unknown;
	containsSyntheticMedia?: boolean;
	description?: string;
	embeddable?: boolean;
	language?: string;
	license?: string;
	madeForKids?: boolean;
	publicStatsViewable?: boolean;
	publishAt?: string;
	tags?: string;
	title?: string;
}

export type Privacy = 'public' | 'unlisted' | 'private';

/** Those that are given, under YouTube's names. A time of publication makes the video private until then. */
export function metadataOf(given: Extras & { privacy?: Privacy }): Pick<youtube_v3.Schema$Video, 'snippet' | 'status'> {
	const { title, description, tags, category, language, audioLanguage, privacy, publishAt, license, embeddable, madeForKids, publicStatsViewable, containsSyntheticMedia } = given;
	if (publishAt && privacy !== undefined && privacy !== 'private') throw refused('Publish At', `only a private video can be published later, and this one is to be ${privacy}.`, 'Set “Privacy” to Private: it becomes public at that time.');
	const snippet = {
		...(title !== undefined && { title: titleIn('Title', title) }),
		...(description !== undefined && { description: descriptionIn('Description', description) }),
		...(tags !== undefined && { tags: tagsIn('Tags', tags) }),
		...{ ...(category !== undefined && category !== '' && { categoryId: String(category) }), ...(language && { defaultLanguage: language }), ...(audioLanguage && { defaultAudioLanguage: audioLanguage }) },
	};
	const status = {
		...(privacy !== undefined && { privacyStatus: privacy }),
		...(publishAt && { privacyStatus: 'private', publishAt: publishTimeIn('Publish At', publishAt) }),
		...{ ...(license && { license }), ...(embeddable !== undefined && { embeddable }), ...(publicStatsViewable !== undefined && { publicStatsViewable }) },
		...{ ...(madeForKids !== undefined && { selfDeclaredMadeForKids: madeForKids }), ...(containsSyntheticMedia !== undefined && { containsSyntheticMedia }) },
	};
	return { snippet, status };
}

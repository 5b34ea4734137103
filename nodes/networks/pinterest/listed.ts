import type { Api } from '../../core/api';
import type { Request } from '../../core/request';
import { pinterest } from '../../platforms/pinterest';
import { reads } from './requests';

/** A Pin as Pinterest lists it. https://developers.pinterest.com/docs/api/v5/boards-list_pins */
export interface Pin {
	id: string;
	created_at?: string;
	title?: string | null;
	description?: string | null;
	link?: string | null;
	alt_text?: string | null;
	board_id?: string;
	parent_pin_id?: string | null;
	media?: { media_type?: string };
}

/** What a Pin is known by. */
export type Known = Pick<Pin, 'title' | 'description' | 'link' | 'alt_text'> & { kind?: 'image' | 'video' | 'multiple_images' };

/** Clocks differ, and Pinterest's times have whole seconds. In ms. */
const SKEW = 60_000;

/** Pins that a listing gives at once: the newest come first. */
const NEWEST = 25;

/** Pinterest's times are UTC, and do not say so. */
export const timeOf = (time = ''): number => Date.parse(/(Z|[+-]\d\d:?\d\d)$/.test(time) ? time : `${time}Z`);

const plain = (text?: string | null) => (text ?? '').trim().replace(/\s+/g, ' ');
const address = (link?: string | null) => (link && URL.canParse(link) ? new URL(link).href : plain(link));

const isLike = (pin: Pin, known: Known): boolean =>
	plain(pin.title) === plain(known.title) &&
	plain(pin.description) === plain(known.description) &&
	plain(pin.alt_text) === plain(known.alt_text) &&
	address(pin.link) === address(known.link) &&
	(known.kind === undefined || pin.media?.media_type === undefined || pin.media.media_type === known.kind);

/** The newest Pins of a board or one of its sections. */
export const newestPins = (board: string, section?: string, owner: { ad_account_id?: string } = {}): Request =>
	reads(section ? `/boards/${board}/sections/${section}/pins` : `/boards/${board}/pins`, { page_size: NEWEST, ...owner });

/** One that was made since is told from those that were there. */
const isFresh = ({ created_at: at }: Pin, since: number): boolean => timeOf(at) >= since - SKEW;

/** Pins that were moved stand among newer ones: only so many older ones are the end of what is new. */
const OLDER = 10;

/** All that were made since, however many, down to `before`: a Pin that was there already. */
export async function madeSince(api: Api, listing: Request, since: number, before?: string): Promise<Pin[]> {
	const fresh: Pin[] = [];
	let older = 0;
	for await (const pin of api.pages<Pin>(listing)) {
		if (pin.id === before) break;
		if (isFresh(pin, since)) fresh.push(pin);
		else if (++older === OLDER) break;
	}
	return fresh;
}

export const like = (known: Known) => (pin: Pin) => isLike(pin, known);

/** Whether one has the same words, whatever became of the rest. */
export const akin = (known: Known) => (pin: Pin) => (['title', 'description'] as const).some((name) => plain(known[name]) !== '' && plain(pin[name]) === plain(known[name]));

/** Without a word of its own a Pin is like all others without words. */
export const isTelling = ({ title, description, link, alt_text }: Known): boolean => [title, description, link, alt_text].some((text) => plain(text) !== '');

/** Pins that calls of this process made: none of them is what became of another call. */
const made = new Set<string>();
const MOST = 1000;

export function remember({ id }: { id: string }): void {
	made.add(id);
	const [oldest] = made;
	if (made.size > MOST && oldest !== undefined) made.delete(oldest);
}

/**
 * Finds what a call in doubt made: Pinterest has no key that makes a repeat harmless. Not being listed proves nothing, as Pinterest may still be
 * at work: then it stays in doubt, and is never sent again.
 */
export function reconciling(api: Api, listing: Request, isIt: (pin: Pin) => boolean): () => Promise<{ result: unknown }> {
	const began = Date.now();
	return async () => {
		const newest = ({ items }: { items: Pin[] }) => items.find((pin) => isFresh(pin, began) && isIt(pin) && !made.has(pin.id));
		return { result: newest(await api.until<{ items: Pin[] }>(listing, (list) => newest(list) !== undefined, pinterest.settling)) };
	};
}

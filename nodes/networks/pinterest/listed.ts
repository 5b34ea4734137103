import type { Api } from '../../core/api';
import type { Failure } from '../../core/errors';
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

/** The newest of them that is like the known one and was made since. `before`: a Pin that was there already. */
export function found(items: readonly Pin[], isIt: (pin: Pin) => boolean, since: number, before?: string): Pin | undefined {
	const end = items.findIndex(({ id }) => id === before);
	return items.slice(0, end < 0 ? undefined : end).find((pin) => timeOf(pin.created_at) >= since - SKEW && isIt(pin));
}

export const like = (known: Known) => (pin: Pin) => isLike(pin, known);

/** Pins that calls of this process made: none of them is what became of another call. */
const made = new Set<string>();
const MOST = 1000;

export function remember({ id }: { id: string }): void {
	made.add(id);
	const [oldest] = made;
	if (made.size > MOST && oldest !== undefined) made.delete(oldest);
}

/** Pinterest itself answered, and so is done with the call. */
const isAnswered = ({ code = '' }: Failure) => /^\d/.test(code);

/**
 * Finds what a call in doubt made: Pinterest has no key that makes a repeat harmless. What it refused and does not list when asked twice was not made;
 * without an answer, not being listed proves nothing, as Pinterest may still be at work.
 */
export function reconciling(api: Api, listing: Request, isIt: (pin: Pin) => boolean): (doubt: Failure) => Promise<{ result: Pin } | undefined> {
	const began = Date.now();
	return async (doubt) => {
		let asks = isAnswered(doubt) ? 2 : Infinity;
		const newest = ({ items }: { items: Pin[] }) => found(items, (pin) => isIt(pin) && !made.has(pin.id), began);
		const body = await api.until<{ items: Pin[] }>(listing, (list) => newest(list) !== undefined || --asks === 0, pinterest.settling);
		const result = newest(body);
		return result && { result };
	};
}

import type { Api } from '../../core/api';
import { PlatformError } from '../../core/errors';
import { messenger } from '../../platforms/messenger';
import type { Channel } from '../../platforms/messenger';
import { newestRequest } from './conversations';
import type { Listed, Newest } from './conversations';

/** Messages that a call was already answered with: each stands for one call only, also where two say the same. */
const claimed = new Set<string>();
const KEEP = 10_000;

export function claim(id: string): void {
	claimed.add(id);
	const [oldest] = claimed;
	if (claimed.size > KEEP && oldest !== undefined) claimed.delete(oldest);
}

/** By what a message is known again: its text, or the kind of its files. */
export interface Known {
	text?: string;
	files?: string;
}

const kindsOf = ({ attachments }: Listed): string[] =>
	(attachments?.data ?? []).map(({ image_data: image, video_data: video, mime_type: mime = '' }) => (image ? 'image' : video ? 'video' : mime.startsWith('audio/') ? 'audio' : 'file'));

const is = (listed: Listed, { text, files }: Known) =>
	text === undefined ? files !== undefined && kindsOf(listed).includes(files) : listed.message?.trim() === text.trim();

/**
 * Finds a message whose answer was lost among the newest ones of the conversation, written since now. Meta has no key that
 * makes a repeat harmless, and may list late: one that is not there stays in doubt.
 */
export function arrived(api: Api, page: string, channel: Channel, recipient: () => Promise<string>, known: Known) {
	// Meta's times have whole seconds. A clock that runs ahead of its only finds nothing.
	const began = Math.floor(Date.now() / 1000) * 1000;
	return async (): Promise<{ result: { recipient_id: string; message_id: string } }> => {
		const user = await recipient();
		const isIt = (one: Listed) => one.from?.id !== user && Date.parse(one.created_time) >= began && !claimed.has(one.id) && is(one, known);
		const newest = ({ data }: Newest) => data[0]?.messages?.data ?? [];
		let asks: number = messenger.settling.asks;
		const found = newest(await api.until<Newest>(newestRequest(page, channel, user), (body) => newest(body).some(isIt) || --asks === 0, messenger.settling)).find(isIt);
		if (!found) throw new PlatformError({ verdict: 'unknown', message: 'The conversation does not list it.', hint: 'Look at the conversation.' });
		claim(found.id);
		return { result: { recipient_id: user, message_id: found.id } };
	};
}

import type { TelegramMessage } from '@gramio/types';
import type { Api } from '../../core/api';
import { PlatformError, failureOf } from '../../core/errors';
import { telegram } from '../../platforms/telegram';
import type { Outcome, Step } from '../network';
import { call, repeatable } from './call';

interface Looking {
	chat: string;
	/** Chat of the bot with its operator: messages are read by forwarding them there, and taken away again. */
	controlChat: string;
	text: string;
}

/** A channel or supergroup. Private chats and small groups share one counter of the bot's, so what is written in others leaves gaps of any length. */
const numbersItself = (chat: string): boolean => /^(@|-100\d{10})/.test(chat);

/** Numbers of such a chat's messages are handed out in order; those of deleted ones leave gaps, rarely longer than this. */
const GAP = 10;
/** How many messages are looked at. */
const MOST = 60;

/** `unreadable`: there is something that may not be forwarded, such as a service message or protected content. */
type Read = TelegramMessage | 'missing' | 'unreadable';

async function read(api: Api, { chat, controlChat }: Looking, id: number): Promise<Read> {
	const parameters = { chat_id: controlChat, from_chat_id: chat, message_id: id, disable_notification: true };
	const copy = await api.send<TelegramMessage>({ ...call('forwardMessage', parameters), idempotent: true }).catch((error: unknown) => failureOf(error));
	if ('verdict' in copy) {
		if (copy.code === '400' && /not found/.test(copy.message)) return 'missing';
		if (copy.code === '400' && /can't be forwarded/.test(copy.message)) return 'unreadable';
		throw new PlatformError(copy);
	}
	await api.send(repeatable('deleteMessage', { chat_id: controlChat, message_id: copy.message_id })).catch(() => undefined);
	return copy;
}

const dateOf = ({ forward_origin: origin }: TelegramMessage) => (origin && 'date' in origin ? origin.date * 1000 : 0);

/** Telegram's clock and ours may differ by this much, in ms. */
const SKEW = 2 * 60_000;

async function find(api: Api, looking: Looking, floor: number | undefined, since: number): Promise<Outcome> {
	// Where the message that is known to be there cannot be read, another that is not read proves nothing.
	if (floor === undefined || typeof (await read(api, looking, floor)) === 'string') return 'unclear';
	const wanted = looking.text.trim();
	let missing = 0;
	let hidden = false;
	for (let id = floor + 1; id <= floor + MOST; id++) {
		const message = await read(api, looking, id);
		missing = message === 'missing' ? missing + 1 : 0;
		hidden ||= message === 'unreadable';
		if (typeof message === 'object' && (message.text ?? message.caption ?? '').trim() === wanted && dateOf(message) >= since - SKEW) {
			const name = looking.chat.startsWith('@') ? looking.chat.slice(1) : undefined;
			return { id: String(id), permalink: name ? `https://t.me/${name}/${id}` : undefined };
		}
		if (missing === GAP) return hidden ? 'unclear' : 'absent';
	}
	return 'unclear';
}

/**
 * A bot cannot read its chats' history, but it may forward a message by its number: those after the last one that is known to be
 * there are looked at when an answer is missing. Without a text there is nothing to know a message by.
 */
export function readBack(looking: Looking): Pick<Step, 'byText' | 'find' | 'settle'> {
	if (looking.text.trim() === '' || !numbersItself(looking.chat)) return {};
	return {
		byText: true,
		find: async (api, { latest }, earlier, since) => {
			const floor = Number((earlier.at(-1)?.id ?? String(latest)).split(',').at(-1));
			return await find(api, looking, Number.isNaN(floor) ? undefined : floor, since);
		},
		settle: telegram.settling,
	};
}

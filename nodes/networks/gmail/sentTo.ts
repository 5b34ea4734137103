import type { gmail_v1 } from 'googleapis/build/src/apis/gmail/v1';
import type { Api } from '../../core/api';
import { KEY_HEADER } from './mime/compose';
import { at } from './paths';

type Message = gmail_v1.Schema$Message;

/** Gmail’s clock and ours may differ by this much, in ms. */
const SKEW = 5 * 60_000;

export interface Sought {
	/** Of the private header that every message of ours has. */
	key: string;
	address: string;
	/** When it was sent, in ms since 1970. */
	since: number;
}

/** A message to this person that was sent then, however many have been sent since; `undefined` where Gmail’s search knows none. */
export async function sentTo(api: Api, { key, address, since }: Sought): Promise<Message | undefined> {
	const q = `in:sent to:"${address}" after:${Math.floor((since - SKEW) / 1000)}`;
	for await (const { id } of api.pages<Message>({ url: at('messages'), qs: { q, includeSpamTrash: true } })) {
		const message = await api.send<Message>({ url: at('messages', id ?? ''), qs: { format: 'metadata', metadataHeaders: KEY_HEADER } });
		if (message.payload?.headers?.some(({ name, value }) => name?.toLowerCase() === KEY_HEADER.toLowerCase() && value === key)) return message;
	}
	return undefined;
}

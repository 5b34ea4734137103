import type { gmail_v1 } from 'googleapis/build/src/apis/gmail/v1';
import type { Api } from '../../core/api';
import { PlatformError } from '../../core/errors';
import type { Failure } from '../../core/errors';
import type { Request } from '../../core/request';
import { wait } from '../../core/wait';
import { gmail } from '../../platforms/gmail';
import { KEY_HEADER } from './mime/compose';
import { at } from './paths';

type Message = gmail_v1.Schema$Message;
type Draft = gmail_v1.Schema$Draft;

/** Gmail’s clock and ours may differ by this much, in ms. */
const SKEW = 5 * 60_000;

/** So many of the newest are looked at: other executions send from the same mailbox. */
const MOST = 40;

const cannotTell = () => new PlatformError({ verdict: 'unknown', message: 'Gmail does not list it.', hint: 'Look at the mailbox.' });

/** Gmail itself answered, and so is done with the call; a gateway’s words say nothing. */
const isAnswered = ({ status = 0, code }: Failure) => status >= 500 && code !== undefined;

/**
 * What became of a call without an answer, by `find`. What Gmail said has failed and then shows no trace of did not happen, unless
 * `isOver` knows better; without any answer it may still be at work, so that the outcome stays unknown.
 */
export const lookedFor =
	<T>(find: () => Promise<T | undefined>, isOver = isAnswered) =>
	async (doubt: Failure): Promise<{ result: T } | undefined> => {
		const { every, atMost } = gmail.settling;
		let asks = Math.floor(atMost / every);
		for (;;) {
			const result = await find();
			if (result !== undefined) return { result };
			if (--asks === 0) break;
			await wait(every);
		}
		if (isOver(doubt)) return undefined;
		throw cannotTell();
	};

/** The message if it carries the key; `older` when it was there before. */
async function read(api: Api, id: string, key: string, began: number): Promise<Message | 'older' | undefined> {
	const message = await api.send<Message>({ url: at('messages', id), qs: { format: 'metadata', metadataHeaders: KEY_HEADER } });
	if (message.payload?.headers?.some(({ name, value }) => name?.toLowerCase() === KEY_HEADER.toLowerCase() && value === key)) return message;
	return Number(message.internalDate) < began - SKEW ? 'older' : undefined;
}

/** The newest messages of a listing, one after another, until one has the key. A label’s listing knows a message at once, the search only later. */
async function byKey<T>(api: Api, listing: Request, key: string, began: number, idOf: (entry: T) => string, resultOf: (message: Message, entry: T) => object): Promise<object | undefined> {
	let left = MOST;
	for await (const entry of api.pages<T & object>({ ...listing, qs: { ...listing.qs, maxResults: MOST } })) {
		const message = await read(api, idOf(entry), key, began);
		if (message === 'older') return undefined;
		if (message) return resultOf(message, entry);
		if (--left === 0) throw cannotTell();
	}
	return undefined;
}

const answerOf = ({ id, threadId, labelIds }: Message) => ({ id, threadId, labelIds });

/** Looks for a sent message by its key. With `isKept`, one that is not found may still come to light. */
export function sentByKey(api: Api, key: string, isKept: boolean) {
	const began = Date.now();
	return lookedFor(async () => await byKey<Message>(api, { url: at('messages'), qs: { labelIds: 'SENT' } }, key, began, ({ id }) => id ?? '', answerOf), isKept ? () => false : isAnswered);
}

/** Looks for a new draft by its key. */
export function draftByKey(api: Api, key: string) {
	const began = Date.now();
	const listed = { url: at('drafts') };
	return lookedFor(async () => await byKey<Draft>(api, listed, key, began, ({ message }) => message?.id ?? '', (message, { id }) => ({ id, message: answerOf(message) })));
}

import type { TelegramMessage } from '@gramio/types';
import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../core/api';
import { PlatformError } from '../core/errors';
import type { Failure } from '../core/errors';
import type { Request } from '../core/request';
import { telegram } from '../platforms/telegram';
import { call, chatIdOf, repeatable } from '../networks/telegram/call';
import { messageIdOf } from './message';

interface Place extends IDataObject {
	chat_id: string;
	message_id: number;
}

/** The message an operation acts on, as Telegram's parameters. */
export const placed = ({ chatId, messageId }: { chatId: string; messageId: string }): Place => ({ chat_id: chatIdOf(chatId), message_id: messageIdOf(messageId) });

/** Takes a refusal that says that everything is as wished already for the result. */
const accept =
	<R>(words: RegExp, result: R) =>
	(error: unknown): R => {
		if (error instanceof PlatformError && error.code === '400' && words.test(error.message)) return result;
		throw error;
	};

/** Edits a message. One that already reads like this, for instance after an answer was lost, is what was asked for: `unchanged`. */
export const edit = async (place: Place, request: Request, api: Api): Promise<TelegramMessage | IDataObject> =>
	await api.send<TelegramMessage | IDataObject>({ ...request, idempotent: true }).catch(accept(telegram.words.unchanged, { ...place, unchanged: true }));

/**
 * A call that Telegram refuses in the words `done` when all is as wished already. When its answer is lost it is made again, and that
 * refusal says that the first one did it; after `within` ms, however, it may say that neither came in time.
 */
export async function surely(method: string, parameters: IDataObject, done: RegExp, api: Api, within?: number): Promise<void> {
	const until = Date.now() + (within ?? Infinity);
	const reconcile = async (doubt: Failure) => {
		if (Date.now() >= until) throw new PlatformError(doubt);
		return { result: await api.send<unknown>(repeatable(method, parameters)).catch(accept(done, true)) };
	};
	await api.send({ ...call(method, parameters), timeout: within, reconcile });
}

/** Deletes a message. When the answer is lost and the message is then not found, this call has deleted it. */
export async function remove(place: Place, api: Api): Promise<IDataObject> {
	await surely('deleteMessage', place, telegram.words.gone, api);
	return { ...place, deleted: true };
}

/** A refund that was made already is what was asked for. */
export async function refund(parameters: IDataObject, api: Api): Promise<IDataObject> {
	await api.send(repeatable('refundStarPayment', parameters)).catch(accept(telegram.words.refunded, true));
	return { ...parameters, refunded: true };
}

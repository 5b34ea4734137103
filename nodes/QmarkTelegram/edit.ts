import type { TelegramMessage } from '@gramio/types';
import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../core/api';
import { PlatformError } from '../core/errors';
import type { Request } from '../core/transport';
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

/** Deletes a message. When the answer is lost and the message is then not found, this call has deleted it. */
export async function remove(place: Place, api: Api): Promise<IDataObject> {
	const reconcile = async () => ({ result: await api.send<unknown>(repeatable('deleteMessage', place)).catch(accept(telegram.words.gone, true)) });
	await api.send({ ...call('deleteMessage', place), reconcile });
	return { ...place, deleted: true };
}

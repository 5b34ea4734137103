import type { TelegramFile, TelegramMessage } from '@gramio/types';
import type { IBinaryKeyData, IDataObject, IWebhookFunctions } from 'n8n-workflow';
import { Api } from '../../core/api';
import { failureOf, refused } from '../../core/errors';
import { openSession } from '../../core/session';
import { repeatable } from '../../networks/telegram/call';
import { telegram } from '../../platforms/telegram';
import { isOwnServer } from '../../platforms/telegramUpdates';
import { filesIn } from '../events/files';
import type { Found } from '../events/files';

const MEGABYTE = 1024 * 1024;

/** https://core.telegram.org/bots/api#getfile */
async function fetched(context: IWebhookFunctions, api: Api, { id, size = 0, mime, fileName }: Found, isUnlimited: boolean) {
	const most = telegram.limits.download;
	if (size > most && !isUnlimited) throw refused('Download Media', `the file has ${(size / MEGABYTE).toFixed(1)} MB; Telegram gives bots at most ${most / MEGABYTE} MB.`, 'Ask for a smaller file, or a link to it.');
	const { file_path: path } = await api.send<TelegramFile>(repeatable('getFile', { file_id: id }));
	if (path === undefined || path.startsWith('/')) throw refused('Download Media', 'the self-hosted Bot API server keeps this file on its own disk.', 'Run that server without --local to download files from it.');
	const bytes = await api.send<Buffer>({ host: 'file', url: `/${encodeURI(path)}`, encoding: 'arraybuffer' });
	return await context.helpers.prepareBinaryData(Buffer.from(bytes), fileName ?? path.split('/').at(-1), mime);
}

/** The files of a message as binary fields, and what Telegram did not give: a message starts its workflow whatever becomes of its files. */
export async function download(context: IWebhookFunctions, message: TelegramMessage): Promise<{ binary?: IBinaryKeyData; json: IDataObject }> {
	const files = filesIn(message);
	if (files.length === 0) return { json: {} };
	const session = await openSession(context, telegram);
	const [api, isUnlimited] = [new Api(session, 'read'), isOwnServer(session.credentials.baseUrl)];
	const binary: IBinaryKeyData = {};
	const downloadErrors: IDataObject[] = [];
	for (const [index, file] of files.entries()) {
		try {
			binary[index === 0 ? 'data' : `data_${index}`] = await fetched(context, api, file, isUnlimited);
		} catch (error) {
			const { message: why, hint } = failureOf(error);
			downloadErrors.push({ id: file.id, message: why, hint });
		}
	}
	return { binary, json: downloadErrors.length > 0 ? { downloadErrors } : {} };
}

import type { TelegramFile } from '@gramio/types';
import { operation } from '../../core/operation';
import { repeatable } from '../../networks/telegram/call';
import { fileId } from '../fields';
import { fetchFile } from '../media';

/** https://core.telegram.org/bots/api#getfile */
export const downloadFile = operation({
	resource: 'file',
	operation: 'download',
	effect: 'read',
	name: 'Download',
	action: 'Download a file',
	description: 'Download a file of up to 20 MB into the binary field “data”',
	fields: [fileId],
	run: async ({ fileId: id }, api) => await fetchFile(await api.send<TelegramFile>(repeatable('getFile', { file_id: id })), api),
});

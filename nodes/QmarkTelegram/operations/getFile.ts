import type { TelegramFile } from '@gramio/types';
import { operation } from '../../core/operation';
import { repeatable } from '../../networks/telegram/call';
import { fileId } from '../fields';

/** https://core.telegram.org/bots/api#getfile */
export const getFile = operation({
	resource: 'file',
	operation: 'get',
	effect: 'read',
	name: 'Get',
	action: 'Get information about a file',
	description: 'Get the size and path of a file of up to 20 MB',
	fields: [fileId],
	run: async ({ fileId: id }, api) => await api.send<TelegramFile>(repeatable('getFile', { file_id: id })),
});

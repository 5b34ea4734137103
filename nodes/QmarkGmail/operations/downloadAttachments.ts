import { operation } from '../../core/operation';
import { downloadAttachments as fetchFiles } from '../../networks/gmail/download';
import { gmail } from '../../platforms/gmail';
import { messageId } from '../fields';

/** https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.messages.attachments/get */
export const downloadAttachments = operation({
	resource: 'message',
	operation: 'downloadAttachments',
	effect: 'read',
	scopes: [gmail.scopes.modify],
	name: 'Download Attachments',
	action: 'Download the attachments of a message',
	description: 'Get a message with its files in binary fields',
	fields: [messageId, { displayName: 'Put Output Files in Fields', name: 'prefix', type: 'string', default: 'attachment_', description: 'Beginning of the names of the binary fields; a number from 0 on follows' }],
	run: async ({ messageId: id, prefix }, api) => await fetchFiles(api, id, prefix),
});

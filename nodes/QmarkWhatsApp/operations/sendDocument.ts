import { operation } from '../../core/operation';
import { fileDraft } from '../../networks/whatsApp/drafts';
import { answer } from '../../networks/whatsApp/send';
import { addressed, answering } from '../fields';
import { caption, file, fileName } from '../mediaFields';

/** https://developers.facebook.com/docs/whatsapp/cloud-api/messages/document-messages */
export const sendDocument = operation({
	resource: 'message',
	operation: 'sendDocument',
	effect: 'send',
	scopes: ['whatsapp_business_messaging'],
	name: 'Send Document',
	action: 'Send a document',
	description: 'Send a PDF, text or Office file of up to 100 MB',
	fields: [...addressed, ...file, caption, fileName, ...answering],
	run: async (input, api) => await answer(api, input, async () => await fileDraft(api, 'document', input)),
});

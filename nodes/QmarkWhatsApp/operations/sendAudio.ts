import { operation } from '../../core/operation';
import { fileDraft } from '../../networks/whatsApp/drafts';
import { answer } from '../../networks/whatsApp/send';
import { addressed, answering } from '../fields';
import { file } from '../mediaFields';

/** https://developers.facebook.com/docs/whatsapp/cloud-api/messages/audio-messages */
export const sendAudio = operation({
	resource: 'message',
	operation: 'sendAudio',
	effect: 'send',
	scopes: ['whatsapp_business_messaging'],
	name: 'Send Audio',
	action: 'Send an audio',
	description: 'Send a sound or a voice message of up to 16 MB',
	fields: [...addressed, ...file, ...answering],
	run: async (input, api) => await answer(api, input, async () => await fileDraft(api, 'audio', input)),
});

import { operation } from '../../core/operation';
import { fileDraft } from '../../networks/whatsApp/drafts';
import { answer } from '../../networks/whatsApp/send';
import { addressed, answering } from '../fields';
import { caption, file } from '../mediaFields';

/** https://developers.facebook.com/docs/whatsapp/cloud-api/messages/video-messages */
export const sendVideo = operation({
	resource: 'message',
	operation: 'sendVideo',
	effect: 'send',
	scopes: ['whatsapp_business_messaging'],
	name: 'Send Video',
	action: 'Send a video',
	description: 'Send an MP4 or 3GP of up to 16 MB',
	fields: [...addressed, ...file, caption, ...answering],
	run: async (input, api) => await answer(api, input, async () => await fileDraft(api, 'video', input)),
});

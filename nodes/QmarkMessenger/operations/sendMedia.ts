import { operation } from '../../core/operation';
import { mediaMessage } from '../../networks/messenger/media';
import { sendTo } from '../../networks/messenger/send';
import { media } from '../contentFields';
import { addressed, options } from '../fields';

/** https://developers.facebook.com/docs/messenger-platform/send-messages/saving-assets */
export const sendMedia = operation({
	resource: 'message',
	operation: 'sendMedia',
	effect: 'send',
	scopes: ['pages_messaging', 'instagram_manage_messages'],
	name: 'Send Media',
	action: 'Send an image, a video, a sound or a file',
	description: 'Answer a person with an image, a video, a sound or a file',
	fields: [...addressed, ...media, options],
	run: async ({ page, channel, recipient, options: chosen, ...files }, api) =>
		await sendTo(api, { page, channel, recipient, options: chosen }, mediaMessage(api, page, channel, files)),
});

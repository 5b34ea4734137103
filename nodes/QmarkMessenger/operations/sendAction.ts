import { operation } from '../../core/operation';
import { act } from '../../networks/messenger/send';
import { addressed } from '../fields';

/** https://developers.facebook.com/docs/messenger-platform/send-messages/sender-actions */
export const sendAction = operation({
	resource: 'message',
	operation: 'sendAction',
	effect: 'send',
	scopes: ['pages_messaging', 'instagram_manage_messages'],
	name: 'Send Sender Action',
	action: 'Show that the page has read or is typing',
	description: 'Show the person that the page has read the message or is writing',
	fields: [
		...addressed,
		{
			displayName: 'Sender Action',
			name: 'action',
			type: 'options',
			options: [
				{ name: 'Mark as Seen', value: 'mark_seen' },
				{ name: 'Typing Off', value: 'typing_off' },
				{ name: 'Typing On', value: 'typing_on' },
			],
			default: 'mark_seen',
			description: 'Typing is shown for up to 20 seconds, or until a message is sent',
		},
	],
	run: async ({ action, ...to }, api) => await act(api, to, action),
});

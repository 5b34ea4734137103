import { operation } from '../../core/operation';
import { reactTo } from '../../networks/messenger/send';
import { addressed, messageId } from '../fields';

/** https://developers.facebook.com/docs/messenger-platform/send-messages/sender-actions */
export const react = operation({
	resource: 'message',
	operation: 'react',
	effect: 'send',
	scopes: ['pages_messaging', 'instagram_manage_messages'],
	name: 'React',
	action: 'React to a message',
	description: 'Set or take back the reaction to a message of a person',
	fields: [
		...addressed,
		messageId,
		{
			displayName: 'Reaction',
			name: 'reaction',
			type: 'string',
			default: '',
			description: 'An emoji; empty is a heart. It takes the place of an earlier one.',
			displayOptions: { show: { remove: [false] } },
		},
		{ displayName: 'Remove', name: 'remove', type: 'boolean', default: false, description: 'Whether to take the reaction back instead' },
	],
	run: async ({ messageId: message, reaction, remove, ...to }, api) => await reactTo(api, to, { message, reaction, remove }),
});

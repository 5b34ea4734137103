import { operation } from '../../core/operation';
import { telegram } from '../../platforms/telegram';
import { surely } from '../edit';

/** https://core.telegram.org/bots/api#answercallbackquery */
export const answerCallbackQuery = operation({
	resource: 'callbackQuery',
	operation: 'answer',
	effect: 'send',
	name: 'Answer',
	action: 'Answer a pressed button',
	description: 'End the waiting that a person sees after pressing a button; answer at once, Telegram does not wait for long',
	limits: { text: telegram.limits.callbackAnswer },
	fields: [
		{ displayName: 'Callback Query ID', name: 'callbackQueryId', type: 'string', required: true, default: '', description: 'The ID of the update’s “callback_query”' },
		{ displayName: 'Text', name: 'text', type: 'string', default: '', description: 'What the person sees for a moment, up to 200 characters; nothing where it is empty' },
		{ displayName: 'Show Alert', name: 'showAlert', type: 'boolean', default: false, description: 'Whether the person has to close the text' },
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: [
				{ displayName: 'Cache Time', name: 'cache_time', type: 'number', default: 0, typeOptions: { minValue: 0 }, description: 'Seconds for which the app answers the same button by itself' },
				{ displayName: 'URL', name: 'url', type: 'string', default: '', placeholder: 'e.g. https://t.me/my_bot?start=offer', description: 'A t.me link to the bot that opens instead' },
			],
		},
	],
	run: async ({ callbackQueryId: id, text, showAlert, options }, api) => {
		await surely('answerCallbackQuery', { callback_query_id: id, text, show_alert: showAlert, ...options }, telegram.words.answered, api);
		return { callback_query_id: id, answered: true };
	},
});

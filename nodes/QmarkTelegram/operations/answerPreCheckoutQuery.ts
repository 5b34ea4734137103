import { operation } from '../../core/operation';
import { telegram } from '../../platforms/telegram';
import { surely } from '../edit';

/** https://core.telegram.org/bots/api#answerprecheckoutquery */
export const answerPreCheckoutQuery = operation({
	resource: 'payment',
	operation: 'answerPreCheckout',
	effect: 'send',
	name: 'Answer Pre-Checkout Query',
	action: 'Answer a pre-checkout query',
	description: 'Say whether the order can be paid; Telegram waits for 10 seconds, then the payment fails',
	fields: [
		{ displayName: 'Pre-Checkout Query ID', name: 'preCheckoutQueryId', type: 'string', required: true, default: '', description: 'The ID of the update’s “pre_checkout_query”' },
		{ displayName: 'Accept', name: 'ok', type: 'boolean', default: true, description: 'Whether the order can be paid now' },
		{
			displayName: 'Reason',
			name: 'errorMessage',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. The last bouquet has just been sold.',
			description: 'Why it cannot, as the person reads it',
			displayOptions: { show: { ok: [false] } },
		},
	],
	run: async ({ preCheckoutQueryId: id, ok, errorMessage }, api) => {
		await surely('answerPreCheckoutQuery', { pre_checkout_query_id: id, ok, ...(!ok && { error_message: errorMessage }) }, telegram.words.answered, api, telegram.answerWithin);
		return { pre_checkout_query_id: id, ok };
	},
});

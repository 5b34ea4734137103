import { operation } from '../../core/operation';
import { telegram } from '../../platforms/telegram';
import { surely } from '../edit';
import { currency, shippingOf, shippingOptions } from '../payment';

/** https://core.telegram.org/bots/api#answershippingquery */
export const answerShippingQuery = operation({
	resource: 'payment',
	operation: 'answerShipping',
	effect: 'send',
	name: 'Answer Shipping Query',
	action: 'Answer a shipping query',
	description: 'Say how an order can be delivered to the address that the person gave, and for how much',
	fields: [
		{ displayName: 'Shipping Query ID', name: 'shippingQueryId', type: 'string', required: true, default: '', description: 'The ID of the update’s “shipping_query”' },
		{ displayName: 'Deliverable', name: 'ok', type: 'boolean', default: true, description: 'Whether the address can be delivered to' },
		{ ...currency, displayOptions: { show: { ok: [true] } } },
		shippingOptions,
		{
			displayName: 'Reason',
			name: 'errorMessage',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. We deliver in Nantes only.',
			description: 'Why it cannot, as the person reads it',
			displayOptions: { show: { ok: [false] } },
		},
	],
	run: async ({ shippingQueryId: id, ok, currency: code, shippingOptions: options, errorMessage }, api) => {
		const answer = ok ? { shipping_options: shippingOf(options, code) } : { error_message: errorMessage };
		await surely('answerShippingQuery', { shipping_query_id: id, ok, ...answer }, telegram.words.answered, api);
		return { shipping_query_id: id, ok };
	},
});

import type { TelegramMessage } from '@gramio/types';
import { operation } from '../../core/operation';
import { telegram } from '../../platforms/telegram';
import { call } from '../../networks/telegram/call';
import { chat } from '../fields';
import { addressed, ownAdditionalFields } from '../message';
import { invoice, invoiceOf, invoiceOptions } from '../payment';

/** https://core.telegram.org/bots/api#sendinvoice */
export const sendInvoice = operation({
	resource: 'payment',
	operation: 'sendInvoice',
	effect: 'send',
	name: 'Send Invoice',
	action: 'Send an invoice',
	description: 'Send a product with a Pay button, for real money or Telegram Stars',
	limits: { title: telegram.limits.invoiceTitle, description: telegram.limits.invoiceDescription },
	fields: [
		chat,
		...invoice,
		ownAdditionalFields(...invoiceOptions, { displayName: 'Start Parameter', name: 'start_parameter', type: 'string', default: '', description: 'Where forwarded copies lead: a link to the bot with this parameter instead of a Pay button' }),
	],
	run: async (input, api) => await api.send<TelegramMessage>(call('sendInvoice', { ...addressed(input), ...invoiceOf(input, input.additionalFields) })),
});

import { operation } from '../../core/operation';
import { telegram } from '../../platforms/telegram';
import { repeatable } from '../../networks/telegram/call';
import { additionalFieldsOf, business } from '../message';
import { invoice, invoiceOf, invoiceOptions, subscription, subscriptionOf } from '../payment';

/** https://core.telegram.org/bots/api#createinvoicelink */
export const createInvoiceLink = operation({
	resource: 'payment',
	operation: 'createInvoiceLink',
	effect: 'write',
	name: 'Create Invoice Link',
	action: 'Create an invoice link',
	description: 'Create a link that opens a payment, once or every month, for real money or Telegram Stars',
	limits: { title: telegram.limits.invoiceTitle, description: telegram.limits.invoiceDescription },
	fields: [...invoice, subscription, additionalFieldsOf(...invoiceOptions, business)],
	run: async ({ monthly, additionalFields, ...input }, api) => {
		const parameters = { ...additionalFields, ...invoiceOf(input, additionalFields), ...subscriptionOf(monthly, input) };
		return { invoice_link: await api.send<string>(repeatable('createInvoiceLink', parameters)) };
	},
});

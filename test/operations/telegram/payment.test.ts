import type { INodeParameters } from 'n8n-workflow';
import { Bot, locator, world } from './bot';

const bot = new Bot();
beforeAll(async () => await bot.start());
afterAll(async () => await bot.stop());

const pay = async (operation: string, parameters: INodeParameters = {}) => await bot.json(operation, parameters, { resource: 'payment' });
const price = (label: string, amount: number) => ({ label, amount });
const bouquet = { title: 'Spring bouquet', description: 'Tulips and more', payload: 'order-42', currency: 'EUR', prices: { price: [price('Bouquet', 24.9), price('Delivery', 5), price('Voucher', -2.5)] } };
const stars = { ...bouquet, currency: 'xtr', prices: { price: [price('Wallpaper', 50)] } };
const happens = async (kind: string) => {
	await bot.admin('settings', { telegram: { update: { kind } } });
	return String((await bot.updates()).at(-1)?.[kind]?.id);
};

test('Send Invoice: amounts in the smallest units, and the provider’s token only from the credential', async () => {
	const additionalFields = { need_email: true, is_flexible: true, max_tip_amount: 10, suggested_tip_amounts: '1, 2.5', provider_data: '{"receipt":true}', photo_url: 'https://example.com/b.jpg', start_parameter: 'b', disable_notification: true };
	const sent = await bot.wire(async () => {
		const [output] = await pay('sendInvoice', { ...bouquet, additionalFields });
		expect(output).toMatchObject({ invoice: { title: 'Spring bouquet', total_amount: 2740, currency: 'EUR' } });
		expect(JSON.stringify(output)).not.toContain('TEST');
	});
	const prices = [{ label: 'Bouquet', amount: 2490 }, { label: 'Delivery', amount: 500 }, { label: 'Voucher', amount: -250 }];
	expect(sent).toMatchObject([{ method: 'sendInvoice', status: 200, body: { prices, currency: 'EUR', max_tip_amount: '1000', suggested_tip_amounts: [100, 250], provider_data: { receipt: true }, need_email: 'true', is_flexible: 'true' } }]);
	expect(sent[0]?.body).toHaveProperty('provider_token');
});

test('Send Invoice in Telegram Stars names no provider', async () => {
	const sent = await bot.wire(async () => expect(await pay('sendInvoice', stars)).toMatchObject([{ invoice: { total_amount: 50, currency: 'XTR' } }]));
	expect(sent).toMatchObject([{ body: { currency: 'XTR', prices: [{ label: 'Wallpaper', amount: 50 }] } }]);
	expect(sent[0]?.body).not.toHaveProperty('provider_token');
});

test.each([
	{ currency: 'JPY', amount: 1200, units: 1200 },
	{ currency: 'BHD', amount: 1.25, units: 1250 },
	{ currency: 'USD', amount: 19.99, units: 1999 },
])('$amount $currency are $units of the smallest units', async ({ currency, amount, units }) => {
	const sent = await bot.wire(async () => await pay('createInvoiceLink', { ...bouquet, currency, prices: { price: [price('A', amount)] } }));
	expect(sent).toMatchObject([{ status: 200, body: { prices: [{ amount: units }] } }]);
});

test('Create Invoice Link, once and as a monthly subscription in Stars; made again after a lost answer', async () => {
	await bot.admin('faults', { network: 'telegram', match: 'createInvoiceLink', kind: 'reset', when: 'after' });
	const sent = await bot.wire(async () => {
		expect(await pay('createInvoiceLink', bouquet)).toEqual([{ invoice_link: expect.stringMatching(/^https:\/\/t\.me\/\$/) }]);
		expect(await pay('createInvoiceLink', { ...stars, monthly: true })).toEqual([{ invoice_link: expect.any(String) }]);
	});
	expect(sent.at(-1)).toMatchObject({ body: { subscription_period: '2592000', currency: 'XTR' } });
});

test('Answer Pre-Checkout Query: yes, no, and too late', async () => {
	const accepted = await happens('pre_checkout_query');
	expect(await pay('answerPreCheckout', { preCheckoutQueryId: accepted, ok: true })).toEqual([{ pre_checkout_query_id: accepted, ok: true }]);
	const refused = await happens('pre_checkout_query');
	const sent = await bot.wire(async () => await pay('answerPreCheckout', { preCheckoutQueryId: refused, ok: false, errorMessage: 'Sold out' }));
	expect(sent).toMatchObject([{ body: { ok: 'false', error_message: 'Sold out' } }]);
	const late = await happens('pre_checkout_query');
	await bot.admin('clock', { advance: 11 });
	await expect(pay('answerPreCheckout', { preCheckoutQueryId: late })).rejects.toMatchObject({ context: { verdict: 'stop' }, description: expect.stringMatching(/within 10 seconds/) });
});

test('an answer whose own answer was lost has been given', async () => {
	const id = await happens('pre_checkout_query');
	await bot.admin('faults', { network: 'telegram', match: 'answerPreCheckoutQuery', kind: 'reset', when: 'after' });
	expect(await pay('answerPreCheckout', { preCheckoutQueryId: id })).toEqual([{ pre_checkout_query_id: id, ok: true }]);
});

test('an answer of which nothing is heard while Telegram waits for it may have come too late: nobody takes the order for paid', async () => {
	const id = await happens('pre_checkout_query');
	await bot.admin('faults', { network: 'telegram', match: 'answerPreCheckoutQuery', kind: 'timeout' });
	await expect(bot.run('answerPreCheckout', { preCheckoutQueryId: id }, { resource: 'payment' })).rejects.toMatchObject({ context: { verdict: 'unknown' } });
}, 90_000);

test('Answer Shipping Query', async () => {
	const id = await happens('shipping_query');
	const option = [{ id: 'courier', title: 'By courier', price: 4.5 }, { id: 'pickup', title: 'Pick up', price: 0 }];
	const sent = await bot.wire(async () => expect(await pay('answerShipping', { shippingQueryId: id, ok: true, currency: 'EUR', shippingOptions: { option } })).toEqual([{ shipping_query_id: id, ok: true }]));
	expect(sent).toMatchObject([{ body: { shipping_options: [{ id: 'courier', title: 'By courier', prices: [{ label: 'By courier', amount: 450 }] }, { id: 'pickup', prices: [{ amount: 0 }] }] } }]);
	const other = await happens('shipping_query');
	expect(await pay('answerShipping', { shippingQueryId: other, ok: false, errorMessage: 'Nantes only' })).toMatchObject([{ ok: false }]);
});

test('Telegram Stars: balance, transactions page after page, and a refund that stands when it is asked for again', async () => {
	const [before] = await pay('getStarBalance');
	expect(before?.amount).toBe(6500);
	const all = await pay('getStarTransactions', { returnAll: true });
	expect(all).toHaveLength(130);
	expect(all.at(-1)).toMatchObject({ id: 'SANDBOX-stars-130', amount: 50, source: { type: 'user' } });
	const first = await bot.wire(async () => expect(await pay('getStarTransactions', { returnAll: false, limit: 3 })).toHaveLength(3));
	expect(first).toHaveLength(1);
	const refund = { userId: String(world.customer.id), chargeId: 'SANDBOX-stars-7' };
	await bot.admin('faults', { network: 'telegram', match: 'refundStarPayment', kind: 'reset', when: 'after' });
	expect(await pay('refundStars', refund)).toEqual([{ user_id: world.customer.id, telegram_payment_charge_id: 'SANDBOX-stars-7', refunded: true }]);
	expect(await pay('getStarBalance')).toEqual([{ amount: 6450 }]);
});

test('an invoice in real money needs the provider’s token in the credential', async () => {
	const without = { resource: 'payment', credential: { paymentProviderToken: '' } };
	await expect(bot.run('sendInvoice', bouquet, without)).rejects.toThrow(/^Payment Provider Token: is empty in the credential/);
	expect(await bot.json('sendInvoice', stars, without)).toMatchObject([{ invoice: expect.anything() }]);
});

const refusals: { operation: string; name: string; parameters: INodeParameters; says: RegExp }[] = [
	{ operation: 'sendInvoice', name: 'no title', parameters: { ...bouquet, title: '' }, says: /^Title: is empty/ },
	{ operation: 'sendInvoice', name: 'a title too long', parameters: { ...bouquet, title: 'a'.repeat(33) }, says: /^Title: has 33 characters; Telegram allows 32/ },
	{ operation: 'sendInvoice', name: 'a description too long', parameters: { ...bouquet, description: 'a'.repeat(256) }, says: /^Description: has 256 characters; Telegram allows 255/ },
	{ operation: 'sendInvoice', name: 'a payload of more than 128 bytes', parameters: { ...bouquet, payload: 'é'.repeat(65) }, says: /^Payload: has 130 bytes; Telegram allows 128/ },
	{ operation: 'sendInvoice', name: 'no price', parameters: { ...bouquet, prices: {} }, says: /^Prices: there is none/ },
	{ operation: 'sendInvoice', name: 'a price without label', parameters: { ...bouquet, prices: { price: [price('', 1)] } }, says: /^Prices: one of them has no label/ },
	{ operation: 'sendInvoice', name: 'half a cent', parameters: { ...bouquet, prices: { price: [price('A', 1.005)] } }, says: /^Prices: “1\.005” has too many decimals; Telegram takes at most 2 decimals in EUR/ },
	{ operation: 'sendInvoice', name: 'half a Star', parameters: { ...stars, prices: { price: [price('A', 0.5)] } }, says: /^Prices: “0\.5” has too many decimals; Telegram takes whole amounts only in XTR/ },
	{ operation: 'sendInvoice', name: 'two prices in Stars', parameters: { ...stars, prices: { price: [price('A', 1), price('B', 1)] } }, says: /^Prices: there are 2; an invoice in Telegram Stars has exactly one/ },
	{ operation: 'sendInvoice', name: 'a currency that is none', parameters: { ...bouquet, currency: 'euro' }, says: /^Currency: “euro” is not a currency/ },
	{ operation: 'sendInvoice', name: 'tips beyond the maximum', parameters: { ...bouquet, additionalFields: { max_tip_amount: 2, suggested_tip_amounts: '1, 3' } }, says: /^Suggested Tips: must rise and stay within “Maximum Tip”/ },
	{ operation: 'sendInvoice', name: 'five tips', parameters: { ...bouquet, additionalFields: { max_tip_amount: 9, suggested_tip_amounts: '1,2,3,4,5' } }, says: /^Suggested Tips: there are 5; Telegram takes 4/ },
	{ operation: 'sendInvoice', name: 'a total of nothing', parameters: { ...bouquet, prices: { price: [price('A', 1), price('B', -1)] } }, says: /CURRENCY_TOTAL_AMOUNT_INVALID/ },
	{ operation: 'createInvoiceLink', name: 'a subscription in euros', parameters: { ...bouquet, monthly: true }, says: /^Monthly Subscription: is not possible in EUR/ },
	{ operation: 'answerPreCheckout', name: 'no reason for a refusal', parameters: { preCheckoutQueryId: '1', ok: false }, says: /^Reason: is empty/ },
	{ operation: 'answerShipping', name: 'no way to deliver', parameters: { shippingQueryId: '1', ok: true, currency: 'EUR' }, says: /^Shipping Options: there is none/ },
	{ operation: 'answerShipping', name: 'an option without title', parameters: { shippingQueryId: '1', ok: true, currency: 'EUR', shippingOptions: { option: [{ id: 'a', title: '', price: 1 }] } }, says: /^Shipping Options: one of them has no ID or no title/ },
	{ operation: 'refundStars', name: 'a user that is none', parameters: { userId: '@ines', chargeId: 'x' }, says: /^User ID: “@ines” is not the number of a person/ },
	{ operation: 'refundStars', name: 'an unknown payment', parameters: { userId: '5', chargeId: 'x' }, says: /CHARGE_NOT_FOUND/ },
];

test.each(refusals)('$operation refuses $name', async ({ operation, parameters, says }) => {
	await expect(bot.run(operation, { chatId: locator(bot.subscriber()), ...parameters }, { resource: 'payment' })).rejects.toThrow(says);
});

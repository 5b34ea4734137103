import type { TelegramInvoice } from '@gramio/types';
import { ANSWER_SECONDS } from './dealings';
import { badRequest } from './errors';
import { objectOf, type Params } from './params';
import { post, targetOf } from './send';
import type { Handler, TelegramState } from './state';

const STARS = 'XTR';
const MONTH = 2_592_000;
/** https://core.telegram.org/bots/payments#supported-currencies, as far as the sandbox sells. */
const CURRENCIES = ['AED', 'BRL', 'CAD', 'CHF', 'EUR', 'GBP', 'JPY', 'KRW', 'KZT', 'PLN', 'RUB', 'TRY', 'UAH', 'USD', 'UZS', 'BHD'];

function bounded(params: Params, name: string, most: number, measure = (text: string) => text.length): string {
	const text = params.text(name);
	if (measure(text) < 1 || measure(text) > most) throw badRequest(`INVOICE_${name.toUpperCase()}_INVALID`);
	return text;
}

/** The parameters that an invoice and its link share. Amounts are whole numbers of the smallest unit. */
function invoice(params: Params): TelegramInvoice {
	const title = bounded(params, 'title', 32);
	const description = bounded(params, 'description', 255);
	bounded(params, 'payload', 128, Buffer.byteLength);
	const currency = params.text('currency');
	const prices = params.list('prices').map((value) => {
		const { label, amount } = objectOf(value, 'LabeledPrice');
		if (typeof label !== 'string' || label === '' || !Number.isInteger(amount)) throw badRequest("can't parse LabeledPrice: Field \"amount\" must be an Integer");
		return Number(amount);
	});
	if (currency === STARS ? params.text('provider_token') !== '' : !/^\d+:(TEST|LIVE):\w+/.test(params.text('provider_token'))) throw badRequest('PAYMENT_PROVIDER_INVALID');
	if (currency !== STARS && !CURRENCIES.includes(currency)) throw badRequest('CURRENCY_INVALID');
	const total = prices.reduce((sum, amount) => sum + amount, 0);
	if (prices.length === 0 || total <= 0) throw badRequest('CURRENCY_TOTAL_AMOUNT_INVALID');
	if (currency === STARS && prices.length !== 1) throw badRequest('STARS_INVOICE_INVALID');
	checkTips(params);
	const known: TelegramInvoice = { title, description, start_parameter: params.text('start_parameter'), currency: 'EUR', total_amount: total };
	return Object.assign(known, { currency });
}

function checkTips(params: Params): void {
	const most = params.integer('max_tip_amount') ?? 0;
	const tips = params.list('suggested_tip_amounts').map(Number);
	if (tips.length > 4 || tips.some((tip, index) => !Number.isInteger(tip) || tip > most || tip <= (tips[index - 1] ?? 0))) throw badRequest('SUGGESTED_TIP_AMOUNTS_INVALID');
}

/** https://core.telegram.org/bots/api#sendinvoice */
export const sendInvoice: Handler = (params, state) => {
	const made = invoice(params);
	const chat = targetOf(params, state);
	const button = { reply_markup: { inline_keyboard: [[{ text: `Pay ${made.total_amount} ${made.currency}`, pay: true as const }]] } };
	return post(params, state, chat, { invoice: made, ...button }, { kind: 'invoice', text: `🧾 ${made.title} · ${made.total_amount} ${made.currency}`, media: [] }).message;
};

/** https://core.telegram.org/bots/api#createinvoicelink */
export const createInvoiceLink: Handler = (params, state) => {
	const { currency } = invoice(params);
	const period = params.integer('subscription_period');
	if (period !== undefined && (currency !== STARS || period !== MONTH)) throw badRequest('SUBSCRIPTION_PERIOD_INVALID');
	return `https://t.me/$SANDBOX${++state.dealings.lastInvoice}`;
};

/** Opens a query that waits for the bot's answer. */
export function openQuery(state: TelegramState, id: string): string {
	state.dealings.queries.set(id, state.now() + ANSWER_SECONDS);
	return id;
}

function answered(params: Params, state: TelegramState, name: string): void {
	const id = params.text(name);
	const until = state.dealings.queries.get(id);
	if (until === undefined || until < state.now()) throw badRequest('query is too old and response timeout expired or query ID is invalid');
	if (!params.flag('ok') && params.text('error_message') === '') throw badRequest('error message must be non-empty');
	state.dealings.queries.delete(id);
}

export const answerPreCheckoutQuery: Handler = (params, state) => {
	answered(params, state, 'pre_checkout_query_id');
	return true;
};

/** https://core.telegram.org/bots/api#answershippingquery */
export const answerShippingQuery: Handler = (params, state) => {
	const options = params.list('shipping_options').map((value) => objectOf(value, 'ShippingOption'));
	if (params.flag('ok') && options.length === 0) throw badRequest('shipping options must be non-empty');
	for (const { id, title, prices } of options) {
		if (typeof id !== 'string' || id === '' || typeof title !== 'string' || !Array.isArray(prices) || prices.length === 0) throw badRequest("can't parse ShippingOption");
		for (const price of prices) if (!Number.isInteger(objectOf(price, 'LabeledPrice').amount)) throw badRequest('can\'t parse LabeledPrice: Field "amount" must be an Integer');
	}
	answered(params, state, 'shipping_query_id');
	return true;
};

export const refundStarPayment: Handler = (params, { dealings }) => {
	const charge = dealings.charges.get(params.text('telegram_payment_charge_id'));
	if (!charge || charge.userId !== params.integer('user_id')) throw badRequest('CHARGE_NOT_FOUND');
	if (charge.refunded) throw badRequest('CHARGE_ALREADY_REFUNDED');
	charge.refunded = true;
	return true;
};

export const getMyStarBalance: Handler = (_params, { dealings }) => ({
	amount: [...dealings.charges.values()].reduce((sum, { amount, refunded }) => sum + (refunded ? 0 : amount), 0),
});

/** https://core.telegram.org/bots/api#getstartransactions */
export const getStarTransactions: Handler = (params, { dealings }) => {
	const [offset, limit] = [params.integer('offset') ?? 0, params.integer('limit') ?? 100];
	if (offset < 0 || limit < 1 || limit > 100) throw badRequest('LIMIT_INVALID');
	return { transactions: dealings.transactions.slice(offset, offset + limit) };
};

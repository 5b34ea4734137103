import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { refused } from '../core/errors';
import type { InputOf } from '../core/operation';
import { telegram } from '../platforms/telegram';

/** https://core.telegram.org/bots/payments#supported-currencies */
export const currency = {
	displayName: 'Currency',
	name: 'currency',
	type: 'string',
	required: true,
	default: 'EUR',
	placeholder: 'e.g. EUR',
	description: 'Three letters (ISO 4217), or XTR for Telegram Stars, which digital goods must be sold for',
} as const satisfies INodeProperties;

/** https://core.telegram.org/bots/api#sendinvoice */
export const invoice = [
	{ displayName: 'Title', name: 'title', type: 'string', required: true, default: '', placeholder: 'e.g. Spring bouquet', description: 'The name of the product, up to 32 characters' },
	{ displayName: 'Description', name: 'description', type: 'string', typeOptions: { rows: 2 }, required: true, default: '', description: 'What the product is, up to 255 characters' },
	{
		displayName: 'Payload',
		name: 'payload',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. order-42',
		description: 'What the bot receives with the payment and nobody else sees, in up to 128 bytes: a key to look the order up by',
	},
	currency,
	{
		displayName: 'Prices',
		name: 'prices',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Price',
		default: {},
		description: 'What the total is made of: the product, tax, a discount (negative), delivery. Telegram Stars take exactly one.',
		options: [
			{
				displayName: 'Price',
				name: 'price',
				values: [
					{ displayName: 'Label', name: 'label', type: 'string', default: '', placeholder: 'e.g. Bouquet' },
					{ displayName: 'Amount', name: 'amount', type: 'number', default: 0, typeOptions: { numberPrecision: 3 }, description: 'In the currency’s main unit: 12.5 for 12.50 EUR, 50 for 50 Stars' },
				],
			},
		],
	},
] as const satisfies readonly INodeProperties[];

const asked = (displayName: string, name: string, what: string) =>
	({ displayName, name, type: 'boolean' as const, default: false, description: `Whether ${what}; not for Telegram Stars` });

/** An invoice's own additional fields, named as Telegram names its parameters. */
export const invoiceOptions = [
	asked('Ask for Email', 'need_email', 'the person has to give an email address'),
	asked('Ask for Name', 'need_name', 'the person has to give their full name'),
	asked('Ask for Phone Number', 'need_phone_number', 'the person has to give a phone number'),
	asked('Ask for Shipping Address', 'need_shipping_address', 'the person has to give an address'),
	asked('Flexible Price', 'is_flexible', 'the price depends on the delivery: the bot gets a shipping query to answer'),
	{ displayName: 'Maximum Tip', name: 'max_tip_amount', type: 'number', default: 0, typeOptions: { minValue: 0, numberPrecision: 3 }, description: 'In the currency’s main unit; not for Telegram Stars' },
	{ displayName: 'Photo URL', name: 'photo_url', type: 'string', default: '', placeholder: 'e.g. https://example.com/bouquet.jpg', description: 'A public picture of the product' },
	{ displayName: 'Provider Data', name: 'provider_data', type: 'json', default: '{}', description: 'JSON that the payment provider asks for, such as a receipt' },
	asked('Send Email to Provider', 'send_email_to_provider', 'the provider gets the email address'),
	asked('Send Phone Number to Provider', 'send_phone_number_to_provider', 'the provider gets the phone number'),
	{ displayName: 'Suggested Tips', name: 'suggested_tip_amounts', type: 'string', default: '', placeholder: 'e.g. 1, 2.5, 5', description: 'Up to four amounts in the currency’s main unit, comma-separated and rising' },
] as const satisfies readonly INodeProperties[];

/** An amount as people write it, in the smallest units that Telegram counts in; refuses what the currency has no coins for. */
export function smallestUnits(field: string, amount: unknown, currency: string): number {
	const text = String(amount ?? '').trim();
	const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d*?)0*)?$/.exec(text) ?? [];
	if (whole === '') throw refused(field, `“${text}” is not an amount.`, 'Give a number such as 12.5, without the currency.');
	const decimals = telegram.decimals(currency);
	if (fraction.length > decimals) {
		const taken = decimals === 0 ? 'whole amounts only' : `at most ${decimals} decimals`;
		throw refused(field, `“${text}” has too many decimals; Telegram takes ${taken} in ${currency}.`, 'Round the amount.');
	}
	const units = Number(sign + whole + fraction.padEnd(decimals, '0'));
	if (Number.isSafeInteger(units)) return units;
	throw refused(field, `“${text}” is too large.`, 'Check the amount: it is in whole units of the currency, not in cents.');
}

export function currencyOf(given: string): string {
	const code = given.trim().toUpperCase();
	if (/^[A-Z]{3}$/.test(code)) return code;
	throw refused('Currency', `“${given}” is not a currency.`, 'Give three letters such as EUR, or XTR for Telegram Stars.');
}

function pricesOf({ price: prices = [] }: Invoice['prices'], code: string) {
	if (prices.length === 0) throw refused('Prices', 'there is none.', 'Add at least one price.');
	if (code === telegram.stars && prices.length > 1) throw refused('Prices', `there are ${prices.length}; an invoice in Telegram Stars has exactly one.`, 'Add them up to one price.');
	return prices.map(({ label = '', amount }) => {
		if (!label) throw refused('Prices', 'one of them has no label.', 'Fill in every “Label”.');
		return { label: String(label), amount: smallestUnits('Prices', amount, code) };
	});
}

function tipsOf(given: unknown, most: number, code: string): number[] {
	const tips = [given].flat().flatMap((part) => String(part ?? '').split(/[\s,;]+/)).filter(Boolean).map((tip) => smallestUnits('Suggested Tips', tip, code));
	const { suggestedTips: count } = telegram.limits;
	if (tips.length > count) throw refused('Suggested Tips', `there are ${tips.length}; Telegram takes ${count}.`, 'Remove some.');
	if (tips.some((tip, index) => tip <= (tips[index - 1] ?? 0) || tip > most)) throw refused('Suggested Tips', 'must rise and stay within “Maximum Tip”.', 'Sort them, or raise “Maximum Tip”.');
	return tips;
}

type Invoice = InputOf<typeof invoice>;
type Choices = Partial<InputOf<typeof invoiceOptions>>;

/** The invoice as Telegram's parameters, to be laid over its additional fields: amounts are given in main units and sent in the smallest ones. */
export function invoiceOf({ title, description, payload, currency: given, prices }: Invoice, { max_tip_amount: most = 0, suggested_tip_amounts: tips, provider_data: data }: Choices): IDataObject {
	const code = currencyOf(given);
	const bytes = Buffer.byteLength(payload);
	const { invoicePayload: longest } = telegram.limits;
	if (bytes > longest) throw refused('Payload', `has ${bytes} bytes; Telegram allows ${longest}.`, 'Send a short key and keep the rest where you can look it up.');
	const tip = smallestUnits('Maximum Tip', most, code);
	const suggested = tipsOf(tips, tip, code);
	const provider = typeof data === 'object' ? JSON.stringify(data ?? {}) : data;
	return {
		...{ title, description, payload, currency: code, prices: pricesOf(prices, code) },
		max_tip_amount: tip || undefined,
		suggested_tip_amounts: suggested.length > 0 ? suggested : undefined,
		provider_data: provider === '{}' ? undefined : provider,
	};
}

/** https://core.telegram.org/bots/api#shippingoption */
export const shippingOptions = {
	displayName: 'Shipping Options',
	name: 'shippingOptions',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Shipping Option',
	default: {},
	displayOptions: { show: { ok: [true] } },
	options: [
		{
			displayName: 'Option',
			name: 'option',
			values: [
				{ displayName: 'ID', name: 'id', type: 'string', default: '', placeholder: 'e.g. courier', description: 'What the bot receives when the person chooses this one' },
				{ displayName: 'Title', name: 'title', type: 'string', default: '', placeholder: 'e.g. By courier' },
				{ displayName: 'Price', name: 'price', type: 'number', default: 0, typeOptions: { numberPrecision: 3 }, description: 'In the main unit of the invoice’s currency' },
			],
		},
	],
} as const satisfies INodeProperties;

export function shippingOf({ option: options = [] }: InputOf<[typeof shippingOptions]>['shippingOptions'], given: string) {
	const code = currencyOf(given);
	if (options.length === 0) throw refused('Shipping Options', 'there is none.', 'Add at least one, or switch “Deliverable” off.');
	return options.map(({ id, title, price }) => {
		if (!id || !title) throw refused('Shipping Options', 'one of them has no ID or no title.', 'Fill in “ID” and “Title” of every option.');
		return { id: String(id), title: String(title), prices: [{ label: String(title), amount: smallestUnits('Shipping Options', price, code) }] };
	});
}

/** https://core.telegram.org/bots/api#createinvoicelink */
export const subscription = {
	displayName: 'Monthly Subscription',
	name: 'monthly',
	type: 'boolean',
	default: false,
	description: 'Whether the price is paid again every 30 days; for Telegram Stars only',
} as const satisfies INodeProperties;

export function subscriptionOf(monthly: boolean, { currency: given }: Pick<Invoice, 'currency'>): IDataObject {
	if (!monthly) return {};
	if (currencyOf(given) === telegram.stars) return { subscription_period: telegram.subscriptionPeriod };
	throw refused('Monthly Subscription', `is not possible in ${currencyOf(given)}.`, 'Set “Currency” to XTR: Telegram has subscriptions in Stars only.');
}

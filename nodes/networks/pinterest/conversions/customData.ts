import type { IDataObject } from 'n8n-workflow';
import { refused } from '../../../core/errors';
import { jsonOf } from '../../../core/json';
import { currencies } from '../../../model/currencies';
import { pinterestConversions } from '../../../platforms/pinterestConversions';
import { valuesOf } from '../../person/identifiers';

const texts = [
	['contentBrand', 'content_brand'],
	['contentCategory', 'content_category'],
	['contentName', 'content_name'],
	['orderId', 'order_id'],
	['searchString', 'search_string'],
] as const;

/** An amount, which Pinterest takes as a text. Nothing is none, and zero is one. */
function amountOf(label: string, value: unknown): string | undefined {
	const text = String(value ?? '').trim();
	if (text === '') return undefined;
	const number = Number(text);
	if (!Number.isFinite(number) || number < 0) throw refused(label, `“${text}” is not a number that Pinterest takes.`, 'Give it with a point and without a currency, such as 49.9.');
	// A number in the form 1e21 would not be read as one.
	return /^\d+(\.\d+)?$/.test(text) ? text : number.toFixed(2);
}

function countOf(label: string, value: unknown): number | undefined {
	const text = String(value ?? '').trim();
	if (text === '') return undefined;
	if (/^\d+$/.test(text)) return Number(text);
	throw refused(label, `“${text}” is not a whole number.`, 'Give how many there are.');
}

function currencyOf(value: unknown): string | undefined {
	const code = String(value ?? '').trim().toUpperCase();
	if (code === '' || currencies.has(code)) return code || undefined;
	throw refused('Currency', `“${code}” is no currency.`, 'Give its three letters, such as EUR.');
}

const label = 'Contents (JSON)';
const known = ['id', 'item_brand', 'item_category', 'item_name', 'item_price', 'quantity'];

/** Pinterest refuses products with other properties than these. */
function contentsOf(value: unknown): IDataObject[] | undefined {
	const list = jsonOf(label, value, 'a list of products');
	if (list === undefined) return undefined;
	if (!Array.isArray(list)) throw refused(label, 'this is no list.', 'Give a list such as [{"id": "R1", "quantity": 2, "item_price": "9.90"}].');
	const contents = list.map((one: unknown): IDataObject => {
		const { quantity, item_price, ...product }: IDataObject = { ...(typeof one === 'object' ? one : {}) };
		const strange = Object.keys(product).find((name) => !known.includes(name));
		if (strange !== undefined) throw refused(label, `Pinterest knows no “${strange}” of a product.`, `Use ${known.join(', ')}.`);
		const [pieces, price] = [countOf(label, quantity), amountOf(label, item_price)];
		return { ...Object.fromEntries(Object.entries(product).map(([name, text]) => [name, String(text)])), ...(pieces !== undefined && { quantity: pieces }), ...(price !== undefined && { item_price: price }) };
	});
	return contents.length > 0 ? contents : undefined;
}

/** `custom_data` of an event. https://developers.pinterest.com/docs/api/v5/events-create */
export function customDataOf(fields: IDataObject, limited: boolean): IDataObject {
	const data: IDataObject = {};
	for (const [field, key] of texts) {
		const text = String(fields[field] ?? '').trim();
		if (text) data[key] = text;
	}
	const [value, lifetime, items] = [amountOf('Value', fields.value), amountOf('Predicted Lifetime Value', fields.predictedLtv), countOf('Number of Items', fields.numItems)];
	const [currency, ids, contents] = [currencyOf(fields.currency), valuesOf(fields.contentIds, true), contentsOf(fields.contents)];
	// Without one Pinterest takes the ad account's, which need not be the shop's.
	if (value !== undefined && !currency) throw refused('Currency', 'is empty, though there is a value.', 'Add “Currency” under “Details”, such as EUR.');
	return {
		...data,
		...(value !== undefined && { value }),
		...(lifetime !== undefined && { predicted_ltv: lifetime }),
		...(items !== undefined && { num_items: items }),
		...(currency && { currency }),
		...(ids.length > 0 && { content_ids: ids }),
		...(contents && { contents }),
		...(limited && { opt_out_type: pinterestConversions.limited }),
	};
}

import type { IDataObject } from 'n8n-workflow';
import { refused } from '../core/errors';
import { currencies } from '../model/currencies';
import { jsonOf, objectOf } from '../core/json';
import { valuesOf } from '../networks/person/identifiers';
import { customData as details } from './personFields';

const labelOf = (field: string) => details.options.find(({ name }) => name === field)?.displayName ?? field;

const texts = [
	['contentCategory', 'content_category'],
	['contentName', 'content_name'],
	['contentType', 'content_type'],
	['customerSegmentation', 'customer_segmentation'],
	['deliveryCategory', 'delivery_category'],
	['orderId', 'order_id'],
	['searchString', 'search_string'],
	['status', 'status'],
] as const;

const numbers = [
	['numItems', 'num_items'],
	['predictedLtv', 'predicted_ltv'],
	['value', 'value'],
] as const;

/** A number, also one that an expression gave as text. Nothing is no number, and zero is one. */
function numberOf(field: string, value: unknown): number | undefined {
	const text = String(value ?? '').trim();
	if (text === '') return undefined;
	const number = Number(text);
	if (Number.isFinite(number) && number >= 0) return number;
	throw refused(labelOf(field), `“${text}” is not a number that Meta takes.`, 'Give it with a point and without a currency, such as 49.9.');
}

/** ISO 4217: one that Meta does not know makes it refuse all events of the call. */
function currencyOf(value: unknown): string | undefined {
	const code = String(value ?? '').trim().toUpperCase();
	if (code === '' || currencies.has(code)) return code || undefined;
	throw refused('Currency', `“${code}” is no currency.`, 'Give its three letters, such as EUR.');
}

function contentsOf(value: unknown): IDataObject[] | undefined {
	const list = jsonOf('Contents (JSON)', value, 'a list of products');
	if (list === undefined || (Array.isArray(list) && list.length === 0)) return undefined;
	if (!Array.isArray(list)) throw refused('Contents (JSON)', 'this is no list.', 'Give a list such as [{"id": "R1", "quantity": 2}].');
	return list.map((one: unknown, index) => {
		const { id, quantity, item_price: price, ...product }: IDataObject = { ...(typeof one === 'object' ? one : {}) };
		if (id === undefined || id === null || id === '') throw refused('Contents (JSON)', `product ${index + 1} has no ID.`, 'Give each product an “id”.');
		const [pieces, each] = [numberOf('contents', quantity), numberOf('contents', price)];
		return { ...product, id: String(id), ...(pieces !== undefined && { quantity: pieces }), ...(each !== undefined && { item_price: each }) };
	});
}

/** `custom_data` of an event. https://developers.facebook.com/docs/marketing-api/conversions-api/parameters/custom-data */
export function customDataOf(fields: IDataObject, eventName: string): IDataObject {
	const data: IDataObject = {};
	for (const [field, key] of texts) {
		const text = String(fields[field] ?? '').trim();
		if (text) data[key] = text;
	}
	for (const [field, key] of numbers) {
		const number = numberOf(field, fields[field]);
		if (number !== undefined) data[key] = number;
	}
	const currency = currencyOf(fields.currency);
	const ids = valuesOf(fields.contentIds, true);
	const contents = contentsOf(fields.contents);
	const own = objectOf('Custom Properties (JSON)', fields.customProperties);
	const crm = String(fields.crmName ?? '').trim();
	Object.assign(data, currency && { currency }, ids.length > 0 && { content_ids: ids }, contents && { contents }, crm && { event_source: 'crm', lead_event_source: crm });
	if (eventName === 'Purchase' && data.value === undefined) throw refused('Value', 'a purchase needs one.', 'Add “Value” and “Currency” under “Details”.');
	if (data.value !== undefined && !currency) throw refused('Currency', 'is empty, though there is a value.', 'Add “Currency” under “Details”, such as EUR.');
	return { ...own, ...data };
}

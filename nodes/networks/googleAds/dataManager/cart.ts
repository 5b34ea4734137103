import type { datamanager_v1 } from 'googleapis/build/src/apis/datamanager/v1';
import type { IDataObject } from 'n8n-workflow';
import { refused } from '../../../core/errors';
import { jsonOf } from '../../../core/json';
import { numberOf } from '../conversion';

const label = 'Cart Items (JSON)';

function itemOf(one: unknown, index: number): datamanager_v1.Schema$Item {
	const { id, quantity, price }: IDataObject = { ...(typeof one === 'object' ? one : {}) };
	if (id === undefined || id === null || id === '') throw refused(label, `product ${index + 1} has no ID.`, 'Give each product an “id”, such as [{"id": "R1", "quantity": 2, "price": 19.9}].');
	const [pieces, unitPrice] = [numberOf(label, quantity), numberOf(label, price)];
	return { merchantProductId: String(id), ...(pieces !== undefined && { quantity: String(pieces) }), ...(unitPrice !== undefined && { unitPrice }) };
}

/** What was bought. https://developers.google.com/data-manager/api/reference/rest/v1/CartData */
export function cartOf({ cartItems, merchantId, feedLabel, feedLanguage, discount }: IDataObject): datamanager_v1.Schema$CartData | undefined {
	const list = jsonOf(label, cartItems, 'a list of products');
	if (list === undefined || (Array.isArray(list) && list.length === 0)) return undefined;
	if (!Array.isArray(list)) throw refused(label, 'this is no list.', 'Give a list such as [{"id": "R1", "quantity": 2, "price": 19.9}].');
	const transactionDiscount = numberOf('Discount', discount);
	const merchant = String(merchantId ?? '').trim();
	if (merchant && !/^\d+$/.test(merchant)) throw refused('Merchant Center ID', `“${merchant}” is not a number.`, 'Give the digits that Merchant Center shows at the top.');
	return {
		items: list.map(itemOf),
		...(merchant && { merchantId: merchant }),
		...(feedLabel ? { merchantFeedLabel: String(feedLabel) } : {}),
		...(feedLanguage ? { merchantFeedLanguageCode: String(feedLanguage) } : {}),
		...(transactionDiscount !== undefined && { transactionDiscount }),
	};
}

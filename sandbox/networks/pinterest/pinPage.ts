import type { Request } from 'express';
import { describePin } from './describe';
import type { Pin } from './model';
import { flag, oneOf, pageOf, paging, queryOf } from './query';
import type { Account } from './state';

const creativeTypes = ['REGULAR', 'VIDEO', 'SHOPPING', 'CAROUSEL', 'MAX_VIDEO', 'SHOP_THE_PIN', 'COLLECTION', 'IDEA', 'SHOWCASE', 'QUIZ', 'COLLAGE'] as const;

const isOf = (type: (typeof creativeTypes)[number] | undefined) => (pin: Pin) => type === undefined || type === (pin.items ? 'CAROUSEL' : pin.video ? 'VIDEO' : 'REGULAR');

/** A page of pins, which every listing of them answers alike. */
export function pinPage(all: readonly Pin[], req: Request<Record<string, string>>, account: Account, filters: readonly string[] = ['creative_types', 'pin_metrics']): object {
	const query = queryOf(req, 'ad_account_id', ...paging, ...filters);
	const withMetrics = flag(query, 'pin_metrics');
	const { items, bookmark } = pageOf(all.filter(isOf(oneOf(query, 'creative_types', creativeTypes))), query);
	return { items: items.map((pin) => describePin(pin, account.name, withMetrics)), bookmark };
}

import type { Api } from '../../../core/api';
import { PlatformError } from '../../../core/errors';
import { entryFailure, pinterestAds } from '../../../platforms/pinterestAds';
import { accountPath, asAdsError } from './account';
import { factsOf } from './kinds';
import type { Kind, Live } from './kinds';

/** What became of one entry of a list. */
export type Written = Live | PlatformError;

interface Exception {
	code?: number;
	message?: string;
}

/** `exceptions` is a list for campaigns and ad groups and an object for ads; empty means that all is well. */
interface Item {
	data?: Live | null;
	exceptions?: Exception | Exception[] | null;
}

function exceptionIn({ exceptions }: Item): Exception | undefined {
	const all = (Array.isArray(exceptions) ? exceptions : [exceptions]).flatMap((one) => (one && (one.code !== undefined || one.message) ? one : []));
	const [first] = all;
	return first && { ...first, message: all.map(({ message = `code ${first.code}` }) => message).join('; ') };
}

const untold = () => new PlatformError({ verdict: 'unknown', code: 'no-answer', message: 'Pinterest did not tell what became of this item.', hint: 'Look at Pinterest’s Ads Manager before you send it again: it may have arrived.' });

function written(item: Item | undefined): Written {
	const exception = item && exceptionIn(item);
	if (exception) return new PlatformError(entryFailure(exception));
	return item?.data?.id ? { ...item.data, id: String(item.data.id) } : untold();
}

/** Nothing of a call that Pinterest does not understand is done, and it may be about one entry alone. */
const isDivisible = ({ status }: PlatformError, entries: readonly object[]) => status === 400 && entries.length > 1;

/**
 * Makes (`POST`) or changes (`PATCH`) several with one call, and answers what became of each, in their order: one that is refused does not
 * stop the others. A change to fixed values may be made twice; making something may not.
 * https://developers.pinterest.com/docs/api/v5/campaigns-update
 */
export async function write(api: Api, account: string, kind: Kind, method: 'POST' | 'PATCH', entries: readonly object[]): Promise<Written[]> {
	if (entries.length === 0) return [];
	const again = method === 'PATCH' ? { idempotent: true } : { once: true as const };
	try {
		const { items = [] } = await api.send<{ items?: Item[] }>({ method, url: `${accountPath(account)}/${factsOf(kind).collection}`, list: entries, lane: pinterestAds.lanes.write, ...again });
		return entries.map((_, index) => written(items[index]));
	} catch (error) {
		const failure = asAdsError(error);
		if (!isDivisible(failure, entries)) return entries.map(() => failure);
		const half = Math.ceil(entries.length / 2);
		return [...(await write(api, account, kind, method, entries.slice(0, half))), ...(await write(api, account, kind, method, entries.slice(half)))];
	}
}

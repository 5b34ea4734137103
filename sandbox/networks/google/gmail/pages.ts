import { invalid } from './call';

/** What a page's token says: the key of its last item. */
const tokenOf = (key: string): string => Buffer.from(key).toString('base64url');

/** One page of `items`, and the token of the next one where there is more. The token names the last item, so that what arrives meanwhile moves nothing. */
export function pageOf<T>(items: Iterable<T>, keyOf: (item: T) => string, { token, most }: { token?: string; most: number }): { page: T[]; nextPageToken?: string } {
	const page: T[] = [];
	const last = token === undefined ? undefined : Buffer.from(token, 'base64url').toString();
	let begun = last === undefined;
	for (const item of items) {
		if (!begun) {
			begun = keyOf(item) === last;
			continue;
		}
		if (page.length === most) {
			const end = page.at(-1);
			return { page, nextPageToken: end === undefined ? undefined : tokenOf(keyOf(end)) };
		}
		page.push(item);
	}
	if (!begun) throw invalid('Invalid pageToken');
	return { page };
}

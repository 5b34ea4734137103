import type { IDataObject } from 'n8n-workflow';
import type { Platform } from './platform';
import type { Request } from './request';

/** Follows the platform's cursors. A page is fetched only when its first item is asked for. */
export async function* pagesOf<T extends object>(first: Request, platform: Platform, send: (request: Request) => Promise<IDataObject>): AsyncGenerator<T> {
	for (let request: Request | undefined = first; request; ) {
		const body: IDataObject = await send(request);
		yield* (platform.pageItems?.(body) ?? [body]) as T[];
		request = platform.nextPage?.(request, body);
	}
}

/** The first `limit` items. Nothing beyond them is fetched. A listing may give whole pages: arrays, which cost less than their items one by one. */
export async function collect<T>(items: AsyncIterable<T | T[]>, limit: number): Promise<T[]> {
	const collected: T[] = [];
	if (limit <= 0) return collected;
	for await (const item of items) {
		if (!Array.isArray(item)) collected.push(item);
		else for (const one of item) collected.push(one);
		if (collected.length >= limit) break;
	}
	if (collected.length > limit) collected.length = limit;
	return collected;
}

import type { Request } from 'express';
import { invalid, PinterestError } from './errors';

/** The parameters of a query. One that is known as `name…` may be given several times, and is left to the caller. @throws PinterestError where one is not among `known`, given twice, or acts for an ad account in the API Sandbox. */
export function queryOf(req: Request<Record<string, string>>, ...known: string[]): Partial<Record<string, string>> {
	const entries = Object.entries(req.query).flatMap(([name, value]): [string, string][] => {
		if (known.includes(`${name}…`)) return [];
		if (!known.includes(name)) throw invalid(`'${name}' is no parameter of this call (${known.join(', ') || 'it has none'})`);
		if (typeof value !== 'string') throw invalid(`'${name}' is given twice`);
		return [[name, value]];
	});
	const query = Object.fromEntries(entries);
	const { ad_account_id: adAccount } = query;
	if (adAccount !== undefined && !/^\d{1,18}$/.test(adAccount)) throw invalid(`'ad_account_id' value must match the pattern: ^\\d+$`);
	return query;
}

export function oneOf<T extends string>(query: Partial<Record<string, string>>, name: string, words: readonly T[]): T | undefined {
	const value = query[name];
	const word = words.find((known) => known === value);
	if (value !== undefined && word === undefined) throw invalid(`'${value}' is not one of ${JSON.stringify(words)} as '${name}'`);
	return word;
}

export function flag(query: Partial<Record<string, string>>, name: string): boolean {
	return oneOf(query, name, ['true', 'false']) === 'true';
}

/** A whole number from 1 to `most`. */
export function count(query: Partial<Record<string, string>>, name: string, usual: number, most: number): number {
	const value = query[name] ?? String(usual);
	if (!/^\d+$/.test(value)) throw new PinterestError(400, 1, `Parameter '${name}' was not numeric (was ${value})`);
	if (Number(value) < 1 || Number(value) > most) throw invalid(`'${name}' must be from 1 to ${most}, not ${value}`);
	return Number(value);
}

const usualSize = 25;
const mostSize = 250;
export const paging = ['bookmark', 'page_size'];

const bookmarkAt = (start: number) => Buffer.from(`SANDBOX:${start}`).toString('base64url');

/** One page: `bookmark` leads to the next, and is null at the end. */
export function pageOf<T>(all: readonly T[], query: Partial<Record<string, string>>, size = count(query, 'page_size', usualSize, mostSize)): { items: T[]; bookmark: string | null } {
	const { bookmark } = query;
	const start = bookmark === undefined ? 0 : Number(/^SANDBOX:(\d+)$/.exec(Buffer.from(bookmark, 'base64url').toString())?.[1] ?? NaN);
	if (Number.isNaN(start)) throw invalid(`'bookmark' is none that a page gave`);
	const end = start + size;
	return { items: all.slice(start, end), bookmark: end < all.length ? bookmarkAt(end) : null };
}

import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { Api } from './api';
import { asNodeError } from './errors';
import { collect } from './paging';
import { openSession, platformFor } from './session';
import type { Platforms } from './session';
import type { Request } from './request';

/** What one entry of a list shows; undefined leaves it out. */
type Entry = { name: string; value: string; url?: string } | undefined;

/** More than an editor's list can sensibly show. */
const MOST = 500;

/** Without case and accents, as people type. */
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** A resource locator's “From List”: the listing's entries whose name contains what the person typed. */
export const listSearch = <T extends object>(platforms: Platforms, request: Request | ((context: ILoadOptionsFunctions, api: Api, filter: string) => Request | AsyncIterable<T>), entryOf: (item: T) => Entry) =>
	async function search(this: ILoadOptionsFunctions, filter = ''): Promise<INodeListSearchResult> {
		try {
			const api = new Api(await openSession(this, platformFor(this, platforms)), 'read');
			const source = typeof request === 'function' ? request(this, api, filter) : request;
			const items = await collect(Symbol.asyncIterator in source ? source : api.pages<T>(source), MOST);
			const wanted = plain(filter);
			return { results: items.flatMap((item) => entryOf(item) ?? []).filter(({ name }) => plain(name).includes(wanted)) };
		} catch (error) {
			throw asNodeError(this.getNode(), error);
		}
	};

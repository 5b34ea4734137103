import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../core/api';
import { PlatformError } from '../../core/errors';
import type { Request } from '../../core/request';
import { threads } from '../../platforms/threads';
import type { Done } from '../network';

/** https://developers.facebook.com/docs/threads/troubleshooting#publishing-does-not-return-a-media-id */
export interface Container {
	status: 'IN_PROGRESS' | 'FINISHED' | 'ERROR' | 'EXPIRED' | 'PUBLISHED';
	error_message?: string;
}

/** The parameters of a post, and those of a carousel's items. */
export interface Composed {
	parameters: IDataObject;
	items: readonly IDataObject[];
}

/** As a form writes them; what is empty is left out. */
const formOf = (parameters: IDataObject): Record<string, string> =>
	Object.fromEntries(
		Object.entries(parameters).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, typeof value === 'object' ? JSON.stringify(value) : String(value)]])),
	);

/** Makes a container; a second one for the same post would do no harm, as only one is published. */
export const createContainer = async (api: Api, account: string, parameters: IDataObject): Promise<string> =>
	(await api.send<{ id: string }>({ method: 'POST', url: `/${account}/threads`, urlencoded: formOf(parameters), idempotent: true })).id;

export const createItem = async (api: Api, account: string, item: IDataObject): Promise<string> => await createContainer(api, account, { ...item, is_carousel_item: true });

/** The post itself; in a carousel its items come first, as containers of their own. */
export const createWhole = async (api: Api, account: string, { parameters }: Composed, items: readonly string[]): Promise<string> =>
	await createContainer(api, account, { ...parameters, ...(items.length > 0 && { media_type: 'CAROUSEL', children: items.join(',') }) });

export const statusRequest = (container: string): Request => ({ url: `/${container}`, qs: { fields: 'id,status,error_message' } });

/** https://developers.facebook.com/docs/threads/posts#step-2--publish-a-threads-media-container */
export const publishRequest = (account: string, container: string): Request => ({ method: 'POST', url: `/${account}/threads_publish`, urlencoded: { creation_id: container } });

/** Its own words where Threads could not process a container. */
export function unprocessed({ status, error_message: told = '' }: Container): PlatformError {
	const hint = threads.containerErrors[told] ?? 'Check format, size, length and ratio of the file against Threads’ limits and run the item again.';
	return new PlatformError({ verdict: 'fix-input', code: told || status, message: `Threads could not process the post: ${told || status}.`, hint });
}

interface Listed extends Done {
	text?: string;
	timestamp: string;
	replied_to?: { id: string };
}

/** Clocks differ, and Threads’ times have whole seconds. In ms. */
export const SKEW = 60_000;

/** The post that a published container became: the newest one since with the same text, in the same place, not just the newest. */
export async function identified(api: Api, account: string, { text = '', reply_to_id: parent }: IDataObject, since: number): Promise<Done | undefined> {
	const fields = 'id,permalink,text,timestamp';
	const listing = parent ? { url: `/${account}/replies`, qs: { fields: `${fields},replied_to`, limit: 25 } } : { url: `/${account}/threads`, qs: { fields, limit: 25 } };
	const { data } = await api.send<{ data: Listed[] }>(listing);
	const isIt = (one: Listed) => Date.parse(one.timestamp) >= since - SKEW && (one.text ?? '').trim() === String(text).trim() && (!parent || !one.replied_to || one.replied_to.id === parent);
	const found = data.find(isIt);
	return found && { id: found.id, permalink: found.permalink };
}

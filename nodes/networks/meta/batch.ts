import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../core/api';
import { PlatformError } from '../../core/errors';
import type { Failure } from '../../core/errors';
import type { Platform } from '../../core/platform';
import { isMissing, meta } from '../../platforms/meta';
import { isBatchTimeout, metaBatch } from '../../platforms/metaBatch';

/** One call inside a batch. */
export interface Part {
	method?: 'GET' | 'POST' | 'DELETE';
	/** Path without version. */
	url: string;
	qs?: IDataObject;
	body?: IDataObject;
}

/** What became of it: the body, or why there is none. */
export type PartResult = { body: IDataObject; failure?: undefined } | { body?: undefined; failure: Failure };

interface SubReply {
	code: number;
	headers?: { name: string; value: string }[] | null;
	body: string;
}

const timedOut: Failure = { verdict: 'unknown', code: 'no-answer', message: 'Meta did not get to this call of the batch in time.', hint: 'Look at Meta before you send it again: it may have arrived.' };

/** As forms are written: nested values as JSON. */
const encoded = (fields: IDataObject = {}) => {
	const form = new URLSearchParams();
	for (const [name, value] of Object.entries(fields)) if (value !== undefined) form.set(name, typeof value === 'object' ? JSON.stringify(value) : String(value));
	return form.toString();
};

function wireOf({ method = 'GET', url, qs, body }: Part) {
	const query = encoded(qs);
	return { method, relative_url: url.replace(/^\//, '') + (query && `?${query}`), ...(body && { body: encoded(body) }) };
}

function jsonOf(text: string): IDataObject | undefined {
	try {
		const body: unknown = JSON.parse(text);
		return typeof body === 'object' && body !== null ? { ...body } : undefined;
	} catch {
		return undefined;
	}
}

/** What a batch needs to know of the network it speaks to. */
type Dialect = Pick<Platform, 'parseError' | 'retry'>;

function resultOf(reply: SubReply | null, { parseError }: Dialect): PartResult {
	if (!reply) return { failure: timedOut };
	const headers = Object.fromEntries((reply.headers ?? []).map(({ name, value }) => [name.toLowerCase(), value]));
	const body = jsonOf(reply.body);
	const failure = parseError({ status: reply.code, headers, body });
	if (failure) return { failure: { status: reply.code, ...failure } };
	return body && reply.code < 300 ? { body } : { failure: { ...timedOut, status: reply.code } };
}

const isRead = ({ method = 'GET' }: Part) => method === 'GET';

/** One request. Reads are halved for as long as Meta finds them too long; of writes some may have been made by then. */
async function ask(api: Api, parts: Part[], dialect: Dialect): Promise<PartResult[]> {
	const body = { batch: parts.map(wireOf), include_headers: false };
	const harmless = parts.every(isRead);
	const replies = await api.send<(SubReply | null)[]>({ method: 'POST', url: '/', body, idempotent: harmless }).catch((error: unknown) => {
		if (!(error instanceof PlatformError) || !isBatchTimeout(error)) throw error;
		if (!harmless) return parts.map(() => null);
		if (parts.length > 1) return undefined;
		throw error;
	});
	if (replies) return parts.map((_, index) => resultOf(replies[index] ?? null, dialect));
	const half = Math.ceil(parts.length / 2);
	return [...(await ask(api, parts.slice(0, half), dialect)), ...(await ask(api, parts.slice(half), dialect))];
}

/**
 * Makes many calls with few requests, and answers each one's result in their order. A read that Meta did not get to, or that met a passing
 * fault, is asked again; a write never is. https://developers.facebook.com/docs/graph-api/batch-requests
 */
export async function batch(api: Api, parts: readonly Part[], dialect: Dialect = meta): Promise<PartResult[]> {
	const results: PartResult[] = [];
	for (let at = 0; at < parts.length; at += metaBatch.most) {
		const some = parts.slice(at, at + metaBatch.most);
		const answers = await ask(api, some, dialect);
		for (let attempt = 1; attempt < dialect.retry.attempts; attempt++) {
			const again = some.flatMap((part, index) => (isRead(part) && isPassing(answers[index]) ? [index] : []));
			if (again.length === 0) break;
			const second = await ask(api, again.flatMap((index) => some[index] ?? []), dialect);
			again.forEach((index, place) => (answers[index] = second[place] ?? { failure: timedOut }));
		}
		results.push(...answers);
	}
	return results;
}

const isPassing = (result?: PartResult) => result?.failure?.verdict === 'unknown' || result?.failure?.verdict === 'retry';

/** These fields of many objects, by ID. What does not exist, or not for this connection, is left out. */
export async function getMany<T extends object = IDataObject>(api: Api, ids: Iterable<string>, fields: string, dialect: Dialect = meta): Promise<Map<string, T>> {
	const all = [...new Set(ids)];
	const results = await batch(api, all.map((id) => ({ url: `/${id}`, qs: { fields } })), dialect);
	const found = new Map<string, T>();
	results.forEach(({ body, failure }, index) => {
		if (failure && !isMissing(failure)) throw new PlatformError(failure);
		if (body) found.set(all[index] ?? '', body as T);
	});
	return found;
}

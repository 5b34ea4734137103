import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** One call that this process's servers took, and what they answered. */
export interface WireExchange {
	method: string;
	/** With the vendor's host in front: `/api.pinterest.com/v5/pins`. */
	path: string;
	query: URLSearchParams;
	/** As the sandbox read it. */
	body: unknown;
	status: number;
	answer: unknown;
	/** A fault was injected: the answer is not the sandbox's own. */
	spoilt: boolean;
}

const START = 'http.server.request.start';

function parsed(text: string, type: unknown): unknown {
	if (text === '') return undefined;
	try {
		return String(type).includes('json') ? JSON.parse(text) : text;
	} catch {
		return text;
	}
}

const bytesOf = (part: unknown): Buffer[] => (typeof part === 'string' || part instanceof Uint8Array ? [Buffer.from(part)] : []);

/** Listens to everything that the sandboxes of this process take and answer, from now until `stop`. */
export function tapWire(wanted: (path: string) => boolean) {
	const exchanges: WireExchange[] = [];
	const listen = (message: unknown) => {
		const { request, response } = message as { request: IncomingMessage & { body?: unknown }; response: ServerResponse & { locals?: { fault?: unknown } } };
		const { pathname: path, searchParams: query } = new URL(request.url ?? '/', 'http://sandbox');
		if (!wanted(path)) return;
		const pieces: Buffer[] = [];
		const { write, end } = response;
		response.write = (...given: unknown[]) => {
			pieces.push(...bytesOf(given[0]));
			return Reflect.apply(write, response, given);
		};
		response.end = (...given: unknown[]) => {
			pieces.push(...bytesOf(given[0]));
			return Reflect.apply(end, response, given);
		};
		response.once('finish', () => {
			const answer = parsed(Buffer.concat(pieces).toString(), response.getHeader('content-type'));
			exchanges.push({ method: request.method ?? '', path, query, body: request.body, status: response.statusCode, answer, spoilt: response.locals?.fault !== undefined });
		});
	};
	subscribe(START, listen);
	return { exchanges, stop: () => void unsubscribe(START, listen) };
}

import type { Request } from 'express';
import { ApiError } from './errors';

const malformed = (message: string): ApiError => new ApiError(400, 'ILLEGAL_ARGUMENT', message);

/**
 * The key of an entity: the path's segment after `/rest/<resource>/`. Rest.li 2.0 wants all of a URN encoded, its colons too.
 * https://learn.microsoft.com/en-us/linkedin/shared/api-guide/concepts/protocol-version
 */
export function keyIn(request: Request, segment = 3): string {
	const [path = ''] = request.url.split('?');
	const raw = path.split('/')[segment] ?? '';
	if (!/^(?:[\w.~-]|%[\dA-Fa-f]{2})+$/.test(raw)) throw malformed(`The key ${raw} must be URL encoded`);
	return decodeURIComponent(raw);
}

/** The parameters of a call, as they stand in its address; what is not among `known` is refused. URNs must be encoded. */
export function parametersIn(request: Request, known: readonly string[]): Partial<Record<string, string>> {
	const [, query = ''] = request.url.split('?');
	const found: Partial<Record<string, string>> = {};
	for (const pair of query.split('&').filter(Boolean)) {
		const [name = '', ...rest] = pair.split('=');
		const raw = rest.join('=');
		if (!known.includes(name)) throw new ApiError(400, 'QUERY_PARAM_NOT_ALLOWED', `Query parameter ${name} is not allowed`);
		if (raw.startsWith('urn:')) throw malformed(`The value of ${name} must be URL encoded`);
		found[name] = decodeURIComponent(raw);
	}
	return found;
}

/** `start` and `count` of a finder. */
export function pageOf({ start = '0', count = '10' }: Partial<Record<string, string>>): { start: number; count: number } {
	if (!/^\d+$/.test(start) || !/^\d+$/.test(count) || Number(count) > 100) throw malformed('start and count must be whole numbers, count at most 100');
	return { start: Number(start), count: Number(count) };
}

/** The method that a POST stands for. */
export const methodOf = (request: Request): string | undefined => request.get('x-restli-method')?.toUpperCase();

import type { Request, RequestHandler, Response } from 'express';
import { BodyError } from '../body';

/** Pinterest's error form; the HTTP status decides, `code` refines. https://developers.pinterest.com/docs/reference/error-codes/ */
export class PinterestError extends Error {
	constructor(
		readonly status: number,
		readonly code: number,
		message: string,
	) {
		super(message);
	}
}

/** Pinterest's JSON for an error, at its token endpoint too: the names of RFC 6749 do not occur. */
export const errorJson = (code: number, message: string) => ({ code, message, status: 'failure' });

export const unauthenticated = () => new PinterestError(401, 2, 'Authentication failed.');
export const invalid = (reason: string) => new PinterestError(400, 1, `Invalid request: ${reason}`);

/** A handler whose answer is JSON with `status`, and whose refusals are told as Pinterest tells them. */
export const route =
	<P extends Record<string, string> = Record<string, string>>(
		handle: (req: Request<P>, res: Response) => object | Promise<object>,
		status = 200,
	): RequestHandler<P> =>
	async (req, res) => {
		try {
			const answer = await handle(req, res);
			res.status(status).json(answer);
		} catch (error) {
			const known = error instanceof BodyError ? invalid(error.message) : error;
			if (!(known instanceof PinterestError)) throw known;
			res.status(known.status).json(errorJson(known.code, known.message));
		}
	};

const faults: Record<number, [code: number, message: string]> = {
	401: [2, 'Authentication failed.'],
	429: [8, 'This request exceeded a rate limit. This can happen if the client exceeds one of the published rate limits within a short time window.'],
};

/** For injected faults. */
export function errorBody(status: number): unknown {
	return errorJson(...(faults[status] ?? [status, `Injected HTTP ${status}.`]));
}

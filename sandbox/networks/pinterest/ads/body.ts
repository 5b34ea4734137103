import type { Request } from 'express';
import { invalid } from '../errors';

const MOST = 10 * 1024 * 1024;

async function readJson(req: Request): Promise<unknown> {
	if (!(req.get('content-type') ?? '').toLowerCase().startsWith('application/json')) throw invalid('the body must be application/json');
	const pieces: Buffer[] = [];
	let size = 0;
	for await (const piece of req) {
		const part = Buffer.from(piece);
		size += part.length;
		if (size > MOST) throw invalid(`the request body is larger than ${MOST} bytes`);
		pieces.push(part);
	}
	try {
		const body: unknown = JSON.parse(Buffer.concat(pieces).toString('utf8'));
		// For the journal of requests.
		req.body = body;
		return body;
	} catch {
		throw invalid('the request body is not JSON');
	}
}

/** A body that is a list. @throws PinterestError 400 */
export async function readList(req: Request): Promise<unknown[]> {
	const body = await readJson(req);
	if (Array.isArray(body)) return body;
	throw invalid("the request body is not of type 'array'");
}

/** A body that is an object. @throws PinterestError 400 */
export async function readObject(req: Request): Promise<Record<string, unknown>> {
	const body = await readJson(req);
	if (typeof body === 'object' && body !== null && !Array.isArray(body)) return { ...body };
	throw invalid("the request body is not of type 'object'");
}

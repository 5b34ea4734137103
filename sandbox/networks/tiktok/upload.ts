import { Router, type Request, type Response } from 'express';
import { HeadCollector } from '../body';
import { readQuery } from '../oauth/endpoint';
import { envelope } from './errors';
import { uploaded, type Post, type Upload } from './posts';
import type { TikTok } from './state';

const types = ['video/mp4', 'video/quicktime', 'video/webm'];

interface Range {
	first: number;
	end: number;
}

/** `Content-Range: bytes {first}-{last}/{total}`, provided that it names one of the chunks that were announced; the last takes what is left over. */
function rangeOf(request: Request, { size, chunk, count }: Upload): Range | undefined {
	const [, first = '', last = '', total = ''] = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(request.get('content-range') ?? '') ?? [];
	const [from, end] = [Number(first), Number(last) + 1];
	const index = from / chunk;
	const isChunk = Number.isInteger(index) && index < count && end === (index === count - 1 ? size : from + chunk);
	return total === String(size) && isChunk && Number(request.get('content-length')) === end - from ? { first: from, end } : undefined;
}

/** How far it is: `bytes 0-{uploaded}/{total}`. */
const progress = ({ received, size }: Upload) => `bytes 0-${received}/${size}`;

/** Answers the status; a chunk that breaks off is as if it had never been sent. */
async function take(request: Request, post: Post, upload: Upload, tiktok: TikTok): Promise<number> {
	if (upload.expiresAt <= tiktok.now) return 403;
	// TikTok does not ask for the token here; whoever sends it gives it away.
	if (request.get('authorization') !== undefined) return 400;
	const range = rangeOf(request, upload);
	if (!range || !types.includes(request.get('content-type') ?? '')) return 400;
	if (range.first !== upload.received) return 416;
	const collector = new HeadCollector();
	for await (const piece of request) collector.add(Buffer.from(piece));
	// Another one may have come first.
	if (range.first !== upload.received || collector.size !== range.end - range.first) return 416;
	upload.head ??= collector.head();
	upload.received = range.end;
	if (upload.received < upload.size) return 206;
	uploaded(post, upload, tiktok);
	upload.head = undefined;
	return 201;
}

/** The upload host, which wants no token: its address holds one. https://developers.tiktok.com/doc/content-posting-api-media-transfer-guide */
export function uploadRouter(tiktok: TikTok): Router {
	const router = Router({ strict: true });
	const refuse = (response: Response, status: number) =>
		response.status(status).json(envelope({}, tiktok.now, { code: 'upload_failed', message: `The upload was refused with HTTP ${status}.` }));
	router.put('/video/', async (request, response) => {
		const { upload_id: id, upload_token: secret } = readQuery(request);
		const post = [...tiktok.posts.values()].find(({ upload }) => upload !== undefined && upload.id === id && secret === `SANDBOXTTUPLOAD${id}`);
		if (!post?.upload) {
			request.resume();
			refuse(response, 404);
			return;
		}
		try {
			const status = await take(request, post, post.upload, tiktok);
			request.resume();
			response.set('content-range', progress(post.upload));
			if (status < 300) response.status(status).end();
			else refuse(response, status);
		} catch (error) {
			if (!request.destroyed || request.complete) throw error;
		}
	});
	return router;
}

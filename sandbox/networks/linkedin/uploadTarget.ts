import { createHash } from 'node:crypto';
import { Router, type Request } from 'express';
import { HeadCollector } from '../body';
import { isRefusal } from '../oauth/grants';
import { bearer } from '../oauth/endpoint';
import { sniff } from '../sniff';
import { ApiError, apiBody } from './errors';
import type { LinkedIn } from './state';
import { collections, type Asset, type Part } from './uploads';

const PIXELS = 36_152_320;
const MEGABYTE = 1024 * 1024;

const taken = {
	images: ['image/jpeg', 'image/png', 'image/gif'],
	videos: ['video/mp4'],
	// Office files are archives, those of before 2007 are none that anybody recognises here.
	documents: ['application/pdf', 'application/zip'],
};

/** What LinkedIn could not process in a file that it has taken. */
function failureOf({ collection }: Asset, head: Buffer, size: number): string | undefined {
	const found = sniff(head);
	if (!found || !taken[collection].includes(found.mime)) return `The ${collections[collection]} has a format that is not supported`;
	if (collection === 'images' && (found.width ?? 0) * (found.height ?? 0) >= PIXELS) return 'The image has too many pixels';
	if (collection === 'documents' && size > 100 * MEGABYTE) return 'The document is larger than 100 MB';
	return undefined;
}

async function received(request: Request): Promise<{ head: Buffer; size: number; etag: string }> {
	const collected = new HeadCollector();
	const hash = createHash('md5');
	for await (const chunk of request) {
		collected.add(chunk);
		hash.update(chunk);
	}
	return { head: collected.head(), size: collected.size, etag: hash.digest('hex') };
}

function findPart(linkedin: LinkedIn, secret: string): { asset: Asset; part: Part } {
	for (const asset of linkedin.assets.values()) {
		const part = asset.parts.find((one) => one.secret === secret);
		if (part) return { asset, part };
	}
	throw new ApiError(404, 'RESOURCE_NOT_FOUND', 'There is no upload at this address');
}

function check(request: Request, linkedin: LinkedIn, { collection, urlsExpireAt, uploadedAt }: Asset): void {
	if (request.get('linkedin-version') !== undefined) throw new ApiError(400, 'ILLEGAL_ARGUMENT', 'An upload address knows no LinkedIn-Version');
	if (linkedin.now >= urlsExpireAt) throw new ApiError(401, 'EXPIRED_UPLOAD_URL', 'The upload URL has expired');
	const token = bearer(request);
	if (token !== undefined && isRefusal(linkedin.grants.valid(token))) throw new ApiError(401, 'INVALID_ACCESS_TOKEN', 'Invalid access token', 65600);
	if (collection === 'videos' && request.get('content-type') !== 'application/octet-stream') throw new ApiError(400, 'ILLEGAL_ARGUMENT', 'The Content-Type of a part must be application/octet-stream');
	if (uploadedAt !== undefined && collection === 'videos') throw new ApiError(400, 'ILLEGAL_ARGUMENT', 'The upload is finalized already');
}

/** `PUT` on the addresses that `initializeUpload` gave, on www.linkedin.com: whole files, or the parts of a video. */
export function uploadTarget(linkedin: LinkedIn): Router {
	const router = Router();
	router.put('/dms-uploads/:secret', async (request, response) => {
		try {
			const { asset, part } = findPart(linkedin, request.params.secret);
			check(request, linkedin, asset);
			const { head, size, etag } = await received(request);
			if (size === 0) throw new ApiError(400, 'ILLEGAL_ARGUMENT', 'The upload is empty');
			if (asset.collection === 'videos' && size !== part.lastByte - part.firstByte + 1) throw new ApiError(400, 'ILLEGAL_ARGUMENT', `This address takes bytes ${part.firstByte} to ${part.lastByte}; ${size} came`);
			part.etag = `/${asset.urn.split(':').at(-1) ?? ''}/${etag}`;
			if (part.firstByte === 0) {
				asset.failure = failureOf(asset, head, asset.size ?? size);
				const mime = sniff(head)?.mime ?? 'application/octet-stream';
				asset.url = linkedin.world.media.put({ name: asset.urn.split(':').at(-1) ?? 'file', mime, head, size: asset.size ?? size }).url;
			}
			if (asset.collection !== 'videos') asset.uploadedAt = linkedin.now;
			response.status(201).set('etag', `"${part.etag}"`).end();
		} catch (error) {
			if (!(error instanceof ApiError)) throw error;
			// Also what is refused is read to its end: a client that still writes would see a broken connection.
			request.resume();
			response.status(error.status).json(apiBody(error));
		}
	});
	return router;
}

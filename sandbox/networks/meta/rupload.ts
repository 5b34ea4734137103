import { Router, type Request } from 'express';
import { HeadCollector } from '../body';
import { sniff } from '../sniff';
import type { StoredMedia } from '../world';
import { acceptVideo } from './containers';
import { bearerOf } from './envelope';
import { GraphError } from './errors';
import { download, FetchFailure } from './media';
import type { Container, Video } from './model';
import { maySee } from './nodes';
import type { Meta } from './state';
import { largestVideo, setVideoFile } from './videos';

/** A failed upload as the upload host reports it. */
class UploadError extends Error {
	constructor(
		readonly type: 'OffsetInvalidError' | 'PartialRequestError' | 'ProcessingFailedError' | 'RequestInvalidError',
		message: string,
		readonly retriable: boolean,
	) {
		super(message);
	}
}

type Target = Video | Container;

function targetOf(host: 'video-upload' | 'ig-api-upload', id: string, request: Request, meta: Meta): Target {
	const bearer = bearerOf(request);
	if (bearer === undefined) throw new GraphError(190, 'An access token is required to request this resource.', { status: 401 });
	const token = meta.tokens.valid(bearer);
	const target = host === 'video-upload' ? meta.find('Video', id) : meta.find('IGContainer', id);
	if (!target || !maySee(token, target, meta)) throw new UploadError('RequestInvalidError', `Upload ${id} does not exist or belongs to somebody else.`, false);
	if (target.type === 'IGContainer' && target.received === undefined) {
		throw new UploadError('RequestInvalidError', `Container ${id} was not created with upload_type=resumable.`, false);
	}
	return target;
}

const received = (target: Target): number => target.received ?? 0;

function complete(target: Target, file: StoredMedia, shownUrl: string, meta: Meta): void {
	if (target.type === 'Video') {
		setVideoFile(target, file, shownUrl);
		return;
	}
	target.received = file.size;
	acceptVideo(target, { file, sniffed: sniff(file.head) }, shownUrl, meta);
}

async function fetchHosted(target: Target, url: string, meta: Meta): Promise<void> {
	try {
		complete(target, (await download(meta.world, url, largestVideo)).file, url, meta);
	} catch (error) {
		if (error instanceof FetchFailure) throw new UploadError('ProcessingFailedError', error.message, false);
		throw error;
	}
}

const headerCount = (request: Request, name: string): number => {
	const text = request.header(name) ?? '';
	if (!/^\d+$/.test(text)) throw new UploadError('RequestInvalidError', `Header ${name} must be a number of bytes.`, false);
	return Number(text);
};

/** Streams the body from `offset` on. Bytes of a broken connection count, so that the client can resume behind them. */
async function takeBytes(target: Target, request: Request, meta: Meta): Promise<void> {
	const offset = headerCount(request, 'offset');
	const size = headerCount(request, 'file_size');
	if (offset !== received(target)) {
		request.resume();
		throw new UploadError('OffsetInvalidError', `Offset ${offset} does not follow the ${received(target)} bytes received so far.`, true);
	}
	const collector = new HeadCollector();
	const keep = (): void => {
		target.received = offset + collector.size;
		const file = meta.world.media.put({
			name: `${target.id}.mp4`,
			mime: 'video/mp4',
			head: target.file?.head ?? collector.head(),
			size: offset + collector.size,
		});
		target.file = file;
		if (target.type === 'Video') target.size = size;
	};
	try {
		for await (const chunk of request) collector.add(Buffer.from(chunk));
	} finally {
		keep();
	}
	if (received(target) > size)
		throw new UploadError('RequestInvalidError', `${received(target)} bytes came, but file_size announced ${size}.`, false);
	if (received(target) < size)
		throw new UploadError(
			'PartialRequestError',
			`${received(target)} of ${size} bytes came; send the rest with offset ${received(target)}.`,
			true,
		);
	if (target.file) complete(target, target.file, target.file.url, meta);
}

/**
 * rupload.facebook.com: bytes of reels, video stories and resumable Instagram containers, or the address of a hosted file.
 * https://developers.facebook.com/docs/video-api/guides/reels-publishing#step-2--upload-the-video
 */
export function ruploadRouter(meta: Meta): Router {
	const router = Router();
	router.post(['/:host/:version/:id', '/:host/:id'], async (request, response) => {
		const { host, id } = request.params;
		try {
			if (host !== 'video-upload' && host !== 'ig-api-upload')
				throw new UploadError('RequestInvalidError', `There is no upload service ${String(host)}.`, false);
			const target = targetOf(host, String(id), request, meta);
			const url = request.header('file_url');
			if (url === undefined) await takeBytes(target, request, meta);
			else await fetchHosted(target, url, meta);
			response.json(host === 'video-upload' ? { success: true } : { success: true, message: 'Upload successful. ' });
		} catch (error) {
			if (request.destroyed && !request.complete) return;
			if (error instanceof UploadError) {
				const { retriable, type, message } = error;
				response.status(400).json({ debug_info: { retriable, type, message } });
			} else if (error instanceof GraphError) {
				response.status(error.status).json(error.body());
			} else {
				throw error;
			}
		}
	});
	return router;
}

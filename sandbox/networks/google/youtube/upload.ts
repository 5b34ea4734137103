import type { Request, Response, Router } from 'express';
import { HeadCollector } from '../../body';
import { sniff } from '../../sniff';
import { Refused } from '../errors';
import { bodyOf as partBody, fieldsOf, split, structured } from '../gmail/mime';
import { route } from '../route';
import type { Google } from '../state';
import { enter, jsonOf, partsOf, scopes, type Call } from './call';
import { youtubeError } from './errors';
import { readVideo } from './metadata';
import type { Session, Video } from './model';
import { videoParts, videoResource } from './resource';
import type { YouTube } from './store';

/** What is kept of a broken upload is a multiple of it. */
const GRAIN = 256 * 1024;
/** https://developers.google.com/youtube/v3/docs/videos/insert */
const MOST = 256 * 1024 ** 3;
/** Of an upload in one body with its metadata. */
const MULTIPART = 16 * 1024 * 1024;
const DAY = 86_400_000;

const insert = { name: 'videos.insert', scopes: scopes.upload, cost: 'insert', parameters: ['uploadType', 'notifySubscribers', 'autoLevels', 'stabilize', 'upload_id'] } as const;

const mediaRequired = () => youtubeError(400, 'mediaBodyRequired', 'The request does not include the video content.', 'youtube.video', 'body');
const badRequest = (message: string) => youtubeError(400, 'badRequest', message, 'global');
const checkMime = (mime: string) => {
	if (!/^(video\/|application\/octet-stream)/.test(mime)) throw youtubeError(400, 'badContent', `Media type '${mime}' is not supported. Valid media types: [video/*, application/octet-stream]`, 'global');
};

/** A channel may not upload without end. */
function checkLimit({ youtube, channel }: Call): void {
	const since = youtube.world.clock.now() - DAY;
	if (youtube.uploadsOf(channel.id).filter(({ uploadedAt }) => uploadedAt > since).length >= youtube.settings.channelUploads)
		throw youtubeError(400, 'uploadLimitExceeded', 'The user has exceeded the number of videos they may upload.', 'youtube.video');
}

type Begun = Pick<Session, 'channel' | 'snippet' | 'status' | 'mime' | 'size' | 'head'>;

function published(youtube: YouTube, { channel, snippet, status, mime, size, head }: Begun): Video {
	const { world, settings } = youtube;
	const now = world.clock.now();
	const id = youtube.newId('vSANDBOX', 11);
	const file = world.media.put({ name: `${id}.mp4`, mime: mime.startsWith('video/') ? mime : 'video/mp4', head, size });
	const failure = settings.videoFailure || (sniff(head)?.mime.startsWith('video/') ? undefined : 'invalidFile');
	const locked = settings.unverifiedProject;
	const video: Video = {
		...{ id, channel, snippet, status: { ...status, ...(locked && { privacyStatus: 'private' as const }) }, file, uploadedAt: now, processedAt: now + settings.videoProcessingSeconds * 1000, locked },
		...(failure !== undefined && { failure }),
		...(settings.videoRejection !== '' && { rejection: settings.videoRejection }),
	};
	youtube.videos.set(id, video);
	youtube.show(video);
	return video;
}

async function begin(req: Request, res: Response, call: Call, parts: string[]): Promise<object> {
	const { youtube, channel } = call;
	const mime = req.get('x-upload-content-type') ?? 'application/octet-stream';
	const size = Number(req.get('x-upload-content-length') ?? NaN);
	checkMime(mime);
	if (!(size > 0)) throw badRequest('The sandbox wants X-Upload-Content-Length, a number of bytes.');
	if (size > MOST) throw youtubeError(413, 'uploadTooLarge', `Request is too large. Maximum size is ${MOST} bytes.`, 'global');
	const { snippet, status } = readVideo(await jsonOf(req), parts, youtube.world.clock.now());
	checkLimit(call);
	const id = `SANDBOX-${youtube.newId('', 12)}-${Buffer.from(channel.id).toString('base64url')}`;
	youtube.sessions.set(id, { id, channel: channel.id, snippet, status, parts, mime, size, received: 0, head: Buffer.alloc(0), begunAt: youtube.world.clock.now() });
	res.set({ location: `${youtube.world.origin}/www.googleapis.com/upload/youtube/v3/videos?uploadType=resumable&part=${parts.join(',')}&upload_id=${id}`, 'x-guploader-uploadid': id });
	return {};
}

/** All in one body: the metadata, then the file. https://developers.google.com/youtube/v3/guides/implementation/videos */
async function together(req: Request, call: Call, parts: string[]): Promise<object> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of req) {
		size += chunk.length;
		if (size > MULTIPART) throw youtubeError(413, 'uploadTooLarge', 'The sandbox takes larger files by resumable uploads only.', 'global');
		chunks.push(Buffer.from(chunk));
	}
	const { value, params } = structured(req.get('content-type') ?? '');
	const [json, media] = value === 'multipart/related' && params.boundary ? split(Buffer.concat(chunks), params.boundary) : [];
	if (!json || !media) throw mediaRequired();
	const body: Record<string, unknown> = JSON.parse(partBody(json).toString('utf8'));
	req.body = body;
	const bytes = partBody(media);
	const mime = structured(fieldsOf(media).find(({ name }) => name.toLowerCase() === 'content-type')?.value ?? '').value;
	checkMime(mime);
	checkLimit(call);
	const read = readVideo(body, parts, call.youtube.world.clock.now());
	return videoResource(call.youtube, published(call.youtube, { channel: call.channel.id, ...read, mime, size: bytes.length, head: bytes.subarray(0, 1024 * 1024) }), parts);
}

/** `bytes 0-99/100`, `bytes *\/100`; without the header the body is the whole file. */
function rangeOf(req: Request, { size }: Session): { start: number; end: number } | 'asked' {
	const header = req.get('content-range');
	if (header === undefined) return { start: 0, end: size };
	const [, first, last, total] = /^bytes (?:(\d+)-(\d+)|\*)\/(\d+|\*)$/.exec(header) ?? [];
	if (total === undefined || (total !== '*' && Number(total) !== size)) throw badRequest(`Failed to parse Content-Range header: ${header}; the upload has ${size} bytes.`);
	return first === undefined ? 'asked' : { start: Number(first), end: Number(last) + 1 };
}

function incomplete(res: Response, { received }: Session): void {
	res.status(308).set('x-guploader-uploadid', 'sandbox');
	if (received > 0) res.set('range', `bytes=0-${received - 1}`);
	res.end();
}

/** Takes the bytes as they come; those that are there already are passed over. A connection that breaks loses what is beyond a multiple of 256 KB. */
async function receive(req: Request, youtube: YouTube, session: Session, start: number, end: number): Promise<void> {
	if (start > session.received || end > session.size) {
		req.resume();
		throw badRequest(`Invalid request. According to the Content-Range header, the upload offset is ${start} byte(s), which exceeds already uploaded size of ${session.received} byte(s).`);
	}
	const { settings } = youtube;
	const cutAfter = settings.cutUploadAfter > 0 && settings.cutUploads > 0 ? settings.cutUploadAfter : Infinity;
	const collector = new HeadCollector();
	const before = session.received;
	const keep = (isWhole: boolean) => {
		const at = start + collector.size;
		const upTo = isWhole || at === session.size ? at : Math.floor(at / GRAIN) * GRAIN;
		session.received = Math.max(before, Math.min(upTo, session.size));
		if (start === 0 || session.head.length === 0) session.head = collector.head();
	};
	try {
		for await (const chunk of req) {
			collector.add(Buffer.from(chunk));
			if (collector.size < cutAfter) continue;
			settings.cutUploads--;
			keep(false);
			req.socket.destroy();
			return;
		}
	} catch (error) {
		keep(false);
		throw error;
	}
	if (start + collector.size !== end) {
		keep(false);
		throw badRequest(`${collector.size} bytes came; Content-Range announced ${end - start}.`);
	}
	if (end < session.size && (end - start) % GRAIN !== 0) throw badRequest(`The number of bytes uploaded is required to be equal or greater than 262144, except for the final request (it's recommended to be the exact multiple of 262144).`);
	keep(true);
}

async function go(req: Request, res: Response, google: Google): Promise<void> {
	const { youtube } = google;
	const session = youtube.sessions.get(String(req.query.upload_id));
	const isOver = session === undefined || session.begunAt + youtube.settings.sessionSeconds * 1000 <= youtube.world.clock.now();
	if (isOver) {
		req.resume();
		res.status(404).type('text').send('Not Found');
		return;
	}
	const range = rangeOf(req, session);
	const known = session.video === undefined ? undefined : youtube.videos.get(session.video);
	if (session.video !== undefined) {
		req.resume();
		if (!known) throw new Refused(410, {});
		res.json(videoResource(youtube, known, session.parts));
		return;
	}
	if (range !== 'asked') await receive(req, youtube, session, range.start, range.end);
	req.body = { received: session.received };
	if (res.destroyed || req.socket.destroyed) return;
	if (session.received < session.size) {
		incomplete(res, session);
		return;
	}
	const video = published(youtube, session);
	Object.assign(session, { video: video.id, head: Buffer.alloc(0) });
	res.json(videoResource(youtube, video, session.parts));
}

/** `/upload/youtube/v3/videos`. https://developers.google.com/youtube/v3/guides/using_resumable_upload_protocol */
export function uploadRoutes(router: Router, google: Google): void {
	router.post(
		'/upload/youtube/v3/videos',
		route(async (req, res) => {
			const parts = partsOf(req, videoParts);
			const call = enter(req, google, insert);
			const way = req.query.uploadType;
			if (way === 'resumable') return await begin(req, res, call, parts);
			if (way === 'multipart') return await together(req, call, parts);
			throw way === undefined ? mediaRequired() : badRequest(`Invalid upload request: uploadType "${String(way)}"; the sandbox knows resumable and multipart.`);
		}),
	);
	// Without a file Google’s clients leave “upload” out.
	router.post('/youtube/v3/videos', route((req) => {
		enter(req, google, insert);
		throw mediaRequired();
	}));
	router.put('/upload/youtube/v3/videos', (req, res, next) => {
		go(req, res, google).catch((error: unknown) => {
			if (error instanceof Refused) res.status(error.status).json(error.body);
			else if (!req.destroyed) next(error);
		});
	});
}

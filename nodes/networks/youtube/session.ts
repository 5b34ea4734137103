import type { Api } from '../../core/api';
import { PlatformError } from '../../core/errors';
import type { Reply } from '../../core/platform';
import { Ranges } from '../../core/ranges';
import type { Request } from '../../core/request';
import type { Upload } from '../../core/upload';
import { madeUpload } from '../../core/upload';
import { wait } from '../../core/wait';
import { youtube } from '../../platforms/youtube';
import type { Video } from './find';

const { upload } = youtube;

/** The session is over: after a week, or because its video is gone. */
const OVER = [404, 410];

/** An upload under way. Its address lets whoever has it upload as the channel: it stays in this process's memory. */
export interface Session {
	address: string;
	/** Bytes have been sent: how many there are, YouTube tells. */
	begun: boolean;
	/** All bytes may be there, so that no other upload may begin before this one has been asked. */
	complete: boolean;
}

/** Begins an upload. Nothing is there until its last byte is. https://developers.google.com/youtube/v3/guides/using_resumable_upload_protocol */
export async function beginUpload(api: Api, { size, mime }: Pick<Upload, 'size' | 'mime'>, video: Video, qs: Request['qs'] = {}): Promise<Session> {
	const { headers } = await api.send<Reply>({
		...{ method: 'POST', host: 'upload', url: '/videos', qs: { uploadType: 'resumable', part: 'snippet,status', ...qs }, body: { ...video } },
		...{ headers: { 'x-upload-content-length': String(size), 'x-upload-content-type': mime.startsWith('video/') ? mime : 'application/octet-stream' }, whole: true, idempotent: true },
	});
	const { location } = headers;
	if (typeof location === 'string') return { address: location, begun: false, complete: false };
	throw new PlatformError({ verdict: 'retry', code: 'no-session', message: 'YouTube began an upload without saying where it goes.', hint: 'Run the item again: nothing was uploaded.' });
}

/** How many bytes YouTube has. */
const received = ({ headers }: Reply): number => Number(/-(\d+)$/.exec(String(headers.range ?? ''))?.[1] ?? -1) + 1;

const videoIn = ({ body }: Reply): Video => (typeof body === 'object' ? { ...body } : {});

/** What is in memory already is sent in such pieces, too: who knows how far it came. */
const PIECE = 256 * 1024;

/** Notes when the last byte is on its way. */
function watched(range: Upload, session: Session): Upload {
	async function* read(offset?: number): AsyncIterable<Uint8Array> {
		let left = range.size - (offset ?? 0);
		for await (const piece of range.read(offset)) {
			for (let at = 0; at < piece.length; at += PIECE) {
				const part = piece.subarray(at, at + PIECE);
				left -= part.length;
				if (left <= 0) session.complete = true;
				yield part;
			}
		}
	}
	return madeUpload({ name: range.name, mime: range.mime, size: range.size, read });
}

const lost = (name: string) => new PlatformError({ verdict: 'retry', code: 'upload', message: `The upload of “${name}” was lost before it was complete.`, hint: 'Run the item again: nothing was uploaded.' });
const doubtful = (name: string) => new PlatformError({ verdict: 'unknown', code: 'upload', message: `YouTube does not tell what became of the upload of “${name}”.`, hint: 'Look at the channel’s videos before you run this item again: it may be there.' });

/** Without its last byte nothing is there, whatever became of a call. */
const unlessComplete = (session: Session) => (error: unknown): never => {
	if (!(error instanceof PlatformError) || error.verdict !== 'unknown' || session.complete) throw error;
	throw new PlatformError({ ...error, verdict: 'retry', message: error.message, hint: 'Run the item again: nothing was uploaded.' });
};

/**
 * Sends the bytes in one go. Where the connection breaks or the answer gets lost, YouTube is asked how far it came, and what is missing follows;
 * in memory is nothing but the piece under way.
 */
export async function sendFile(api: Api, session: Session, file: Upload): Promise<Video> {
	const { size, name, mime } = file;
	const { address } = session;
	const ranges = new Ranges(file);
	const asked = async () => await api.send<Reply>({ method: 'PUT', url: address, headers: { 'content-range': `bytes */${size}` }, whole: true, accepts: [308, ...OVER], idempotent: true });
	const sent = async (from: number) => {
		session.begun = true;
		const headers = { 'content-range': `bytes ${from}-${size - 1}/${size}`, 'content-type': mime };
		const range = watched(ranges.range(from, size), session);
		let isAnswered = true;
		const reconcile = async () => {
			isAnswered = false;
			return { result: await asked() };
		};
		const reply = await api.send<Reply>({ method: 'PUT', url: address, file: range, headers, timeout: upload.timeout, whole: true, accepts: [308, ...OVER], once: true, reconcile });
		// An answer to the bytes themselves: they were not taken, or not all of them.
		if (isAnswered && reply.status >= 300) session.complete = false;
		return reply;
	};
	const all = async (): Promise<Video> => {
		let reply = await (session.begun ? asked() : sent(0));
		for (let [at, stalls] = [0, 0]; reply.status === 308 && stalls < upload.stalls; ) {
			const now = received(reply);
			if (now < size) session.complete = false;
			else await wait(upload.pause);
			stalls = now > at ? 0 : stalls + 1;
			at = now;
			reply = await (at < size ? sent(at) : asked());
		}
		// An answer that got torn on its way.
		if (reply.status < 300 && !videoIn(reply).id) reply = await asked();
		if (videoIn(reply).id) return videoIn(reply);
		throw session.complete ? doubtful(name) : lost(name);
	};
	return await all().catch(unlessComplete(session)).finally(async () => await ranges.close());
}

import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../core/api';
import { PlatformError, failureOf } from '../../core/errors';
import type { Failure } from '../../core/errors';
import type { Reply } from '../../core/platform';
import { Ranges } from '../../core/ranges';
import type { Upload } from '../../core/upload';
import { tiktok } from '../../platforms/tiktok';
import { FailedPost, statusRequest, unlessFailed } from './status';
import type { Status } from './status';

const { chunks, upload: pace } = tiktok;

/** In how many chunks a file goes, in TikTok’s words; the last one takes what is left over. */
export function planOf(video_size: number): { video_size: number; chunk_size: number; total_chunk_count: number } {
	if (video_size <= chunks.single) return { video_size, chunk_size: video_size, total_chunk_count: 1 };
	return { video_size, chunk_size: chunks.size, total_chunk_count: Math.floor(video_size / chunks.size) };
}

export const fileSource = ({ size }: Upload): IDataObject => ({ source: 'FILE_UPLOAD', ...planOf(size) });

/** Where the chunk ends that holds the byte at `at`. */
export function endOf(at: number, { video_size: size, chunk_size: chunk, total_chunk_count: count }: ReturnType<typeof planOf>): number {
	const index = Math.floor(at / chunk);
	return index >= count - 1 ? size : (index + 1) * chunk;
}

/** `bytes 0-{uploaded}/{total}`: whether it names the bytes or the last one of them, a chunk ends there. */
export function toldIn(range: unknown, { video_size: size, chunk_size: chunk }: ReturnType<typeof planOf>): number | undefined {
	const [, end] = /^bytes 0-(\d+)\/\d+$/.exec(String(range)) ?? [];
	if (end === undefined) return undefined;
	const next = Number(end) + 1;
	return next === size || (next < size && next % chunk === 0) ? next : Number(end);
}

/** A file on its way. */
export interface Handed {
	publishId: string;
	url: string;
	file: Upload;
}

/** Bytes that TikTok has: the size of the file once it is through with the upload. */
async function standing(api: Api, { publishId, file }: Handed, asks: number): Promise<number> {
	let asked = 0;
	const isKnown = ({ status, uploaded_bytes: bytes = 0 }: Status) => ++asked >= asks || status !== 'PROCESSING_UPLOAD' || bytes >= file.size;
	const status = unlessFailed(await api.until<Status>(statusRequest(publishId), isKnown, { every: pace.every, atMost: pace.timeout }));
	return status.status === 'PROCESSING_UPLOAD' ? Math.min(file.size, status.uploaded_bytes ?? 0) : file.size;
}

/** Statuses of the upload host with which it tells where it stands, or why it takes nothing. */
const ANSWERS = [400, 403, 404, 416];

const refusals: Readonly<Record<number, readonly [message: string, hint: string]>> = {
	400: ['TikTok does not take the bytes as they were sent.', 'Check that the file is an MP4, MOV or WebM video that nobody changes while it is read; nothing was published.'],
	403: ['The address for the upload, which is good for an hour, has expired.', 'Run the item again: nothing was published. On a slow line, make the file smaller.'],
	404: ['TikTok does not know this upload any more.', 'Run the item again: nothing was published.'],
};

const refusal = (status: number): Failure => {
	const [message, hint] = refusals[status] ?? [`TikTok answered the upload with ${status}.`, 'Run the item again: nothing was published.'];
	return { verdict: status === 400 ? 'stop' : 'retry', code: `upload/${status}`, status, message, hint };
};

/** Whatever became of it, nothing is public while bytes are missing; whether the last ones came is another matter. */
const lost = ({ publishId }: Handed, failure: Failure, isLast: boolean): PlatformError =>
	isLast
		? new PlatformError({ ...failure, verdict: 'unknown', message: failure.message, hint: `Ask for the status of ${publishId} before you publish this again: its last bytes may have arrived.` })
		: new PlatformError({ ...failure, verdict: 'retry', message: failure.message, hint: 'Run the item again: nothing was published.' });

/** Sends the bytes from `at` to `end`, and answers how many TikTok has then. */
async function put(api: Api, handed: Handed, ranges: Ranges, at: number, end: number): Promise<number> {
	const { url, file } = handed;
	const plan = planOf(file.size);
	const range = ranges.range(at, end);
	const headers = { 'Content-Type': file.mime, 'Content-Range': `bytes ${at}-${end - 1}/${file.size}` };
	const isLast = end === file.size;
	const reply = await api.send<Reply>({ method: 'PUT', url, unsigned: true, whole: true, accepts: ANSWERS, file: range, headers, timeout: pace.timeout }).catch(failureOf);
	if ('verdict' in reply) {
		// The host was not there for any of several tries: not a byte has left.
		const isOutOfReach = reply.code === 'unreachable';
		if (isOutOfReach || (reply.verdict !== 'unknown' && reply.verdict !== 'retry')) throw new PlatformError(reply);
		return await standing(api, handed, isLast ? pace.asks : 1).catch((error: unknown) => Promise.reject(error instanceof FailedPost ? error : lost(handed, reply, isLast)));
	}
	if (reply.status === 201) return file.size;
	const told = toldIn(reply.headers['content-range'], plan);
	if (reply.status < 300) return told ?? end;
	if (reply.status === 416 && told !== undefined) return told;
	const stands = await standing(api, handed, 1).catch((error: unknown) => Promise.reject(error instanceof FailedPost ? error : lost(handed, refusal(reply.status), isLast)));
	if (stands < file.size && reply.status !== 416) throw new PlatformError(refusal(reply.status));
	return stands;
}

const stuck = (file: Upload, at: number) =>
	new PlatformError({ verdict: 'retry', code: 'stuck', message: `TikTok takes no more of “${file.name}” after ${at} of ${file.size} bytes.`, hint: 'Run the item again: nothing was published.' });

/**
 * Sends a file in chunks, one after the other, each again from where TikTok stands when it got lost. With its last byte the post goes on its way.
 * https://developers.tiktok.com/doc/content-posting-api-media-transfer-guide
 */
export async function upload(api: Api, handed: Handed, atMost: number = pace.atMost): Promise<void> {
	const { file } = handed;
	const plan = planOf(file.size);
	const ranges = new Ranges(file);
	const until = Date.now() + atMost;
	// The last bytes went out once, and whether they came is not told for good: a status may lag behind.
	let isOpen = false;
	try {
		for (let at = 0, tries = 0; at < file.size; ) {
			if (tries === pace.tries) throw stuck(file, at);
			if (Date.now() > until) throw new PlatformError({ ...refusal(403), message: `The upload of “${file.name}” takes longer than ${Math.round(atMost / 60_000)} minutes.` });
			const end = endOf(at, plan);
			const now = await put(api, handed, ranges, at, end);
			isOpen ||= end === file.size && now < end;
			tries = now > at ? 0 : tries + 1;
			at = now;
		}
	} catch (error) {
		throw isOpen && !(error instanceof FailedPost) ? lost(handed, failureOf(error), true) : error;
	} finally {
		await ranges.close();
	}
}

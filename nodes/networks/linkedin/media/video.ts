import type { Api } from '../../../core/api';
import { Ranges } from '../../../core/ranges';
import type { Upload } from '../../../core/upload';
import { BYTES, UploadBroken, brokenBy, put } from './address';
import { mediaStatus } from './ready';

/** The range that an address takes; both ends are included. */
interface Part {
	uploadUrl: string;
	firstByte: number;
	lastByte: number;
}

interface Session {
	value: { video: string; uploadToken: string; uploadInstructions: Part[] };
}

/** A part is known by its ETag, without the quotes around it. One that gets lost is sent again. */
async function uploadPart(api: Api, ranges: Ranges, { uploadUrl, firstByte, lastByte }: Part): Promise<string> {
	const { headers: { etag } } = await put(api, uploadUrl, ranges.range(firstByte, lastByte + 1), { unsigned: true });
	if (typeof etag === 'string' && etag !== '') return etag.replace(/^(?:W\/)?"(.*)"$/, '$1');
	throw new UploadBroken({ verdict: 'retry', code: 'etag', message: 'LinkedIn took a part of the video without naming it.', hint: 'Run the item again: nothing was published.' });
}

/** What LinkedIn answers where the parts are not those that it has. */
const UNFIT = [400, 404, 422];

/** The last call of an upload. Without an answer the video tells whether all of it is there. */
async function finalize(api: Api, { value: { video, uploadToken } }: Session, uploadedPartIds: string[]): Promise<void> {
	const reconcile = async () => ((await mediaStatus(api, video)).status === 'WAITING_UPLOAD' ? undefined : { result: {} });
	const body = { finalizeUploadRequest: { video, uploadToken, uploadedPartIds } };
	await brokenBy(UNFIT, api.send({ method: 'POST', url: '/rest/videos?action=finalizeUpload', body, whole: true, reconcile }));
}

/** Uploads a video in the parts that LinkedIn asks for, each to an address of its own. https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/videos-api */
export async function uploadVideo(api: Api, owner: string, file: Upload): Promise<string> {
	const initializeUploadRequest = { owner, fileSizeBytes: file.size, uploadCaptions: false, uploadThumbnail: false };
	const session = await api.send<Session>({ method: 'POST', url: '/rest/videos?action=initializeUpload', body: { initializeUploadRequest }, idempotent: true });
	// A part goes out by its own type, whatever its headers say.
	const ranges = new Ranges({ ...file, mime: BYTES });
	const ids: string[] = [];
	try {
		for (const part of session.value.uploadInstructions) ids.push(await uploadPart(api, ranges, part));
	} finally {
		await ranges.close();
	}
	await finalize(api, session, ids);
	return session.value.video;
}

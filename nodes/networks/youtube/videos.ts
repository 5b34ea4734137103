import type { Api } from '../../core/api';
import { PlatformError, refused } from '../../core/errors';
import type { Upload } from '../../core/upload';
import { youtube } from '../../platforms/youtube';
import { seenVideo, videoOf } from './find';
import type { Video } from './find';
import { beginUpload, sendFile } from './session';

type Parts = Pick<Video, 'snippet' | 'status'>;

/** Whether YouTube keeps a video private that was to be seen. */
export const isLocked = ({ status }: Video, asked?: string | null): boolean => Boolean(asked) && asked !== 'private' && status?.privacyStatus === 'private';

/** A video as operations answer it: with its address, and with what to do where it is not seen although it was to be. */
export const shown = (video: Video, asked?: string | null): object => ({ ...video, url: youtube.watch(video.id ?? ''), ...(isLocked(video, asked) && { notice: youtube.lockedAsPrivate }) });

/** Uploads a video and answers it as YouTube has it then. https://developers.google.com/youtube/v3/docs/videos/insert */
export async function uploadVideo(api: Api, file: Upload, parts: Parts, notifySubscribers = true): Promise<object> {
	const video = { ...parts, snippet: { categoryId: youtube.category, ...parts.snippet } };
	const session = await beginUpload(api, file, video, { notifySubscribers });
	const { id, ...rest } = await sendFile(api, session, file);
	// The answer to the upload repeats what was asked; the video itself tells what came of it.
	const now = await seenVideo(api, id ?? '').catch(() => undefined);
	return shown({ id, ...rest, ...now }, parts.status?.privacyStatus);
}

/** What a person sets; the rest is the server’s. */
const settable = {
	snippet: ['title', 'description', 'categoryId', 'tags', 'defaultLanguage', 'defaultAudioLanguage'],
	status: ['privacyStatus', 'publishAt', 'license', 'embeddable', 'publicStatsViewable', 'selfDeclaredMadeForKids', 'containsSyntheticMedia'],
} as const;

/** Those of a part that are sent back with it. */
export const kept = (part: object | undefined, names: readonly string[]): object => Object.fromEntries(Object.entries(part ?? {}).filter(([name]) => names.includes(name)));

/**
 * Changes some of a video. YouTube replaces a part as a whole, so that what is to stay is read first.
 * https://developers.google.com/youtube/v3/docs/videos/update
 */
export async function changeVideo(api: Api, id: string, { snippet = {}, status = {} }: Parts, before?: Video): Promise<Video> {
	if (Object.keys({ ...snippet, ...status }).length === 0) throw refused('Update Fields', 'none is chosen.', 'Choose what is to be changed.');
	const { snippet: oldSnippet, status: oldStatus } = before ?? (await videoOf(api, id));
	const wanted = { ...kept(oldStatus, settable.status), ...status };
	// A time of publication stands beside “private” alone.
	if (status.privacyStatus && status.privacyStatus !== 'private') delete wanted.publishAt;
	const body = {
		id,
		...(Object.keys(snippet).length > 0 && { snippet: { ...kept(oldSnippet, settable.snippet), ...snippet } }),
		...(Object.keys(status).length > 0 && { status: wanted }),
	};
	const part = Object.keys(body).filter((name) => name !== 'id').join(',');
	return await api.send<Video>({ method: 'PUT', url: '/videos', qs: { part }, body, idempotent: true });
}

/** Deletes a video. Without an answer the video itself tells whether it is gone. https://developers.google.com/youtube/v3/docs/videos/delete */
export async function deleteVideo(api: Api, id: string): Promise<{ id: string; deleted: true }> {
	const reconcile = async () => ((await seenVideo(api, id, 'id')) ? undefined : { result: {} });
	await api.send({ method: 'DELETE', url: '/videos', qs: { id }, reconcile });
	return { id, deleted: true };
}

/** What keeps a processed video from being shown, with what to do; undefined where nothing does. */
export function flawOf({ status }: Video): PlatformError | undefined {
	const { uploadStatus, failureReason, rejectionReason } = status ?? {};
	if (uploadStatus !== 'failed' && uploadStatus !== 'rejected') return undefined;
	const [reason, hints, what] = uploadStatus === 'failed' ? [failureReason, youtube.failureReasons, 'could not process the video'] as const : [rejectionReason, youtube.rejectionReasons, 'rejected the video'] as const;
	const hint = hints[reason ?? ''] ?? 'Look at YouTube Studio for the reason.';
	return new PlatformError({ verdict: 'fix-input', code: reason ?? uploadStatus, message: `YouTube ${what}: ${reason ?? 'it gives no reason'}.`, hint });
}

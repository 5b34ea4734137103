import { randomUUID } from 'node:crypto';
import type { Api } from '../../core/api';
import { PlatformError, failureOf } from '../../core/errors';
import type { Media } from '../../model/content';
import { youtube } from '../../platforms/youtube';
import type { Done, Earlier, Memo, Outcome, Post, Step } from '../network';
import { thumbnailFile, videoFile } from './files';
import { channelOf, newestUploads, seenVideo, videoOf } from './find';
import type { Video } from './find';
import { descriptionIn, titleIn } from './metadata';
import type { Privacy } from './metadata';
import { beginUpload, sendFile } from './session';
import type { Session } from './session';
import { setThumbnail } from './thumbnails';
import { changeVideo, deleteVideo, flawOf, isLocked } from './videos';

/** Until it is published a video has this in place of its description, with a mark that no other upload has: so it is known again. Its owner alone sees it. */
const MARK = 'QMARK is publishing this video: ';

const isMarked = ({ snippet }: Video): boolean => snippet?.description?.startsWith(MARK) === true;

/** Uploads that this process has begun and whose end it has not seen, by their mark. Their addresses are secrets, and stay here. */
const sessions = new Map<string, Session>();
const MOST = 100;

function remember(mark: string, session: Session): void {
	const [oldest] = sessions.keys();
	if (sessions.size >= MOST && oldest !== undefined) sessions.delete(oldest);
	sessions.set(mark, session);
}

const idIn = (earlier: Earlier): string => earlier[0]?.id ?? '';

const sourceOf = ({ source }: Media) => ({ source: 'binary' in source ? ('binary' as const) : ('url' as const), field: 'Media', url: 'url' in source ? source.url : '', binaryField: 'binary' in source ? source.binary : '' });

/** A channel without a verified phone number has a long video taken down, after all of it was uploaded. */
async function checkLength(api: Api, { seconds = 0 }: Media): Promise<void> {
	if (seconds <= youtube.limits.unverified) return;
	const { status } = await channelOf(api, 'status');
	if (status?.longUploadsStatus === 'allowed') return;
	throw new PlatformError({ verdict: 'stop', code: 'length', message: `The video has ${Math.round(seconds / 60)} minutes; this channel may upload 15.`, hint: youtube.rejectionReasons.length ?? '' });
}

async function upload(api: Api, { title = '', texts: [text], media: [media] }: Post, madeForKids: boolean, mark: string): Promise<Done> {
	if (!media) throw new PlatformError({ verdict: 'fix-input', code: 'media', message: 'There is no video.', hint: 'Give one.' });
	const snippet = { title: titleIn('title', title), description: MARK + mark, categoryId: youtube.category };
	descriptionIn('text', text);
	await checkLength(api, media);
	const file = await videoFile(api, sourceOf(media));
	const known = sessions.get(mark);
	const session = known ?? (await beginUpload(api, file, { snippet, status: { privacyStatus: 'private', selfDeclaredMadeForKids: madeForKids } }));
	remember(mark, session);
	const { id } = await sendFile(api, session, file).catch((error: unknown) => {
		// What cannot be asked or sent now can be later; what is over cannot.
		if (!['no-answer', 'late'].includes(failureOf(error).code ?? '')) sessions.delete(mark);
		throw error;
	});
	sessions.delete(mark);
	return { id: id ?? '' };
}

/** Milliseconds that an upload may take: a megabyte a second, or half an hour where nobody knows its size. */
const timeFor = (bytes: number | undefined): number => Math.max(10 * 60_000, bytes === undefined ? 30 * 60_000 : bytes / 1000);

/** The video as its owner alone sees it. Whatever becomes of the call, the mark tells whether it is there. */
const uploadStep = (post: Post, madeForKids: boolean): Step => ({
	name: 'upload',
	atMost: timeFor(post.media[0]?.bytes),
	prepare: async (_, memo) => await Promise.resolve({ memo: { upload: randomUUID(), ...memo }, ready: true }),
	publish: async (api, memo) => await upload(api, post, madeForKids, String(memo.upload)),
	find: async (api, memo): Promise<Outcome> => {
		const found = (await newestUploads(api)).find(({ snippet }) => snippet?.description === MARK + String(memo.upload));
		return found ? { id: found.snippet?.resourceId?.videoId ?? '' } : 'absent';
	},
	settle: youtube.settling.uploads,
});

async function processed(api: Api, id: string, memo: Memo) {
	const video = await seenVideo(api, id, 'id,status');
	if (!video) throw new PlatformError({ verdict: 'fix-input', code: 'videoNotFound', message: 'The video was deleted before it was published.', hint: 'Run it again, and it is uploaded anew.' });
	const flaw = flawOf(video);
	if (!flaw) return { memo, ready: video.status?.uploadStatus === 'processed' };
	// Nobody has a use for it.
	await deleteVideo(api, id).catch(() => undefined);
	throw flaw;
}

/** Nothing is sent here: what YouTube cannot process was uploaded in vain. */
const processingStep: Step = {
	name: 'processing',
	voids: true,
	prepare: async (api, memo, earlier) => await processed(api, idIn(earlier), memo),
	publish: async (_, __, earlier) => await Promise.resolve({ id: idIn(earlier) }),
	find: async (_, __, earlier) => await Promise.resolve({ id: idIn(earlier) }),
};

/** Set twice it is the same, so that nothing has to be looked for. */
const thumbnailStep = (cover: string): Step => ({
	name: 'thumbnail',
	optional: true,
	publish: async (api, _, earlier) => {
		await setThumbnail(api, idIn(earlier), await thumbnailFile(api, { source: 'url', field: 'cover', url: cover, binaryField: '' }));
		return { id: idIn(earlier) };
	},
	find: async () => await Promise.resolve('absent' as const),
});

/** Its description, and with it whoever may see it. Made public twice it is the same; the video tells how it stands. */
const publishStep = (text: string, privacyStatus: Privacy): Step => ({
	name: 'video',
	publish: async (api, _, earlier) => {
		const id = idIn(earlier);
		const changed = await changeVideo(api, id, { snippet: { description: descriptionIn('text', text) }, status: { privacyStatus } }, await videoOf(api, id));
		if (isLocked(changed, privacyStatus)) throw new PlatformError({ verdict: 'stop', code: 'unaudited', message: 'YouTube keeps the video private.', hint: youtube.lockedAsPrivate });
		return { id, permalink: youtube.watch(id) };
	},
	find: async (api, _, earlier): Promise<Outcome> => {
		const id = idIn(earlier);
		const video = await seenVideo(api, id);
		return video?.status?.privacyStatus === privacyStatus && !isMarked(video) ? { id, permalink: youtube.watch(id) } : 'absent';
	},
});

/** Uploaded as private, processed, with its picture, and then shown. */
export function stepsOf(post: Post, privacy: Privacy, madeForKids: boolean): Step[] {
	const cover = post.media[0]?.cover;
	return [uploadStep(post, madeForKids), processingStep, ...(cover ? [thumbnailStep(cover)] : []), publishStep(post.texts[0], privacy)];
}

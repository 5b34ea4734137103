import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../core/api';
import { PlatformError, failureOf, refused } from '../../core/errors';
import type { Media } from '../../model/content';
import { urlOf } from '../../model/content';
import { tiktok } from '../../platforms/tiktok';
import type { Choices, Done, Memo, Outcome, Post, Prepared, Step } from '../network';
import { checkAccount, userOf } from './account';
import type { Choice, Creator } from './creator';
import { checkChoice, creatorOf, infoOf } from './creator';
import { checkLength, fileOf } from './file';
import { beginPhotos, beginVideo, beginVideoDraft, directOrDraft } from './init';
import { FailedPost, isSettled, postIdIn, statusOf, unlessFailed } from './status';
import { linkOf, photoSource } from './publish';
import { fileSource, upload } from './upload';
import type { Handed } from './upload';

const AUDIENCE = 'TikTok Audience';

/** Where a person finishes it, whatever else is chosen. */
const isDraft = ({ tikTokAudience }: Choices) => tikTokAudience === 'draft';

const choiceOf = ({ tikTokAudience, tikTokAllows, tikTokPromotes }: Choices): Choice => ({ field: AUDIENCE, privacy: tikTokAudience, allow: tikTokAllows, promotes: tikTokPromotes });

/** Looks, before anything is begun, whether it is the right account and whether it may post so. A draft takes no permission to post. */
async function creatorFor(api: Api, account: string, choices: Choices): Promise<Creator | undefined> {
	if (!isDraft(choices)) checkChoice(choiceOf(choices));
	const creator = isDraft(choices) && !account.startsWith('@') ? undefined : await creatorOf(api);
	checkAccount(account, await userOf(api), creator?.creator_username);
	if (isDraft(choices)) return undefined;
	checkChoice(choiceOf(choices), creator?.privacy_level_options);
	return creator;
}

/**
 * Uploads that were begun and whose bytes are still to go, by their publish_id: the address holds a secret, so it is kept in this process alone.
 * One that gets lost is begun anew, and never completes.
 */
const begun = new Map<string, Handed & { at: number }>();

function keep(handed: Handed): string {
	const now = Date.now();
	for (const [id, { at }] of begun) if (now - at > tiktok.upload.atMost) begun.delete(id);
	begun.set(handed.publishId, { ...handed, at: now });
	return handed.publishId;
}

const sourceOf = ({ source }: Media) => ('binary' in source ? { source: 'binary' as const, binaryField: source.binary, videoUrl: '' } : { source: 'url' as const, binaryField: '', videoUrl: urlOf({ source }) ?? '' });

async function prepareVideo(api: Api, { account, title, texts: [text] }: Post, video: Media, choices: Choices): Promise<Prepared> {
	const creator = await creatorFor(api, account, choices);
	checkLength('Media', video.seconds, creator?.max_video_post_duration_sec);
	const file = await fileOf(api, sourceOf(video), creator?.max_video_post_duration_sec, 'Media');
	const draft = async () => await beginVideoDraft(api, fileSource(file));
	const direct = async () => await beginVideo(api, { title: text || title || undefined, ...infoOf(choiceOf(choices), 'video', creator) }, fileSource(file));
	const { publish_id: publishId, upload_url: url = '' } = await (isDraft(choices) ? draft() : directOrDraft(direct, draft));
	return { memo: { publishId: keep({ publishId, url, file }), bytes: file.size }, ready: true };
}

async function sendVideo(api: Api, { publishId }: Memo, atMost: number): Promise<Done> {
	const handed = begun.get(String(publishId));
	begun.delete(String(publishId));
	if (!handed) throw new PlatformError({ verdict: 'retry', code: 'upload-lost', message: 'The address of the upload is not known any more.', hint: 'Nothing was published: the next run uploads it anew.' });
	await upload(api, handed, atMost);
	return { id: handed.publishId };
}

/** While bytes are missing nothing comes of it, and nobody has the address to send them any more. With all of them the status stays the same until TikTok has processed them. */
async function foundVideo(api: Api, { publishId, bytes }: Memo): Promise<Outcome> {
	const { status, uploaded_bytes: sent = 0 } = await statusOf(api, String(publishId));
	return status === 'FAILED' || (status === 'PROCESSING_UPLOAD' && sent < Number(bytes)) ? 'absent' : { id: String(publishId) };
}

/** In ms: what the upload of a file may take. */
const timeFor = ({ bytes }: Media) => (bytes === undefined ? tiktok.upload.atMost : Math.min(tiktok.upload.atMost, 2 * 60_000 + (bytes / tiktok.upload.slowest) * 1000));

/** The bytes make it go out: what comes before them nobody sees. */
function videoStep(post: Post, video: Media, choices: Choices): Step {
	const atMost = timeFor(video);
	return {
		name: 'post',
		atMost: atMost + tiktok.upload.timeout,
		prepare: async (api) => await prepareVideo(api, post, video, choices),
		publish: async (api, memo) => await sendVideo(api, memo, atMost),
		find: async (api, memo) => await foundVideo(api, memo),
		settle: tiktok.processing.settle,
	};
}

/** A description does not begin with what stands above it as the title. */
export function textsOf({ title = '', texts: [text] }: Pick<Post, 'title' | 'texts'>): IDataObject {
	const description = title !== '' && text.startsWith(title) ? text.slice(title.length).trimStart() : text;
	return { title: title || undefined, description: description || undefined };
}

/** TikTok fetches photos and publishes them by one call, which nobody can ask after without its answer. */
function photosStep(post: Post, choices: Choices): Step {
	const source = () => photoSource({ photoUrls: post.media.map((one) => urlOf(one) ?? '').join('\n') });
	return {
		name: 'post',
		prepare: async (api, memo) => {
			if (post.media.some(({ source: from }) => !('url' in from))) throw refused('Media', 'TikTok takes photos by their public URLs only.', 'Put them on a server with https, under a domain that is verified in your TikTok app.');
			source();
			await creatorFor(api, post.account, choices);
			return { memo, ready: true };
		},
		publish: async (api) => {
			const draft = async () => await beginPhotos(api, 'MEDIA_UPLOAD', textsOf(post), source());
			const direct = async () => await beginPhotos(api, 'DIRECT_POST', { ...textsOf(post), ...infoOf(choiceOf(choices), 'photo') }, source());
			const { publish_id: id } = await (isDraft(choices) ? draft() : directOrDraft(direct, draft));
			return { id };
		},
	};
}

const idOf = (earlier: readonly Done[]) => earlier.at(-1)?.id ?? '';

/** A failure to ask says nothing of the post; one that TikTok itself failed is begun anew, whatever else its reason says. */
function unsettled(error: unknown): never {
	const failure = failureOf(error);
	if (error instanceof FailedPost) throw new PlatformError({ ...failure, message: failure.message, verdict: failure.verdict === 'fix-input' ? 'fix-input' : 'stop' });
	const isKept = failure.verdict === 'reconnect' || failure.verdict === 'wait';
	throw isKept ? error : new PlatformError({ ...failure, message: failure.message, verdict: 'retry', hint: 'TikTok has the post: the next run asks again what became of it.' });
}

async function seen(api: Api, id: string, kind: 'video' | 'photo', choices: Choices): Promise<Done> {
	// A person has found it, and nobody knows its ID.
	if (id === '') return { id, ...(isDraft(choices) && { draft: tiktok.draftStep }) };
	const status = await statusOf(api, id);
	if (status.status === 'SEND_TO_USER_INBOX') return { id, draft: tiktok.draftStep };
	const post = postIdIn(status);
	const creator = post ? await creatorOf(api).catch(() => undefined) : undefined;
	return { id: post ?? id, permalink: linkOf(status, kind, creator) };
}

/** TikTok works on it, and shows or delivers it then: the second step, in which nothing is sent. */
const processingStep = (kind: 'video' | 'photo', choices: Choices): Step => ({
	name: 'post: processing',
	voids: true,
	prepare: async (api, memo, earlier) => {
		const id = idOf(earlier);
		if (id === '') return { memo, ready: true };
		const status = await statusOf(api, id).then(unlessFailed).catch(unsettled);
		return { memo, ready: isSettled(status) };
	},
	publish: async (api, _, earlier) => await seen(api, idOf(earlier), kind, choices),
	find: async (api, _, earlier) => await seen(api, idOf(earlier), kind, choices),
});

export function steps(post: Post, choices: Choices): Step[] {
	const [first] = post.media;
	if (first?.kind === 'video') return [videoStep(post, first, choices), processingStep('video', choices)];
	return [photosStep(post, choices), processingStep('photo', choices)];
}

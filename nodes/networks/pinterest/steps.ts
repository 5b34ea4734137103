import type { Api } from '../../core/api';
import { refused } from '../../core/errors';
import type { Media } from '../../model/content';
import { urlOf } from '../../model/content';
import { pinterest } from '../../platforms/pinterest';
import { unpublished } from '../meta/once';
import type { Done, Memo, Outcome, Post, Prepared, Step } from '../network';
import { akin, isTelling, like, madeSince, newestPins } from './listed';
import type { Known, Pin } from './listed';
import { carouselSource, imageSource } from './media';
import { createRequest } from './pins';
import type { NewPin } from './pins';
import { idIn } from './requests';
import { askMedia, isReady, uploadVideo, videoFile } from './video';
import type { Processed } from './video';

/** Where a content names no cover, its video stands still here: the very first picture is often black. In seconds. */
const COVER_SECOND = 1;

const fields = { url: 'Media', binary: 'Media' };

function sourceOf({ source }: Media): { url: string } | { binary: string } {
	if ('id' in source) throw refused('Media', 'is named by an ID.', 'Give its URL, or a file of the item.');
	return source;
}

const binaryOf = ({ source }: Media): string => ('binary' in source ? source.binary : '');

async function imagesOf(api: Api, media: readonly Media[]): Promise<object> {
	const [first, ...others] = media;
	if (others.length > 0) return await carouselSource(api, media.map((one) => ({ url: urlOf(one), binaryField: binaryOf(one) })), { field: 'Media' });
	const binaryField = first ? binaryOf(first) : '';
	return await imageSource(api, { source: binaryField ? 'binary' : 'url', imageUrl: (first && urlOf(first)) ?? '', binaryField });
}

const videoSource = (media: string, { cover }: Media): object => ({
	source_type: 'video_id',
	media_id: media,
	...(cover ? { cover_image_url: cover } : { cover_image_key_frame_time: COVER_SECOND }),
});

/** The Pin without its media. */
const wanted = ({ account, title, texts: [text], link, media }: Post): Omit<NewPin, 'media_source'> => ({
	board_id: idIn('Board', account),
	title: title || undefined,
	description: text || undefined,
	link: link || undefined,
	alt_text: media.find(({ alt }) => alt)?.alt,
});

/** Uploads a video once, and asks whether Pinterest has processed it. */
async function prepareVideo(api: Api, video: Media, memo: Memo): Promise<Prepared> {
	const media = typeof memo.media === 'string' ? memo.media : await uploadVideo(api, await videoFile(api, sourceOf(video), fields));
	return { memo: { media }, ready: isReady(await api.send<Processed>(askMedia(media))) };
}

const kindOf = ([first, ...others]: readonly Media[]): Known['kind'] => (first?.kind === 'video' ? 'video' : others.length > 0 ? 'multiple_images' : 'image');

/**
 * A Pin has no key that makes a repeat harmless, so the board tells what became of a call: the newest Pin since with the same title, description, link and alternative text. One that is only partly so is for a person to judge.
 * https://developers.pinterest.com/docs/api/v5/pins-create
 */
export const pinStep = (post: Post): Step => {
	const { media } = post;
	const video = media.find(({ kind }) => kind === 'video');
	const isFile = media.some(({ source }) => 'binary' in source);
	return {
		name: 'post',
		byText: true,
		atMost: isFile && !video ? pinterest.upload.images : pinterest.timeout,
		prepare: async (api, memo) => {
			if (video) return await prepareVideo(api, video, memo).catch(unpublished);
			// What is wrong with a file is told before the call is written down.
			if (isFile) await imagesOf(api, media).catch(unpublished);
			return { memo: {}, ready: true };
		},
		publish: async (api, memo): Promise<Done> => {
			const media_source = video ? videoSource(String(memo.media), video) : await imagesOf(api, media);
			const { id } = await api.send<Pin>({ ...createRequest({ ...wanted(post), media_source }), once: true });
			return { id, permalink: pinterest.pinUrl(id) };
		},
		find: async (api, { latest }, _, since): Promise<Outcome> => {
			const { board_id: board, ...texts } = wanted(post);
			const known: Known = { ...texts, kind: kindOf(media) };
			const fresh = await madeSince(api, newestPins(board), since, latest === undefined ? undefined : String(latest));
			const pin = fresh.find(like(known));
			if (pin && isTelling(known)) return { id: pin.id, permalink: pinterest.pinUrl(pin.id) };
			// It may be somebody else's, or this one as Pinterest or a person has changed it.
			return pin || fresh.some(akin(known)) ? 'unclear' : 'absent';
		},
		settle: pinterest.settling.certain,
	};
};

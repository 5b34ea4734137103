import { Created, Ref, type Call, type Describe, type Handler } from './call';
import type { Edges } from './edges';
import { GraphError, invalid } from './errors';
import { download, FetchFailure, isVideo, megabyte, type Fetched } from './media';
import type { Container, IgUser } from './model';
import type { Meta } from './state';

const day = 86_400_000;
/** https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user/media#image-specifications */
const imageMegabytes = 8;

/** Codes and subcodes of https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/error-codes */
export const publishingError = (code: number, subcode: number, title: string, userMessage: string): GraphError =>
	new GraphError(code, title, { subcode, transient: false, userTitle: title, userMessage });

const carouselError = (sentence: string): GraphError => publishingError(100, 2207028, 'Carousel validation failed', sentence);

/** What `status_code` says now. Containers expire 24 hours after their creation unless they were published. */
export function statusCodeOf(container: Container, meta: Meta): 'IN_PROGRESS' | 'FINISHED' | 'ERROR' | 'EXPIRED' | 'PUBLISHED' {
	if (container.mediaId !== undefined) return 'PUBLISHED';
	if (container.createdAt + day <= meta.now) return 'EXPIRED';
	const children = container.children
		.map((id) => meta.find('IGContainer', id))
		.map((child) => (child ? statusCodeOf(child, meta) : 'ERROR'));
	if (container.failure || children.includes('ERROR')) return 'ERROR';
	if (container.readyAt === undefined || container.readyAt > meta.now || children.includes('IN_PROGRESS')) return 'IN_PROGRESS';
	return 'FINISHED';
}

const statusTexts = {
	IN_PROGRESS: 'In Progress: Media is still being processed.',
	FINISHED: 'Finished: Media has been uploaded and it is ready to be published.',
	EXPIRED: 'Expired: The container was not published within 24 hours and has expired.',
	PUBLISHED: 'Published: Media has been successfully published.',
};

/** Resumable uploads only. https://developers.facebook.com/docs/instagram-platform/content-publishing/resumable-uploads */
function videoStatusOf(container: Container, meta: Meta): Record<string, unknown> {
	const uploaded = container.readyAt !== undefined;
	const phase = {
		IN_PROGRESS: uploaded ? 'in_progress' : 'not_started',
		FINISHED: 'complete',
		PUBLISHED: 'complete',
		EXPIRED: 'complete',
		ERROR: 'error',
	};
	return {
		uploading_phase: { status: uploaded ? 'complete' : 'in_progress', bytes_transferred: container.received },
		processing_phase: { status: phase[statusCodeOf(container, meta)] },
	};
}

export const describeContainer: Describe<Container> = (container, meta) => ({
	label: 'IGContainer',
	defaults: ['id'],
	fields: {
		id: () => container.id,
		status_code: () => statusCodeOf(container, meta),
		video_status: () => (container.received === undefined ? undefined : videoStatusOf(container, meta)),
		status: () => {
			const code = statusCodeOf(container, meta);
			if (code !== 'ERROR') return statusTexts[code];
			const { subcode, text } = container.failure ?? { subcode: 2207028, text: 'an item of the carousel failed' };
			return `Error: Media upload has failed with error code ${subcode}: ${text}`;
		},
	},
});

function checkCaption(caption: string): void {
	const tags = caption.match(/#[\p{L}\p{N}_]+/gu)?.length ?? 0;
	const mentions = caption.match(/@[\w.]+/g)?.length ?? 0;
	if ([...caption].length <= 2200 && tags <= 30 && mentions <= 20) return;
	throw publishingError(
		36004,
		2207010,
		'Caption is too long',
		`A caption has at most 2200 characters, 30 hashtags and 20 mentions; this one has ${[...caption].length}, ${tags} and ${mentions}.`,
	);
}

function checkImage({ file, sniffed }: Fetched, isStory: boolean): void {
	if (sniffed?.mime !== 'image/jpeg') {
		const found = sniffed?.mime ?? 'something else';
		throw publishingError(
			36001,
			2207005,
			'The image format is not supported',
			`The image format is not supported: this file is ${found}; use JPEG.`,
		);
	}
	if (file.size > imageMegabytes * megabyte) {
		throw publishingError(36000, 2207004, 'Image size too large', `The image has more than ${imageMegabytes} MB.`);
	}
	const { width = 1, height = 1 } = sniffed;
	const ratio = width / height;
	if (!isStory && (ratio < 0.795 || ratio > 1.915)) {
		throw publishingError(
			36003,
			2207009,
			'Aspect ratio not supported',
			`The submitted image with aspect ratio ${ratio.toFixed(3)} (${width} × ${height}) cannot be published; use 4:5 to 1.91:1.`,
		);
	}
}

async function addImage(container: Container, url: string, meta: Meta): Promise<void> {
	try {
		const fetched = await download(meta.world, url, imageMegabytes * megabyte);
		checkImage(fetched, container.media === 'STORIES');
		container.file = fetched.file;
		container.shown = { kind: 'image', url, ...(container.alt === undefined ? {} : { alt: container.alt }) };
		container.readyAt = meta.now;
	} catch (error) {
		if (!(error instanceof FetchFailure)) throw error;
		throw publishingError(
			9004,
			2207052,
			'Only photo or video can be accepted as media type.',
			`The media could not be fetched from this URI: ${url}. ${error.message}`,
		);
	}
}

const megabytesOf = (container: Container): number => (container.media === 'STORIES' ? 100 : 300);

/** Bytes of a video are all there: judge them, then encode for a while. */
export function acceptVideo(container: Container, { file, sniffed }: Fetched, shownUrl: string, meta: Meta): void {
	const megabytes = megabytesOf(container);
	if (!isVideo(sniffed) || sniffed?.mime === 'video/webm') {
		container.failure = { subcode: 2207026, text: 'The video format is not supported; use MP4 or MOV.' };
	} else if (file.size > megabytes * megabyte) {
		container.failure = { subcode: 2207026, text: `The video has more than ${megabytes} MB.` };
	}
	container.file = file;
	container.shown = { kind: 'video', url: shownUrl };
	container.readyAt = meta.now + meta.settings.processingSeconds * 1000;
}

/** Instagram answers at once and downloads afterwards: what goes wrong shows in `status_code`. */
async function downloadVideo(container: Container, url: string, meta: Meta): Promise<void> {
	try {
		acceptVideo(container, await download(meta.world, url, megabytesOf(container) * megabyte), url, meta);
	} catch (error) {
		container.failure = { subcode: 2207077, text: error instanceof Error ? error.message : 'The video could not be downloaded.' };
	}
	meta.world.changed();
}

/** After a restart nobody downloads any more what was being downloaded: it has failed. */
export function endDownload(container: Container): void {
	const isWaiting = container.received === undefined && container.readyAt === undefined;
	if (isWaiting) container.failure ??= { subcode: 2207077, text: 'The video could not be downloaded: Instagram was interrupted.' };
}

function carouselChildren(account: IgUser, { params }: Call, meta: Meta): string[] {
	const ids = params.texts('children') ?? [];
	if (ids.length < 2 || ids.length > 10) throw carouselError(`A carousel has 2 to 10 items; children names ${ids.length}.`);
	for (const id of ids) {
		const child = meta.find('IGContainer', id);
		if (!child || child.igId !== account.id) throw carouselError(`Param children: ${id} is no container of this account.`);
		if (!child.carouselItem) throw carouselError(`Param children: container ${id} was not created with is_carousel_item=true.`);
		if (statusCodeOf(child, meta) === 'EXPIRED')
			throw publishingError(24, 2207008, 'The media could not be found', `Container ${id} has expired; create it again.`);
	}
	return ids;
}

function kindOf({ params }: Call): Container['media'] {
	const kind = params.oneOf('media_type', ['IMAGE', 'VIDEO', 'REELS', 'STORIES', 'CAROUSEL']);
	if (kind !== 'VIDEO') return kind ?? 'IMAGE';
	if (params.flag('is_carousel_item') === true) return 'VIDEO';
	throw publishingError(
		100,
		2207067,
		'Unsupported media type',
		'The VIDEO value for media_type is no longer supported. Use the REELS media type to publish a video to your Instagram feed.',
	);
}

function checkExtras({ params }: Call, media: Container['media'], meta: Meta): void {
	const isReel = media === 'REELS';
	const alt = params.text('alt_text');
	if (alt !== undefined && media !== 'IMAGE') throw invalid('Param alt_text is for images only.');
	if (alt !== undefined && [...alt].length > 1000) throw invalid('Param alt_text must be at most 1000 characters long.');
	if ((params.texts('collaborators')?.length ?? 0) > 3) throw invalid('Param collaborators must have at most 3 usernames.');
	for (const name of ['cover_url', 'thumb_offset', 'share_to_feed', 'audio_name', 'trial_params']) {
		if (params.has(name) && !isReel && media !== 'VIDEO') throw invalid(`Param ${name} is for reels only.`);
	}
	const offset = params.integer('thumb_offset');
	if (offset !== undefined && offset < 0)
		throw publishingError(100, 2207057, 'Thumbnail offset invalid', 'thumb_offset must be 0 or more milliseconds and within the video.');
	const cover = params.text('cover_url');
	if (cover !== undefined && !URL.canParse(cover)) throw invalid('cover_url should represent a valid URL');
	const location = params.text('location_id');
	if (location !== undefined && !meta.find('Page', location))
		throw invalid('INSTAGRAM_PLATFORM_API__INVALID_LOCATION_ID: location_id must be the id of a Page with a place.');
	for (const tag of params.records('user_tags') ?? []) {
		if (typeof tag.username !== 'string') throw invalid('Param user_tags must have a username in each tag.');
		const placed = [tag.x, tag.y].every((part) => typeof part === 'number' && part >= 0 && part <= 1);
		if (media === 'IMAGE' && !placed) throw invalid('Param user_tags must have x and y between 0 and 1 in each tag of an image.');
	}
	if (params.flag('is_carousel_item') !== true) return;
	for (const name of ['caption', 'location_id', 'collaborators', 'is_ai_generated']) {
		if (params.has(name)) throw carouselError(`Param ${name} belongs to the carousel, not to its items.`);
	}
}

/** https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user/media#creating */
export const createContainer: Handler<IgUser> = async (account, call, meta) => {
	const { params } = call;
	const media = kindOf(call);
	const caption = params.text('caption') ?? '';
	checkCaption(caption);
	checkExtras(call, media, meta);
	const container: Container = {
		type: 'IGContainer',
		id: meta.newId('container'),
		igId: account.id,
		media,
		carouselItem: params.flag('is_carousel_item') ?? false,
		caption: media === 'STORIES' ? '' : caption,
		alt: params.text('alt_text'),
		collaborators: params.texts('collaborators') ?? [],
		shareToFeed: params.flag('share_to_feed') ?? true,
		children: [],
		createdAt: meta.now,
	};
	const [imageUrl, videoUrl] = [params.text('image_url'), params.text('video_url')];
	if (media === 'CAROUSEL') {
		container.children = carouselChildren(account, call, meta);
		container.readyAt = meta.now;
	} else if (params.oneOf('upload_type', ['resumable']) !== undefined) {
		if (media === 'IMAGE') throw invalid('Param upload_type=resumable is for videos only.');
		container.received = 0;
		meta.keep(container);
		return { id: container.id, uri: meta.url('rupload.facebook.com', `/ig-api-upload/${call.version}/${container.id}`) };
	} else if (imageUrl !== undefined && (media === 'IMAGE' || media === 'STORIES')) {
		await addImage(container, imageUrl, meta);
	} else if (videoUrl !== undefined && media !== 'IMAGE') {
		void downloadVideo(container, videoUrl, meta);
	} else {
		throw invalid(media === 'IMAGE' ? 'The parameter image_url is required.' : 'The parameter video_url is required.');
	}
	return new Created(meta.keep(container));
};

export const containerEdges: Edges<'IGContainer', Handler<Container>> = { GET: (container) => new Ref(container) };

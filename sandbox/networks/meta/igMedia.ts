import { createHash } from 'node:crypto';
import { Connection, Created, Ref, type Call, type Describe, type Handler } from './call';
import { publishingError, statusCodeOf } from './containers';
import type { Edges } from './edges';
import { invalid } from './errors';
import { commentsOn, createIgComment } from './igComments';
import { igMediaInsights } from './igInsights';
import { igPermalink } from './igPermalink';
import type { Container, IgMedia, IgUser, ProductType } from './model';
import { graphTime, type Meta } from './state';

const day = 86_400_000;

const products: Record<Container['media'], ProductType> = {
	IMAGE: 'FEED',
	VIDEO: 'FEED',
	CAROUSEL: 'FEED',
	REELS: 'REELS',
	STORIES: 'STORY',
};

/** Posts of the account in the rolling 24 hours; a carousel counts once. */
export const publishedToday = (account: IgUser, meta: Meta, since = meta.now - day): number =>
	meta.all('IGMedia').filter((media) => media.igId === account.id && media.albumId === undefined && media.createdAt > since).length;

function fromContainer(container: Container, meta: Meta, albumId?: string): IgMedia {
	const id = meta.newId('igMedia');
	container.mediaId = id;
	return meta.keep<IgMedia>({
		type: 'IGMedia',
		id,
		igId: container.igId,
		shortcode: createHash('sha256').update(id).digest('base64url').slice(0, 11),
		caption: container.caption,
		alt: container.alt,
		media: container.media === 'CAROUSEL' ? 'CAROUSEL_ALBUM' : container.shown?.kind === 'video' ? 'VIDEO' : 'IMAGE',
		product: products[container.media],
		shown: container.shown,
		file: container.file,
		children: [],
		albumId,
		shareToFeed: container.shareToFeed,
		commentsOpen: true,
		collaborators: container.collaborators,
		createdAt: meta.now,
	});
}

const childrenOf = (media: IgMedia, meta: Meta): IgMedia[] => media.children.flatMap((id) => meta.find('IGMedia', id) ?? []);

function timelineKind(media: IgMedia): string {
	if (media.product !== 'FEED') return media.product === 'REELS' ? 'reel' : 'story';
	return media.media === 'CAROUSEL_ALBUM' ? 'carousel' : 'photo';
}

/** https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user/media_publish */
export const publishMedia: Handler<IgUser> = (account, { params }, meta) => {
	const id = params.required('creation_id');
	const container = meta.find('IGContainer', id);
	if (!container || container.igId !== account.id)
		throw publishingError(24, 2207006, 'The media could not be found', `Param creation_id: ${id} is no container of this account.`);
	const status = statusCodeOf(container, meta);
	if (status === 'EXPIRED')
		throw publishingError(24, 2207008, 'The media could not be found', 'The container has expired after 24 hours; create it again.');
	if (status === 'PUBLISHED')
		throw publishingError(
			9007,
			2207027,
			'Media ID is not available',
			'This container was already published; it cannot be published again.',
		);
	if (status !== 'FINISHED') {
		const why =
			status === 'ERROR'
				? 'The media failed to process; read the status field of its container.'
				: 'The media is not ready for publishing, please wait for a moment.';
		throw publishingError(9007, 2207027, 'Media ID is not available', why);
	}
	if (container.carouselItem)
		throw publishingError(100, 2207028, 'Carousel validation failed', 'An item of a carousel cannot be published on its own.');
	if (publishedToday(account, meta) >= meta.settings.publishingQuota) {
		throw publishingError(
			9,
			2207042,
			'Application request limit reached',
			`The account has used its ${meta.settings.publishingQuota} posts of these 24 hours.`,
		);
	}
	const media = fromContainer(container, meta);
	media.children = container.children.flatMap((childId) => {
		const child = meta.find('IGContainer', childId);
		return child ? fromContainer(child, meta, media.id).id : [];
	});
	const shown = [media, ...childrenOf(media, meta)].flatMap((one) => one.shown ?? []);
	const entry = {
		network: 'instagram',
		account: account.username,
		kind: timelineKind(media),
		text: media.caption,
		media: shown,
		url: igPermalink(media, meta),
	};
	media.entry = meta.world.timeline.add(entry);
	return new Created(media);
};

export const describeIgMedia: Describe<IgMedia> = (media, meta) => ({
	label: 'IGMedia',
	defaults: ['id'],
	fields: {
		id: () => media.id,
		ig_id: () => media.id,
		caption: () => media.caption || undefined,
		alt_text: () => media.alt,
		media_type: () => media.media,
		media_product_type: () => media.product,
		media_url: () => media.file?.url,
		thumbnail_url: () => (media.media === 'VIDEO' ? media.file?.url : undefined),
		permalink: () => igPermalink(media, meta),
		shortcode: () => media.shortcode,
		timestamp: () => graphTime(media.createdAt),
		username: () => meta.igUser(media.igId).username,
		owner: () => new Ref(meta.igUser(media.igId)),
		like_count: () => (media.liked === true ? 1 : 0),
		comments_count: () => commentsOn(media.id, meta).length,
		is_comment_enabled: () => media.commentsOpen,
		is_shared_to_feed: () => (media.product === 'REELS' ? media.shareToFeed : undefined),
		children: () => (media.children.length === 0 ? undefined : new Connection(`${media.id}/children`, childrenOf(media, meta))),
		comments: () => new Connection(`${media.id}/comments`, commentsOn(media.id, meta)),
	},
});

function removeMedia(media: IgMedia, meta: Meta): void {
	if (media.entry !== undefined) meta.world.timeline.remove(media.entry);
	for (const comment of meta.all('IGComment')) {
		if (comment.mediaId !== media.id) continue;
		if (comment.entry !== undefined) meta.world.timeline.remove(comment.entry);
		meta.nodes.delete(comment.id);
	}
	for (const child of media.children) meta.nodes.delete(child);
	meta.nodes.delete(media.id);
}

function updateMedia(media: IgMedia, { params }: Call): { success: true } {
	const open = params.flag('comment_enabled');
	if (open === undefined) throw invalid('The parameter comment_enabled is required');
	media.commentsOpen = open;
	return { success: true };
}

export const igMediaEdges: Edges<'IGMedia', Handler<IgMedia>> = {
	GET: (media) => new Ref(media),
	POST: updateMedia,
	DELETE: (media, _call, meta) => {
		if (media.albumId !== undefined) throw invalid('An item of a carousel cannot be deleted on its own.');
		removeMedia(media, meta);
		return { success: true };
	},
	'GET children': (media, _call, meta) => new Connection(`${media.id}/children`, childrenOf(media, meta)),
	/** They were invited and have not answered. */
	'GET collaborators': (media) => ({ data: media.collaborators.map((username) => ({ username, invite_status: 'Pending' })) }),
	'GET comments': (media, _call, meta) => new Connection(`${media.id}/comments`, commentsOn(media.id, meta)),
	'POST comments': createIgComment,
	'GET insights': igMediaInsights,
};

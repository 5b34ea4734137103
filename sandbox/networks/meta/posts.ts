import { Created, Ref, type Call, type Describe, type Handler } from './call';
import { conversationEdges, conversationFields } from './comments';
import type { Edges } from './edges';
import { forbidden, GraphError, invalid } from './errors';
import { postInsights } from './insights';
import type { Page, Photo, Post, Shown } from './model';
import { readRelease, type Release } from './release';
import { graphTime, type Meta } from './state';

const longestMessage = 63_206;

const numberOf = (post: Post): string => post.id.split('_')[1] ?? post.id;
const pathOf = (post: Post, page: Page): string => {
	if (post.kind === 'reel') return `/reel/${post.videoId ?? ''}/`;
	if (post.kind === 'story') return `/stories/${page.id}/${numberOf(post)}/`;
	return `/${page.username}/posts/${numberOf(post)}`;
};

export const permalinkOf = (post: Post, meta: Meta): string => meta.url('www.facebook.com', pathOf(post, meta.page(post.pageId)));

/** What people see of a post: its photos or its video. */
export function shownBy(post: Post, meta: Meta): Shown[] {
	const video = meta.find('Video', post.videoId);
	if (video?.shownUrl !== undefined) return [{ kind: 'video', url: video.shownUrl }];
	return photosOf(post, meta).map((photo) => ({
		kind: 'image',
		url: photo.shownUrl,
		...(photo.alt === undefined ? {} : { alt: photo.alt }),
	}));
}

const photosOf = (post: Post, meta: Meta): Photo[] => post.photoIds.flatMap((id) => meta.find('Photo', id) ?? []);
const textOf = (post: Post): string =>
	post.link === undefined || post.message.includes(post.link) ? post.message : `${post.message}\n${post.link}`.trim();

type NewPost = Pick<Post, 'kind' | 'message'> & Partial<Pick<Post, 'link' | 'photoIds' | 'videoId'>>;

/** Makes a post and releases it now, later or never. */
export function addPost(meta: Meta, page: Page, content: NewPost, release: Release): Post {
	const now = meta.now;
	const post: Post = {
		type: 'PagePost',
		id: `${page.id}_${meta.newId('post')}`,
		pageId: page.id,
		photoIds: [],
		...content,
		state: 'draft',
		createdAt: now,
		updatedAt: now,
		hidden: false,
		likedByPage: false,
	};
	meta.keep(post);
	for (const photo of photosOf(post, meta)) photo.postId = post.id;
	setRelease(meta, post, release);
	return post;
}

export function setRelease(meta: Meta, post: Post, release: Release): void {
	meta.agenda.cancel(post.id);
	post.publishAt = undefined;
	if (release.state === 'scheduled') {
		post.state = 'scheduled';
		post.publishAt = release.at;
		meta.agenda.plan(post.id, release.at, () => show(meta, post, release.at));
	} else if (release.state === 'published') {
		show(meta, post, meta.now);
	} else {
		post.state = 'draft';
	}
}

function show(meta: Meta, post: Post, at: number): void {
	post.state = 'published';
	post.createdAt = at;
	if (post.entry !== undefined) return;
	const page = meta.page(post.pageId);
	const entry = {
		network: 'facebook',
		account: page.name,
		kind: post.kind,
		text: textOf(post),
		media: shownBy(post, meta),
		url: permalinkOf(post, meta),
	};
	post.entry = meta.world.timeline.add(entry);
}

/** Makes the timeline say what the post says now. */
export function refreshEntry(meta: Meta, post: Post): void {
	if (post.entry !== undefined) meta.world.timeline.update(post.entry, { text: textOf(post), media: shownBy(post, meta) });
}

function setHidden(meta: Meta, post: Post, hidden: boolean): void {
	post.hidden = hidden;
	if (!hidden && post.state === 'published') show(meta, post, post.createdAt);
	if (!hidden || post.entry === undefined) return;
	meta.world.timeline.remove(post.entry);
	post.entry = undefined;
}

export function removePost(meta: Meta, post: Post): void {
	meta.agenda.cancel(post.id);
	if (post.entry !== undefined) meta.world.timeline.remove(post.entry);
	for (const comment of meta.all('Comment')) {
		if (comment.objectId !== post.id) continue;
		if (comment.entry !== undefined) meta.world.timeline.remove(comment.entry);
		meta.nodes.delete(comment.id);
	}
	meta.nodes.delete(post.id);
}

function attachedPhotos(page: Page, call: Call, meta: Meta): Photo[] {
	return (call.params.records('attached_media') ?? []).map((item) => {
		const id = typeof item.media_fbid === 'string' || typeof item.media_fbid === 'number' ? String(item.media_fbid) : undefined;
		const photo = meta.find('Photo', id);
		if (!photo || photo.pageId !== page.id)
			throw invalid(`Param attached_media must name photos of this page in media_fbid; ${id ?? 'nothing'} is none.`);
		if (photo.postId !== undefined) {
			throw invalid('These photos were already posted.', {
				subcode: 1366051,
				userTitle: 'Already Posted',
				userMessage: 'These photos were already posted.',
			});
		}
		return photo;
	});
}

function checkMessage(message: string): void {
	if (message.length > longestMessage)
		throw invalid(`Param message must be at most ${longestMessage} characters long; this one has ${message.length}.`);
}

/** https://developers.facebook.com/docs/graph-api/reference/page/feed */
export const createFeedPost: Handler<Page> = (page, call, meta) => {
	const { params } = call;
	const message = params.text('message') ?? '';
	const link = params.text('link');
	checkMessage(message);
	if (link !== undefined) {
		if (!URL.canParse(link)) throw invalid('link URL is not properly formatted', { subcode: 1500 });
		if (/(^|\.)(facebook\.com|fb\.com)$/.test(new URL(link).hostname)) {
			throw invalid('Links to facebook.com cannot be shared by this call.', { subcode: 1609008 });
		}
	}
	const photos = attachedPhotos(page, call, meta);
	if (message === '' && link === undefined && photos.length === 0) {
		throw invalid('Missing message or attachment', { subcode: 1349125, userTitle: 'Missing Message Or Attachment' });
	}
	const kind = photos.length > 1 ? 'album' : photos.length === 1 ? 'photo' : link === undefined ? 'text' : 'link';
	const photoIds = photos.map((photo) => photo.id);
	return new Created(addPost(meta, page, { kind, message, link, photoIds }, readRelease(call.params, meta.now)));
};

const attachmentsOf = (post: Post, meta: Meta): unknown => {
	const target = { id: post.videoId ?? post.photoIds[0] ?? post.id, url: permalinkOf(post, meta) };
	const [first, ...others] = shownBy(post, meta);
	if (!first)
		return post.link === undefined
			? undefined
			: { data: [{ type: 'share', media_type: 'link', url: post.link, unshimmed_url: post.link, target: { url: post.link } }] };
	const image = (shown: Shown) => ({
		type: shown.kind === 'video' ? 'video_inline' : 'photo',
		media_type: shown.kind === 'video' ? 'video' : 'photo',
		media: { image: { src: shown.url } },
		url: target.url,
	});
	if (others.length === 0) return { data: [{ ...image(first), target, description: post.message || undefined }] };
	return {
		data: [{ ...image(first), type: 'album', media_type: 'album', target, subattachments: { data: [first, ...others].map(image) } }],
	};
};

const statusTypes: Record<Post['kind'], string> = {
	text: 'mobile_status_update',
	link: 'shared_story',
	photo: 'added_photos',
	album: 'added_photos',
	video: 'added_video',
	reel: 'added_video',
	story: 'added_photos',
};

export const describePost: Describe<Post> = (post, meta) => ({
	label: 'PagePost',
	defaults: ['created_time', 'message', 'id'],
	fields: {
		id: () => post.id,
		message: () => post.message || undefined,
		created_time: () => graphTime(post.createdAt),
		updated_time: () => graphTime(post.updatedAt),
		permalink_url: () => permalinkOf(post, meta),
		from: () => ({ name: post.visitor?.name ?? meta.page(post.pageId).name, id: post.visitor?.id ?? post.pageId }),
		full_picture: () => shownBy(post, meta).find((shown) => shown.kind === 'image')?.url,
		picture: () => shownBy(post, meta).find((shown) => shown.kind === 'image')?.url,
		status_type: () => statusTypes[post.kind],
		is_published: () => post.state === 'published',
		is_hidden: () => post.hidden,
		is_expired: () => false,
		scheduled_publish_time: () => (post.publishAt === undefined ? undefined : Math.floor(post.publishAt / 1000)),
		attachments: () => attachmentsOf(post, meta),
		...conversationFields(post, meta),
	},
});

function updatePost(post: Post, { params }: Call, meta: Meta): { success: true } {
	const message = params.text('message');
	if (message !== undefined) {
		checkMessage(message);
		post.message = message;
	}
	const hidden = params.flag('is_hidden');
	if (hidden !== undefined) setHidden(meta, post, hidden);
	if (params.flag('is_published') === true) {
		if (post.state === 'published') throw invalid('This post is already published.');
		setRelease(meta, post, { state: 'published' });
	} else if (params.has('scheduled_publish_time')) {
		if (post.state === 'published') throw forbidden('A published post cannot be scheduled.');
		setRelease(meta, post, readRelease(params, meta.now, 'scheduled'));
	}
	post.updatedAt = meta.now;
	refreshEntry(meta, post);
	return { success: true };
}

export const postEdges: Edges<'PagePost', Handler<Post>> = {
	GET: (post) => new Ref(post, ['created_time', 'message', 'id']),
	POST: updatePost,
	DELETE: (post, _call, meta) => {
		if (!meta.nodes.has(post.id)) throw new GraphError(803, '(#803) Some of the aliases you requested do not exist');
		removePost(meta, post);
		return { success: true };
	},
	'GET attachments': (post, _call, meta) => attachmentsOf(post, meta) ?? { data: [] },
	'GET insights': postInsights,
	...conversationEdges,
};

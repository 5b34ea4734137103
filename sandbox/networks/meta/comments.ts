import { Connection, Created, Ref, type Call, type Describe, type Handler } from './call';
import type { Edges } from './edges';
import { forbidden, invalid } from './errors';
import type { Comment, Photo, Post, Video } from './model';
import { graphTime, type Meta } from './state';

/** Everything on a page that people comment on and like. */
type Commentable = Post | Photo | Video | Comment;

const longestComment = 8000;

/** The post behind a photo or video carries its comments, as on the page itself. */
function threadOf(node: Commentable): string {
	if (node.type === 'Comment') return node.objectId;
	return node.type === 'PagePost' ? node.id : (node.postId ?? node.id);
}

function commentsUnder(node: Commentable, meta: Meta, filter: 'toplevel' | 'stream' = 'toplevel', newestFirst = false): Comment[] {
	const thread = threadOf(node);
	const found = meta.all('Comment').filter((comment) => {
		if (comment.objectId !== thread) return false;
		if (node.type === 'Comment') return comment.parentId === node.id;
		return filter === 'stream' || comment.parentId === undefined;
	});
	return newestFirst ? found.reverse() : found;
}

interface NewComment {
	message: string;
	attachmentUrl?: string;
	from: Comment['from'];
}

/** Adds a comment of the page or of a follower and shows it. */
export function addComment(meta: Meta, on: Commentable, { message, attachmentUrl, from }: NewComment): Comment {
	const objectId = threadOf(on);
	const number = objectId.split('_')[1] ?? objectId;
	const comment: Comment = {
		type: 'Comment',
		id: `${number}_${meta.newId('comment')}`,
		pageId: on.pageId,
		objectId,
		// Facebook's threads are one level deep: a reply to a reply hangs under the first comment.
		parentId: on.type === 'Comment' ? (on.parentId ?? on.id) : undefined,
		message,
		attachmentUrl,
		from,
		createdAt: meta.now,
		hidden: false,
		likedByPage: false,
	};
	meta.keep(comment);
	const media = attachmentUrl === undefined ? [] : [{ kind: 'image' as const, url: attachmentUrl }];
	comment.entry = meta.world.timeline.add({
		network: 'facebook',
		account: from.name,
		kind: 'comment',
		text: message,
		media,
		url: permalinkOf(comment, meta),
	});
	return comment;
}

const permalinkOf = (comment: Comment, meta: Meta): string =>
	meta.url(
		'www.facebook.com',
		`/${meta.page(comment.pageId).username}/posts/${comment.id.split('_')[0] ?? ''}?comment_id=${comment.id.split('_')[1] ?? ''}`,
	);

function createComment(on: Commentable, { params, token }: Call, meta: Meta): Created {
	const message = params.text('message') ?? '';
	const attachmentUrl =
		params.text('attachment_url') ?? params.text('attachment_share_url') ?? meta.find('Photo', params.text('attachment_id'))?.shownUrl;
	if (message === '' && attachmentUrl === undefined) throw invalid('A comment needs a message or an attachment.', { subcode: 1349125 });
	if (message.length > longestComment)
		throw invalid(`Param message must be at most ${longestComment} characters long; this one has ${message.length}.`);
	if (on.type === 'PagePost' && on.state !== 'published') throw forbidden('Posts that are not published cannot be commented on.');
	const page = meta.page(token.pageId ?? on.pageId);
	return new Created(addComment(meta, on, { message, attachmentUrl, from: { id: page.id, name: page.name } }));
}

const like =
	(liked: boolean): Handler<Commentable> =>
	(node) => {
		node.likedByPage = liked;
		return { success: true };
	};

const likesOf = (node: Commentable, edge: string, meta: Meta): Connection =>
	new Connection(`${node.id}/${edge}`, node.likedByPage ? [meta.page(node.pageId)] : [], { can_like: true, has_liked: node.likedByPage });

/** The edges posts, photos, videos and comments share. */
export const conversationEdges = {
	'GET comments': (node: Commentable, { params }: Call, meta: Meta) => {
		const filter = params.oneOf('filter', ['toplevel', 'stream']);
		const newestFirst = params.oneOf('order', ['chronological', 'reverse_chronological']) === 'reverse_chronological';
		return new Connection(`${node.id}/comments`, commentsUnder(node, meta, filter, newestFirst), {
			order: 'chronological',
			can_comment: true,
		});
	},
	'POST comments': createComment,
	'GET likes': (node: Commentable, _call: Call, meta: Meta) => likesOf(node, 'likes', meta),
	'POST likes': like(true),
	'DELETE likes': like(false),
	'GET reactions': (node: Commentable, _call: Call, meta: Meta) => likesOf(node, 'reactions', meta),
};

/** The fields posts, photos, videos and comments share. */
export const conversationFields = (node: Commentable, meta: Meta): Record<string, () => unknown> => ({
	comments: () => new Connection(`${node.id}/comments`, commentsUnder(node, meta), { order: 'chronological', can_comment: true }),
	likes: () => likesOf(node, 'likes', meta),
	reactions: () => likesOf(node, 'reactions', meta),
});

export const describeComment: Describe<Comment> = (comment, meta, token) => ({
	label: 'Comment',
	defaults: ['created_time', 'from', 'message', 'id'],
	fields: {
		id: () => comment.id,
		message: () => comment.message,
		created_time: () => graphTime(comment.createdAt),
		/** People are named to the page only. */
		from: () => (token.kind === 'PAGE' ? comment.from : undefined),
		parent: () => {
			const parent = meta.find('Comment', comment.parentId);
			return parent && new Ref(parent, ['created_time', 'from', 'message', 'id']);
		},
		object: () => {
			const node = meta.nodes.get(comment.objectId);
			return node && new Ref(node);
		},
		attachment: () =>
			comment.attachmentUrl && { type: 'photo', media: { image: { src: comment.attachmentUrl } }, url: comment.attachmentUrl },
		comment_count: () => commentsUnder(comment, meta).length,
		like_count: () => (comment.likedByPage ? 1 : 0),
		user_likes: () => comment.likedByPage,
		is_hidden: () => comment.hidden,
		is_private: () => false,
		can_comment: () => true,
		can_like: () => true,
		can_remove: () => true,
		can_hide: () => comment.from.id !== comment.pageId,
		can_reply_privately: () => comment.from.id !== comment.pageId,
		permalink_url: () => permalinkOf(comment, meta),
		...conversationFields(comment, meta),
	},
});

function updateComment(comment: Comment, { params }: Call, meta: Meta): { success: true } {
	const hide = params.flag('is_hidden');
	const message = params.text('message');
	if (message !== undefined) {
		if (comment.from.id !== comment.pageId) throw forbidden("A page can edit its own comments only; hide or delete other people's.");
		comment.message = message;
		if (comment.entry !== undefined) meta.world.timeline.update(comment.entry, { text: message });
	}
	if (hide !== undefined) {
		if (comment.from.id === comment.pageId) throw forbidden("A page can hide other people's comments only.");
		comment.hidden = hide;
		setShown(comment, meta, !hide);
	}
	return { success: true };
}

function setShown(comment: Comment, meta: Meta, shown: boolean): void {
	if (!shown && comment.entry !== undefined) {
		meta.world.timeline.remove(comment.entry);
		comment.entry = undefined;
	} else if (shown && comment.entry === undefined) {
		const entry = {
			network: 'facebook',
			account: comment.from.name,
			kind: 'comment',
			text: comment.message,
			media: [],
			url: permalinkOf(comment, meta),
		};
		comment.entry = meta.world.timeline.add(entry);
	}
}

export const commentEdges: Edges<'Comment', Handler<Comment>> = {
	GET: (comment) => new Ref(comment, ['created_time', 'from', 'message', 'id']),
	POST: updateComment,
	DELETE: (comment, _call, meta) => {
		for (const one of [comment, ...commentsUnder(comment, meta)]) {
			setShown(one, meta, false);
			meta.nodes.delete(one.id);
		}
		return { success: true };
	},
	...conversationEdges,
};

import { Connection, Created, Ref, type Call, type Describe, type Handler } from './call';
import type { Edges } from './edges';
import { forbidden, invalid } from './errors';
import { igPermalink } from './igPermalink';
import type { IgComment, IgMedia } from './model';
import { graphTime, type Meta } from './state';

const longestComment = 2200;

/** Comments of a medium that are no replies, newest first as Instagram lists them; or the replies to one, oldest first. */
export function commentsOn(mediaId: string, meta: Meta, parentId?: string): IgComment[] {
	const found = meta.all('IGComment').filter((comment) => comment.mediaId === mediaId && comment.parentId === parentId);
	return parentId === undefined ? found.reverse() : found;
}

/** Adds a comment of the account or of a follower and shows it. */
export function addIgComment(meta: Meta, on: IgMedia | IgComment, text: string, from: IgComment['from']): IgComment {
	const comment: IgComment = {
		type: 'IGComment',
		id: meta.newId('igComment'),
		igId: on.igId,
		mediaId: on.type === 'IGMedia' ? on.id : on.mediaId,
		parentId: on.type === 'IGComment' ? (on.parentId ?? on.id) : undefined,
		text,
		from,
		createdAt: meta.now,
		hidden: false,
	};
	show(comment, meta);
	return meta.keep(comment);
}

function show(comment: IgComment, meta: Meta): void {
	const media = meta.find('IGMedia', comment.mediaId);
	const url = media ? igPermalink(media, meta) : meta.url('www.instagram.com', '/');
	comment.entry ??= meta.world.timeline.add({
		network: 'instagram',
		account: comment.from.username,
		kind: 'comment',
		text: comment.text,
		media: [],
		url,
	});
}

function hide(comment: IgComment, meta: Meta): void {
	if (comment.entry !== undefined) meta.world.timeline.remove(comment.entry);
	comment.entry = undefined;
}

/** https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-media/comments */
export function createIgComment(on: IgMedia | IgComment, { params }: Call, meta: Meta): Created {
	const message = params.required('message');
	if ([...message].length > longestComment) throw invalid(`Param message must be at most ${longestComment} characters long.`);
	const media = meta.find('IGMedia', on.type === 'IGMedia' ? on.id : on.mediaId);
	if (media?.commentsOpen === false) throw forbidden('Comments are turned off for this media.');
	const { id, username } = meta.igUser(on.igId);
	return new Created(addIgComment(meta, on, message, { id, username }));
}

export const describeIgComment: Describe<IgComment> = (comment, meta) => ({
	label: 'IGComment',
	defaults: ['timestamp', 'text', 'id'],
	fields: {
		id: () => comment.id,
		text: () => comment.text,
		timestamp: () => graphTime(comment.createdAt),
		username: () => comment.from.username,
		from: () => comment.from,
		user: () => (comment.from.id === comment.igId ? { id: comment.igId } : undefined),
		hidden: () => comment.hidden,
		like_count: () => (comment.liked === true ? 1 : 0),
		parent_id: () => comment.parentId,
		media: () => {
			const media = meta.find('IGMedia', comment.mediaId);
			return media && new Ref(media);
		},
		replies: () => {
			const replies = commentsOn(comment.mediaId, meta, comment.id);
			return replies.length === 0 ? undefined : new Connection(`${comment.id}/replies`, replies);
		},
	},
});

export const igCommentEdges: Edges<'IGComment', Handler<IgComment>> = {
	GET: (comment) => new Ref(comment, ['timestamp', 'text', 'id']),
	POST: (comment, { params }, meta) => {
		const hidden = params.flag('hide');
		if (hidden === undefined) throw invalid('The parameter hide is required');
		comment.hidden = hidden;
		if (hidden) hide(comment, meta);
		else show(comment, meta);
		return { success: true };
	},
	DELETE: (comment, _call, meta) => {
		for (const one of [comment, ...commentsOn(comment.mediaId, meta, comment.id)]) {
			hide(one, meta);
			meta.nodes.delete(one.id);
		}
		return { success: true };
	},
	'GET replies': (comment, _call, meta) => new Connection(`${comment.id}/replies`, commentsOn(comment.mediaId, meta, comment.id)),
	'POST replies': createIgComment,
};

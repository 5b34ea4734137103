import type { Api } from '../../core/api';
import { outcomeOf } from './outcome';
import { written } from './reconcile';

interface Comment {
	message?: string;
	attachment_url?: string;
}

export const usualFields = 'id,message,from,created_time,parent{id},comment_count,like_count,is_hidden,permalink_url,attachment';

/**
 * Writes a comment under a post, a photo, a video or a comment. Without an answer the newest comments tell whether it arrived.
 * https://developers.facebook.com/docs/graph-api/reference/object/comments
 */
export async function comment(api: Api, on: string, content: Comment): Promise<{ id: string }> {
	const newest = { url: `/${on}/comments`, qs: { order: 'reverse_chronological', fields: 'id,message,created_time', limit: 25 } };
	const reconcile = written(api, newest, content.message);
	return await api.send({ method: 'POST', url: `/${on}/comments`, body: { ...content }, reconcile });
}

/** The post is out by now: a comment that fails is told, and does not fail the item. */
export async function commentFirst(api: Api, on: string, firstComment?: string): Promise<{ firstComment?: string; firstCommentError?: string }> {
	if (!firstComment) return {};
	const { value, failure } = await outcomeOf(comment(api, on, { message: firstComment }));
	return failure ? { firstCommentError: `${failure.message} ${failure.hint}` } : { firstComment: value.id };
}

import type { Api } from '../../core/api';
import { refused } from '../../core/errors';

/** What Instagram shows of media and comments that name the account. https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user/mentioned_media */
const mediaFields = 'id,caption,media_type,media_url,timestamp,username,like_count,comments_count';
const commentFields = 'id,text,timestamp,like_count,media{id,media_url}';

/** It becomes part of an expression, so nothing else may stand in it. */
function idIn(field: string, text: string): string {
	const id = text.trim();
	if (/^\d+$/.test(id)) return id;
	throw refused(field, `“${id}” is not an ID; Instagram’s IDs have digits only.`, 'Take it from the event “mentions” of QMARK Meta Trigger.');
}

export async function mentionedMedia(api: Api, account: string, media: string): Promise<object> {
	const fields = `mentioned_media.media_id(${idIn('Media ID', media)}){${mediaFields}}`;
	return (await api.send<{ mentioned_media: object }>({ url: `/${account}`, qs: { fields } })).mentioned_media;
}

export async function mentionedComment(api: Api, account: string, comment: string): Promise<object> {
	const fields = `mentioned_comment.comment_id(${idIn('Comment ID', comment)}){${commentFields}}`;
	return (await api.send<{ mentioned_comment: object }>({ url: `/${account}`, qs: { fields } })).mentioned_comment;
}

import type { Call, Handler } from '../call';
import { invalid } from '../errors';
import type { IgComment, IgMedia, IgUser } from '../model';
import type { Meta } from '../state';
import type { IgPublicComment, IgPublicMedia } from './model';

function likeable({ params }: Call, meta: Meta): IgMedia | IgComment | IgPublicMedia | IgPublicComment {
	const [mediaId, commentId] = [params.text('media_id'), params.text('comment_id')];
	if ((mediaId === undefined) === (commentId === undefined)) throw invalid('Exactly one of the parameters media_id and comment_id is required');
	const media = meta.find('IGMedia', mediaId) ?? meta.find('IGPublicMedia', mediaId);
	if (media?.product === 'STORY') throw invalid('Stories cannot be liked.');
	const found = media ?? meta.find('IGComment', commentId) ?? meta.find('IGPublicComment', commentId);
	if (!found) throw invalid(`The requested ${mediaId === undefined ? 'comment' : 'media'} does not exist`, { subcode: 2207006 });
	return found;
}

/** A second like has no effect. https://developers.facebook.com/documentation/instagram-platform/instagram-graph-api/reference/ig-user/user-likes */
export const like =
	(liked: boolean): Handler<IgUser> =>
	(_account, call, meta) => {
		likeable(call, meta).liked = liked;
		return { success: true };
	};

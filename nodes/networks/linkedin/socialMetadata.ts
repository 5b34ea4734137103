import type { Api } from '../../core/api';
import { refused } from '../../core/errors';
import { authorUrn } from './author';
import { encoded, withQuery } from './restli';

/** https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/social-metadata-api */
interface Metadata {
	commentsState?: string;
	commentSummary?: { count?: number; topLevelCount?: number };
	reactionSummaries?: Record<string, { count?: number }>;
}

/** How many comments and reactions there are, by plain names. */
export async function countsOf(api: Api, entity: string): Promise<object> {
	const { commentsState, commentSummary: comments = {}, reactionSummaries: reactions = {} } = await api.send<Metadata>({ url: `/rest/socialMetadata/${encoded(entity)}` });
	const byType = Object.fromEntries(Object.entries(reactions).map(([type, { count = 0 }]) => [type, count]));
	return {
		entity,
		commentsState,
		comments: comments.count ?? 0,
		topLevelComments: comments.topLevelCount ?? 0,
		reactions: Object.values(byType).reduce((sum, count) => sum + count, 0),
		reactionsByType: byType,
	};
}

interface Wish {
	author: string;
	commentsState: 'OPEN' | 'CLOSED';
	/** Closing takes every comment away that is there, for good. */
	deletesComments?: boolean;
}

/** Opens or closes the comments of a post. The same wish a second time changes nothing. */
export async function setComments(api: Api, post: string, { author, commentsState, deletesComments }: Wish): Promise<object> {
	// An expression may give another word, or the text “false”: what cannot be undone takes an outright yes.
	if (commentsState !== 'OPEN' && deletesComments !== true) {
		throw refused('Delete Existing Comments', 'is off, and LinkedIn deletes every comment under the post when its comments are closed.', 'Switch it on if that is meant; nothing was changed.');
	}
	const actor = await authorUrn(api, author);
	const url = withQuery(`/rest/socialMetadata/${encoded(post)}`, { actor: encoded(actor) });
	await api.send({ method: 'POST', url, headers: { 'X-RestLi-Method': 'PARTIAL_UPDATE' }, body: { patch: { $set: { commentsState } } }, idempotent: true, whole: true });
	return { entity: post, commentsState };
}

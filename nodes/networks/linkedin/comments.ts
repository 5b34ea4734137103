import type { Api } from '../../core/api';
import { PlatformError, refused } from '../../core/errors';
import type { Reply } from '../../core/platform';
import { linkedin } from '../../platforms/linkedin';
import { outcomeOf } from '../facebook/outcome';
import { authorUrn } from './author';
import { commentIn } from './entity';
import { encoded, withQuery } from './restli';
import { littleText } from './text';

/** https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/comments-api */
const commentsOf = (urn: string): string => `/rest/socialActions/${encoded(urn)}/comments`;

/** LinkedIn’s pages do not say whether comments are read as posts are, so escaping is a choice. */
function written(text: string, escapes?: boolean): string {
	const sent = escapes ? littleText(text) : text;
	const { comment: most } = linkedin.limits;
	if (sent.length > most) throw refused('Text', `has ${sent.length} characters${escapes ? ' with those that escape reserved ones' : ''}; LinkedIn allows ${most}.`, `Shorten it by ${sent.length - most} characters.`);
	return sent;
}

interface Said {
	/** The author locator's value. */
	author: string;
	text: string;
	escapes?: boolean;
}

/** Says something under a post, or in answer to the comment `parent` there. */
export async function say(api: Api, post: string, { author, text, escapes }: Said, parent?: string): Promise<object> {
	const message = { text: written(text, escapes) };
	const actor = await authorUrn(api, author);
	const body = { actor, object: post, message, ...(parent && { parentComment: parent }) };
	const { headers, body: made } = await api.send<Reply>({ method: 'POST', url: commentsOf(parent ?? post), body, whole: true });
	const told: { id?: unknown } = typeof made === 'object' && made !== null ? made : {};
	const id = String(headers['x-restli-id'] ?? told.id ?? '');
	if (id === '') throw new PlatformError({ verdict: 'unknown', code: 'no-id', message: 'LinkedIn took the comment without naming it.', hint: 'Look at LinkedIn before you send this item again: it may be there.' });
	return { id, commentUrn: `urn:li:comment:(${post},${id})`, actor, object: post, ...(parent && { parentComment: parent }), message, ...told };
}

/** Comments under a post, or answers to a comment. */
export const commentsUnder = (api: Api, urn: string): AsyncIterable<object> => api.pages({ url: commentsOf(urn), qs: { start: 0, count: linkedin.limits.pageSize } });

const addressOf = (comment: string): string => {
	const { post, id } = commentIn(comment);
	return `${commentsOf(post)}/${encoded(id)}`;
};

/** Says it in other words: the same words a second time change nothing. */
export async function change(api: Api, comment: string, { author, text, escapes }: Said): Promise<object> {
	const { urn } = commentIn(comment);
	const message = { text: written(text, escapes) };
	const actor = await authorUrn(api, author);
	const url = withQuery(addressOf(comment), { actor: encoded(actor) });
	await api.send({ method: 'POST', url, headers: { 'X-RestLi-Method': 'PARTIAL_UPDATE' }, body: { patch: { message: { $set: message } } }, idempotent: true, whole: true });
	return { commentUrn: urn, actor, message, updated: true };
}

/** Takes a comment away. Without an answer the comment itself tells whether it is gone. */
export async function remove(api: Api, comment: string, author: string): Promise<object> {
	const { urn } = commentIn(comment);
	const actor = await authorUrn(api, author);
	const reconcile = async () => ((await lookAt(api, addressOf(comment))) ? undefined : { result: {} });
	await api.send({ method: 'DELETE', url: withQuery(addressOf(comment), { actor: encoded(actor) }), reconcile, whole: true });
	return { commentUrn: urn, deleted: true };
}

/** What is there, or undefined where nothing is. Throws where that cannot be told. */
export async function lookAt<T extends object>(api: Api, url: string): Promise<T | undefined> {
	const { value, failure } = await outcomeOf(api.send<T>({ url }));
	if (failure && failure.status !== 404) throw new PlatformError(failure);
	return value;
}

import type { Api } from '../../core/api';
import { linkedin } from '../../platforms/linkedin';
import { authorUrn } from './author';
import { lookAt } from './comments';
import { encoded, withQuery } from './restli';

/** https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/reactions-api: one reaction of each actor to a post or comment. */
const keyOf = (actor: string, entity: string): string => `/rest/reactions/(actor:${encoded(actor)},entity:${encoded(entity)})`;

/** Reacts. Without an answer the reaction itself tells whether it arrived. */
export async function react(api: Api, entity: string, author: string, reactionType: string): Promise<object> {
	const actor = await authorUrn(api, author);
	const reconcile = async () => ((await lookAt<{ reactionType?: string }>(api, keyOf(actor, entity)))?.reactionType === reactionType ? { result: {} } : undefined);
	await api.send({ method: 'POST', url: withQuery('/rest/reactions', { actor: encoded(actor) }), body: { root: entity, reactionType }, reconcile, whole: true });
	return { actor, entity, reactionType };
}

/** Takes the actor's reaction back. */
export async function unreact(api: Api, entity: string, author: string): Promise<object> {
	const actor = await authorUrn(api, author);
	const reconcile = async () => ((await lookAt(api, keyOf(actor, entity))) ? undefined : { result: {} });
	await api.send({ method: 'DELETE', url: keyOf(actor, entity), reconcile, whole: true });
	return { actor, entity, deleted: true };
}

/** Who reacted to it and how, the newest first. */
export const reactionsTo = (api: Api, entity: string): AsyncIterable<object> =>
	api.pages({ url: withQuery(`/rest/reactions/(entity:${encoded(entity)})`, { q: 'entity', sort: '(value:REVERSE_CHRONOLOGICAL)' }), qs: { start: 0, count: linkedin.limits.pageSize } });

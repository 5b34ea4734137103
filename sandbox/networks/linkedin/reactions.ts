import type { Request, Response } from 'express';
import { checkActor, checkReader, entityOf, fieldsIn, writing, type Known, type Reaction } from './community';
import { ApiError } from './errors';
import { pageOf, parametersIn } from './restli';
import type { LinkedIn } from './state';
import { versionOf } from './versions';

const types = ['LIKE', 'PRAISE', 'EMPATHY', 'INTEREST', 'APPRECIATION', 'ENTERTAINMENT'];

const reading = ['r_organization_social_feed'];

/** The members of a compound key such as `(actor:…,entity:…)`: its parentheses and commas as they are, its values encoded. */
function compound(request: Request): Partial<Record<string, string>> {
	const raw = /^[^?]*\/\(((?:\w+:[\w.~%-]+,?)+)\)/.exec(request.url)?.[1];
	if (raw === undefined) throw new ApiError(400, 'ILLEGAL_ARGUMENT', 'The key must be (name:value,…), each value URL encoded');
	return Object.fromEntries(raw.split(',').map((pair) => [pair.split(':')[0], decodeURIComponent(pair.split(':')[1] ?? '')]));
}

const shape = ({ actor, entity, reactionType, at }: Reaction): object => ({ id: `urn:li:reaction:(${actor},${entity})`, root: entity, reactionType, created: { actor, time: at }, lastModified: { actor, time: at } });

const keyFor = (actor: string, { urn }: Known): string => `${actor} ${urn}`;

/** `POST /rest/reactions?actor=`: one reaction of each actor to a thing. https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/reactions-api */
export async function createReaction(request: Request, linkedin: LinkedIn, response: Response): Promise<object> {
	const call = `reactions.CREATE.${versionOf(request, linkedin.now)}`;
	const grant = linkedin.authorized(request, call, writing);
	const { root, reactionType } = await fieldsIn(request, ['root', 'reactionType']);
	const { actor } = parametersIn(request, ['actor']);
	if (actor === undefined) throw new ApiError(400, 'ILLEGAL_ARGUMENT', 'The query parameter actor is required');
	if (typeof reactionType !== 'string' || !types.includes(reactionType)) throw new ApiError(400, 'INVALID_VALUE_FOR_FIELD', `/reactionType can't be set to ${String(reactionType)}`);
	const target = entityOf(linkedin, String(root));
	checkActor(grant, actor, call);
	const reaction: Reaction = { actor, entity: target.urn, reactionType, at: linkedin.now };
	linkedin.community.reactions.set(keyFor(actor, target), reaction);
	response.status(201);
	return shape(reaction);
}

/** `GET /rest/reactions/(entity:…)?q=entity`. */
export function findReactions(request: Request, linkedin: LinkedIn): object {
	const call = `reactions.FINDER-entity.${versionOf(request, linkedin.now)}`;
	const grant = linkedin.authorized(request, call, reading);
	const parameters = parametersIn(request, ['q', 'sort', 'start', 'count']);
	const { q, sort = '(value:REVERSE_CHRONOLOGICAL)' } = parameters;
	if (q !== 'entity') throw new ApiError(400, 'ILLEGAL_ARGUMENT', 'Reactions are found by q=entity');
	if (!/[?&]sort=\(value:\w+\)(&|$)/.test(request.url) && parameters.sort !== undefined) throw new ApiError(400, 'ILLEGAL_ARGUMENT', 'sort must be (value:…), its parentheses not encoded');
	const { start, count } = pageOf(parameters);
	const target = entityOf(linkedin, compound(request).entity ?? '');
	checkReader(grant, target.post, call);
	const found = [...linkedin.community.reactions.values()].filter(({ entity }) => entity === target.urn);
	if (sort.includes('REVERSE')) found.reverse();
	return { paging: { start, count, links: [], total: found.length }, elements: found.slice(start, start + count).map(shape) };
}

function reactionAt(request: Request, linkedin: LinkedIn): { key: string; actor: string; target: Known } {
	const { actor = '', entity = '' } = compound(request);
	const target = entityOf(linkedin, entity);
	return { key: keyFor(actor, target), actor, target };
}

const missing = () => new ApiError(404, 'RESOURCE_NOT_FOUND', 'The reaction does not exist');

/** `GET /rest/reactions/(actor:…,entity:…)`. */
export function getReaction(request: Request, linkedin: LinkedIn): object {
	const call = `reactions.GET.${versionOf(request, linkedin.now)}`;
	const grant = linkedin.authorized(request, call, reading);
	const { key, target } = reactionAt(request, linkedin);
	checkReader(grant, target.post, call);
	const reaction = linkedin.community.reactions.get(key);
	if (!reaction) throw missing();
	return shape(reaction);
}

/** `DELETE /rest/reactions/(actor:…,entity:…)`: 204. */
export function deleteReaction(request: Request, linkedin: LinkedIn, response: Response): undefined {
	const call = `reactions.DELETE.${versionOf(request, linkedin.now)}`;
	const grant = linkedin.authorized(request, call, writing);
	const { key, actor } = reactionAt(request, linkedin);
	checkActor(grant, actor, call);
	if (!linkedin.community.reactions.delete(key)) throw missing();
	response.status(204);
}

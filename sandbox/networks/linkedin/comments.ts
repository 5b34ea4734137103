import type { Request, Response } from 'express';
import { activityOf, checkActor, checkReader, commentUrn, entityOf, fieldsIn, writing, type Comment, type Known } from './community';
import { ApiError } from './errors';
import { nameOf } from './posts';
import { keyIn, methodOf, pageOf, parametersIn } from './restli';
import type { LinkedIn } from './state';
import { idHeader, versionOf } from './versions';

/** Length by practice. */
const LONGEST = 1250;

const reading = ['r_organization_social_feed'];

/** https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/comments-api */
function shape(linkedin: LinkedIn, id: string, { actor, post, parent, text, at, editedAt }: Comment): object {
	const urn = commentUrn(post, id);
	const likes = [...linkedin.community.reactions.values()].filter(({ entity }) => entity === urn).length;
	const answers = [...linkedin.community.comments.values()].filter((comment) => comment.parent === urn).length;
	return {
		...{ id, commentUrn: urn, actor, object: activityOf(post), ...(parent !== undefined && { parentComment: parent }) },
		message: { attributes: [], text },
		created: { actor, time: at },
		lastModified: { actor, time: editedAt ?? at },
		likesSummary: { totalLikes: likes, aggregatedTotalLikes: likes, likedByCurrentUser: false, selectedLikes: [] },
		...(parent === undefined && { commentsSummary: { totalFirstLevelComments: answers, aggregatedTotalComments: answers, selectedComments: [] } }),
	};
}

/** `text` of a message; mentions are not supported here. */
function textIn(message: unknown, where: string): string {
	const text: unknown = typeof message === 'object' && message !== null && 'text' in message ? message.text : undefined;
	if (typeof text !== 'string' || text.trim() === '') throw new ApiError(400, 'MISSING_FIELD', `${where}/text is required but missing`);
	if (Object.keys(Object(message)).some((name) => name !== 'text')) throw new ApiError(422, undefined, `ERROR :: ${where} :: unrecognized field found but not allowed\n`);
	if (text.length > LONGEST) throw new ApiError(422, 'FIELD_LENGTH_TOO_LONG', `${where}/text length ${text.length} can't exceeded maximum ${LONGEST} length`);
	return text;
}

/** What a body names must be what its address names. */
function checkThread(linkedin: LinkedIn, target: Known, { object, parentComment }: Record<string, unknown>): void {
	const thread = typeof object === 'string' ? entityOf(linkedin, object) : undefined;
	if (thread?.kind !== 'post') throw new ApiError(400, 'MISSING_FIELD', '/object is required and must be a share, ugcPost or activity URN');
	if (thread.post !== target.post) throw new ApiError(400, 'INVALID_VALUE_FOR_FIELD', '/object is not the thread of the address');
	const parent = target.kind === 'comment' ? target.urn : undefined;
	if ((parentComment === undefined ? undefined : entityOf(linkedin, String(parentComment)).urn) !== parent) throw new ApiError(400, 'INVALID_VALUE_FOR_FIELD', '/parentComment is not the comment of the address');
}

/** `POST /rest/socialActions/{urn}/comments`: 201 with the comment, its ID in a header too. */
export async function createComment(request: Request, linkedin: LinkedIn, response: Response): Promise<object> {
	const call = `socialActions/comments.CREATE.${versionOf(request, linkedin.now)}`;
	const grant = linkedin.authorized(request, call, writing);
	const body = await fieldsIn(request, ['actor', 'object', 'message', 'parentComment']);
	const target = entityOf(linkedin, keyIn(request));
	const { actor } = body;
	if (typeof actor !== 'string') throw new ApiError(400, 'MISSING_FIELD', '/actor is required but missing');
	checkActor(grant, actor, call);
	const text = textIn(body.message, '/message');
	checkThread(linkedin, target, body);
	const post = target.kind === 'post' ? target.urn : target.comment.post;
	const { community, world } = linkedin;
	if (community.closed.has(post)) throw new ApiError(400, 'COMMENTS_CLOSED', 'Comments are disabled on this thread');
	const id = `74${String(5_000_000 + ++community.last).padStart(17, '0')}`;
	const entry = world.timeline.add({ network: 'linkedin', account: nameOf(actor), kind: 'comment', text, media: [], url: `${world.origin}/www.linkedin.com/feed/update/${post}/` });
	const comment: Comment = { actor, post, ...(target.kind === 'comment' && { parent: target.urn }), text, at: linkedin.now, entry };
	community.comments.set(id, comment);
	response.status(201).set(idHeader(request), id);
	return shape(linkedin, id, comment);
}

/** `GET /rest/socialActions/{urn}/comments`: those of a post without answers, or the answers to a comment. */
export function findComments(request: Request, linkedin: LinkedIn): object {
	const call = `socialActions/comments.GET_ALL.${versionOf(request, linkedin.now)}`;
	const grant = linkedin.authorized(request, call, reading);
	const { start, count } = pageOf(parametersIn(request, ['start', 'count']));
	const target = entityOf(linkedin, keyIn(request));
	checkReader(grant, target.post, call);
	const found = [...linkedin.community.comments].filter(([, { post, parent }]) => (target.kind === 'post' ? post === target.urn && parent === undefined : parent === target.urn));
	return { paging: { start, count, links: [], total: found.length }, elements: found.slice(start, start + count).map(([id, comment]) => shape(linkedin, id, comment)) };
}

function commentAt(request: Request, linkedin: LinkedIn): Known & { kind: 'comment' } {
	const target = entityOf(linkedin, keyIn(request));
	const post = target.kind === 'post' ? target.urn : target.comment.post;
	const found = entityOf(linkedin, commentUrn(post, keyIn(request, 5)));
	if (found.kind !== 'comment') throw new ApiError(404, 'RESOURCE_NOT_FOUND', 'The comment does not exist');
	return found;
}

/** `GET /rest/socialActions/{urn}/comments/{id}`. */
export function getComment(request: Request, linkedin: LinkedIn): object {
	const call = `socialActions/comments.GET.${versionOf(request, linkedin.now)}`;
	const grant = linkedin.authorized(request, call, reading);
	const { post, id, comment } = commentAt(request, linkedin);
	checkReader(grant, post, call);
	return shape(linkedin, id, comment);
}

function actorOf(request: Request): string {
	const { actor } = parametersIn(request, ['actor']);
	if (actor === undefined) throw new ApiError(400, 'ILLEGAL_ARGUMENT', 'The query parameter actor is required');
	return actor;
}

/** `POST …/comments/{id}?actor=` as PARTIAL_UPDATE: `{patch: {message: {$set: {text}}}}`. */
export async function changeComment(request: Request, linkedin: LinkedIn, response: Response): Promise<undefined> {
	const call = `socialActions/comments.PARTIAL_UPDATE.${versionOf(request, linkedin.now)}`;
	const grant = linkedin.authorized(request, call, writing);
	if (methodOf(request) !== 'PARTIAL_UPDATE') throw new ApiError(400, 'ILLEGAL_ARGUMENT', 'The header X-RestLi-Method must be PARTIAL_UPDATE');
	const { patch } = await fieldsIn(request, ['patch']);
	const { message }: { message?: unknown } = typeof patch === 'object' && patch !== null ? patch : {};
	const { $set: set }: { $set?: unknown } = typeof message === 'object' && message !== null ? message : {};
	const text = textIn(set, '/patch/message/$set');
	const actor = actorOf(request);
	const { id, comment } = commentAt(request, linkedin);
	checkActor(grant, actor, call);
	if (comment.actor !== actor) throw new ApiError(403, 'ACCESS_DENIED', `${actor} is not the author of the comment`, 100);
	linkedin.community.comments.set(id, { ...comment, text, editedAt: linkedin.now });
	linkedin.world.timeline.update(comment.entry, { text });
	response.status(204);
}

/** Takes a comment and the answers to it away. */
export function forget(linkedin: LinkedIn, id: string): void {
	const { comments, reactions } = linkedin.community;
	const comment = comments.get(id);
	if (!comment) return;
	const urn = commentUrn(comment.post, id);
	comments.delete(id);
	linkedin.world.timeline.remove(comment.entry);
	for (const [key, { entity }] of reactions) if (entity === urn) reactions.delete(key);
	for (const [answer, { parent }] of comments) if (parent === urn) forget(linkedin, answer);
}

/** `DELETE …/comments/{id}?actor=`: by its author, or by the author of the post. */
export function deleteComment(request: Request, linkedin: LinkedIn, response: Response): undefined {
	const call = `socialActions/comments.DELETE.${versionOf(request, linkedin.now)}`;
	const grant = linkedin.authorized(request, call, writing);
	const actor = actorOf(request);
	const { id, comment, post } = commentAt(request, linkedin);
	checkActor(grant, actor, call);
	if (comment.actor !== actor && post.author !== actor) throw new ApiError(403, 'ACCESS_DENIED', `${actor} may not delete the comment`, 100);
	forget(linkedin, id);
	response.status(204);
}

import type { Request } from 'express';
import { readBody } from '../body';
import type { Grant } from '../oauth/grants';
import { ApiError, denied } from './errors';
import { isAdministrator, organizationUrn, personUrn, type Post } from './posts';
import type { LinkedIn } from './state';

/** One comment, by its ID. */
export interface Comment {
	actor: string;
	/** URN of the post, as it was named first. */
	post: string;
	/** URN of the comment that it answers. */
	parent?: string;
	text: string;
	/** Clock milliseconds. */
	at: number;
	editedAt?: number;
	/** Its entry on the timeline. */
	entry: string;
}

export interface Reaction {
	actor: string;
	/** Post or comment, by the name that LinkedIn itself uses. */
	entity: string;
	reactionType: string;
	at: number;
}

/** What people said and did under posts. */
export class Community {
	/** By ID, oldest first. */
	comments = new Map<string, Comment>();
	/** By actor and entity, oldest first. */
	reactions = new Map<string, Reaction>();
	/** Posts whose comments are closed. */
	closed = new Set<string>();
	last = 0;
}

export type Known = { kind: 'post'; urn: string; post: Post } | { kind: 'comment'; urn: string; id: string; comment: Comment; post: Post };

/** An activity has the digits of its post here; at LinkedIn it has others. */
const named = (linkedin: LinkedIn, urn: string): [string, Post] | undefined => {
	const id = urn.split(':').at(-1) ?? '';
	const known = ['share', 'ugcPost'].map((kind) => `urn:li:${kind}:${id}`).find((one) => (urn.startsWith('urn:li:activity:') || one === urn) && linkedin.posts.has(one));
	const post = known === undefined ? undefined : linkedin.posts.get(known);
	return known !== undefined && post ? [known, post] : undefined;
};

export const activityOf = (post: string): string => `urn:li:activity:${post.split(':').at(-1) ?? ''}`;
export const commentUrn = (post: string, id: string): string => `urn:li:comment:(${activityOf(post)},${id})`;

/** What a URN names. @throws ApiError 400 or 404 */
export function entityOf(linkedin: LinkedIn, urn: string): Known {
	const [, thread, id] = /^urn:li:comment:\((urn:li:(?:share|ugcPost|activity):\d+),(\d+)\)$/.exec(urn) ?? [];
	if (thread === undefined && !/^urn:li:(share|ugcPost|activity):\d+$/.test(urn)) throw new ApiError(400, 'INVALID_URN_TYPE', `${urn} must be a share, ugcPost, activity or comment URN`);
	const [post, found] = named(linkedin, thread ?? urn) ?? [];
	if (post === undefined || !found) throw new ApiError(404, 'RESOURCE_NOT_FOUND', `The thread of ${urn} does not exist`);
	if (id === undefined) return { kind: 'post', urn: post, post: found };
	const comment = linkedin.community.comments.get(id);
	if (!comment || comment.post !== post) throw new ApiError(404, 'RESOURCE_NOT_FOUND', `The comment ${urn} does not exist`);
	return { kind: 'comment', urn: commentUrn(post, id), id, comment, post: found };
}

export const writing = ['w_member_social_feed', 'w_organization_social_feed'];

/** @throws ApiError unless the member may comment and react as `actor`. Since version 202604 the permissions to post are not enough. */
export function checkActor({ account, scopes }: Grant, actor: string, call: string): void {
	const asPage = actor === organizationUrn && isAdministrator(account) && scopes.includes('w_organization_social_feed');
	const asMember = actor === personUrn(account) && scopes.includes('w_member_social_feed');
	if (!asPage && !asMember) throw denied(call);
}

/** Only what stands under posts of a page may be read: `r_member_social_feed` is closed. */
export function checkReader({ account, scopes }: Grant, { author }: Post, call: string): void {
	if (author !== organizationUrn || !isAdministrator(account) || !scopes.includes('r_organization_social_feed')) throw denied(call);
}

/** The fields of a JSON body, none but `known`. */
export async function fieldsIn(request: Request, known: readonly string[]): Promise<Record<string, unknown>> {
	const { fields } = await readBody(request);
	request.body = fields;
	if (!request.is('application/json')) throw new ApiError(415, 'UNSUPPORTED_MEDIA_TYPE', 'The Content-Type must be application/json');
	const unknown = Object.keys(fields).find((name) => !known.includes(name));
	if (unknown !== undefined) throw new ApiError(422, undefined, `ERROR :: /${unknown} :: unrecognized field found but not allowed\n`);
	return fields;
}

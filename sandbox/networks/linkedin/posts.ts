import type { Request, Response } from 'express';
import { readBody } from '../body';
import type { Grant } from '../oauth/grants';
import { seed } from '../seed';
import { ApiError, denied } from './errors';
import { normalized, readersSee } from './littleText';
import { readCommentary, readPostBody, type PostBody } from './readPost';
import { keyIn, methodOf, pageOf, parametersIn } from './restli';
import type { LinkedIn } from './state';
import { mediaOf, shownMedia, stateOf } from './uploads';
import { idHeader, versionOf } from './versions';

/** One published post. */
export interface Post extends PostBody {
	/** What readers see. */
	text: string;
	/** The link below it. */
	link?: { url: string; title: string };
	/** Clock milliseconds. */
	at: number;
	editedAt?: number;
	/** Its entry on the timeline. */
	entry: string;
}

/** The same text by the same author is refused for a day, also once it is deleted. LinkedIn says nowhere for how long; clients report one to two days. */
const DUPLICATE = 24 * 3_600_000;
const DAY = 24 * 3_600_000;

export const personUrn = (id: string): string => `urn:li:person:${id}`;
export const organizationUrn = `urn:li:organization:${seed.linkedin.organization.id}`;
/** Who administers the organization: the first account. */
export const isAdministrator = (account: string): boolean => account === seed.linkedin.accounts[0].id;

/** Display name of an author. */
export const nameOf = (urn: string): string =>
	urn === organizationUrn ? seed.linkedin.organization.name : (seed.linkedin.accounts.find(({ id }) => personUrn(id) === urn)?.name ?? urn);

/** @throws ApiError unless the member may act as `author`; `call` is LinkedIn's name of it. */
export function checkAuthor({ account, scopes }: Grant, author: string, call: string): void {
	const asPage = author === organizationUrn && isAdministrator(account) && scopes.includes('w_organization_social');
	const asMember = author === personUrn(account) && scopes.includes('w_member_social');
	if (!asPage && !asMember) throw denied(call);
}

const writing = ['w_member_social', 'w_organization_social'];

/** Two posts alike: the same words, above the same link. Pictures and videos are not compared. */
function sameness({ author, commentary, content, parent }: PostBody): string | undefined {
	if (content && !('article' in content) && !('poll' in content)) return undefined;
	const below = content === undefined ? '' : 'article' in content ? content.article.source : JSON.stringify(content);
	return JSON.stringify([author, commentary, below, parent ?? '']);
}

function checkDuplicate(body: PostBody, linkedin: LinkedIn): void {
	const same = sameness(body);
	const earlier = same === undefined ? undefined : linkedin.recent.get(same);
	if (earlier && linkedin.now - earlier.at < DUPLICATE) throw new ApiError(422, 'DUPLICATE_POST', `Content is a duplicate of ${earlier.urn}`);
}

/** Limits are counted by the day, which begins at midnight UTC. */
function countToday(linkedin: LinkedIn, account: string): void {
	const day = Math.floor(linkedin.now / DAY);
	const today = linkedin.created.get(account);
	const count = today?.day === day ? today.count : 0;
	if (linkedin.settings.dailyPosts !== null && count >= linkedin.settings.dailyPosts)
		throw new ApiError(429, 'TOO_MANY_REQUESTS', 'Resource level throttle MEMBER DAY limit for calls to this resource is reached.', 101);
	linkedin.created.set(account, { day, count: count + 1 });
}

/** Everything a post names must be there: its media belong to its author and are uploaded, what it reshares may be. */
function checkNamed({ author, content, parent }: PostBody, linkedin: LinkedIn): void {
	for (const id of mediaOf(content)) {
		const asset = linkedin.assets.get(id);
		if (!asset || asset.owner !== author) throw new ApiError(400, 'INVALID_CONTENT', `/content media ${id} does not belong to ${author}`);
		const { status } = stateOf(linkedin, asset);
		if (status !== 'AVAILABLE') throw new ApiError(400, 'INVALID_CONTENT', `/content media ${id} is not available: ${status}`);
	}
	if (parent === undefined) return;
	const original = linkedin.posts.get(parent);
	if (!original) throw new ApiError(404, 'RESOURCE_NOT_FOUND', `/reshareContext/parent ${parent} not found`);
	if (original.isReshareDisabledByAuthor) throw new ApiError(403, 'ACCESS_DENIED', `The author of ${parent} does not allow reshares`, 100);
}

function kindOf({ content, parent }: PostBody): string {
	if (parent !== undefined) return 'reshare';
	if (content === undefined) return 'text';
	if ('media' in content) return content.media.id.split(':')[2] ?? 'media';
	return 'multiImage' in content ? 'images' : 'article' in content ? 'article' : 'poll';
}

function shown({ content, parent }: PostBody, text: string): string {
	const lines = [text];
	if (content && 'article' in content) lines.push(content.article.source);
	if (content && 'poll' in content) lines.push(content.poll.question, ...content.poll.options.map((option) => `○ ${option.text}`));
	if (parent !== undefined) lines.push(`↻ ${parent}`);
	return lines.filter((line) => line !== '').join('\n');
}

/**
 * `POST /rest/posts`: 201 without a body, the URN in a header.
 * https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/posts-api
 */
export async function createPost(request: Request, response: Response, linkedin: LinkedIn): Promise<void> {
	const { fields } = await readBody(request);
	request.body = fields;
	const call = `posts.CREATE.${versionOf(request, linkedin.now)}`;
	const header = idHeader(request);
	const grant = linkedin.authorized(request, call, writing);
	if (!request.is('application/json')) throw new ApiError(415, 'UNSUPPORTED_MEDIA_TYPE', 'The Content-Type must be application/json');
	const body = readPostBody(fields);
	checkAuthor(grant, body.author, call);
	checkNamed(body, linkedin);
	checkDuplicate(body, linkedin);
	countToday(linkedin, grant.account);
	const kind = kindOf(body);
	const urn = `urn:li:${kind === 'video' ? 'ugcPost' : 'share'}:74${String(++linkedin.lastPost).padStart(17, '0')}`;
	const text = readersSee(body.commentary);
	const link = body.content && 'article' in body.content ? { url: body.content.article.source, title: body.content.article.title } : undefined;
	const entry = linkedin.world.timeline.add({
		network: 'linkedin',
		account: nameOf(body.author),
		kind,
		text: shown(body, text),
		media: shownMedia(linkedin, body.content),
		url: `${linkedin.world.origin}/www.linkedin.com/feed/update/${urn}/`,
	});
	linkedin.posts.set(urn, { ...body, text, ...(link && { link }), at: linkedin.now, entry });
	linkedin.recent.set(sameness(body) ?? '', { urn, at: linkedin.now });
	response.status(201).set(header, urn).end();
}

const shape = (urn: string, { author, commentary, visibility, distribution, content, parent, isReshareDisabledByAuthor, at, editedAt }: Post): object => ({
	id: urn,
	author,
	commentary: normalized(commentary),
	visibility,
	distribution,
	...(content && { content }),
	...(parent !== undefined && { reshareContext: { parent, root: parent } }),
	lifecycleState: 'PUBLISHED',
	lifecycleStateInfo: { isEditedByAuthor: editedAt !== undefined },
	isReshareDisabledByAuthor,
	createdAt: at,
	publishedAt: at,
	lastModifiedAt: editedAt ?? at,
});

/** Posts of members are shown to nobody: `r_member_social` is closed. */
function checkReader({ account, scopes }: Grant, author: string, call: string): void {
	if (author !== organizationUrn || !isAdministrator(account) || !scopes.includes('r_organization_social')) throw denied(call);
}

/** `GET /rest/posts/{urn}` and `GET /rest/posts?q=author`. */
export function getPost(request: Request, linkedin: LinkedIn): object {
	const call = `posts.GET.${versionOf(request, linkedin.now)}`;
	const grant = linkedin.authorized(request, call, [...writing, 'r_organization_social']);
	const { viewContext = 'READER' } = parametersIn(request, ['viewContext']);
	if (!['READER', 'AUTHOR'].includes(viewContext)) throw new ApiError(400, 'ILLEGAL_ARGUMENT', `viewContext can't be ${viewContext}`);
	const urn = keyIn(request);
	const post = linkedin.posts.get(urn);
	if (!post) throw new ApiError(404, 'RESOURCE_NOT_FOUND', `The post ${urn} does not exist`);
	checkReader(grant, post.author, call);
	return shape(urn, post);
}

export function findPosts(request: Request, linkedin: LinkedIn): object {
	const call = `posts.FINDER-author.${versionOf(request, linkedin.now)}`;
	const grant = linkedin.authorized(request, call, [...writing, 'r_organization_social']);
	const parameters = parametersIn(request, ['q', 'author', 'isDsc', 'start', 'count', 'sortBy', 'viewContext']);
	const { q, author, sortBy = 'LAST_MODIFIED' } = parameters;
	if (q !== 'author' || author === undefined) throw new ApiError(400, 'ILLEGAL_ARGUMENT', 'Posts are found by q=author and author');
	if (!['LAST_MODIFIED', 'CREATED'].includes(sortBy)) throw new ApiError(400, 'ILLEGAL_ARGUMENT', `sortBy can't be ${sortBy}`);
	if (methodOf(request) !== 'FINDER') throw new ApiError(400, 'ILLEGAL_ARGUMENT', 'The header X-RestLi-Method must be FINDER');
	checkReader(grant, author, call);
	const { start, count } = pageOf(parameters);
	const time = ({ at, editedAt = at }: Post) => (sortBy === 'CREATED' ? at : editedAt);
	const found = [...linkedin.posts].filter(([, post]) => post.author === author).reverse();
	const sorted = found.sort(([, a], [, b]) => time(b) - time(a));
	return { paging: { start, count, links: [] }, elements: sorted.slice(start, start + count).map(([urn, post]) => shape(urn, post)) };
}

/** Partial update: `{patch: {$set: {commentary}}}`, answered by 204. */
export async function updatePost(request: Request, response: Response, linkedin: LinkedIn): Promise<void> {
	const { fields } = await readBody(request);
	request.body = fields;
	const call = `posts.PARTIAL_UPDATE.${versionOf(request, linkedin.now)}`;
	const grant = linkedin.authorized(request, call, writing);
	if (methodOf(request) !== 'PARTIAL_UPDATE') throw new ApiError(400, 'ILLEGAL_ARGUMENT', 'The header X-RestLi-Method must be PARTIAL_UPDATE');
	const urn = keyIn(request);
	const post = linkedin.posts.get(urn);
	if (!post) throw new ApiError(404, 'RESOURCE_NOT_FOUND', `The post ${urn} does not exist`);
	checkAuthor(grant, post.author, call);
	const patch: unknown = fields.patch;
	const set: unknown = typeof patch === 'object' && patch !== null && '$set' in patch ? patch.$set : undefined;
	if (typeof set !== 'object' || set === null || !('commentary' in set)) throw new ApiError(400, 'MISSING_FIELD', '/patch/$set/commentary is required but missing');
	const unknown = Object.keys(set).find((name) => name !== 'commentary');
	if (unknown !== undefined) throw new ApiError(422, undefined, `ERROR :: /patch/$set/${unknown} :: unrecognized field found but not allowed\n`);
	const commentary = readCommentary(set.commentary, '/patch/$set/commentary');
	const text = readersSee(commentary);
	linkedin.posts.set(urn, { ...post, commentary, text, editedAt: linkedin.now });
	linkedin.world.timeline.update(post.entry, { text: shown(post, text) });
	response.status(204).end();
}

/** 204, also for what is gone already. */
export function deletePost(request: Request, response: Response, linkedin: LinkedIn): void {
	const call = `posts.DELETE.${versionOf(request, linkedin.now)}`;
	const grant = linkedin.authorized(request, call, writing);
	const urn = keyIn(request);
	const post = linkedin.posts.get(urn);
	if (post) {
		checkAuthor(grant, post.author, call);
		linkedin.posts.delete(urn);
		linkedin.world.timeline.remove(post.entry);
	}
	response.status(204).end();
}

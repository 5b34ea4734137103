import type { Request, Response } from 'express';
import { readBody } from '../body';
import type { Grant } from '../oauth/grants';
import { seed } from '../seed';
import { ApiError, denied } from './errors';
import { readersSee } from './littleText';
import type { LinkedIn } from './state';
import { idHeader, versionOf } from './versions';

/** One published post. */
export interface Post {
	/** URN of the person or organization. */
	author: string;
	/** As sent, which is what duplicates are told by. */
	commentary: string;
	/** What readers see, and the link below it. */
	text: string;
	link?: { url: string; title: string };
	/** Clock milliseconds. */
	at: number;
}

const members = [
	'author',
	'commentary',
	'visibility',
	'distribution',
	'content',
	'contentLandingPage',
	'contentCallToActionLabel',
	'lifecycleState',
	'isReshareDisabledByAuthor',
	'reshareContext',
];
const required = ['author', 'commentary', 'visibility', 'distribution', 'lifecycleState'];
/** Length by practice; the page does not say it. */
const COMMENTARY = 3000;
/** The same text by the same author is refused for a day. LinkedIn says nowhere for how long; clients report one to two days. */
const DUPLICATE = 24 * 3_600_000;

const bad = (code: string, message: string): ApiError => new ApiError(400, code, message);

export const personUrn = (id: string): string => `urn:li:person:${id}`;
export const organizationUrn = `urn:li:organization:${seed.linkedin.organization.id}`;
/** Who administers the organization: the first account. */
export const isAdministrator = (account: string): boolean => account === seed.linkedin.accounts[0].id;

/** Display name of an author. */
export const nameOf = (urn: string): string =>
	urn === organizationUrn ? seed.linkedin.organization.name : (seed.linkedin.accounts.find(({ id }) => personUrn(id) === urn)?.name ?? urn);

/** @throws ApiError unless the member may post as `author`; `call` is LinkedIn's name of it. */
function checkAuthor({ account, scopes }: Grant, author: string, call: string): void {
	if (!/^urn:li:(person|organization):.+$/.test(author)) throw bad('INVALID_URN_TYPE', `/author value ${author} must be a person or organization URN`);
	const asPage = author === organizationUrn && isAdministrator(account) && scopes.includes('w_organization_social');
	const asMember = author === personUrn(account) && scopes.includes('w_member_social');
	if (!asPage && !asMember) throw denied(call);
}

/** The link of an article post; media would have to be uploaded first. */
function linkIn(content: unknown): Post['link'] {
	if (content === undefined) return undefined;
	const article: unknown = typeof content === 'object' && content !== null && 'article' in content ? content.article : undefined;
	if (typeof article !== 'object' || article === null) throw bad('INVALID_CONTENT', 'The sandbox publishes text and content.article; /content names neither.');
	if (!('source' in article) || typeof article.source !== 'string' || !('title' in article) || typeof article.title !== 'string')
		throw bad('MISSING_FIELD', '/content/article/source and /content/article/title are required but missing');
	return { url: article.source, title: article.title };
}

function readPost(body: Record<string, unknown>, now: number): Post {
	const unknown = Object.keys(body).find((name) => !members.includes(name));
	if (unknown !== undefined) throw new ApiError(422, undefined, `ERROR :: /${unknown} :: unrecognized field found but not allowed\n`);
	const absent = required.find((name) => body[name] === undefined);
	if (absent !== undefined) throw bad('MISSING_FIELD', `/${absent} is required but missing`);
	const { author, commentary, visibility, lifecycleState, content } = body;
	if (typeof author !== 'string' || typeof commentary !== 'string') throw bad('INVALID_VALUE_FOR_FIELD', '/author and /commentary must be strings');
	if (commentary.length > COMMENTARY)
		throw new ApiError(422, 'FIELD_LENGTH_TOO_LONG', `/commentary length ${commentary.length} can't exceeded maximum ${COMMENTARY} length`);
	if (!['PUBLIC', 'CONNECTIONS', 'LOGGED_IN', 'CONTAINER'].includes(String(visibility)))
		throw bad('INVALID_VALUE_FOR_FIELD', `/visibility can't be set to ${String(visibility)}`);
	if (lifecycleState !== 'PUBLISHED') throw bad('INVALID_VALUE_FOR_FIELD', `/lifecycleState can't be set to ${String(lifecycleState)}`);
	const link = linkIn(content);
	if (commentary === '' && !link) throw bad('INVALID_VALUE_BLANK_FIELD', "/commentary can't be blank");
	return { author, commentary, text: readersSee(commentary), ...(link && { link }), at: now };
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
	const grant = linkedin.authorized(request, call, ['w_member_social', 'w_organization_social']);
	if (!request.is('application/json')) throw new ApiError(415, 'UNSUPPORTED_MEDIA_TYPE', 'The Content-Type must be application/json');
	const post = readPost(fields, linkedin.now);
	checkAuthor(grant, post.author, call);
	for (const [urn, { author, commentary, at }] of linkedin.posts)
		if (author === post.author && commentary === post.commentary && linkedin.now - at < DUPLICATE)
			throw new ApiError(422, 'DUPLICATE_POST', `Content is a duplicate of ${urn}`);
	const urn = `urn:li:share:74${String(linkedin.posts.size + 1).padStart(17, '0')}`;
	linkedin.posts.set(urn, post);
	linkedin.world.timeline.add({
		network: 'linkedin',
		account: nameOf(post.author),
		kind: post.link ? 'article' : 'text',
		text: [post.text, post.link?.url ?? ''].filter((line) => line !== '').join('\n'),
		media: [],
		url: `${linkedin.world.origin}/www.linkedin.com/feed/update/${urn}/`,
	});
	response.status(201).set(header, urn).end();
}

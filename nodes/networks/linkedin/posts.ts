import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../core/api';
import { PlatformError, failureOf, refused } from '../../core/errors';
import type { Reply } from '../../core/platform';
import type { Request } from '../../core/request';
import { wait } from '../../core/wait';
import { linkedin, permalinkOf } from '../../platforms/linkedin';
import { DUPLICATE, duplicateOf } from '../../platforms/linkedinErrors';
import { isOrganization } from './author';
import { postIn } from './entity';
import { encoded, withQuery } from './restli';
import { littleText, shownText } from './text';

const { settling } = linkedin;

export type Visibility = 'PUBLIC' | 'CONNECTIONS' | 'LOGGED_IN';

/** A post as a person writes it; `content` is LinkedIn’s own. */
export interface Draft {
	/** URN of the member or organization. */
	author: string;
	text: string;
	content?: IDataObject;
	/** URN of the post that it reshares. */
	parent?: string;
	visibility?: Visibility;
	reshareDisabled?: boolean;
}

/** A post as LinkedIn gives it back. */
export interface Listed {
	id: string;
	author: string;
	commentary?: string;
	content?: IDataObject;
	reshareContext?: { parent?: string };
	createdAt?: number;
	publishedAt?: number;
}

/** https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/posts-api#create-a-post */
export function createRequest({ author, text, content, parent, visibility = 'PUBLIC', reshareDisabled = false }: Draft): Request {
	const body = {
		...{ author, commentary: littleText(text), visibility, lifecycleState: 'PUBLISHED', isReshareDisabledByAuthor: reshareDisabled },
		distribution: { feedDistribution: 'MAIN_FEED', targetEntities: [], thirdPartyDistributionChannels: [] },
		...(content && { content }),
		...(parent && { reshareContext: { parent } }),
	};
	return { method: 'POST', url: '/rest/posts', body, whole: true };
}

/** A post that is out. */
export const published = (id: string): { id: string; permalink: string } => ({ id, permalink: permalinkOf(id) });

/** The URN stands in a header, beside an empty body. */
export function createdIn({ headers }: Reply): { id: string; permalink: string } {
	const id = headers['x-restli-id'];
	if (typeof id === 'string' && id !== '') return published(id);
	throw new PlatformError({ verdict: 'unknown', code: 'no-id', message: 'LinkedIn took the post without naming it.', hint: 'Look at LinkedIn before you send this item again: it may be there.' });
}

/** Media URNs in a post’s content. A file of its own tells a post better than its words. */
export const mediaIn = (content: IDataObject | undefined): string[] => JSON.stringify(content ?? {}).match(/urn:li:(?:image|video|document):[\w-]+/g) ?? [];

/** LinkedIn refuses the same words a second time, but not the same pictures, nor what has no words: of such posts a repeat is another post. */
export const isOneOfItsKind = ({ text, content, parent }: Draft): boolean => text.trim() !== '' && parent === undefined && (content === undefined || 'article' in content);

/** What a post shows beside its words, where that is no file. */
function beside(content: IDataObject | undefined, parent: string | undefined): string {
	const { article, poll }: { article?: { source?: string }; poll?: { question?: string } } = content ?? {};
	return JSON.stringify([article?.source, poll?.question, parent]);
}

/** Clocks differ. In ms. */
const SKEW = 60_000;

const sameText = (a: string, b: string) => a.normalize().trim() === b.normalize().trim();

/** The post among those that an organization has made since. `undefined`: it is not there (yet). Throws where they may not be seen. */
export async function listedPost(api: Api, draft: Draft, since: number): Promise<{ id: string; permalink: string } | undefined> {
	const media = mediaIn(draft.content);
	const wanted = shownText(littleText(draft.text));
	const isIt = ({ commentary = '', content, reshareContext }: Listed) => {
		if (media.length > 0) return mediaIn(content).some((urn) => media.includes(urn));
		return sameText(shownText(commentary), wanted) && beside(content, reshareContext?.parent) === beside(draft.content, draft.parent);
	};
	for await (const post of api.pages<Listed>({ ...postsRequest(draft.author, 'CREATED'), qs: { start: 0, count: 20 } })) {
		const { createdAt = 0, publishedAt = createdAt } = post;
		if (Math.max(createdAt, publishedAt) < since - SKEW) return undefined;
		if (isIt(post)) return published(post.id);
	}
	return undefined;
}

/** Of members’ posts LinkedIn shows no list to apps. */
export const isListed = ({ author }: Draft) => isOrganization(author);

async function looked(api: Api, draft: Draft, since: number): Promise<{ id: string } | undefined> {
	for (let asked = 1; ; asked++) {
		const found = await listedPost(api, draft, since);
		if (found || asked === settling.asks) return found;
		await wait(settling.every);
	}
}

/** Publishes. After a lost answer an organization’s list tells, and of words alone LinkedIn itself: it refuses them a second time and names the first. */
export async function create(api: Api, draft: Draft): Promise<{ id: string; permalink: string; author: string }> {
	const began = Date.now();
	let doubt = false;
	const reconcile = async () => {
		const found = isListed(draft) ? await looked(api, draft, began) : undefined;
		if (found) return { result: { status: 201, body: '', headers: { 'x-restli-id': found.id } } };
		if (!isOneOfItsKind(draft)) throw new PlatformError({ verdict: 'unknown', message: 'LinkedIn does not tell.', hint: 'Look at LinkedIn.' });
		// A call that is still under way would not be known as a duplicate yet.
		await wait(settling.atMost);
		doubt = true;
		return undefined;
	};
	const reply = await api.send<Reply>({ ...createRequest(draft), reconcile }).catch((error: unknown) => {
		const failure = failureOf(error);
		if (!doubt || failure.code !== DUPLICATE) throw error;
		return { status: 201, body: '', headers: { 'x-restli-id': duplicateOf(failure) } };
	});
	return { ...createdIn(reply), author: draft.author };
}

/** Finder `author`. https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/posts-api#find-posts-by-authors */
export const postsRequest = (author: string, sortBy: 'CREATED' | 'LAST_MODIFIED'): Request => ({
	url: withQuery('/rest/posts', { q: 'author', author: encoded(author), sortBy }),
	headers: { 'X-RestLi-Method': 'FINDER' },
});

export const postPath = (urn: string): string => `/rest/posts/${encoded(urn)}`;

/** A post with its words as people read them, and where they do. */
export const shownPost = (post: Listed): object => ({ ...post, text: shownText(post.commentary ?? ''), ...published(post.id) });

/** The URN of a post that may be read, changed and reshared. `field` is its display name. */
export function postUrn(text: string, field = 'Post ID'): string {
	const urn = postIn(text, field);
	if (!urn.startsWith('urn:li:activity:')) return urn;
	throw refused(field, `“${urn}” names an activity, not the post itself.`, 'Give the URN that creating and listing posts give: urn:li:share:… or urn:li:ugcPost:….');
}

/** Changes the words of a post, to the same whenever it is repeated. */
export async function update(api: Api, urn: string, text: string): Promise<{ id: string; permalink: string; updated: true }> {
	const body = { patch: { $set: { commentary: littleText(text) } } };
	await api.send({ method: 'POST', url: postPath(urn), body, headers: { 'X-RestLi-Method': 'PARTIAL_UPDATE' }, whole: true, idempotent: true });
	return { ...published(urn), updated: true };
}

/** What is gone already is as wished. */
export async function remove(api: Api, urn: string): Promise<{ id: string; deleted: true }> {
	await api.send({ method: 'DELETE', url: postPath(urn), headers: { 'X-RestLi-Method': 'DELETE' }, whole: true, idempotent: true });
	return { id: urn, deleted: true };
}

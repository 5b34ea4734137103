import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../core/api';
import { failureOf } from '../../core/errors';
import type { Reply } from '../../core/platform';
import type { Media } from '../../model/content';
import { linkedin } from '../../platforms/linkedin';
import { DUPLICATE, duplicateOf } from '../../platforms/linkedinErrors';
import type { Done, Memo, Outcome, Post, Prepared, Step } from '../network';
import { authorUrn } from './author';
import { commentStep } from './commentStep';
import { seen } from './hidden';
import { fileOf } from './media/file';
import type { Kind } from './media/file';
import { isReady } from './media/ready';
import { upload } from './media/upload';
import { createRequest, createdIn, isListed, isOneOfItsKind, listedPost, published } from './posts';
import type { Draft } from './posts';
import { littleText, shownText } from './text';

const { remembers, settling } = linkedin;

/** Kinds that LinkedIn has not are found before. */
const kindOf = ({ kind }: Media): Kind => (kind === 'audio' ? 'document' : kind);

async function uploaded(api: Api, author: string, media: readonly Media[]): Promise<string[]> {
	const files = [];
	for (const one of media) {
		const source = 'id' in one.source ? { url: one.source.id } : one.source;
		files.push({ kind: kindOf(one), file: await fileOf(api, source, kindOf(one), 'Media') });
	}
	const urns: string[] = [];
	for (const { kind, file } of files) urns.push(await upload(api, author, file, kind));
	return urns;
}

/** URNs are remembered, and no address: those end, and whoever has one may upload. */
async function prepared(api: Api, { account, media }: Post, memo: Memo): Promise<Prepared> {
	if (media.length === 0) return { memo, ready: true };
	const known: Memo = Array.isArray(memo.media) ? memo : { ...memo, media: await uploaded(api, await authorUrn(api, account), media), uploadedAt: Date.now() };
	for (const urn of urnsIn(known)) if (!(await isReady(api, urn, Number(known.uploadedAt)))) return { memo: known, ready: false };
	return { memo: known, ready: true };
}

const urnsIn = ({ media }: Memo): string[] => (Array.isArray(media) ? media : []);

/** Mentions by their names: a title is plain. */
const plain = (title: string): string => shownText(littleText(title));

function contentOf({ title: given, link, media }: Post, memo: Memo): IDataObject | undefined {
	const title = given && plain(given);
	const [first, ...others] = urnsIn(memo).map((id, index) => ({ id, altText: media[index]?.kind === 'image' ? media[index].alt : undefined }));
	if (first && others.length > 0) return { multiImage: { images: [first, ...others] } };
	if (first) return { media: { ...first, title: media[0]?.kind === 'image' ? undefined : title } };
	return link ? { article: { source: link, title: title ?? new URL(link).hostname } } : undefined;
}

const draftOf = async (api: Api, post: Post, memo: Memo): Promise<Draft> => ({ author: await authorUrn(api, post.account), text: post.texts[0], content: contentOf(post, memo) });

/** LinkedIn refuses the same words a second time and names the first, so that a repeat tells what became of them, and makes up for it where they never arrived. */
async function repeated(api: Api, draft: Draft, { latest }: Memo): Promise<Outcome> {
	return await api.send<Reply>({ ...createRequest(draft), once: true }).then(createdIn, async (error: unknown): Promise<Outcome> => {
		const failure = failureOf(error);
		const urn = duplicateOf(failure);
		// What was out before has kept this one from going out, too.
		if (urn) return urn === latest ? 'absent' : published(urn);
		if (failure.code === DUPLICATE) return 'unclear';
		// A post that LinkedIn does not take did not go through before either: the next attempt is told why.
		return failure.verdict === 'fix-input' ? 'absent' : await Promise.reject(error);
	});
}

/** In an organization’s list where it may be seen. Nobody is shown a member’s posts. */
async function listed(api: Api, draft: Draft, since: number): Promise<Done | 'absent' | 'hidden'> {
	if (!isListed(draft)) return 'hidden';
	return await seen(listedPost(api, draft, since).then((found) => found ?? ('absent' as const)), () => 'hidden' as const);
}

async function find(api: Api, draft: Draft, memo: Memo, since: number): Promise<Outcome> {
	const listing = await listed(api, draft, since);
	if (typeof listing === 'object') return listing;
	const age = Date.now() - since;
	if (!isOneOfItsKind(draft) || age > remembers) return listing === 'hidden' ? 'unclear' : 'absent';
	// A call that is still under way would not be known as a duplicate yet.
	return age < settling.atMost ? 'later' : await repeated(api, draft, memo);
}

const postStep = (post: Post): Step => ({
	name: 'post',
	byText: true,
	prepare: async (api, memo) => await prepared(api, post, memo),
	publish: async (api, memo) => createdIn(await api.send<Reply>({ ...createRequest(await draftOf(api, post, memo)), once: true })),
	find: async (api, memo, _, since) => await find(api, await draftOf(api, post, memo), memo, since),
	settle: settling.atMost,
});

export const stepsOf = (post: Post): Step[] => [postStep(post), ...(post.firstComment ? [commentStep(post.account, post.firstComment)] : [])];

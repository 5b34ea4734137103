import { createHash } from 'node:crypto';
import { Connection, Ref, type Call, type Handler } from '../call';
import type { Edges } from '../edges';
import { GraphError, invalid, notFound } from '../errors';
import type { IgUser } from '../model';
import { parseFields } from '../selection';
import type { Meta } from '../state';
import { words } from '../words';
import { checkFields, newestFirst } from './describe';
import type { IgHashtag, IgPublicMedia } from './model';
import { discoverySeed } from './seed';

const day = 86_400_000;
const week = 7 * day;
/** https://developers.facebook.com/docs/instagram-platform/instagram-api-with-facebook-login/hashtag-search#limitations */
const mostHashtags = 30;
const largestPage = 50;
const shown = words('caption children comments_count id like_count media_type media_url permalink timestamp');

/** Ids are the same for everybody. */
const idOf = (name: string): string => `17843${String(createHash('sha256').update(name).digest().readUIntBE(0, 6) % 1e12).padStart(12, '0')}`;

const recently = (hashtag: IgHashtag, account: string, meta: Meta): boolean => (hashtag.asked[account] ?? -Infinity) > meta.now - week;

const searchedBy = (account: string, meta: Meta): IgHashtag[] => meta.all('IGHashtag').filter((hashtag) => recently(hashtag, account, meta));

function accountOf({ params, token }: Call, meta: Meta): IgUser {
	const id = params.required('user_id');
	const account = meta.find('IGUser', id);
	if (!account || !token.grant.pageIds.includes(account.pageId)) throw notFound('get', id);
	return account;
}

/** Counts the first question within seven days; the same one again costs nothing and prolongs nothing. */
function count(hashtag: IgHashtag, account: string, meta: Meta): void {
	if (recently(hashtag, account, meta)) return;
	if (searchedBy(account, meta).length >= mostHashtags)
		throw new GraphError(18, '(#18) Max Hashtags Queries Reached', {
			subcode: 2207034,
			userTitle: 'Limit reached',
			userMessage: `You have queried the maximum of ${mostHashtags} unique hashtags within 7 days.`,
		});
	hashtag.asked[account] = meta.now;
}

/** https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-hashtag-search */
export function searchHashtag(call: Call, meta: Meta): { data: { id: string }[] } {
	const account = accountOf(call, meta);
	const name = call.params.required('q').toLowerCase();
	if (!/^[\p{L}\p{N}_]+$/u.test(name) || name === discoverySeed.sensitiveHashtag)
		throw new GraphError(24, 'The requested resource does not exist', {
			subcode: 2207024,
			userTitle: 'Cannot find hashtag',
			userMessage: `The hashtag entered is incorrect: ${name}`,
		});
	const hashtag = meta.find('IGHashtag', idOf(name)) ?? { type: 'IGHashtag', id: idOf(name), name, asked: {} };
	count(hashtag, account.id, meta);
	meta.keep<IgHashtag>(hashtag);
	return { data: [{ id: hashtag.id }] };
}

const has = (hashtag: IgHashtag, { caption }: IgPublicMedia): boolean => [...caption.toLowerCase().matchAll(/#[\p{L}\p{N}_]+/gu)].some(([tag]) => tag === `#${hashtag.name}`);

function listed(hashtag: IgHashtag, edge: string, call: Call, meta: Meta, media: IgPublicMedia[]): Connection {
	count(hashtag, accountOf(call, meta).id, meta);
	checkFields(parseFields(call.params.text('fields') ?? 'id'), shown, 'IGMedia');
	if ((call.params.integer('limit') ?? 0) > largestPage) throw invalid(`Param limit must be at most ${largestPage}`);
	return new Connection(`${hashtag.id}/${edge}`, media);
}

export const hashtagEdges: Edges<'IGHashtag', Handler<IgHashtag>> = {
	GET: (hashtag) => new Ref(hashtag),
	/** Of the last 24 hours. */
	'GET recent_media': (hashtag, call, meta) =>
		listed(hashtag, 'recent_media', call, meta, newestFirst(meta, (media) => has(hashtag, media) && media.createdAt > meta.now - day)),
	'GET top_media': (hashtag, call, meta) =>
		listed(hashtag, 'top_media', call, meta, newestFirst(meta, (media) => has(hashtag, media)).sort((a, b) => b.likes - a.likes)),
};

/** https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user/recently_searched_hashtags */
export const recentlySearched: Handler<IgUser> = (account, _call, meta) =>
	new Connection(`${account.id}/recently_searched_hashtags`, searchedBy(account.id, meta));

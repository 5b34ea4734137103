import { Connection, Ref, type Call, type Describe, type Handler } from './call';
import { createContainer } from './containers';
import { like } from './discovery/likes';
import { discoveryFields, replyToMention, taggedMedia } from './discovery/mentions';
import { recentlySearched } from './discovery/hashtags';
import type { Edges } from './edges';
import { invalid } from './errors';
import { igUserInsights } from './igInsights';
import { publishedToday, publishMedia } from './igMedia';
import type { IgMedia, IgUser } from './model';
import type { Meta } from './state';
import { instagramSubscriptions } from './webhooks/handlers';

const day = 86_400_000;

export const describeIgUser: Describe<IgUser> = (account, meta, token) => ({
	label: 'IGUser',
	defaults: ['id'],
	fields: {
		id: () => account.id,
		ig_id: () => account.id,
		username: () => account.username,
		name: () => account.name,
		biography: () => account.biography,
		website: () => 'https://atelier-camelia.example',
		profile_picture_url: () => meta.url('www.facebook.com', `/avatar/${account.id}.svg`),
		followers_count: () => account.followers,
		follows_count: () => 211,
		media_count: () => feedOf(account, meta).length,
		media: () => new Connection(`${account.id}/media`, feedOf(account, meta)),
		stories: () => new Connection(`${account.id}/stories`, storiesOf(account, meta)),
		...discoveryFields(account, meta, token),
	},
});

const newestFirst = (account: IgUser, meta: Meta, wanted: (media: IgMedia) => boolean): IgMedia[] =>
	meta
		.all('IGMedia')
		.filter((media) => media.igId === account.id && media.albumId === undefined && wanted(media))
		.reverse();
/** The media edge lists no stories. */
export const feedOf = (account: IgUser, meta: Meta): IgMedia[] => newestFirst(account, meta, (media) => media.product !== 'STORY');
const storiesOf = (account: IgUser, meta: Meta): IgMedia[] =>
	newestFirst(account, meta, (media) => media.product === 'STORY' && media.createdAt > meta.now - day);

/** https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user/content_publishing_limit */
function publishingLimit(account: IgUser, { params }: Call, meta: Meta): { data: unknown[] } {
	const since = params.time('since', meta.now) ?? meta.now - day;
	if (since < meta.now - day - 60_000) throw invalid('Param since must be within the last 24 hours.');
	const fields = (params.text('fields') ?? 'quota_usage').split(/[\s,]+/);
	const unknown = fields.find((field) => field !== 'config' && field !== 'quota_usage');
	if (unknown !== undefined) throw invalid(`Tried accessing nonexisting field (${unknown}) on node type (ContentPublishingLimit)`);
	const config = { quota_total: meta.settings.publishingQuota, quota_duration: 86_400 };
	return {
		data: [
			{
				...(fields.includes('config') && { config }),
				...(fields.includes('quota_usage') && { quota_usage: publishedToday(account, meta, since) }),
			},
		],
	};
}

export const igUserEdges: Edges<'IGUser', Handler<IgUser>> = {
	GET: (account) => new Ref(account),
	...instagramSubscriptions,
	'POST media': createContainer,
	'GET media': (account, { params }, meta) => {
		const since = params.time('since', meta.now) ?? -Infinity;
		const until = params.time('until', meta.now) ?? Infinity;
		return new Connection(
			`${account.id}/media`,
			feedOf(account, meta).filter((media) => media.createdAt >= since && media.createdAt <= until),
		);
	},
	'GET stories': (account, _call, meta) => new Connection(`${account.id}/stories`, storiesOf(account, meta)),
	'GET tags': taggedMedia,
	'POST mentions': replyToMention,
	'GET recently_searched_hashtags': recentlySearched,
	'POST likes': like(true),
	'DELETE likes': like(false),
	'POST media_publish': publishMedia,
	'GET content_publishing_limit': publishingLimit,
	'GET insights': igUserInsights,
};

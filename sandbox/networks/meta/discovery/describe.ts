import { Connection, Ref, type Describe } from '../call';
import { invalid } from '../errors';
import type { Selected } from '../selection';
import { graphTime, type Meta } from '../state';
import type { IgHashtag, IgPublicComment, IgPublicMedia, IgStranger } from './model';

/** Other people's nodes show less here than there; what a place does not show is refused. */
export function checkFields(asked: Selected[] | undefined, shown: readonly string[], label: string): void {
	const unknown = asked?.find(({ name }) => !shown.includes(name));
	if (unknown) throw invalid(`Tried accessing nonexisting field (${unknown.name}) on node type (${label})`);
}

export const mediaBy = (account: string, meta: Meta): IgPublicMedia[] => newestFirst(meta, ({ ownerId }) => ownerId === account);

export const newestFirst = (meta: Meta, wanted: (media: IgPublicMedia) => boolean): IgPublicMedia[] =>
	meta
		.all('IGPublicMedia')
		.filter(wanted)
		.sort((a, b) => b.createdAt - a.createdAt || b.id.localeCompare(a.id));

const commentsOn = (media: IgPublicMedia, meta: Meta): IgPublicComment[] => meta.all('IGPublicComment').filter(({ mediaId }) => mediaId === media.id);

export const describeIgStranger: Describe<IgStranger> = (account, meta) => ({
	label: 'IGUser',
	defaults: ['id'],
	fields: {
		id: () => account.id,
		username: () => account.username,
		name: () => account.name,
		biography: () => account.biography || undefined,
		website: () => account.website,
		profile_picture_url: () => meta.url('www.facebook.com', `/avatar/${account.id}.svg`),
		followers_count: () => account.followers,
		follows_count: () => account.follows,
		media_count: () => mediaBy(account.id, meta).length,
		media: () => new Connection(`${account.id}/media`, mediaBy(account.id, meta)),
	},
});

export const describeIgPublicMedia: Describe<IgPublicMedia> = (media, meta) => ({
	label: 'IGMedia',
	defaults: ['id'],
	fields: {
		id: () => media.id,
		caption: () => media.caption,
		media_type: () => 'IMAGE',
		media_product_type: () => media.product,
		media_url: () => `${meta.world.origin}/media/samples/${media.sample}`,
		permalink: () => meta.url('www.instagram.com', `/p/${media.shortcode}/`),
		timestamp: () => graphTime(media.createdAt),
		username: () => meta.find('IGStranger', media.ownerId)?.username,
		like_count: () => media.likes + (media.liked ? 1 : 0),
		comments_count: () => commentsOn(media, meta).length,
		comments: () => new Connection(`${media.id}/comments`, commentsOn(media, meta)),
	},
});

export const describeIgPublicComment: Describe<IgPublicComment> = (comment, meta) => ({
	label: 'IGComment',
	defaults: ['timestamp', 'text', 'id'],
	fields: {
		id: () => comment.id,
		text: () => comment.text,
		timestamp: () => graphTime(comment.createdAt),
		like_count: () => (comment.liked ? 1 : 0),
		media: () => {
			const media = meta.find('IGPublicMedia', comment.mediaId);
			return media && new Ref(media);
		},
	},
});

export const describeIgHashtag: Describe<IgHashtag> = (hashtag) => ({
	label: 'IGHashtag',
	defaults: ['id'],
	fields: { id: () => hashtag.id, name: () => hashtag.name },
});

import { Connection, Created, Ref, type Call, type Handler } from '../call';
import { GraphError, invalid } from '../errors';
import type { IgUser } from '../model';
import type { Selected } from '../selection';
import type { Meta } from '../state';
import type { Token } from '../tokens';
import { words } from '../words';
import { checkFields, newestFirst } from './describe';
import type { IgPublicComment, IgPublicMedia } from './model';
import { discoverySeed, shortcodeOf } from './seed';

const longestReply = 2200;
const ofMedia = words('caption comments comments_count id like_count media_type media_url owner timestamp username');
const ofComment = words('id like_count media text timestamp');

const names = ({ username }: IgUser, text: string): boolean => text.includes(`@${username}`);

/** Field expansions need permissions of their own. */
export function needs(token: Token, scope: string): void {
	if (!token.grant.scopes.includes(scope))
		throw new GraphError(10, `(#10) Application does not have permission for this action; it requires ${scope}.`, { status: 403 });
}

const unmentioned = (id: string): GraphError => invalid(`The account is not mentioned in ${id}.`, { subcode: 2207006 });

function mentioningMedia(account: IgUser, id: string, meta: Meta): IgPublicMedia {
	const media = meta.find('IGPublicMedia', id);
	if (!media || !names(account, media.caption)) throw unmentioned(id);
	return media;
}

function mentioningComment(account: IgUser, id: string, meta: Meta): IgPublicComment {
	const comment = meta.find('IGPublicComment', id);
	if (!comment || !names(account, comment.text)) throw unmentioned(id);
	return comment;
}

/** Fields of an account that take an argument: what names it, and who else there is. */
export const discoveryFields = (account: IgUser, meta: Meta, token: Token) => ({
	/** https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user/mentioned_media */
	mentioned_media: ({ args, fields }: Selected) => {
		needs(token, 'instagram_manage_comments');
		checkFields(fields, ofMedia, 'IGMedia');
		return new Ref(mentioningMedia(account, args.media_id ?? '', meta));
	},
	/** https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user/mentioned_comment */
	mentioned_comment: ({ args, fields }: Selected) => {
		needs(token, 'instagram_manage_comments');
		checkFields(fields, ofComment, 'IGComment');
		return new Ref(mentioningComment(account, args.comment_id ?? '', meta));
	},
	/** https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user/business_discovery */
	business_discovery: ({ args }: Selected) => {
		needs(token, 'instagram_manage_insights');
		const found = meta.all('IGStranger').find(({ username, professional }) => professional && username === args.username?.toLowerCase());
		if (found) return new Ref(found);
		throw new GraphError(110, 'Invalid user id', {
			subcode: 2207013,
			userTitle: 'Cannot find User',
			userMessage: `The user with username: ${args.username ?? ''} cannot be found.`,
		});
	},
});

/** https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user/tags */
export const taggedMedia: Handler<IgUser> = (account, _call, meta) =>
	new Connection(`${account.id}/tags`, newestFirst(meta, ({ tagged }) => tagged.includes(account.id)));

function comment(meta: Meta, media: IgPublicMedia, text: string, username: string, parentId?: string): IgPublicComment {
	return meta.keep<IgPublicComment>({
		...{ type: 'IGPublicComment', id: meta.newId('igComment'), mediaId: media.id, parentId },
		...{ text, username, liked: false, createdAt: meta.now },
	});
}

/** https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user/mentions */
export const replyToMention: Handler<IgUser> = (account, { params }: Call, meta) => {
	const message = params.required('message');
	if ([...message].length > longestReply) throw invalid(`Param message must be at most ${longestReply} characters long.`);
	const mediaId = params.required('media_id');
	const commentId = params.text('comment_id');
	const parent = commentId === undefined ? undefined : mentioningComment(account, commentId, meta);
	if (parent && parent.mediaId !== mediaId) throw invalid(`Param media_id: ${mediaId} is not the media of comment ${parent.id}.`);
	const media = parent ? meta.find('IGPublicMedia', parent.mediaId) : mentioningMedia(account, mediaId, meta);
	if (!media) throw unmentioned(mediaId);
	const made = comment(meta, media, message, account.username, parent?.id);
	const url = meta.url('www.instagram.com', `/p/${media.shortcode}/`);
	meta.world.timeline.add({ network: 'instagram', account: account.username, kind: 'comment', text: message, media: [], url });
	return new Created(made);
};

/** Somebody publishes a picture, with the account tagged on it or named in its caption or in a comment below it; the app is told where it is named. */
export function mention(meta: Meta, account: IgUser, where: 'caption' | 'comment' | 'tag', text: string): { media_id: string; comment_id?: string } {
	const id = meta.newId('igMedia');
	const media = meta.keep<IgPublicMedia>({
		...{ type: 'IGPublicMedia', id, ownerId: discoverySeed.supplier.id, shortcode: shortcodeOf(id), product: 'FEED' },
		...{ caption: where === 'caption' ? `${text} @${account.username}` : text, sample: 'bouquet-camelia.jpg', likes: 0, liked: false },
		...{ tagged: where === 'tag' ? [account.id] : [], createdAt: meta.now },
	});
	if (where === 'tag') return { media_id: id };
	const named = where === 'comment' ? { comment_id: comment(meta, media, `${text} @${account.username}`, discoverySeed.neighbour.username).id } : {};
	const value = { media_id: id, ...named };
	meta.webhooks.send('instagram', { id: account.id, changes: [{ field: 'mentions', value }] });
	return value;
}

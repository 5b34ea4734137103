import type { IDataObject } from 'n8n-workflow';
import { refused } from '../../core/errors';
import { instagram } from '../../platforms/instagram';
import { checkedUrl, withinLimit } from './media';

const { limits } = instagram;

function checkCount(found: number, most: number, one: string, others: string) {
	if (found > most) throw refused('Caption', `has ${found} ${others}; Instagram allows ${most}.`, `Take out ${found - most} ${found - most === 1 ? one : others}.`);
}

/** The caption, without one that is empty. Its length is checked by the operation's `limits`. */
export function captioned(caption: string): IDataObject {
	checkCount(caption.match(/#[\p{L}\p{N}_]+/gu)?.length ?? 0, limits.hashtags, 'hashtag', 'hashtags');
	checkCount(caption.match(/(?<![\w.])@\w[\w.]*/g)?.length ?? 0, limits.mentions, 'mention', 'mentions');
	return { caption: caption || undefined };
}

/** `@one, two` → `one`, `two`; undefined where there is none. */
function usernames(text = ''): string[] | undefined {
	const names = text.split(/[\s,]+/).map((name) => name.replace(/^@/, ''));
	const distinct = [...new Set(names.filter(Boolean))];
	return distinct.length > 0 ? distinct : undefined;
}

function collaboratorsIn(text?: string): string[] | undefined {
	const names = usernames(text);
	if (names && names.length > limits.collaborators) {
		throw refused('Collaborators', `has ${names.length} usernames; Instagram allows ${limits.collaborators}.`, `Take ${names.length - limits.collaborators} out.`);
	}
	return names;
}

interface Tag {
	username: string;
	x: number;
	y: number;
}

function tagsIn(tags: Tag[] = []): IDataObject[] | undefined {
	for (const { username, x, y } of tags) {
		if (!username.trim()) throw refused('User Tags', 'has a tag without a username.', 'Fill in the username or remove the tag.');
		if (![x, y].every((part) => part >= 0 && part <= 1)) {
			throw refused('User Tags', `${username} stands at ${x}, ${y}; both must be between 0 and 1.`, 'Give the place as a fraction of width and height.');
		}
	}
	return tags.length > 0 ? tags.map(({ username, x, y }) => ({ username: username.trim().replace(/^@/, ''), x, y })) : undefined;
}

/** “Additional Fields”, of which every operation offers some. */
interface Extras {
	altText?: string;
	audioName?: string;
	collaborators?: string;
	coverUrl?: string;
	firstComment?: string;
	locationId?: string;
	shareToFeed?: boolean;
	taggedUsers?: string;
	thumbOffset?: number;
	userTags?: { tag?: Tag[] };
	waitAtMost?: number;
}

/** The additional fields under Meta's names. https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user/media */
export const extras = ({ altText, audioName, collaborators, coverUrl, locationId, shareToFeed, taggedUsers, thumbOffset, userTags }: Extras): IDataObject => ({
	alt_text: withinLimit('Alt Text', altText, limits.altText),
	audio_name: audioName || undefined,
	collaborators: collaboratorsIn(collaborators),
	cover_url: coverUrl ? checkedUrl('Cover URL', coverUrl, 'image') : undefined,
	location_id: locationId || undefined,
	share_to_feed: shareToFeed,
	thumb_offset: thumbOffset,
	user_tags: usernames(taggedUsers)?.map((username) => ({ username })) ?? tagsIn(userTags?.tag),
});

/** What is not for the container but for the way it is published. */
export const handling = ({ firstComment, waitAtMost }: Extras) => ({
	firstComment: withinLimit('First Comment', firstComment, limits.comment),
	...(waitAtMost !== undefined && { waitAtMost: waitAtMost * 1000 }),
});

import type { IDataObject } from 'n8n-workflow';
import type { EventName, WebhookObject } from './catalogue';
import type { MetaEvent } from './event';
import { digestOf, isoOf, optional, recordIn, textIn, timeIn } from './event';

interface Change {
	account: string;
	field: string;
	value: IDataObject;
	time: number | undefined;
}

type Reader = (change: Change) => Pick<MetaEvent, 'event' | 'key'> & { more: IDataObject };

const writerOf = (value: IDataObject) => {
	const { id, name, username } = recordIn(value.from);
	return { id: textIn(id), name: optional(name), handle: optional(username) };
};

/** https://developers.facebook.com/docs/graph-api/webhooks/reference/page/#feed */
const feed: Reader = ({ account, value, time }) => {
	const { item, verb, post_id: postId, comment_id: commentId, parent_id: parentId, message, link, photo, reaction_type: reaction } = value;
	const isComment = item === 'comment';
	const id = textIn(isComment ? commentId : postId);
	// An edit says the same thing again in other words; a reaction has no ID of its own.
	const key = digestOf(account, item, verb, id, textIn(message), value.from, textIn(value.created_time) || time);
	const more = {
		...{ item: textIn(item), verb: textIn(verb), postId: optional(postId), from: writerOf(value), text: textIn(message) },
		...{ commentId: optional(commentId), parentId: optional(parentId), link: optional(link) ?? optional(photo), reaction: optional(reaction) },
	};
	return { event: isComment ? 'facebookComment' : 'facebookPost', key, more };
};

/** https://developers.facebook.com/docs/marketing-api/guides/lead-ads/retrieving */
const leadgen: Reader = ({ value }) => ({
	...{ event: 'lead', key: textIn(value.leadgen_id) },
	more: { leadId: textIn(value.leadgen_id), formId: textIn(value.form_id), pageId: textIn(value.page_id), adId: optional(value.ad_id), adGroupId: optional(value.adgroup_id) },
});

/** https://developers.facebook.com/docs/instagram-platform/webhooks */
const comment: Reader = ({ account, value }) => ({
	...{ event: 'instagramComment', key: digestOf(account, value.id, textIn(value.text)) },
	more: { commentId: textIn(value.id), text: textIn(value.text), from: writerOf(value), mediaId: optional(recordIn(value.media).id), parentId: optional(value.parent_id) },
});

const named =
	(event: EventName, more: (value: IDataObject) => IDataObject): Reader =>
	({ account, field, value, time }) => ({ event, key: digestOf(account, field, value, time), more: more(value) });

const mention = named('instagramMention', ({ media_id: mediaId, comment_id: commentId }) => ({ mediaId: textIn(mediaId), commentId: optional(commentId) }));
const story = named('instagramStoryInsights', ({ media_id: mediaId, ...metrics }) => ({ mediaId: textIn(mediaId), metrics }));
const pageMention = named('facebookMention', (value) => ({ postId: optional(value.post_id), commentId: optional(value.comment_id), from: writerOf(value), text: textIn(value.message) }));

const readers: Record<Exclude<WebhookObject, 'whatsapp_business_account'>, Readonly<Record<string, Reader>>> = {
	page: { feed, leadgen, mention: pageMention },
	instagram: { comments: comment, live_comments: comment, mentions: mention, story_insights: story },
};

const providers = { page: 'facebook', instagram: 'instagram' } as const;

/** What changed on one page or Instagram account; nothing for a field that no event is made of. */
export function changeEvents(object: Exclude<WebhookObject, 'whatsapp_business_account'>, change: Change): MetaEvent[] {
	const reader = readers[object][change.field];
	if (!reader) return [];
	const { account, value, time } = change;
	const { event, key, more } = reader(change);
	const at = timeIn(value.created_time) ?? time;
	const json = { provider: providers[object], account, ...more, at: isoOf(at), raw: value };
	// What is said of an old comment is new: only the entry tells when.
	return [{ event, key, account, owner: account, at: time ?? at, own: writerOf(value).id === account, json }];
}

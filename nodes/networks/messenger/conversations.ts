import type { Api } from '../../core/api';
import { refused } from '../../core/errors';
import { messenger } from '../../platforms/messenger';
import type { Channel } from '../../platforms/messenger';

interface Attachment {
	id?: string;
	mime_type?: string;
	name?: string;
	file_url?: string;
	image_data?: { url?: string };
	video_data?: { url?: string };
}

interface Person {
	id: string;
	name?: string;
	username?: string;
}

/** A message as a conversation lists it. https://developers.facebook.com/docs/graph-api/reference/message */
export interface Listed {
	id: string;
	created_time: string;
	from?: Person;
	to?: { data: Person[] };
	message?: string;
	attachments?: { data: Attachment[] };
	sticker?: string;
	shares?: { data: { link?: string; name?: string }[] };
	story?: { mention?: { link?: string }; reply_to?: { link?: string } };
	is_unsupported?: boolean;
	reply_to?: { mid?: string };
}

const usualFields = 'id,updated_time,link,participants,snippet,message_count,unread_count,can_reply';

/** The conversations of a page or its Instagram account, the latest first. https://developers.facebook.com/docs/messenger-platform/conversations */
export const conversationsOf = (api: Api, page: string, channel: Channel, { user, limit }: { user?: string; limit: number }) =>
	api.pages({ url: `/${page}/conversations`, qs: { platform: channel, user_id: user || undefined, fields: usualFields, limit } });

/** Asks for the person's conversation with its newest messages, the latest first. */
export const newestRequest = (page: string, channel: Channel, user: string) => {
	const messages = `messages.limit(${messenger.limits.newest}){id,created_time,from,message,attachments}`;
	return { url: `/${page}/conversations`, qs: { platform: channel, user_id: user, fields: `id,${messages}`, limit: 1 } };
};

/** What `newestRequest` answers. */
export interface Newest {
	data: { id: string; messages?: { data: Listed[] } }[];
}

/** The ID under which the business takes part: its page's, or that of the Instagram account linked to it. */
export async function accountOf(api: Api, page: string, channel: Channel): Promise<string> {
	if (channel === 'messenger') return page;
	const { instagram_business_account: account } = await api.send<{ instagram_business_account?: { id: string } }>({ url: `/${page}`, qs: { fields: 'instagram_business_account{id}' } });
	if (account) return account.id;
	throw refused('Page', 'no Instagram account is linked to it.', 'Link a professional account in the page’s settings > Linked accounts, then connect again and tick it.');
}

/** A conversation, by its own ID or by that of the person. */
export interface Named {
	conversation: string;
	user: string;
}

export async function conversationId(api: Api, page: string, channel: Channel, { conversation, user }: Named): Promise<string> {
	if (conversation) return conversation;
	if (!user) throw refused('Person ID', 'is empty.', 'Fill in “Person ID” or “Conversation ID”.');
	const { data } = await api.send<Newest>({ url: `/${page}/conversations`, qs: { platform: channel, user_id: user, fields: 'id', limit: 1 } });
	if (data[0]) return data[0].id;
	throw refused('Person ID', `${user} has no conversation with this page on ${messenger.channels[channel].name}.`, 'Check the ID and “Channel”: a person has an ID of their own on each.');
}

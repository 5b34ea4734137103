import { Connection, Ref, type Describe, type Description, type Handler } from '../call';
import type { Edges } from '../edges';
import type { Page } from '../model';
import { graphTime, type Meta } from '../state';
import { accountOf, channelOf, demand } from './access';
import type { DirectMessage, MessageAttachment, MessageFile, MessagingPerson, Thread } from './model';
import { messagesIn } from './threads';

function participants({ pageId, channel, personId }: Thread, meta: Meta) {
	const person = meta.find('MessagingPerson', personId);
	const business = accountOf(meta.page(pageId), channel, meta);
	const customer = channel === 'messenger' ? { name: person?.name, email: `${personId}@facebook.com`, id: personId } : { username: person?.username, id: personId };
	return { customer, business };
}

const listMessages = (thread: Thread, meta: Meta): Connection => new Connection(`${thread.id}/messages`, messagesIn(meta, thread.id));

export const describeThread: Describe<Thread> = (thread, meta) => ({
	label: 'UnifiedThread',
	defaults: ['id', 'link', 'updated_time'],
	fields: {
		id: () => thread.id,
		link: () => `/${thread.pageId}/inbox/${thread.personId}/`,
		updated_time: () => graphTime(thread.updatedAt),
		snippet: () => messagesIn(meta, thread.id)[0]?.text,
		message_count: () => messagesIn(meta, thread.id).length,
		unread_count: () => thread.unread,
		can_reply: () => thread.openedAt !== undefined,
		scoped_thread_key: () => thread.id,
		participants: () => {
			const { customer, business } = participants(thread, meta);
			return { data: [customer, business] };
		},
		senders: () => ({ data: [participants(thread, meta).customer] }),
		messages: () => listMessages(thread, meta),
	},
});

function shownFile({ id, kind, url, mime, name, size }: MessageFile): Record<string, unknown> {
	const common = { id, mime_type: mime, name, size };
	if (kind === 'image') return { ...common, image_data: { width: 0, height: 0, max_width: 0, max_height: 0, url, preview_url: url, image_type: 1, render_as_sticker: false } };
	if (kind === 'video') return { ...common, video_data: { width: 0, height: 0, length: 0, video_type: 1, url, preview_url: url, rotation: 0 } };
	return { ...common, file_url: url };
}

export const describeMessage: Describe<DirectMessage> = (message, meta) => {
	const thread = meta.find('UnifiedThread', message.threadId);
	const parties = thread && participants(thread, meta);
	const [from, to] = message.direction === 'out' ? [parties?.business, parties?.customer] : [parties?.customer, parties?.business];
	const reactions = Object.entries(message.reactions).filter(([, reaction]) => reaction !== undefined);
	return {
		label: 'Message',
		defaults: ['id', 'created_time'],
		fields: {
			id: () => message.id,
			created_time: () => graphTime(message.createdAt),
			from: () => from,
			to: () => ({ data: [to] }),
			message: () => message.text,
			attachments: () => (message.files.length > 0 ? { data: message.files.map(shownFile) } : undefined),
			reply_to: () => (message.replyTo === undefined ? undefined : { mid: message.replyTo }),
			reactions: () =>
				reactions.length > 0 ? { data: reactions.map(([by, reaction]) => ({ reaction, users: [by === 'page' ? parties?.business : parties?.customer] })) } : undefined,
		},
	};
};

/** https://developers.facebook.com/docs/messenger-platform/identity/user-profile and, for Instagram, …/instagram/features/user-profile */
export const describePerson: Describe<MessagingPerson> = ({ id, channel, name, username }, meta): Description => {
	const [first, ...rest] = name.split(' ');
	const picture = (): string => meta.url('www.facebook.com', `/avatar/${id}.svg`);
	if (channel === 'messenger') {
		return {
			label: 'User',
			defaults: ['first_name', 'last_name', 'profile_pic', 'id'],
			fields: { id: () => id, name: () => name, first_name: () => first, last_name: () => rest.join(' '), profile_pic: picture },
		};
	}
	return {
		label: 'IGBusinessScopedID',
		defaults: ['name', 'username', 'profile_pic', 'id'],
		fields: { id: () => id, name: () => name, username: () => username, profile_pic: picture, is_user_follow_business: () => true, is_business_follow_user: () => false, follower_count: () => 87, is_verified_user: () => false },
	};
};

export const describeAttachment: Describe<MessageAttachment> = ({ id }) => ({ label: 'MessageAttachment', defaults: ['id'], fields: { id: () => id } });

export const listConversations: Handler<Page> = (page, { params, token }, meta) => {
	const channel = channelOf(params);
	demand(token, channel);
	accountOf(page, channel, meta);
	const user = params.text('user_id');
	const threads = meta.all('UnifiedThread').filter((thread) => thread.pageId === page.id && thread.channel === channel && (user === undefined || thread.personId === user));
	return new Connection(`${page.id}/conversations`, threads.sort((a, b) => b.updatedAt - a.updatedAt));
};

/** The same permission as for listing, by the node's own channel. */
const seen =
	<N extends { channel: Thread['channel'] }>(handler: Handler<N>): Handler<N> =>
	(node, call, meta) => {
		demand(call.token, node.channel);
		return handler(node, call, meta);
	};

export const threadEdges: Edges<'UnifiedThread', Handler<Thread>> = {
	GET: seen((thread) => new Ref(thread, ['id', 'link', 'updated_time'])),
	'GET messages': seen((thread, _call, meta) => listMessages(thread, meta)),
};

export const messageEdges: Edges<'UnifiedMessage', Handler<DirectMessage>> = { GET: seen((message) => new Ref(message, ['id', 'created_time'])) };

export const personEdges: Edges<'MessagingPerson', Handler<MessagingPerson>> = {
	GET: seen((person) => new Ref(person, person.channel === 'messenger' ? ['first_name', 'last_name', 'profile_pic', 'id'] : ['name', 'username', 'profile_pic', 'id'])),
};

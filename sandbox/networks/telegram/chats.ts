import type { TelegramChat, TelegramChatInviteLink, TelegramChatMember, TelegramMessage, TelegramReactionType } from '@gramio/types';
import { seed } from '../seed';
import { ApiError, badRequest } from './errors';
import type { Shown } from './shown';

/** Messages beyond this number per chat are forgotten, oldest first. */
const KEPT = 2000;

/** A message and how the timeline shows it; the messages of an album share one timeline entry. */
export interface Stored {
	message: TelegramMessage;
	timelineId?: string;
	shown?: Shown;
	reactions?: TelegramReactionType[];
}

/** A chat the bot can write to, or the reason why not. */
export interface Chat {
	info: TelegramChat;
	lastMessageId: number;
	messages: Map<number, Stored>;
	/** Message ids, newest last. */
	pinned: number[];
	members: number;
	/** Forum topics by `message_thread_id`; 1 is General. */
	topics: Set<number>;
	topicNames: Map<number, string>;
	closedTopics: Set<number>;
	hiddenTopics: Set<number>;
	/** Those that the bot made, by their address. */
	links: Map<string, TelegramChatInviteLink>;
	/** Of whom the bot changed something, by user id. */
	people: Map<number, TelegramChatMember>;
	/** Who asked to join, by user id. */
	requests: Set<number>;
	refusal?: ApiError;
}

/** Ids for load tests: each is a person who has pressed Start. */
const SUBSCRIBERS = { first: 6_000_000_000, last: 6_000_999_999 };
/** Groups for load tests: each has become the supergroup `-100…` of the same number. */
const MOVED = { first: 4_000_000_000, last: 4_000_000_999 };

const supergroupOf = (id: number): number => Number(`-100${Math.abs(id)}`);

/** So many of the newest chats come back after a restart. */
const REMEMBERED = 5000;

/** A chat as plain data: an error would come back without its class and its members. */
export type SavedChat = Omit<Chat, 'refusal'> & { refusal?: Pick<ApiError, 'code' | 'description' | 'parameters'> };

/** The chats of the sandbox by id; subscribers come to life when first named. */
export class Chats {
	private readonly chats = new Map<number, Chat>();

	constructor() {
		const { channel, group, customer, topic, blocked, deactivated, stranger, formerGroup, upgraded } = seed.telegram;
		this.open(channel, 1248);
		this.open(group, 86).topics.add(1).add(topic.id);
		this.open(customer, 2);
		this.open(blocked, 2).refusal = new ApiError(403, 'Forbidden: bot was blocked by the user');
		this.open(deactivated, 2).refusal = new ApiError(403, 'Forbidden: user is deactivated');
		this.open(stranger, 2).refusal = new ApiError(403, "Forbidden: bot can't initiate conversation with a user");
		this.open(formerGroup, 12).refusal = new ApiError(403, 'Forbidden: bot was kicked from the supergroup chat');
		this.open(upgraded, 40).refusal = badRequest('group chat was upgraded to a supergroup chat', { migrate_to_chat_id: group.id });
	}

	/**
	 * The chat of a `chat_id`, which is a number or `@username`.
	 * @throws ApiError `chat not found`, and the chat's own refusal (blocked, upgraded).
	 */
	find(chatId: string): Chat {
		const id = /^-?\d+$/.test(chatId) ? Number(chatId) : this.idOfName(chatId);
		const chat = id === undefined ? undefined : (this.chats.get(id) ?? this.subscriber(id) ?? this.moved(id));
		if (!chat) throw badRequest('chat not found');
		if (chat.refusal) throw chat.refusal;
		return chat;
	}

	/** The chat of a public link: a user name, or the id without `-100`. */
	named(name: string): Chat | undefined {
		const id = this.idOfName(`@${name}`);
		return this.chats.get(id ?? Number(name)) ?? this.chats.get(Number(`-100${name}`));
	}

	/** Gives the message the next id of its chat and keeps it. */
	add(chat: Chat, content: Omit<TelegramMessage, 'message_id' | 'chat'>): Stored {
		const stored: Stored = { message: { message_id: ++chat.lastMessageId, chat: chat.info, ...content } };
		chat.messages.set(stored.message.message_id, stored);
		if (chat.messages.size > KEPT) {
			const [oldest] = chat.messages.keys();
			if (oldest !== undefined) chat.messages.delete(oldest);
		}
		return stored;
	}

	save(): SavedChat[] {
		return [...this.chats.values()]
			.filter(({ info }, index) => index >= this.chats.size - REMEMBERED || !isSubscriber(info.id))
			.map(({ refusal, ...chat }) => ({ ...chat, ...(refusal && { refusal: plain(refusal) }) }));
	}

	load(saved: SavedChat[]): void {
		for (const { refusal, ...chat } of saved)
			this.chats.set(chat.info.id, { ...chatOf(chat.info, chat.members), ...chat, ...(refusal && { refusal: new ApiError(refusal.code, refusal.description, refusal.parameters) }) });
	}

	private open(info: TelegramChat, members: number): Chat {
		const chat = chatOf(info, members);
		this.chats.set(info.id, chat);
		return chat;
	}

	private subscriber(id: number): Chat | undefined {
		if (!isSubscriber(id)) return undefined;
		return this.open({ id, type: 'private', first_name: `Subscriber ${id - SUBSCRIBERS.first}` }, 2);
	}

	private moved(id: number): Chat | undefined {
		const number = Number(String(Math.abs(id)).replace(/^100(?=\d{10}$)/, ''));
		if (id >= 0 || number < MOVED.first || number > MOVED.last) return undefined;
		const title = `Group ${number - MOVED.first}`;
		if (id === supergroupOf(number)) return this.open({ id, type: 'supergroup', title }, 12);
		const group = this.open({ id, type: 'group', title }, 12);
		group.refusal = badRequest('group chat was upgraded to a supergroup chat', { migrate_to_chat_id: supergroupOf(number) });
		return group;
	}

	all(): Chat[] {
		return [...this.chats.values()];
	}

	/** Whether such a person exists. */
	isPerson(id: number): boolean {
		return isSubscriber(id) || this.chats.get(id)?.info.type === 'private';
	}

	private idOfName(name: string): number | undefined {
		const wanted = name.toLowerCase();
		for (const { info } of this.chats.values()) {
			if (info.type !== 'private' && info.username && `@${info.username.toLowerCase()}` === wanted) return info.id;
		}
		return undefined;
	}
}

const chatOf = (info: TelegramChat, members: number): Chat => ({
	...{ info: { ...info }, lastMessageId: 0, messages: new Map(), pinned: [], members, people: new Map(), requests: new Set(), links: new Map() },
	...{ topics: new Set(), topicNames: new Map(), closedTopics: new Set(), hiddenTopics: new Set() },
});

function plain({ code, description, parameters }: ApiError): SavedChat['refusal'] {
	return { code, description, parameters };
}

function isSubscriber(id: number): boolean {
	return id >= SUBSCRIBERS.first && id <= SUBSCRIBERS.last;
}

/** `channel`, `group`, `supergroup` chats have a title, people have a name. */
export function nameOf(chat: TelegramChat): string {
	return chat.title ?? [chat.first_name, chat.last_name].filter(Boolean).join(' ');
}

/** The chat's member of that id, or the refusal Telegram gives for the action, e.g. `edit`, `delete`, `pin`. */
export function messageIn(chat: Chat, id: number | undefined, action: string): Stored {
	const stored = id === undefined ? undefined : chat.messages.get(id);
	if (!stored) throw badRequest(`message to ${action} not found`);
	return stored;
}

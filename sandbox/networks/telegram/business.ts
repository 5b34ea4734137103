import type { TelegramMessage } from '@gramio/types';
import { messageIn, type Chat } from './chats';
import { badRequest } from './errors';
import { formatted } from './entities';
import { shownAs } from './media';
import { keep } from './media';
import { objectOf, type Params } from './params';
import { bot } from './send';
import { remove } from './shown';
import type { Handler, TelegramState } from './state';

/** The one business account that the bot is connected to. */
export const CONNECTION = 'SANDBOX-business-connection';
const owner = { id: 5_000_000_002, is_bot: false, first_name: 'Camille', username: 'camille_demo' };
const rights = { can_reply: true, can_read_messages: true, can_delete_sent_messages: true, can_delete_all_messages: true, can_manage_stories: true } as const;
const DAY = 24 * 3600;
const STORY_CAPTION = 2048;
const STORY_PHOTO = 10 * 1024 * 1024;
const STORY_VIDEO = 30 * 1024 * 1024;
const PERIODS = [6 * 3600, 12 * 3600, DAY, 2 * DAY];

function checkConnection(params: Params): void {
	if (params.text('business_connection_id') !== CONNECTION) throw badRequest('BUSINESS_CONNECTION_INVALID');
}

/** In a business's name the bot writes only to people who wrote within the last 24 hours. */
export function businessAuthor(params: Params, chat: Chat, now: number): Partial<TelegramMessage> | undefined {
	if (!params.has('business_connection_id')) return undefined;
	checkConnection(params);
	checkActive(chat, now);
	return { from: owner, business_connection_id: CONNECTION, sender_business_bot: bot };
}

function checkActive(chat: Chat, now: number): void {
	if (chat.info.type !== 'private') throw badRequest('BUSINESS_PEER_INVALID');
	const isActive = [...chat.messages.values()].some(({ message }) => message.from?.id === chat.info.id && now - message.date <= DAY);
	if (!isActive) throw badRequest('BUSINESS_PEER_USAGE_MISSING');
}

export const getBusinessConnection: Handler = (params, state) => {
	if (params.text('business_connection_id') !== CONNECTION) throw badRequest('business connection not found');
	return { id: CONNECTION, user: owner, user_chat_id: owner.id, date: state.now() - DAY, rights, is_enabled: true };
};

export const readBusinessMessage: Handler = (params, state) => {
	checkConnection(params);
	const chat = state.chats.find(params.text('chat_id'));
	checkActive(chat, state.now());
	messageIn(chat, params.integer('message_id'), 'read');
	return true;
};

/** All must be of one chat; the sandbox looks for the chat that has them. */
export const deleteBusinessMessages: Handler = (params, state) => {
	checkConnection(params);
	const ids = params.list('message_ids').map(Number);
	if (ids.length < 1 || ids.length > 100) throw badRequest('MESSAGE_IDS_INVALID');
	const found = state.chats.all().flatMap((chat) => ids.flatMap((id) => (chat.messages.get(id)?.message.business_connection_id === CONNECTION ? [{ chat, id }] : [])));
	for (const { chat, id } of found) {
		const stored = chat.messages.get(id);
		if (stored) remove(state, chat, stored);
	}
	return true;
};

/** https://core.telegram.org/bots/api#inputstorycontent: the file is always uploaded anew. */
function storyContent(params: Params, state: TelegramState) {
	const content = objectOf(params.json('content'), 'InputStoryContent');
	const { type } = content;
	if (type !== 'photo' && type !== 'video') throw badRequest("can't parse InputStoryContent: unsupported type");
	const known = ['type', type, ...(type === 'video' ? ['duration', 'cover_frame_timestamp', 'is_animation'] : [])];
	const unknown = state.strictParameters && Object.keys(content).find((name) => !known.includes(name));
	if (unknown) throw badRequest(`unknown InputStoryContent field "${unknown}" (the sandbox refuses what Telegram would ignore)`);
	const reference = content[type];
	const part = typeof reference === 'string' && reference.startsWith('attach://') ? params.files.get(reference.slice('attach://'.length)) : undefined;
	if (!part) throw badRequest('story content must be uploaded as a new file');
	if (part.size > (type === 'photo' ? STORY_PHOTO : STORY_VIDEO)) throw badRequest('file is too big');
	const file = keep(state, type, part);
	const caption = formatted(params, { text: 'caption', entities: 'caption_entities' }).text;
	if (caption.length > STORY_CAPTION) throw badRequest('MEDIA_CAPTION_TOO_LONG');
	return { caption, shown: { kind: 'story', text: caption, media: [shownAs(type, file)] } };
}

const account = `${owner.first_name} (business account)`;

export const postStory: Handler = (params, state) => {
	checkConnection(params);
	const period = params.integer('active_period') ?? 0;
	if (!PERIODS.includes(period)) throw badRequest('STORY_PERIOD_INVALID');
	const { caption, shown } = storyContent(params, state);
	const id = ++state.dealings.lastStory;
	const chat = { id: owner.id, type: 'private' as const, first_name: owner.first_name, username: owner.username };
	const timelineId = state.world.timeline.add({ network: 'telegram', account, url: `${state.world.origin}/t.me/${owner.username}/s/${id}`, ...shown });
	state.dealings.stories.set(id, { chat, id, until: state.now() + period, caption, timelineId });
	return { chat, id };
};

function storyOf(params: Params, state: TelegramState) {
	checkConnection(params);
	const story = state.dealings.stories.get(params.integer('story_id') ?? 0);
	if (!story) throw badRequest('STORY_NOT_FOUND');
	return story;
}

export const editStory: Handler = (params, state) => {
	const story = storyOf(params, state);
	const { caption, shown } = storyContent(params, state);
	story.caption = caption;
	state.world.timeline.update(story.timelineId, shown);
	return { chat: story.chat, id: story.id };
};

export const deleteStory: Handler = (params, state) => {
	const { id, timelineId } = storyOf(params, state);
	state.dealings.stories.delete(id);
	state.world.timeline.remove(timelineId);
	return true;
};

import type { TimelineEntry } from '../world';
import type { Chat, Stored } from './chats';
import type { TelegramState } from './state';

/** How the timeline shows a message. */
export type Shown = Pick<TimelineEntry, 'kind' | 'text' | 'media'>;

/** Brings the timeline up to date after an edit. The messages of an album share one entry. */
export function show(state: TelegramState, chat: Chat, stored: Stored, shown: Shown): void {
	stored.shown = shown;
	refresh(state, chat, stored);
}

/** Removes a message from its chat and from the timeline. */
export function remove(state: TelegramState, chat: Chat, stored: Stored): void {
	chat.messages.delete(stored.message.message_id);
	chat.pinned = chat.pinned.filter((id) => id !== stored.message.message_id);
	refresh(state, chat, stored);
}

function refresh(state: TelegramState, chat: Chat, { timelineId, message }: Stored): void {
	if (timelineId === undefined) return;
	const group = message.media_group_id;
	const own = chat.messages.get(message.message_id);
	const left = group ? [...chat.messages.values()].filter((other) => other.message.media_group_id === group) : own ? [own] : [];
	if (left.length === 0) {
		state.world.timeline.remove(timelineId);
		return;
	}
	const parts = left.flatMap(({ shown }) => shown ?? []);
	const text = parts
		.map((part) => part.text)
		.filter(Boolean)
		.join('\n\n');
	state.world.timeline.update(timelineId, { text, media: parts.flatMap(({ media }) => media) });
}

import { seed } from '../../seed';
import type { Meta } from '../state';
import { accountOf } from './access';
import type { DirectMessage, Thread } from './model';

/** Tells the app what happened in a conversation. https://developers.facebook.com/docs/messenger-platform/reference/webhook-events */
export function tell(meta: Meta, thread: Thread, by: 'page' | 'person', event: Record<string, unknown>): void {
	const { id } = accountOf(meta.page(thread.pageId), thread.channel, meta);
	const [page, person] = [{ id }, { id: thread.personId }];
	const parties = by === 'page' ? { sender: page, recipient: person } : { sender: person, recipient: page };
	meta.webhooks.send(thread.channel === 'messenger' ? 'page' : 'instagram', { id, messaging: [{ ...parties, timestamp: meta.now, ...event }] });
}

/** A message as events carry it. */
export const told = ({ id, text, files, replyTo }: DirectMessage): Record<string, unknown> => ({
	mid: id,
	...(text !== '' && { text }),
	...(files.length > 0 && { attachments: files.map(({ kind, url }) => ({ type: kind, payload: { url } })) }),
	...(replyTo !== undefined && { reply_to: { mid: replyTo } }),
});

/** The app hears what it sent itself, and on Messenger that it was delivered. */
export function tellSent(meta: Meta, thread: Thread, message: DirectMessage): void {
	tell(meta, thread, 'page', { message: { ...told(message), is_echo: true, app_id: Number(seed.meta.appId) } });
	if (thread.channel === 'messenger') tell(meta, thread, 'person', { delivery: { mids: [message.id], watermark: meta.now } });
}

/** The person has seen what the page wrote last. */
export function tellRead(meta: Meta, thread: Thread): void {
	const last = meta.all('UnifiedMessage').findLast(({ threadId, direction }) => threadId === thread.id && direction === 'out');
	if (last) tell(meta, thread, 'person', { read: thread.channel === 'messenger' ? { watermark: meta.now } : { mid: last.id } });
}

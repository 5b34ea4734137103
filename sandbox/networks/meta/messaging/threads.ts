import { randomBytes } from 'node:crypto';
import { seed } from '../../seed';
import type { Page } from '../model';
import type { Meta } from '../state';
import type { Channel, DirectMessage, MessagingPerson, Thread } from './model';

/** The florist's customer, on both channels. */
export function messagingNodes(): MessagingPerson[] {
	const { customer, page } = seed.meta;
	return [
		{ type: 'MessagingPerson', id: customer.messenger, pageId: page.id, channel: 'messenger', name: customer.name },
		{ type: 'MessagingPerson', id: customer.instagram, pageId: page.id, channel: 'instagram', name: customer.name, username: customer.username },
	];
}

/** A person who wrote or commented: known from now on. */
export function personOf(meta: Meta, page: Page, channel: Channel, { id, name, username }: { id: string; name: string; username?: string }): MessagingPerson {
	return meta.find('MessagingPerson', id) ?? meta.keep({ type: 'MessagingPerson', id, pageId: page.id, channel, name, username });
}

export const threadWith = (meta: Meta, personId: string): Thread | undefined => meta.all('UnifiedThread').find((thread) => thread.personId === personId);

export function openThread(meta: Meta, { id, pageId, channel }: MessagingPerson): Thread {
	const known = threadWith(meta, id);
	if (known) return known;
	const number = meta.newId('thread');
	const threadId = channel === 'messenger' ? `t_${number}` : `aWdfZAG06${Buffer.from(number).toString('base64url')}`;
	return meta.keep({ type: 'UnifiedThread', id: threadId, pageId, channel, personId: id, updatedAt: meta.now, unread: 0 });
}

export const messagesIn = (meta: Meta, threadId: string): DirectMessage[] =>
	meta
		.all('UnifiedMessage')
		.filter((message) => message.threadId === threadId)
		.reverse();

type Written = Pick<DirectMessage, 'direction' | 'text'> & Partial<DirectMessage>;

/** Adds a message to its thread. */
export function write(meta: Meta, thread: Thread, written: Written): DirectMessage {
	const { pageId, channel, id: threadId } = thread;
	const random = randomBytes(30).toString('base64url');
	const id = channel === 'messenger' ? `m_${random}` : `aWdfZAG1faXRlbTox${random}`;
	thread.updatedAt = meta.now;
	return meta.keep<DirectMessage>({ files: [], links: [], reactions: {}, ...written, type: 'UnifiedMessage', id, pageId, channel, threadId, createdAt: meta.now });
}

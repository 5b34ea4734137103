import type { Clock } from '../../world';
import { systemLabels, type Label } from './labels';

/** A message of one mailbox. `raw` is what was sent; `whole` is false where only its headers are kept. */
export interface Stored {
	id: string;
	threadId: string;
	labels: string[];
	/** Clock milliseconds. */
	at: number;
	historyId: number;
	size: number;
	raw: Buffer;
	whole: boolean;
	/** Read from the headers once: for search and threads. */
	from: string;
	to: string[];
	subject: string;
	messageId: string;
}

export type ChangeType = 'messageAdded' | 'messageDeleted' | 'labelAdded' | 'labelRemoved';

export interface Change {
	id: number;
	at: number;
	type: ChangeType;
	message: { id: string; threadId: string; labelIds: string[] };
	labelIds?: string[];
}

export interface Draft {
	id: string;
	messageId: string;
}

const KEPT_MESSAGES = 50_000;
const KEPT_CHANGES = 100_000;
const DAY = 86_400_000;

/** Sorted as Gmail lists: the newest last, here. */
export const older = (one: Stored, other: Stored): number => one.at - other.at || (one.id < other.id ? -1 : 1);

export interface SavedMailbox {
	messages: Stored[];
	labels: Map<string, Label>;
	drafts: Map<string, Draft>;
	changes: Change[];
	historyId: number;
	floor: number;
	sendings: number[];
	made: number;
}

/** One account's mail. */
export class Mailbox {
	/** By id. */
	readonly messages = new Map<string, Stored>();
	/** The same, the oldest first. */
	readonly order: Stored[] = [];
	readonly threads = new Map<string, Stored[]>();
	readonly byMessageId = new Map<string, Stored>();
	/** By address in To, Cc or Bcc, in lower case. */
	readonly byRecipient = new Map<string, Set<Stored>>();
	labels = systemLabels();
	drafts = new Map<string, Draft>();
	changes: Change[] = [];
	historyId = 1000;
	/** Ids of the history below this one are too old. */
	floor = 0;
	/** When mails were sent in the last 24 hours. */
	sendings: number[] = [];
	/** Counts labels and drafts ever made. */
	made = 0;

	constructor(
		readonly address: string,
		private readonly clock: Clock,
	) {}

	add(message: Stored): void {
		this.index(message);
		this.note('messageAdded', message);
		const [oldest] = this.order;
		if (this.order.length > KEPT_MESSAGES && oldest) this.drop(oldest);
	}

	private index(message: Stored): void {
		this.messages.set(message.id, message);
		const { order } = this;
		let at = order.length;
		while (at > 0 && older(message, order[at - 1] ?? message) < 0) at--;
		order.splice(at, 0, message);
		this.threads.set(message.threadId, [...(this.threads.get(message.threadId) ?? []), message].sort(older));
		if (message.messageId !== '' && !this.byMessageId.has(message.messageId)) this.byMessageId.set(message.messageId, message);
		for (const address of message.to) {
			const known = this.byRecipient.get(address) ?? new Set();
			this.byRecipient.set(address, known.add(message));
		}
	}

	/** Out of the mailbox for good. */
	remove(message: Stored): void {
		this.drop(message);
		this.note('messageDeleted', message);
	}

	private drop(message: Stored): void {
		this.messages.delete(message.id);
		this.order.splice(this.order.indexOf(message), 1);
		const left = (this.threads.get(message.threadId) ?? []).filter((one) => one !== message);
		if (left.length > 0) this.threads.set(message.threadId, left);
		else this.threads.delete(message.threadId);
		if (this.byMessageId.get(message.messageId) === message) this.byMessageId.delete(message.messageId);
		for (const address of message.to) this.byRecipient.get(address)?.delete(message);
	}

	/** Adds and takes off labels; only what changes is in the history. */
	relabel(message: Stored, add: readonly string[], remove: readonly string[]): void {
		const added = add.filter((id) => !message.labels.includes(id) && !remove.includes(id));
		const removed = remove.filter((id) => message.labels.includes(id));
		message.labels = [...message.labels.filter((id) => !removed.includes(id)), ...added];
		if (added.length > 0) this.note('labelAdded', message, added);
		if (removed.length > 0) this.note('labelRemoved', message, removed);
	}

	private note(type: ChangeType, message: Stored, labelIds?: string[]): void {
		const { id, threadId, labels } = message;
		message.historyId = this.nextHistoryId();
		this.changes.push({ id: message.historyId, at: this.clock.now(), type, message: { id, threadId, labelIds: [...labels] }, labelIds });
		if (this.changes.length > KEPT_CHANGES * 1.1) this.forget(this.changes.length - KEPT_CHANGES);
	}

	/** History ids grow with gaps, as Gmail's do. */
	private nextHistoryId(): number {
		return (this.historyId += 1 + ((this.historyId * 7) % 13));
	}

	private forget(count: number): void {
		const gone = this.changes.splice(0, count);
		this.floor = gone.at(-1)?.id ?? this.floor;
	}

	/** The history reaches back so many days; what is older is answered with 404. */
	expire(days: number): void {
		const since = this.clock.now() - days * DAY;
		const kept = this.changes.findIndex(({ at }) => at >= since);
		const gone = kept < 0 ? this.changes.length : kept;
		if (gone > 0) this.forget(gone);
	}

	/** Every history id given out so far is too old from now on. */
	forgetAll(): void {
		this.changes = [];
		this.floor = this.nextHistoryId();
	}

	/** Mails sent within the last 24 hours. */
	sentToday(): number[] {
		const since = this.clock.now() - DAY;
		const first = this.sendings.findIndex((at) => at > since);
		this.sendings = first < 0 ? [] : first === 0 ? this.sendings : this.sendings.slice(first);
		return this.sendings;
	}

	save(): SavedMailbox {
		const { order, labels, drafts, changes, historyId, floor, sendings, made } = this;
		return { messages: order, labels, drafts, changes, historyId, floor, sendings, made };
	}

	load({ messages, ...kept }: SavedMailbox): void {
		Object.assign(this, kept);
		for (const message of messages) this.index(message);
	}
}

import type { TelegramUpdate } from '@gramio/types';
import { LOOPBACK } from '../fetched';
import type { TelegramState } from './state';

const SECOND = 1000;
const HOUR = 3600 * SECOND;
/** An update that nobody takes is given up then; one that a person waits for in the middle of a payment much sooner. */
const LIFE = { usual: 24 * HOUR, payment: 150 * SECOND };
/** A webhook that says for so long that it is gone is taken away. */
const GONE = 23 * HOUR;
/** Seconds that a Retry-After is honoured at most. */
const LONGEST_WAIT = 3600;
/** So many of the newest are told at `/_webhooks`. */
const KEPT = 20_000;

/** One update and what became of it. */
export interface Delivery {
	update_id: number;
	kind: string;
	/** HTTP status of each try; 0 for no answer. */
	tries: number[];
	/** It was sent a second time as if the first answer had been lost. */
	doubled: boolean;
	done: boolean;
	/** In ms, by the sandbox's clock. */
	madeAt: number;
}

/** What is sent in its order: the updates of one chat, or of one person outside of chats. */
interface Lane {
	busy: boolean;
	failures: number;
	/** After a failure, until it is time for a further try. */
	paused: boolean;
}

export const kindOf = (update: TelegramUpdate): string => Object.keys(update).find((name) => name !== 'update_id') ?? '';

function laneOf(update: TelegramUpdate): string {
	const { message, chat, from, user }: { message?: { chat?: { id: number } }; chat?: { id: number }; from?: { id: number }; user?: { id: number } } = { ...Object.values(update).find((value) => typeof value === 'object') };
	return String(chat?.id ?? message?.chat?.id ?? from?.id ?? user?.id ?? update.update_id);
}

/** Sends updates to the webhook: many at once, each chat's in their order, again and again until they are taken. https://core.telegram.org/bots/webhooks */
export class Deliveries {
	/** Milliseconds before a further try of the same update; the last one goes on without end. */
	pauses: number[] = [1, 2, 4, 8, 16, 32, 60].map((seconds) => seconds * SECOND);
	/** Every so-manieth update is sent a second time while the first one is under way, as where Telegram no longer waits for an answer; 0: none. */
	doubleEvery = 0;
	/** Milliseconds to wait for an answer. */
	timeout = 60 * SECOND;
	private readonly journal = new Map<number, Delivery>();
	private readonly lanes = new Map<string, Lane>();
	private flying = 0;
	private waking = false;
	private generation = 0;
	private goneSince?: number;

	/** Oldest first. */
	list = (): Delivery[] => [...this.journal.values()];

	/** A new webhook waits for nothing: what is under way to the old one counts for nothing, and is sent anew. */
	begin(state: TelegramState): void {
		this.stop();
		this.wake(state);
	}

	stop(): void {
		this.generation += 1;
		this.flying = 0;
		this.goneSince = undefined;
		this.lanes.clear();
	}

	/** Sends whatever may go, once what is being done is done. */
	wake(state: TelegramState): void {
		if (this.waking) return;
		this.waking = true;
		setImmediate(() => {
			this.waking = false;
			this.send(state);
		});
	}

	private send(state: TelegramState): void {
		const { url, max_connections: most = 40 } = state.webhook;
		if (url === '') return;
		this.dropOld(state);
		const held = new Set<string>();
		for (const update of state.updates) {
			if (this.flying >= most) return;
			const key = laneOf(update);
			// Only the first one of a chat may go; those behind it wait for it.
			if (held.has(key)) continue;
			held.add(key);
			const lane = this.lanes.get(key) ?? { busy: false, failures: 0, paused: false };
			this.lanes.set(key, lane);
			if (!lane.busy && !lane.paused) void this.carry(state, update, lane);
		}
	}

	/** Begins to tell of an update. */
	note(state: TelegramState, update: TelegramUpdate): Delivery {
		const { update_id: id } = update;
		const entry = this.journal.get(id) ?? { update_id: id, kind: kindOf(update), tries: [], doubled: this.doubleEvery > 0 && id % this.doubleEvery === 0, done: false, madeAt: state.world.clock.now() };
		this.journal.set(id, entry);
		const [oldest] = this.journal.keys();
		if (this.journal.size > KEPT && oldest !== undefined) this.journal.delete(oldest);
		return entry;
	}

	private dropOld(state: TelegramState): void {
		const now = state.world.clock.now();
		const isOld = (update: TelegramUpdate) => now - (this.journal.get(update.update_id)?.madeAt ?? now) > (update.shipping_query ?? update.pre_checkout_query ? LIFE.payment : LIFE.usual);
		if (state.updates.some(isOld)) state.updates = state.updates.filter((update) => !isOld(update));
	}

	private async carry(state: TelegramState, update: TelegramUpdate, lane: Lane): Promise<void> {
		const { generation } = this;
		const entry = this.note(state, update);
		lane.busy = true;
		this.flying += 1;
		const copies = [this.post(state, update, entry)];
		if (entry.doubled && entry.tries.length === 0) copies.push(new Promise((resolve) => setTimeout(resolve, (update.update_id * 37) % 150)).then(async () => await this.post(state, update, entry)));
		const failures = (await Promise.all(copies)).filter((failure) => failure !== undefined);
		if (generation !== this.generation) return;
		this.flying -= 1;
		lane.busy = false;
		if (failures[0]) {
			this.pause(state, lane, failures[0].retryAfter);
			Object.assign(state.webhook, { last_error_date: state.now(), last_error_message: failures[0].message });
		} else {
			lane.failures = 0;
			entry.done = true;
			state.updates = state.updates.filter((waiting) => waiting !== update);
		}
		this.leave(state, entry.tries.at(-1));
		state.world.changed();
		this.wake(state);
	}

	private pause(state: TelegramState, lane: Lane, retryAfter?: number): void {
		const { generation } = this;
		const pause = retryAfter === undefined ? (this.pauses[Math.min(lane.failures, this.pauses.length - 1)] ?? SECOND) : retryAfter * SECOND;
		Object.assign(lane, { paused: true, failures: lane.failures + 1 });
		setTimeout(() => {
			lane.paused = false;
			if (generation === this.generation) this.wake(state);
		}, pause).unref();
	}

	/** https://github.com/tdlib/telegram-bot-api: 410 Gone is taken at its word after a day. */
	private leave(state: TelegramState, status: number | undefined): void {
		const now = state.world.clock.now();
		if (status !== 410) this.goneSince = undefined;
		else if (this.goneSince === undefined) this.goneSince = now;
		else if (now - this.goneSince > GONE) state.removeWebhook();
	}

	/** Undefined where the update was taken. */
	private async post(state: TelegramState, update: TelegramUpdate, entry: Delivery): Promise<{ message: string; retryAfter?: number } | undefined> {
		const { webhook: { url }, webhookSecret: secret } = state;
		const signal = AbortSignal.timeout(this.timeout);
		try {
			// The sandbox calls nobody outside of this machine.
			if (!LOOPBACK.test(new URL(url).hostname)) throw new Error('Not of this machine.');
			const headers = { 'content-type': 'application/json', ...(secret !== '' && { 'x-telegram-bot-api-secret-token': secret }) };
			const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(update), redirect: 'manual', signal });
			await answer.arrayBuffer();
			entry.tries.push(answer.status);
			if (answer.ok) return undefined;
			const seconds = Number(answer.headers.get('retry-after') ?? NaN);
			return { message: `Wrong response from the webhook: ${answer.status} ${answer.statusText}`, ...(seconds >= 0 && { retryAfter: Math.min(seconds, LONGEST_WAIT) }) };
		} catch {
			entry.tries.push(0);
			return { message: signal.aborted ? 'Read timeout expired' : 'Connection failed' };
		}
	}
}

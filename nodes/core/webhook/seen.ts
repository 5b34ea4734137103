import { createHash } from 'node:crypto';
import type { IWebhookFunctions } from 'n8n-workflow';

/** Networks deliver again for a day or two, Meta for up to a week: https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks/overview#webhook-delivery-failure */
export const KEEP_DAYS = 8;
/** Marks of one node at most; the oldest are forgotten first. */
const MOST = 60_000;
/** Milliseconds between two writes to n8n's database while much arrives. */
const PAUSE = 2_000;

const DAY = 24 * 60 * 60_000;
/** Characters of a mark: 66 bits are enough to tell millions apart. */
const MARK = 11;

const markOf = (key: string): string => createHash('sha256').update(key).digest('base64url').slice(0, MARK);
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
const marksIn = (text: string): string[] => text.match(new RegExp(`.{${MARK}}`, 'g')) ?? [];

/** Marks of what was done, by day. Texts, as n8n's database keeps them. */
type Stored = Record<string, string>;

const storedIn = (value: unknown): Stored => Object.fromEntries(Object.entries(value ?? {}).filter((pair): pair is [string, string] => typeof pair[1] === 'string'));

/** What a node has done, by the provider's own IDs: in this process at once, and in n8n's database for the time after it. */
export class Seen {
	private readonly days = new Map<string, Set<string>>();
	private read: Stored = {};
	private changed = false;
	private savedAt = 0;

	has(key: string): boolean {
		const mark = markOf(key);
		return [...this.days.values()].some((marks) => marks.has(mark));
	}

	add(key: string): void {
		this.marksOf(dayOf(Date.now())).add(markOf(key));
		this.changed = true;
	}

	/** Takes over what another process has written, and hands over what is new here. */
	exchange(store: ReturnType<IWebhookFunctions['getWorkflowStaticData']>): void {
		const stored = storedIn(store.seen);
		for (const [day, text] of Object.entries(stored)) {
			if (text === this.read[day]) continue;
			for (const mark of marksIn(text)) this.marksOf(day).add(mark);
		}
		this.read = stored;
		if (!this.changed || Date.now() - this.savedAt < PAUSE) return;
		this.forget();
		this.read = Object.fromEntries([...this.days].map(([day, marks]) => [day, [...marks].join('')]));
		store.seen = { ...this.read };
		this.savedAt = Date.now();
		this.changed = false;
	}

	private marksOf(day: string): Set<string> {
		const marks = this.days.get(day) ?? new Set<string>();
		this.days.set(day, marks);
		return marks;
	}

	private forget(): void {
		const oldest = dayOf(Date.now() - KEEP_DAYS * DAY);
		let room = MOST;
		for (const [day, marks] of [...this.days].sort(([one], [other]) => other.localeCompare(one))) {
			const kept = day < oldest || room === 0 ? [] : [...marks].slice(-room);
			if (kept.length === 0) this.days.delete(day);
			else if (kept.length < marks.size) this.days.set(day, new Set(kept));
			room -= kept.length;
		}
	}
}

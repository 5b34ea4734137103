import type { World } from '../../world';
import { headOf } from './mime';
import { Mailbox, type SavedMailbox, type Stored } from './mailbox';

/** Bytes of messages that are kept whole; of the oldest beyond that, only the headers are. */
const RAW_BYTES = 96 * 1024 * 1024;

export interface GmailSettings {
	/** Gmail is believed to replace the Message-ID of what is sent through its API; true keeps it. */
	keepsMessageId: boolean;
	/** Header values in payloads stay encoded words instead of being decoded. */
	encodedHeaders: boolean;
	/** Quota units a minute and user; 0 = no limit. */
	unitsPerMinute: number;
	/** What a method costs: before or since May 2026. */
	unitTable: 'old' | 'new';
	/** Mails an account may send in 24 hours; 0 = no limit. */
	dailyMessages: number;
	/** How far the history reaches back. */
	historyDays: number;
}

const defaults = (): GmailSettings => ({
	keepsMessageId: false,
	encodedHeaders: false,
	unitsPerMinute: 15_000,
	unitTable: 'old',
	dailyMessages: 2000,
	historyDays: 7,
});

export interface SavedGmail {
	mailboxes: [address: string, mailbox: SavedMailbox][];
	made: number;
	deliveries: Map<string, number>;
}

/** All that Gmail remembers. */
export class Gmail {
	readonly settings = defaults();
	/** How many mails were sent to each address, in lower case. */
	deliveries = new Map<string, number>();
	/** Quota units used by each account since the minute began. */
	readonly used = new Map<string, { since: number; units: number }>();
	private mailboxes = new Map<string, Mailbox>();
	/** Counts all messages ever made: their ids. */
	private made = 0;
	/** Whole messages, the oldest first. */
	private whole: Stored[] = [];
	private bytes = 0;

	constructor(
		readonly world: World,
		private readonly addresses: readonly string[],
	) {
		this.open();
	}

	private open(): void {
		this.mailboxes = new Map(this.addresses.map((address) => [address, new Mailbox(address, this.world.clock)]));
	}

	mailbox(address: string): Mailbox | undefined {
		return this.mailboxes.get(address.toLowerCase());
	}

	all(): Mailbox[] {
		return [...this.mailboxes.values()];
	}

	newId(): string {
		return (0x19a0000000000000n + BigInt(++this.made)).toString(16);
	}

	/** Sees that the messages kept whole stay within their bytes. */
	keep(message: Stored): void {
		this.whole.push(message);
		this.bytes += message.raw.length;
		let cut = 0;
		for (const old of this.whole) {
			if (this.bytes <= RAW_BYTES) break;
			const head = Buffer.from(headOf(old.raw));
			this.bytes -= old.raw.length - head.length;
			Object.assign(old, { raw: head, whole: false });
			cut++;
		}
		this.whole.splice(0, cut);
	}

	reset(): void {
		Object.assign(this.settings, defaults());
		Object.assign(this, { deliveries: new Map(), made: 0, whole: [], bytes: 0 });
		this.used.clear();
		this.open();
	}

	save(): SavedGmail {
		const { made, deliveries } = this;
		return { made, deliveries, mailboxes: [...this.mailboxes].map(([address, mailbox]) => [address, mailbox.save()]) };
	}

	load({ mailboxes, ...kept }: SavedGmail): void {
		Object.assign(this, kept);
		for (const [address, saved] of mailboxes) this.mailbox(address)?.load(saved);
		for (const message of this.all().flatMap(({ order }) => order)) if (message.whole) this.keep(message);
	}
}

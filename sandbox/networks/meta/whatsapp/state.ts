import { seed } from '../../seed';
import type { Clock } from '../../world';
import type { Person, Profile } from './model';
import { defaults, type WhatsAppSettings } from './settings';

const HOUR = 3_600_000;
/** After a person's last message. https://developers.facebook.com/docs/whatsapp/cloud-api/guides/send-messages#customer-service-windows */
const WINDOW = 24 * HOUR;
/** Milliseconds after which one more message to the same person is free. */
const PAIR_INTERVAL = 6_000;

/** Countries of the made-up user IDs, by calling code. */
const countries: readonly (readonly [code: string, country: string])[] = [
	...([['351', 'PT'], ['33', 'FR'], ['34', 'ES'], ['39', 'IT'], ['44', 'GB'], ['49', 'DE'], ['1', 'US']] as const),
];

export interface SavedWhatsApp {
	people: Map<string, Person>;
	lastWritten: Map<string, number>;
	profiles: Map<string, Profile>;
}

function seedPeople(): Map<string, Person> {
	const { userId, phone, name, username } = seed.meta.customer;
	return new Map([[userId, { userId, phone, name, username }]]);
}

/** The people on the other side of the business's numbers, and what they and it have agreed to. */
export class WhatsAppState {
	settings: WhatsAppSettings = { ...defaults };
	/** By user ID: the seed's customer and whoever wrote. */
	private people = seedPeople();
	/** `{number} {user ID}` → when the person last wrote, in ms by the clock. */
	private lastWritten = new Map<string, number>();
	private profiles = new Map<string, Profile>();
	/** `{number} {user ID}` → when a message to this person is next free, in ms by the clock. */
	private pairs = new Map<string, number>();
	/** Times of the latest messages, by number. */
	private sent = new Map<string, number[]>();

	constructor(private readonly clock: Clock) {}

	reset(): void {
		this.settings = { ...defaults };
		this.people = seedPeople();
		this.profiles.clear();
		for (const times of [this.lastWritten, this.pairs, this.sent]) times.clear();
	}

	save(): SavedWhatsApp {
		return { people: this.people, lastWritten: this.lastWritten, profiles: this.profiles };
	}

	load({ people, lastWritten, profiles }: SavedWhatsApp): void {
		Object.assign(this, { people, lastWritten, profiles });
	}

	/** Somebody the business has met; a phone number that is new to it belongs to a stranger. */
	byPhone(phone: string): Person {
		const known = [...this.people.values()].find((person) => person.phone === phone);
		if (known) return known;
		const [, country] = countries.find(([code]) => phone.startsWith(code)) ?? ['', 'ZZ'];
		return { userId: `${country}.SANDBOX${phone}`, phone, name: `+${phone}` };
	}

	byUserId(userId: string): Person | undefined {
		const phone = /^[A-Z]{2}\.SANDBOX(\d{7,15})$/.exec(userId)?.[1];
		return this.people.get(userId) ?? (phone === undefined || phone.startsWith('0') ? undefined : this.byPhone(phone));
	}

	/** The person wrote: for 24 hours the business may answer as it likes. */
	written(numberId: string, person: Person): void {
		this.people.set(person.userId, person);
		this.lastWritten.set(`${numberId} ${person.userId}`, this.clock.now());
	}

	isWindowOpen(numberId: string, { userId }: Person): boolean {
		const last = this.lastWritten.get(`${numberId} ${userId}`);
		if (last !== undefined) return this.clock.now() < last + WINDOW;
		return !this.people.has(userId) && this.settings.strangers === 'open';
	}

	/** The code of the limit that one more message passes; undefined once it is counted. */
	count(numberId: string, { userId }: Person): 130429 | 131056 | undefined {
		const now = this.clock.now();
		const latest = (this.sent.get(numberId) ?? []).filter((time) => time > now - 1000);
		if (latest.length >= this.settings.perSecond) return 130429;
		const pair = `${numberId} ${userId}`;
		const free = Math.max(this.pairs.get(pair) ?? 0, now);
		if (free + PAIR_INTERVAL > now + PAIR_INTERVAL * this.settings.pairBurst) return 131056;
		this.pairs.set(pair, free + PAIR_INTERVAL);
		this.sent.set(numberId, [...latest, now]);
		return undefined;
	}

	profileOf(numberId: string): Profile {
		return this.profiles.get(numberId) ?? { about: 'Fleurs de saison, Nantes', vertical: 'RETAIL', websites: [] };
	}

	changeProfile(numberId: string, changes: Profile): void {
		this.profiles.set(numberId, { ...this.profileOf(numberId), ...changes });
	}

	/** Whether a list of phone numbers and user IDs names this person. */
	names(ids: readonly string[], { userId, phone }: Person): boolean {
		return ids.includes(userId) || (phone !== undefined && ids.includes(phone));
	}
}

import { Grants, type Grant } from '../oauth/grants';
import type { GrantSettings } from '../oauth/grantSettings';
import { seed } from '../seed';
import type { World } from '../world';

/** Every code and token begins with one of these. */
export const tokenPrefixes = { code: 'SANDBOXPIN', access: 'pina_SANDBOX', refresh: 'pinr_SANDBOX' } as const;

const DAY = 86_400;
/** Pinterest does not say how long; not long. */
const CODE_SECONDS = 600;
/** Older pins fall off. */
const KEPT = 5000;

/** Pinterest's two worlds: no token, board or pin of one exists in the other. https://developers.pinterest.com/docs/developer-tools/sandbox/ */
export type Environment = 'production' | 'sandbox';

export interface Settings extends GrantSettings {
	/** The app's access tier; with `trial` it may pin in the API Sandbox only. */
	access: 'trial' | 'standard';
}

const defaults = (): Settings => ({
	accessSeconds: 30 * DAY,
	refreshSeconds: 60 * DAY,
	declinedScopes: [],
	tokenEndpoint: 'ok',
	access: 'standard',
});

export type Account = (typeof seed.pinterest.accounts)[number];

export interface Pin {
	id: string;
	environment: Environment;
	account: string;
	boardId: string;
	title: string | null;
	description: string | null;
	link: string | null;
	altText: string | null;
	dominantColor: string | null;
	image: { url: string; width: number | null; height: number | null };
	/** Clock milliseconds. */
	createdAt: number;
}

export interface SavedPinterest {
	grants: ReturnType<Grants['save']>;
	sandboxed: Set<string>;
	pins: Map<string, Pin>;
	created: number;
}

/** Everything the fake Pinterest remembers between two calls. */
export class Pinterest {
	readonly settings = defaults();
	readonly grants: Grants;
	/** Grants whose code was exchanged at the API Sandbox. */
	sandboxed = new Set<string>();
	/** By id, oldest first. */
	pins = new Map<string, Pin>();
	/** Counts all pins ever created: their ids. */
	created = 0;

	constructor(readonly world: World) {
		this.grants = new Grants(world.clock, tokenPrefixes, () => {
			const { accessSeconds, refreshSeconds } = this.settings;
			return { code: CODE_SECONDS, access: accessSeconds, refresh: refreshSeconds };
		});
	}

	account(id: string): Account | undefined {
		return seed.pinterest.accounts.find((account) => account.id === id);
	}

	/** The first account has the business's board, the other has none. */
	boardsOf({ id }: Account): readonly (typeof seed.pinterest.board)[] {
		return id === seed.pinterest.accounts[0].id ? [seed.pinterest.board] : [];
	}

	environmentOf(grant: Grant): Environment {
		return this.sandboxed.has(grant.id) ? 'sandbox' : 'production';
	}

	pinsOf(account: string, environment: Environment): Pin[] {
		return [...this.pins.values()].filter((pin) => pin.account === account && pin.environment === environment);
	}

	keep(pin: Omit<Pin, 'id' | 'createdAt'>): Pin {
		const id = String(549_100_000_000_000_000n + BigInt(++this.created));
		const kept = { ...pin, id, createdAt: this.world.clock.now() };
		this.pins.set(id, kept);
		const [oldest] = this.pins.keys();
		if (this.pins.size > KEPT && oldest !== undefined) this.pins.delete(oldest);
		return kept;
	}

	reset(): void {
		Object.assign(this.settings, defaults());
		this.grants.clear();
		Object.assign(this, { sandboxed: new Set(), pins: new Map(), created: 0 });
	}

	save(): SavedPinterest {
		const { sandboxed, pins, created } = this;
		return { grants: this.grants.save(), sandboxed, pins, created };
	}

	load({ grants, ...kept }: SavedPinterest): void {
		this.grants.load(grants);
		Object.assign(this, kept);
	}
}

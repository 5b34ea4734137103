import { Grants, type Grant } from '../oauth/grants';
import type { GrantSettings } from '../oauth/grantSettings';
import { seed } from '../seed';
import type { World } from '../world';
import { newAds, type SavedAds } from './ads/state';
import type { Board, Environment, Pin, Upload } from './model';
import { Rates, usualLimits, type Limits } from './rates';

export type { Board, Environment, Pin } from './model';

/** Every code and token begins with one of these. */
export const tokenPrefixes = { code: 'SANDBOXPIN', access: 'pina_SANDBOX', refresh: 'pinr_SANDBOX' } as const;

const DAY = 86_400;
/** Pinterest does not say how long; not long. */
const CODE_SECONDS = 600;
/** Older pins fall off. */
const KEPT = 5000;

export interface Settings extends GrantSettings {
	/** The app's access tier; with `trial` it may pin in the API Sandbox only. */
	access: 'trial' | 'standard';
	/** Whether the app may do what is in beta: updating pins, analytics of several pins, searching everybody's pins. */
	beta: boolean;
	/** Takes every new pin for spam. */
	spam: boolean;
	/** Seconds until an uploaded video is processed, and whether it then has failed. */
	processingSeconds: number;
	processingFails: boolean;
	/** Calls a minute, by category; a day with trial access. */
	limits: Limits;
	/** What an account holds at most. https://help.pinterest.com/en/article/account-limits */
	mostBoards: number;
	mostPins: number;
}

const defaults = (): Settings => ({
	accessSeconds: 30 * DAY,
	refreshSeconds: 60 * DAY,
	declinedScopes: [],
	tokenEndpoint: 'ok',
	access: 'standard',
	beta: true,
	spam: false,
	processingSeconds: 2,
	processingFails: false,
	limits: usualLimits(),
	mostBoards: 2_000,
	mostPins: 200_000,
});

export type Account = (typeof seed.pinterest.accounts)[number];

/** A board or pin that belongs to a world and an account. */
interface Owned {
	environment: Environment;
	account: string;
}

export interface SavedPinterest {
	grants: ReturnType<Grants['save']>;
	sandboxed: Set<string>;
	boards: Map<string, Board>;
	pins: Map<string, Pin>;
	uploads: Map<string, Upload>;
	created: number;
	ads: SavedAds;
}

const keyOf = (environment: Environment, id: string) => `${environment}/${id}`;

/** The first account has the business's board in both worlds, the other has none. */
function seedBoards(now: number): Map<string, Board> {
	const { id, name } = seed.pinterest.board;
	const board = { id, name, account: seed.pinterest.accounts[0].id, description: null, privacy: 'PUBLIC' as const, adsOnly: false, createdAt: now };
	return new Map((['production', 'sandbox'] as const).map((environment) => [keyOf(environment, id), { ...board, environment, sections: [] }]));
}

/** Everything the fake Pinterest remembers between two calls. */
export class Pinterest {
	readonly settings = defaults();
	readonly grants: Grants;
	readonly rates = new Rates();
	/** Grants whose code was exchanged at the API Sandbox. */
	sandboxed = new Set<string>();
	/** By world and id, oldest first. */
	boards: Map<string, Board>;
	/** By id, oldest first. */
	pins = new Map<string, Pin>();
	uploads = new Map<string, Upload>();
	/** Counts all that was ever created: no id is ever used twice, also after a reset. */
	created = 0;
	/** Ad accounts with what is in them, of both worlds. */
	ads = newAds();

	constructor(readonly world: World) {
		this.grants = new Grants(world.clock, tokenPrefixes, () => {
			const { accessSeconds, refreshSeconds } = this.settings;
			return { code: CODE_SECONDS, access: accessSeconds, refresh: refreshSeconds };
		});
		this.boards = seedBoards(world.clock.now());
	}

	get now(): number {
		return this.world.clock.now();
	}

	account(id: string): Account | undefined {
		return seed.pinterest.accounts.find((account) => account.id === id);
	}

	/** Newest first, as Pinterest lists. */
	boardsOf({ id }: Account, environment: Environment): Board[] {
		return this.owned([...this.boards.values()], { account: id, environment });
	}

	board({ id }: Account, environment: Environment, board: string): Board | undefined {
		const found = this.boards.get(keyOf(environment, board));
		return found?.account === id ? found : undefined;
	}

	keepBoard(board: Board): Board {
		this.boards.set(keyOf(board.environment, board.id), board);
		return board;
	}

	dropBoard({ environment, id }: Board): void {
		this.boards.delete(keyOf(environment, id));
	}

	environmentOf(grant: Grant): Environment {
		return this.sandboxed.has(grant.id) ? 'sandbox' : 'production';
	}

	/** Newest first, as Pinterest lists. */
	pinsOf(account: string, environment: Environment): Pin[] {
		return this.owned([...this.pins.values()], { account, environment });
	}

	private owned<T extends Owned>(all: T[], { account, environment }: Owned): T[] {
		return all.filter((one) => one.account === account && one.environment === environment).reverse();
	}

	/** Ids are numbers that JavaScript cannot hold. */
	newId(family = 549_100_000_000_000_000n): string {
		return String(family + BigInt(++this.created));
	}

	keep(pin: Omit<Pin, 'id' | 'createdAt'>): Pin {
		const kept = { ...pin, id: this.newId(), createdAt: this.now };
		this.pins.set(kept.id, kept);
		const [oldest] = this.pins.keys();
		if (this.pins.size > KEPT && oldest !== undefined) this.pins.delete(oldest);
		return kept;
	}

	reset(): void {
		Object.assign(this.settings, defaults());
		this.grants.clear();
		this.rates.clear();
		Object.assign(this, { sandboxed: new Set(), boards: seedBoards(this.now), pins: new Map(), uploads: new Map(), ads: newAds() });
	}

	save(): SavedPinterest {
		const { sandboxed, boards, pins, uploads, created, ads } = this;
		return { grants: this.grants.save(), sandboxed, boards, pins, uploads, created, ads };
	}

	load({ grants, ...kept }: SavedPinterest): void {
		this.grants.load(grants);
		Object.assign(this, kept);
	}
}

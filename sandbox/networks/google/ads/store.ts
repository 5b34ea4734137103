import { accounts, seedResources, type AdsAccount } from './seed';
import { adsDefaults } from './settings';
import { Table, type KeyOf } from './table';

/** An object of the API as its REST JSON: int64 are texts, enums are words. */
export type Resource = Record<string, unknown> & { resourceName: string };

/** A change as Google's change history tells it. */
export interface Change {
	id: number;
	at: number;
	resourceName: string;
	operation: 'CREATE' | 'UPDATE' | 'REMOVE';
	client: string;
	user: string;
	was?: Resource;
	is?: Resource;
	/** snake_case paths. */
	changed: string[];
}

/** How a resource was until some time. */
interface Version {
	until: number;
	was: Resource;
}

/** Older changes fall off. */
const KEPT_CHANGES = 20_000;

/** `customers/1/campaigns/2` → `['1', 'campaigns', '2']` */
export function partsOf(resourceName: string): [customer: string, collection: string, id: string] {
	const [, customer = '', collection = '', id = ''] = /^customers\/(\d+)\/(\w+)\/([^/]+)$/.exec(resourceName) ?? [];
	return [customer, collection, id];
}

export interface SavedAds {
	resources: Map<string, Resource>;
	past: Map<string, Version[]>;
	born: Map<string, number>;
	changes: Change[];
	lastId: number;
	spent: [number, number][];
}

/** Everything the Google Ads accounts hold. What changes is kept in its earlier versions too, because the past days' reports depend on them. */
export class AdsStore {
	readonly settings = adsDefaults();
	changes: Change[] = [];
	/** Operations of the last day: clock milliseconds and how many. */
	spent: [number, number][] = [];
	private tables = new Map<string, Table>();
	private past = new Map<string, Version[]>();
	private born = new Map<string, number>();
	private lastId = 90_000_000_000;
	/** What takes the changes of a running attempt back, newest last. */
	private undo: (() => void)[] = [];
	private depth = 0;

	constructor(readonly now: () => number) {
		this.seed();
	}

	readonly accounts = accounts;

	account(id: string): AdsAccount | undefined {
		return accounts.find((account) => account.id === id);
	}

	get(resourceName: unknown): Resource | undefined {
		if (typeof resourceName !== 'string') return undefined;
		const [customer, collection] = partsOf(resourceName);
		return this.table(customer, collection).get(resourceName);
	}

	list = (customer: string, collection: string): Resource[] => [...this.table(customer, collection).values()];

	/** Those with this key, found without a look at all the others. `keyOf` is to be the same function each time. */
	having = (customer: string, collection: string, keyOf: KeyOf, key: string | undefined): Resource[] => this.table(customer, collection).having(keyOf, key);

	private table(customer: string, collection: string): Table {
		const name = `${customer}/${collection}`;
		const table = this.tables.get(name) ?? new Table();
		this.tables.set(name, table);
		return table;
	}

	bornAt = ({ resourceName }: Resource): number => this.born.get(resourceName) ?? 0;

	/** The resource as it was at some time; undefined when it was not there yet. */
	as(resource: Resource, time: number): Resource | undefined {
		if (time < this.bornAt(resource)) return undefined;
		return this.past.get(resource.resourceName)?.find(({ until }) => time < until)?.was ?? resource;
	}

	/** The times at which the resource changed. */
	changesOf = ({ resourceName }: Resource): number[] => this.past.get(resourceName)?.map(({ until }) => until) ?? [];

	/** What Google advises to raise a budget to. */
	recommendedBudget(budget: string): string | undefined {
		const [customer] = partsOf(budget);
		const amount = Number(this.get(budget)?.amountMicros ?? Infinity);
		for (const { campaignBudget, dismissed, campaignBudgetRecommendation: advice } of this.list(customer, 'recommendations')) {
			if (campaignBudget !== budget || dismissed || typeof advice !== 'object' || advice === null || !('recommendedBudgetAmountMicros' in advice)) continue;
			if (Number(advice.recommendedBudgetAmountMicros) > amount) return String(advice.recommendedBudgetAmountMicros);
		}
		return undefined;
	}

	newId(): string {
		return String(++this.lastId);
	}

	/** Puts a new or changed resource in its place and remembers how it was. */
	put(resource: Resource): void {
		const { resourceName } = resource;
		const [customer, collection] = partsOf(resourceName);
		const table = this.table(customer, collection);
		const was = table.get(resourceName);
		const versions = this.past.get(resourceName);
		this.takenBack(() => {
			if (was) table.set(was);
			else table.delete(resourceName);
			if (!was) this.born.delete(resourceName);
			if (versions) this.past.set(resourceName, versions);
			else this.past.delete(resourceName);
		});
		table.set(resource);
		if (was) this.past.set(resourceName, [...(versions ?? []), { until: this.now(), was }]);
		else this.born.set(resourceName, this.now());
	}

	/** Takes a resource away that leaves no REMOVED trace. */
	drop(resourceName: string): void {
		const [customer, collection] = partsOf(resourceName);
		const table = this.table(customer, collection);
		const was = table.get(resourceName);
		if (!was) return;
		table.delete(resourceName);
		this.takenBack(() => table.set(was));
	}

	private takenBack(undo: () => void): void {
		if (this.depth > 0) this.undo.push(undo);
	}

	record(change: Omit<Change, 'id' | 'at'>): void {
		this.changes.push({ ...change, id: (this.changes.at(-1)?.id ?? 0) + 1, at: this.now() });
	}

	/** Does it wholly or not at all; with `keep` false not at all in any case. */
	attempt<T>(work: () => T, keep = true): T {
		const mark = { undo: this.undo.length, changes: this.changes.length };
		this.depth++;
		const back = () => {
			while (this.undo.length > mark.undo) this.undo.pop()?.();
			this.changes.length = mark.changes;
		};
		try {
			const result = work();
			if (!keep) back();
			return result;
		} catch (error) {
			back();
			throw error;
		} finally {
			if (--this.depth === 0) {
				this.undo.length = 0;
				if (this.changes.length > KEPT_CHANGES * 2) this.changes = this.changes.slice(-KEPT_CHANGES);
			}
		}
	}

	reset(): void {
		Object.assign(this.settings, adsDefaults());
		Object.assign(this, { tables: new Map(), past: new Map(), born: new Map(), changes: [], spent: [], lastId: 90_000_000_000, undo: [] });
		this.seed();
	}

	save(): SavedAds {
		const resources = new Map([...this.tables.values()].flatMap((table) => [...table.values()].map((resource) => [resource.resourceName, resource] as const)));
		const { past, born, changes, lastId, spent } = this;
		return { resources, past, born, changes, lastId, spent };
	}

	load({ resources, ...kept }: SavedAds): void {
		this.tables = new Map();
		Object.assign(this, kept);
		this.fill(resources.values());
	}

	private fill(resources: Iterable<Resource>): void {
		for (const resource of resources) {
			const [customer, collection] = partsOf(resource.resourceName);
			this.table(customer, collection).set(resource);
		}
	}

	/** What was there before the sandbox began has no birth: it has always been there. */
	private seed(): void {
		this.fill(seedResources());
	}
}

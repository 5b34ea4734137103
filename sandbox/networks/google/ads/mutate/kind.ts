import { AdsError, fault, type PathElement } from '../failure';
import type { AdsAccount } from '../seed';
import type { AdsStore, Resource } from '../store';
import type { KeyOf } from '../table';

/** What a rule may look at. */
export interface Context {
	store: AdsStore;
	customer: string;
	account: AdsAccount;
}

/** One collection that `:mutate` changes. */
export interface Kind {
	/** `campaign`, as in GAQL and in `campaignOperation`. */
	resource: string;
	/** Before its own id in the resource name: `{adGroup}~{id}`. */
	parent?: string;
	/** The field that holds its own id. */
	id: 'id' | 'criterionId' | 'ad.id' | 'sharedSet';
	/** Fills in what Google fills in, and says what is wrong. */
	create(draft: Resource, context: Context): Resource;
	/** Says what is wrong with a change. `paths` are those of the mask, in snake_case. Answers what to store. */
	update?(after: Resource, before: Resource, paths: string[], context: Context): Resource;
	remove?(resource: Resource, context: Context): void;
	/** A removed resource is still told, with status REMOVED; else it is gone. */
	leavesTrace: boolean;
}

/** `at('ad', 'final_urls')`: where in the resource. */
export const at = (...names: string[]): { path: PathElement[] } => ({ path: names.map((fieldName) => ({ fieldName })) });

export const required = (name: string, ...inside: string[]): AdsError => fault('fieldError', 'REQUIRED', `The required field was not present: '${[name, ...inside].join('.')}'.`, at(name, ...inside));

/** Collects what is wrong, so that all of it is told at once. */
export class Complaints {
	private readonly found: AdsError[] = [];
	if(wrong: unknown, error: () => AdsError): this {
		if (wrong) this.found.push(error());
		return this;
	}
	/** @throws AdsError when there is anything. */
	end(): void {
		if (this.found.length) throw new AdsError(this.found.flatMap(({ faults }) => faults));
	}
}

/** Others of the same key that are not removed. */
export const siblings = ({ store, customer }: Context, collection: string, one: Resource, keyOf: KeyOf): Resource[] =>
	store.having(customer, collection, keyOf, keyOf(one)).filter(({ resourceName, status }) => resourceName !== one.resourceName && status !== 'REMOVED');

export const byName: KeyOf = ({ name }) => String(name);

/** The resource a field refers to. @throws AdsError when it is not there or removed. */
export function referred({ store }: Context, draft: Resource, name: string, ...path: string[]): Resource {
	const resourceName = draft[name];
	if (resourceName === undefined || resourceName === '') throw required(...(path.length ? (path as [string]) : ([name] as [string])));
	const found = store.get(resourceName);
	if (!found || found.status === 'REMOVED') throw fault('mutateError', 'RESOURCE_NOT_FOUND', `Resource was not found: '${String(resourceName)}'.`, at(...(path.length ? path : [name])));
	return found;
}

/** @throws AdsError for a name that is missing, too long or of several lines. */
export function checkName(value: unknown, most: number, missing: () => AdsError = () => required('name')): void {
	if (typeof value !== 'string' || value.trim() === '') throw missing();
	if (value.length > most) throw fault('stringLengthError', 'TOO_LONG', `Too long: at most ${most} characters.`, at('name'));
	if (/[\0\n\r]/.test(value)) throw fault('stringFormatError', 'ILLEGAL_CHARS', 'The name contains a line break.', at('name'));
}

/** A bid in whole billable units. */
export function checkBid(value: unknown, name: string, { account }: Context): void {
	if (value === undefined) return;
	const amount = Number(value);
	if (amount < account.unit) throw fault('biddingError', 'BID_TOO_SMALL', 'Bid is too small.', at(name));
	if (amount % account.unit) throw fault('currencyError', 'VALUE_NOT_MULTIPLE_OF_BILLABLE_UNIT', `The bid must be a multiple of ${account.unit} micros.`, at(name));
	if (amount > account.unit * 1_000_000) throw fault('biddingError', 'BID_TOO_BIG', 'Bid is too big.', at(name));
}

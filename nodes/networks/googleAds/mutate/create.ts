import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../../core/api';
import { PlatformError } from '../../../core/errors';
import type { Account } from './account';
import { factsOf, idIn } from './kinds';
import type { Kind } from './kinds';
import { mutating } from './mutating';
import type { Base } from './mutating';
import type { Mutation } from './request';
import { called } from './rows';
import type { Live } from './rows';

/** What may be created: its kind, and what tells it from others of its account. */
export interface New {
	kind: Kind;
	key: string;
	/** For sentences. */
	title: string;
}

interface Definition<Input, Entry extends New, More> {
	entry(input: Input, customer: string): Entry;
	/** The objects that have one of these keys, by key. */
	find(api: Api, account: Account, entries: readonly Entry[]): Promise<ReadonlyMap<string, readonly Live[]>>;
	/** What has to be known of what they go into, for all of them at once. */
	more?(api: Api, account: Account, entries: readonly Entry[]): Promise<More>;
	/** The object itself. Throws what speaks against it. */
	object(entry: Entry, account: Account, more: More | undefined): IDataObject;
	/** What has to be made first, in the same request. */
	before?(entry: Entry, account: Account): Mutation[];
	/** Google takes no second one with this key, and so a repeat does no harm. */
	unique(entry: Entry): boolean;
	/** Where one is there already and that is as good: its answer. Otherwise it is refused. */
	settled?(entry: Entry, live: Live, account: Account): object | undefined;
	told(entry: Entry): object;
	/** Items that differ in this do not share a request. */
	group?(input: Input): string;
	atomic?: true;
}

/** Names that calls of this process got as answers, and when: those are never what an unanswered call made. */
const answered = new Map<string, number>();
const KEEP = 10 * 60_000;

function remember(name: string): void {
	const now = Date.now();
	for (const [old, at] of answered) {
		if (now - at < KEEP) break;
		answered.delete(old);
	}
	answered.set(name, now);
}

const exists = (kind: Kind, live: Live) =>
	new PlatformError({
		verdict: 'fix-input',
		code: 'exists',
		message: `${factsOf(kind).label}: the ${called(kind, live)} exists already, with the ID ${idIn(live.name)}.`,
		hint: 'Change that one with Update, or choose another name or text.',
	});

/** Of what was found after a lost answer, that which the lost call made; undefined where it surely made nothing that a repeat would make twice. */
function madeIn(found: readonly Live[], known: ReadonlySet<string>, unique: boolean, doubt: PlatformError): Live | undefined {
	const fresh = found.filter(({ name }) => !known.has(name) && !answered.has(name));
	const [only, other] = fresh;
	if (only && !other) return only;
	// Not being listed yet proves nothing; only where Google takes no second one may it be sent again.
	if (!unique || other) throw doubt;
	return undefined;
}

/**
 * Creates objects. It looks beforehand for those that are there already; without an answer it looks for what is new since, and never sends
 * again what could come twice. https://developers.google.com/google-ads/api/docs/mutating/overview
 */
export const creating = <Input extends Base, Entry extends New, More = undefined>({ entry, find, more, object, before, unique, settled, told, group, atomic }: Definition<Input, Entry, More>) =>
	mutating<Input, Entry>({
		entry,
		about: ({ key }) => key,
		harmless: unique,
		...{ group, atomic },
		looking: (api, account, validateOnly) => {
			const first = new Map<string, ReadonlySet<string>>();
			let known: { more: More | undefined } | undefined;
			return async (entries) => {
				const found = await find(api, account, entries);
				known ??= { more: await more?.(api, account, entries) };
				return (one, doubt) => {
					const { kind, key } = one;
					const there = found.get(key) ?? [];
					const earlier = first.get(key) ?? new Set(there.map(({ name }) => name));
					first.set(key, earlier);
					const made = (name: string) => {
						remember(name);
						return { id: idIn(name), resourceName: name, ...told(one), created: true };
					};
					const [live] = there;
					if (doubt) {
						const mine = madeIn(there, earlier, unique(one), doubt);
						if (mine) return { answer: made(mine.name) };
					} else if (live && unique(one)) {
						const answer = settled?.(one, live, account);
						if (answer) return { answer };
						throw exists(kind, live);
					}
					return {
						changes: [...(before?.(one, account) ?? []), { kind, operation: { create: object(one, account, known?.more) } }],
						told: (names) => (validateOnly ? { ...told(one), created: false, valid: true, message: `${factsOf(kind).label} “${one.title}” would be created.` } : made(names.at(-1) ?? '')),
					};
				};
			};
		},
	});

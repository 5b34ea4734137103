import type { Api } from '../../../core/api';
import { gathering } from '../../../core/gathering';
import type { AnyGathering } from '../../../core/gathering';
import { googleAdsWrites } from '../../../platforms/googleAdsWrites';
import { customerIdOf } from '../customer';
import { isTrial } from '../trial';
import { accountOf } from './account';
import type { Account } from './account';
import { settle } from './settle';
import type { Decide } from './settle';

/** What every change has in its panel. */
export interface Base {
	account: string;
	options: { validateOnly?: boolean };
}

/** Looks at what is there now. It lasts for one request and its repeats, and may so remember what it first saw. */
export type Look<Entry> = (entries: readonly Entry[]) => Promise<Decide<Entry>>;

interface Definition<Input, Entry> {
	/** What can be checked without asking Google. */
	entry(input: Input, customer: string): Entry;
	/** What an entry is about: Google refuses two about the same thing in one request. */
	about(entry: Entry): string;
	/** Items that differ in this do not share a request. */
	group?(input: Input): string;
	looking(api: Api, account: Account, validateOnly: boolean): Look<Entry>;
	/** Made twice, it comes to the same. */
	harmless(entry: Entry): boolean;
	/** One request each, all or nothing. */
	atomic?: true;
}

/** An operation whose items travel together in one `:mutate`, those of the same account. */
export const mutating = <Input extends Base, Entry>({ entry, about, group, looking, harmless, atomic }: Definition<Input, Entry>): AnyGathering =>
	gathering<Input, Entry>({
		most: atomic ? 1 : googleAdsWrites.perCall,
		about,
		ready: (input) => ({ entry: entry(input, customerIdOf(input.account)) }),
		group: (input) => JSON.stringify([customerIdOf(input.account), isTrial(input.options), group?.(input)]),
		send: async ({ members }, api) => {
			const [first] = members;
			if (!first) return [];
			const account = await accountOf(api, first.input.account);
			const validateOnly = isTrial(first.input.options);
			const look = looking(api, account, validateOnly);
			return await settle(api, account.id, members.map((member) => member.entry), { look, validateOnly, harmless, atomic });
		},
	});

import { PlatformError } from '../../../core/errors';
import type { Api } from '../../../core/api';
import type { Account } from './account';
import type { Changing } from './change';
import { idIn, nameOf } from './kinds';
import type { Kind } from './kinds';
import { mutating } from './mutating';
import { checkConditions, checkExpected } from './onlyIf';
import { called, liveOf, present } from './rows';
import type { Live } from './rows';

interface Entry<Input> {
	kind: Kind;
	name: string;
	input: Input;
}

interface Definition<Input> {
	kind(input: Input): Kind;
	target(input: Input): string;
	/** What speaks against it, of all at once. */
	against?(api: Api, account: Account, live: readonly Live[]): Promise<(live: Live) => void>;
}

/** Removes objects for good: nothing brings them back. They are read first; what is removed already is left alone. */
export const removing = <Input extends Changing>({ kind, target, against }: Definition<Input>) =>
	mutating<Input, Entry<Input>>({
		entry: (input, customer) => {
			checkConditions(input.onlyIf);
			return { kind: kind(input), name: nameOf(kind(input), customer, target(input)), input };
		},
		about: ({ name }) => name,
		group: kind,
		harmless: () => true,
		looking: (api, account, validateOnly) => {
			const first = new Map<string, Live>();
			return async (entries) => {
				const [some] = entries;
				const live = some ? await liveOf(api, account.id, some.kind, entries.map(({ name }) => name)) : new Map<string, Live>();
				const check = await against?.(api, account, [...live.values()]);
				return ({ kind: one, name, input }, doubt) => {
					const now = live.get(name);
					const was = first.get(name) ?? present(one, name, live);
					first.set(name, was);
					const told = { id: idIn(name), resourceName: name, ...(was.own.name !== undefined && { name: was.own.name }) };
					// A list keeps no trace of what was taken off it.
					if (!now || now.own.status === 'REMOVED') return { answer: { ...told, removed: true, changed: doubt !== undefined } };
					checkExpected(one, now, input.onlyIf, account);
					check?.(now);
					return { changes: [{ kind: one, operation: { remove: name } }], told: () => ({ ...told, ...(validateOnly ? { removed: false, changed: false, valid: true } : { removed: true, changed: true }) }) };
				};
			};
		},
	});

/** For what others still use. */
export const inUse = (kind: Kind, live: Live, by: readonly string[]): PlatformError =>
	new PlatformError({
		verdict: 'fix-input',
		code: 'in-use',
		message: `The ${called(kind, live)} is in use by ${by.map((one) => `“${one}”`).join(', ')}.`,
		hint: 'Remove these campaigns first, or give them another budget.',
	});

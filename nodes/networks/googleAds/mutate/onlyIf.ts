import { PlatformError, refused } from '../../../core/errors';
import type { Account } from './account';
import type { Kind } from './kinds';
import { micros, spoken } from './money';
import { called } from './rows';
import type { Live } from './rows';
import { same } from './same';

/** What a change expects to find, as a person wrote it. */
export interface OnlyIf {
	amount?: number;
	cpcBid?: number;
	status?: string;
}

const parts = {
	amount: { label: 'Amount', path: 'amountMicros', money: true },
	cpcBid: { label: 'Bid', path: 'cpcBidMicros', money: true },
	status: { label: 'Status', path: 'status', money: false },
} as const;

const partsOf = (onlyIf: OnlyIf) => (['amount', 'cpcBid', 'status'] as const).flatMap((name) => (name in onlyIf ? { ...parts[name], value: onlyIf[name] } : []));

/** A condition that an expression left empty would hold for anything. */
export function checkConditions(onlyIf: OnlyIf = {}): void {
	for (const { label, value } of partsOf(onlyIf)) if (String(value ?? '').trim() === '') throw refused('Only If', `the ${label.toLowerCase()} that is expected is empty.`, 'Check the expression that gives it, or take the condition out.');
}

/** Refuses an object that is not, or no longer, as the person last saw it. `made`: values that a change in doubt may have set itself. */
export function checkExpected(kind: Kind, live: Live, onlyIf: OnlyIf = {}, { currency }: Account, made: Readonly<Record<string, unknown>> = {}): void {
	for (const { label, path, money, value } of partsOf(onlyIf)) {
		const [wanted, found] = money ? [micros(label, value, currency), live.own[path] ?? '0'] : [String(value), live.own[path]];
		if (same(wanted, found) || (path in made && same(made[path], found))) continue;
		const say = (one: unknown) => (money ? spoken(one, currency) : String(one));
		const message = `Only If: the ${label.toLowerCase()} of the ${called(kind, live)} is ${say(found)}, not ${say(wanted)}. Nothing was changed.`;
		throw new PlatformError({ verdict: 'fix-input', code: 'only-if', message, hint: 'Somebody changed it meanwhile: look at it, then correct “Only If”.' });
	}
}

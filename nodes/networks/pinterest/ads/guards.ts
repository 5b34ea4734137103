import type { IDataObject } from 'n8n-workflow';
import { PlatformError, refused } from '../../../core/errors';
import type { AdAccount } from './account';
import { called } from './kinds';
import type { Kind, Live } from './kinds';
import { isAmount, microsOf, spoken } from './money';
import { same } from './same';

/** What a change expects to find, as a person wrote it. */
export interface OnlyIf {
	bid?: number;
	budget?: number;
	dailySpendCap?: number;
	lifetimeSpendCap?: number;
	status?: string;
}

const parts = {
	bid: { label: 'Bid', path: 'bid_in_micro_currency' },
	budget: { label: 'Budget', path: 'budget_in_micro_currency' },
	dailySpendCap: { label: 'Daily Spend Cap', path: 'daily_spend_cap' },
	lifetimeSpendCap: { label: 'Lifetime Spend Cap', path: 'lifetime_spend_cap' },
	status: { label: 'Status', path: 'status' },
} as const;

const names = ['bid', 'budget', 'dailySpendCap', 'lifetimeSpendCap', 'status'] as const;

const partsOf = (onlyIf: OnlyIf) => names.flatMap((name) => (name in onlyIf ? { ...parts[name], value: onlyIf[name] } : []));

/** A condition that an expression left empty would hold for anything. */
export function checkConditions(onlyIf: OnlyIf = {}): void {
	for (const { label, value } of partsOf(onlyIf)) if (String(value ?? '').trim() === '') throw refused('Only If', `the ${label.toLowerCase()} that is expected is empty.`, 'Check the expression that gives it, or take the condition out.');
}

/** Refuses one that is not, or no longer, as the person last saw it. */
export function checkExpected(kind: Kind, live: Live, onlyIf: OnlyIf = {}, { currency }: AdAccount): void {
	for (const { label, path, value } of partsOf(onlyIf)) {
		const money = isAmount(path);
		const wanted = money ? microsOf(label, value, currency) : value;
		if (same(wanted, live[path])) continue;
		const say = (one: unknown) => (money ? (one === null || one === undefined ? 'not set' : spoken(one, currency)) : String(one));
		const message = `Only If: the ${label.toLowerCase()} of the ${called(kind, live)} is ${say(live[path])}, not ${say(wanted)}. Nothing was changed.`;
		throw new PlatformError({ verdict: 'fix-input', code: 'only-if', message, hint: 'Somebody changed it meanwhile: look at it, then correct “Only If”.' });
	}
}

/** In percent; 0 allows no raise. What an expression left empty lifts no limit. */
export function limitIn(value: unknown): number {
	const text = String(value ?? '').trim();
	const limit = Number(text);
	if (text !== '' && limit >= 0) return limit;
	throw refused('Largest Increase (%)', `“${text}” is not a percentage.`, 'Give a number such as 50; 0 allows no increase.');
}

const raisable = [parts.budget, parts.bid, parts.dailySpendCap, parts.lifetimeSpendCap];

/** A slip of the finger costs money: an increase beyond the limit is refused. */
export function checkIncrease(kind: Kind, live: Live, wanted: IDataObject, largest: number, { currency }: AdAccount): void {
	for (const { label, path } of raisable) {
		const [was, next] = [Number(live[path] ?? 0), Number(wanted[path] ?? 0)];
		if (was <= 0 || next <= was * (1 + largest / 100)) continue;
		const percent = Math.round((next / was - 1) * 100);
		const message = `${label}: that of the ${called(kind, live)} would rise from ${spoken(was, currency)} to ${spoken(next, currency)}, by ${percent} %; “Largest Increase” allows ${largest} %. Nothing was changed.`;
		throw new PlatformError({ verdict: 'fix-input', code: 'increase', message, hint: 'Check the amount; if it is meant, raise “Largest Increase (%)”.' });
	}
}

/** Why a change may cost money, as a part of a sentence; undefined where it does not. A limit that is taken away or set later counts too. */
export function costsOf(kind: Kind, live: Live, differing: IDataObject): string | undefined {
	const one = `the ${called(kind, live)}`;
	if (differing.status === 'ACTIVE') return `${one} would be active, and so may spend money`;
	if ('bid_strategy_type' in differing) return `the bid strategy of ${one} would change, and with it what is paid`;
	const raised = raisable.find(({ path }) => path in differing && Number(live[path] ?? 0) > 0 && (differing[path] === null || Number(differing[path]) > Number(live[path])));
	if (raised) return `the ${raised.label.toLowerCase()} of ${one} would rise`;
	const [was, next] = [live.end_time, differing.end_time];
	const isLater = 'end_time' in differing && typeof was === 'number' && was > 0 && (next === null || Number(next) > was);
	return isLater ? `${one} would run longer` : undefined;
}

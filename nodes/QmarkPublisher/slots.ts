import { tryToParseDateTime } from 'n8n-workflow';
import { refused } from '../core/errors';

type DateTime = ReturnType<typeof tryToParseDateTime>;

/** A time of the week: day 1 is Monday, as ISO 8601 counts. */
export interface Slot {
	day: number;
	hour: number;
	minute: number;
}

/** Names of the days from Monday on, in English, French and Portuguese. Their first three letters are enough. */
const names: readonly (readonly string[])[] = [
	['monday', 'lundi', 'segunda'],
	['tuesday', 'mardi', 'terca'],
	['wednesday', 'mercredi', 'quarta'],
	['thursday', 'jeudi', 'quinta'],
	['friday', 'vendredi', 'sexta'],
	['saturday', 'samedi', 'sabado'],
	['sunday', 'dimanche', 'domingo'],
];

/** Small letters without accents, and without what Portuguese adds to its days. */
const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[- ]feiras?\b/g, '');

function dayOf(name: string, line: string): number {
	const short = name.replace(/\.$/, '');
	const day = names.findIndex((known) => short.length >= 3 && known.some((one) => one.startsWith(short) || short === `${one}s`)) + 1;
	if (day > 0) return day;
	throw refused('Slots', `“${name}” in “${line}” is no day of the week.`, 'Write days as Mon, Tue, Wed, Thu, Fri, Sat and Sun, or as a span such as Mon-Fri.');
}

function daysOf(text: string, line: string): number[] {
	const folded = fold(text).replace(/^(du|de|da|le|les|on|aos?|as?|every) +/, '').replace(/ +(a|as|at)$/, '');
	if (/^(daily|day|tous les jours|todos os dias)$/.test(folded)) return [1, 2, 3, 4, 5, 6, 7];
	return folded.split(/\s*(?:,|&|\b(?:and|et|e)\b)\s*/).flatMap((part) => {
		const [from = '', to = from, ...others] = part.split(/\s*[-–]\s*|\s+(?:to|au|a|ate)\s+/);
		if (others.length > 0) throw refused('Slots', `“${part}” in “${line}” is no span of days.`, 'Write a span as Mon-Fri.');
		const [first, last] = [dayOf(from, line), dayOf(to, line)];
		return Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, index) => ((first - 1 + index) % 7) + 1);
	});
}

const TIME = /\d{1,2}[:h]\d{2}|\d{1,2}h/gi;

/** `Mon-Fri 09:00, 17:30`, one rule a line, in the order of the week. */
export function slotsOf(text: string): Slot[] {
	const slots = new Map<string, Slot>();
	for (const line of text.split(/[\n;]/).map((one) => one.trim()).filter(Boolean)) {
		const first = line.search(/\d/);
		const [named, given] = first < 0 ? [line, ''] : [line.slice(0, first).replace(/[\s,:]+$/, ''), line.slice(first)];
		const times = given.match(TIME) ?? [];
		if (times.length === 0 || named === '') throw refused('Slots', `“${line}” has no ${times.length === 0 ? 'time' : 'day'}.`, 'Write days and times, such as “Mon-Fri 09:00, 17:30”.');
		const left = given.replace(TIME, ' ').replace(/[\s,&]|\b(and|et|e)\b/gi, '');
		if (left !== '') throw refused('Slots', `“${left}” in “${line}” is no time of the day.`, 'Write the days first and then their times, such as “Mon-Fri 09:00, 17:30”; other days stand on a line of their own.');
		for (const time of times) {
			const [hour = 0, minute = 0] = time.split(/[:h]/i).map(Number);
			if (hour > 23 || minute > 59) throw refused('Slots', `“${time}” in “${line}” is no time of the day.`, 'Write times from 00:00 to 23:59.');
			for (const day of daysOf(named, line)) slots.set(`${day}/${hour}/${minute}`, { day, hour, minute });
		}
	}
	if (slots.size === 0) throw refused('Slots', 'there are none.', 'Write days and times, one rule a line, such as “Mon-Fri 09:00, 17:30”.');
	return [...slots.values()].sort((a, b) => a.day - b.day || a.hour - b.hour || a.minute - b.minute);
}

/** Every time that the slots name after `from`, for so many days. A time that the clocks skip is moved by luxon to one that exists. */
export function* timesOf(slots: readonly Slot[], from: DateTime, daysAhead: number): Generator<{ at: DateTime; slot: Slot }> {
	const start = from.startOf('day');
	for (let ahead = 0; ahead <= daysAhead; ahead++) {
		const day = start.plus({ days: ahead });
		for (const slot of slots) {
			if (slot.day !== day.weekday) continue;
			const at = day.set({ hour: slot.hour, minute: slot.minute });
			if (at > from) yield { at, slot };
		}
	}
}

/** What past posts counted: `at` ISO 8601. */
export interface Past {
	at: string;
	views: number;
}

/** Posts that a slot's average is pulled towards that of all slots by, so that a single lucky post decides nothing. */
const PULL = 3;

const keyOf = ({ day, hour }: Pick<Slot, 'day' | 'hour'>) => `${day}/${hour}`;

/** How a slot does: the views of posts on that day of the week, in that hour or beside it. */
export function scorer(past: readonly Past[], timeZone: string): (slot: Slot) => number {
	const mean = past.length > 0 ? past.reduce((sum, { views }) => sum + views, 0) / past.length : 0;
	const seen = new Map<string, { sum: number; count: number }>();
	for (const { at, views } of past) {
		const local = tryToParseDateTime(at).setZone(timeZone);
		for (const { weekday: day, hour } of [local.minus({ hours: 1 }), local, local.plus({ hours: 1 })]) {
			const key = keyOf({ day, hour });
			const known = seen.get(key) ?? { sum: 0, count: 0 };
			seen.set(key, { sum: known.sum + views, count: known.count + 1 });
		}
	}
	return (slot) => {
		const { sum, count } = seen.get(keyOf(slot)) ?? { sum: 0, count: 0 };
		return (sum + mean * PULL) / (count + PULL);
	};
}

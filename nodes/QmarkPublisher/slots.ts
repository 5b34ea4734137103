import { tryToParseDateTime } from 'n8n-workflow';
import { refused } from '../core/errors';

type DateTime = ReturnType<typeof tryToParseDateTime>;

/** A time of the week: day 1 is Monday, as ISO 8601 counts. */
export interface Slot {
	day: number;
	hour: number;
	minute: number;
}

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
/** French and Portuguese names of the days, by their first letters. */
const otherNames: Readonly<Record<string, number>> = {
	...{ lun: 1, mar: 2, mer: 3, jeu: 4, ven: 5, sam: 6, dim: 7 },
	...{ seg: 1, ter: 2, qua: 3, qui: 4, sex: 5, sab: 6, dom: 7 },
};

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

function dayOf(name: string, line: string): number {
	const short = fold(name).slice(0, 3);
	const day = days.indexOf(short) + 1 || otherNames[short];
	if (day) return day;
	throw refused('Slots', `“${name}” in “${line}” is no day of the week.`, 'Write days as Mon, Tue, Wed, Thu, Fri, Sat and Sun, or as a span such as Mon-Fri.');
}

function daysOf(text: string, line: string): number[] {
	if (/^(daily|every day|tous les jours|todos os dias)$/i.test(text)) return [1, 2, 3, 4, 5, 6, 7];
	return text.split(',').flatMap((part) => {
		const [from = '', to] = part.split(/[-–]/).map((name) => name.trim());
		const [first, last] = [dayOf(from, line), dayOf(to ?? from, line)];
		return Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, index) => ((first - 1 + index) % 7) + 1);
	});
}

/** `Mon-Fri 09:00, 17:30`, one rule a line, in the order of the week. */
export function slotsOf(text: string): Slot[] {
	const slots = new Map<string, Slot>();
	for (const line of text.split(/[\n;]/).map((one) => one.trim()).filter(Boolean)) {
		const times = line.match(/\d{1,2}[:h]\d{2}|\d{1,2}h\b/gi) ?? [];
		const named = line.slice(0, line.search(/\d/)).replace(/[\s,:]+$/, '');
		if (times.length === 0 || named === '') throw refused('Slots', `“${line}” has no ${times.length === 0 ? 'time' : 'day'}.`, 'Write days and times, such as “Mon-Fri 09:00, 17:30”.');
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
		for (const hour of [local.hour - 1, local.hour, local.hour + 1]) {
			const key = keyOf({ day: local.weekday, hour });
			const known = seen.get(key) ?? { sum: 0, count: 0 };
			seen.set(key, { sum: known.sum + views, count: known.count + 1 });
		}
	}
	return (slot) => {
		const { sum, count } = seen.get(keyOf(slot)) ?? { sum: 0, count: 0 };
		return (sum + mean * PULL) / (count + PULL);
	};
}

/** A day of the account, `YYYY-MM-DD`. */
export type Day = string;

/** Both days belong to it. */
export interface Range {
	since: Day;
	until: Day;
}

const DAY = 24 * 60 * 60_000;

const date = (day: Day) => new Date(`${day}T00:00:00Z`);
const dayOf = (time: number): Day => new Date(time).toISOString().slice(0, 10);

export const plus = (day: Day, days: number): Day => dayOf(date(day).getTime() + days * DAY);

/** The first day of the month so many months away. */
const month = (day: Day, months = 0): Day => dayOf(Date.UTC(date(day).getUTCFullYear(), date(day).getUTCMonth() + months, 1));
const quarter = (day: Day, quarters = 0): Day => month(day, quarters * 3 - (date(day).getUTCMonth() % 3));
const year = (day: Day, years = 0): Day => month(day, years * 12 - date(day).getUTCMonth());
/** The week's first day; it begins on 0 = Sunday or 1 = Monday. */
const week = (day: Day, first: 0 | 1): Day => plus(day, -((date(day).getUTCDay() - first + 7) % 7));

/** The day that it is now in a time zone. */
export const today = (timeZone: string, now = Date.now()): Day =>
	new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(now);

const presets: Partial<Record<string, (now: Day) => Range>> = {
	today: (now) => ({ since: now, until: now }),
	yesterday: (now) => ({ since: plus(now, -1), until: plus(now, -1) }),
	this_month: (now) => ({ since: month(now), until: now }),
	last_month: (now) => ({ since: month(now, -1), until: plus(month(now), -1) }),
	this_quarter: (now) => ({ since: quarter(now), until: now }),
	last_quarter: (now) => ({ since: quarter(now, -1), until: plus(quarter(now), -1) }),
	this_year: (now) => ({ since: year(now), until: now }),
	last_year: (now) => ({ since: year(now, -1), until: plus(year(now), -1) }),
	this_week_mon_today: (now) => ({ since: week(now, 1), until: now }),
	this_week_sun_today: (now) => ({ since: week(now, 0), until: now }),
	last_week_mon_sun: (now) => ({ since: plus(week(now, 1), -7), until: plus(week(now, 1), -1) }),
	last_week_sun_sat: (now) => ({ since: plus(week(now, 0), -7), until: plus(week(now, 0), -1) }),
};

/** The days that Meta means by a preset; undefined where only Meta knows its first day. */
export function rangeOf(preset: string, now: Day): Range | undefined {
	const days = /^last_(\d+)d$/.exec(preset)?.[1];
	return days === undefined ? presets[preset]?.(now) : { since: plus(now, -Number(days)), until: plus(now, -1) };
}

/** How much time one row sums up: so many days, a calendar month, or all of it. */
export type Increment = number | 'monthly' | 'all_days';

/** The spans of the rows, oldest first: a report may be cut between them, and nowhere else. */
export function unitsOf({ since, until }: Range, increment: Increment): Range[] {
	if (increment === 'all_days') return [{ since, until }];
	const units: Range[] = [];
	for (let first = since; first <= until; ) {
		const next = increment === 'monthly' ? month(first, 1) : plus(first, increment);
		const last = plus(next, -1);
		units.push({ since: first, until: last < until ? last : until });
		first = next;
	}
	return units;
}

/** From the first day of the first unit to the last day of the last. */
export const spanOf = (units: readonly Range[]): Range => ({ since: units[0]?.since ?? '', until: units.at(-1)?.until ?? '' });

import type { Cell } from './cells';
import { folded, plain, shown } from './cells';
import { clockOf, clockOfDayPart } from './clock';
import type { Clock } from './clock';
import { englishMonth, englishWeekday, monthOf, weekdayOf } from './dateWords';

export type DateOrder = 'dayFirst' | 'monthFirst';

export interface Moment {
	/** `2026-11-24`. */
	date: string;
	/** Absent where the cell holds a date alone. */
	clock?: Clock;
	/** The weekday that stands there is another one. */
	doubt?: string;
}

/** Why a cell is no date, and what to do. */
export interface NoDate {
	problem: string;
	fix: string;
}

const FIX = 'Give it as 2027-01-31 09:30 or 31/01/2027 9:30.';
const noDate = (problem: string, fix = FIX): NoDate => ({ problem, fix });

const two = (value: number) => String(value).padStart(2, '0');
const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();

interface Parts {
	year: number;
	month: number;
	day: number;
	/** What stands behind the date. */
	rest: string;
}

function momentOf({ year, month, day, rest }: Parts, weekday: number | undefined): Moment | NoDate {
	if (month < 1 || month > 12) return noDate(`There is no month ${month}.`);
	if (day < 1 || day > daysIn(year, month)) return noDate(`${englishMonth(month)} ${year} has no day ${day}.`);
	const date = `${year}-${two(month)}-${two(day)}`;
	const clock = rest.trim() === '' ? undefined : clockOf(rest);
	if (rest.trim() !== '' && !clock) return noDate(`“${rest.trim()}” is no time of day.`, 'Give the time as 09:30 or 9h30.');
	const real = new Date(date).getUTCDay();
	const doubt = weekday === undefined || weekday === real ? undefined : `${date} is a ${englishWeekday(real)}, not a ${englishWeekday(weekday)}.`;
	return { date, clock, doubt };
}

const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?=$|[\st,])(.*)$/;
const NUMBERS = /^(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?=$|[\s,])(.*)$/;
const DAY_WORD = /^(\d{1,2})(?:er|st|nd|rd|th|o|º|°)?[\s\-/.]+(?:de\s+|of\s+)?([a-z]{3,})\.?,?[\s\-/.]+(?:de\s+|of\s+)?(\d{4})(?=$|[\s,])(.*)$/;
const WORD_DAY = /^([a-z]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?=$|[\s,])(.*)$/;
const WEEKDAY = /^(?:le\s+)?([a-z]+(?:-feira)?)\.?,?\s+(?:(?:the|le|dia)\s+)?(.+)$/;

function ofNumbers([, first = '', mark, second = '', years = '', rest = '']: RegExpExecArray, order: DateOrder, weekday?: number): Moment | NoDate {
	if (years.length === 2 && mark === '-') return noDate('It may begin with the day or with the year.', 'Write the year with four digits.');
	const year = Number(years.length === 2 ? `20${years}` : years);
	const [day, month] = order === 'dayFirst' ? [Number(first), Number(second)] : [Number(second), Number(first)];
	if (month > 12 && day >= 1 && day <= 12) {
		const other = order === 'dayFirst' ? 'Month First' : 'Day First';
		return noDate(`There is no month ${month}, as the ${order === 'dayFirst' ? 'day' : 'month'} comes first here.`, `Write the date the other way round, or choose “${other}” as Date Order if all dates are written so.`);
	}
	return momentOf({ year, month, day, rest }, weekday);
}

function ofText(text: string, order: DateOrder, weekday?: number): Moment | NoDate | undefined {
	const numbers = NUMBERS.exec(text);
	if (numbers) return ofNumbers(numbers, order, weekday);
	const [iso, year, , month, day, rest = ''] = YEAR_FIRST.exec(text) ?? [];
	if (iso !== undefined) return momentOf({ year: Number(year), month: Number(month), day: Number(day), rest }, weekday);
	const [dayFirst, dayNumber, monthWord = '', itsYear, behind = ''] = DAY_WORD.exec(text) ?? [];
	if (dayFirst !== undefined && monthOf(monthWord)) return momentOf({ year: Number(itsYear), month: monthOf(monthWord) ?? 0, day: Number(dayNumber), rest: behind }, weekday);
	const [wordFirst, word = '', number, theYear, tail = ''] = WORD_DAY.exec(text) ?? [];
	if (wordFirst !== undefined && monthOf(word)) return momentOf({ year: Number(theYear), month: monthOf(word) ?? 0, day: Number(number), rest: tail }, weekday);
	return undefined;
}

/** Days since 30 December 1899, as spreadsheets count; only those between 1954 and 2119, so that other numbers are not taken for dates. */
function ofSerial(serial: number): Moment | undefined {
	if (serial < 20_000 || serial > 80_000) return undefined;
	const seconds = Math.round(serial * 86_400);
	const date = new Date(Date.UTC(1899, 11, 30) + Math.floor(seconds / 86_400) * 86_400_000).toISOString().slice(0, 10);
	return { date, clock: Number.isInteger(serial) ? undefined : clockOfDayPart((seconds % 86_400) / 86_400) };
}

/** No date is longer, with its weekday and the name of its zone. */
const LONGEST = 200;
const SERIAL = /^\d{5}(?:[.,]\d+)?$/;

/** A date, with its time where it has one: ISO, numbers in the chosen order, words of three languages, e-mail's form, a spreadsheet's number. */
export function readDate(cell: Cell, order: DateOrder): Moment | NoDate {
	const value = plain(cell);
	const number = typeof value === 'number' ? value : typeof value === 'string' && SERIAL.test(value.trim()) ? Number(value.trim().replace(',', '.')) : undefined;
	const serial = number === undefined ? undefined : ofSerial(number);
	if (serial) return serial;
	const text = typeof value === 'string' && value.length <= LONGEST ? folded(value).replace(/\s+/g, ' ').trim() : '';
	const direct = ofText(text, order);
	if (direct) return direct;
	const [, word = '', rest = ''] = WEEKDAY.exec(text) ?? [];
	const weekday = weekdayOf(word);
	const behind = weekday === undefined ? undefined : ofText(rest, order, weekday);
	return behind ?? noDate(`“${shown(cell)}” is no date.`);
}

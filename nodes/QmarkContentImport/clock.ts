import type { Cell } from './cells';
import { folded, plain } from './cells';
import { offsetOf } from './dateWords';

export interface Clock {
	/** `09:30`, with seconds where there are some. */
	time: string;
	/** `Z` or `+01:00`, where one stands there. */
	offset?: string;
}

const two = (value: number) => String(value).padStart(2, '0');

function clock(hours: number, minutes: number, seconds = 0, offset?: string): Clock | undefined {
	if (hours > 23 || minutes > 59 || seconds > 59) return undefined;
	return { time: `${two(hours)}:${two(minutes)}${seconds > 0 ? `:${two(seconds)}` : ''}`, offset };
}

/** A part of a day, as spreadsheets keep times. */
export function clockOfDayPart(part: number): Clock | undefined {
	const seconds = Math.round(part * 86_400);
	return clock(Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60);
}

const COLONS = /^(\d{1,2})[:.](\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?:\s*([ap])\.?m\.?|\s*h)?(?:\s*([a-z]{1,3}(?:[+-][\d:]+)?|[+-][\d:]+))?$/;
const HOURS = /^(\d{1,2})\s*(?:h|heures?|horas?|hours?)\s*(?:(\d{2})\s*(?:m|mn|min|minutes?|minutos?)?)?$/;
const ENGLISH = /^(\d{1,2})\s*([ap])\.?m\.?$/;

const twelve = (hours: number, half: string) => (hours < 1 || hours > 12 ? 99 : (hours % 12) + (half === 'p' ? 12 : 0));

/** `9h`, `9 h 30`, `09:30`, `9:30 am`, `09:30:00+01:00`; also after `at`, `à` or `às`. */
export function clockOf(text: string): Clock | undefined {
	const words = folded(text).replace(/\(.*\)$/, '').replace(/^[\s,t-]*(?:(?:at|a|as)\s+)?/, '').trim();
	const french = HOURS.exec(words);
	if (french) return clock(Number(french[1]), Number(french[2] ?? 0));
	const english = ENGLISH.exec(words);
	if (english) return clock(twelve(Number(english[1]), english[2] ?? ''), 0);
	const [whole, hours, minutes, seconds = 0, half, zone] = COLONS.exec(words) ?? [];
	if (whole === undefined) return undefined;
	const offset = zone ? offsetOf(zone) : undefined;
	return zone && !offset ? undefined : clock(half ? twelve(Number(hours), half) : Number(hours), Number(minutes), Number(seconds), offset);
}

/** A cell that holds a time alone: text, or the part of a day that a spreadsheet keeps. */
export function clockOfCell(cell: Cell): Clock | undefined {
	const value = plain(cell);
	if (typeof value === 'number') return value >= 0 && value < 1 ? clockOfDayPart(value) : undefined;
	if (typeof value !== 'string' || value.length > 50) return undefined;
	if (/^0?[.,]\d+$/.test(value.trim())) return clockOfDayPart(Number(value.trim().replace(',', '.')));
	// Spreadsheets write a time as one on their first day.
	return clockOf(value.trim().replace(/^(?:1899-12-3[01]|1900-01-0[01])T/, ''));
}

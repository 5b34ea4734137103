import { isEmpty, textOf } from './cells';
import { clockOfCell } from './clock';
import type { Clock } from './clock';
import { readDate } from './dates';
import { error, warning } from './problem';
import type { Reading, Settings } from './reading';
import { isZone, nearestZone } from './zones';

export interface When {
	publishAt?: string;
	timeZone?: string;
}

function zoneOf({ first, tell }: Reading): string | undefined {
	const found = first('timeZone');
	if (!found) return undefined;
	const zone = textOf(found.cell);
	if (isZone(zone)) return zone;
	const near = nearestZone(zone);
	tell(found, error('time-zone', `“${zone}” is no time zone.`, near ? `Did you mean “${near}”?` : 'Give it as continent and city, such as Europe/Paris.'));
	return undefined;
}

/** The time beside a date. Midnight is what spreadsheets and scripts put where there is no time. */
function clockBeside(own: Clock | undefined, { first, tell }: Reading): Clock | undefined {
	const found = first('time');
	if (!found) return own;
	const clock = clockOfCell(found.cell);
	if (!clock) {
		tell(found, error('date', `“${textOf(found.cell)}” is no time of day.`, 'Give the time as 09:30 or 9h30.'));
		return own;
	}
	if (own && own.time !== '00:00' && own.time !== clock.time) tell(found, error('date', `The date says ${own.time} and this column ${clock.time}.`, 'Leave the time in one of the two columns.'));
	return clock;
}

/** When a row is to be published. Without an offset the time is in the row's zone, or in the node's. */
export function whenOf(reading: Reading, { order, timeWhereNone, timeZone }: Settings): When {
	const { first, tell } = reading;
	const zone = zoneOf(reading);
	const found = first('publishAt');
	const time = first('time');
	if (!found) {
		if (time && !isEmpty(time.cell)) tell(time, error('date', 'There is a time, and no date.', 'Fill in the date, or leave the time empty too.'));
		return { timeZone: zone };
	}
	const moment = readDate(found.cell, order);
	if ('problem' in moment) {
		tell(found, error('date', moment.problem, moment.fix));
		return { timeZone: zone };
	}
	if (moment.doubt) tell(found, warning('date', moment.doubt, 'Correct the date or the weekday; the date is used.'));
	const { time: at = timeWhereNone, offset = '' } = clockBeside(moment.clock, reading) ?? {};
	return { publishAt: `${moment.date}T${at}${offset}`, timeZone: zone ?? (offset ? undefined : timeZone) };
}

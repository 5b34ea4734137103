import { refused } from '../../../core/errors';
import type { Account } from './account';
import { called } from './rows';
import type { Live } from './rows';

/** A day as a person or the editor's calendar wrote it; whatever time stands behind it, the day is the account's. */
function dayOf(field: string, value: unknown): string {
	const [, day = ''] = /^(\d{4}-\d{2}-\d{2})(?:$|[T ])/.exec(String(value).trim()) ?? [];
	if (day !== '' && !Number.isNaN(Date.parse(day))) return day;
	throw refused(field, `“${String(value)}” is not a date.`, 'Give it as 2027-01-31, or by an expression such as {{ $now.plus(1, "week") }}.');
}

/** The day it is now where the account is. */
const today = ({ timeZone }: Account) => new Intl.DateTimeFormat('sv-SE', { timeZone: timeZone || 'UTC' }).format(new Date());

const notPast = (field: string, day: string, account: Account) => {
	if (day >= today(account)) return;
	throw refused(field, `${day} is past: for the account it is ${today(account)}.`, 'Choose today or a later day.');
};

/** A campaign that runs already began when it did. */
export function checkStart(startDateTime: string | undefined, live: Live, account: Account): void {
	const began = String(live.own.startDateTime ?? '');
	if (startDateTime === undefined || began === startDateTime || began === '' || began.slice(0, 10) > today(account)) return;
	throw refused('Start Date', `the ${called('campaign', live)} has started, on ${began.slice(0, 10)}.`, 'Leave the start date out.');
}

/** From the first minute of a day to the last one of another, as Google writes them; undefined where none is given. */
export function spanOf({ startDate, endDate }: { startDate?: unknown; endDate?: unknown }, account: Account): { startDateTime?: string; endDateTime?: string } {
	const start = startDate ? dayOf('Start Date', startDate) : undefined;
	const end = endDate ? dayOf('End Date', endDate) : undefined;
	if (start) notPast('Start Date', start, account);
	if (end) notPast('End Date', end, account);
	if (start && end && end < start) throw refused('End Date', `${end} is before the start date, ${start}.`, 'Choose a later end date.');
	return { ...(start && { startDateTime: `${start} 00:00:00` }), ...(end && { endDateTime: `${end} 23:59:59` }) };
}

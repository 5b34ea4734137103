import { refused } from '../../../core/errors';
import { statistics } from '../../../platforms/linkedinCommunity';
import { dayIn } from '../../googleAds/day';

/** What the panel says of the time: all of it at once, or a value for each period from one day to another, both counted. */
export interface Time {
	period: string;
	since?: string;
	until?: string;
}

const DAY = 24 * 60 * 60_000;

const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** The day so many months ago. */
function monthsAgo(months: number): string {
	const now = new Date();
	return dayOf(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, now.getUTCDate()));
}

/**
 * `timeIntervals` as Rest.li 2.0 wants it, its parentheses as they are; undefined for all of the time. LinkedIn counts days in UTC. `reachesBack`
 * is in months, where it keeps no older numbers. https://learn.microsoft.com/en-us/linkedin/marketing/community-management/organizations/share-statistics
 */
export function intervalsOf({ period, since = '', until = '' }: Time, reachesBack?: number): string | undefined {
	if (period === 'lifetime') return undefined;
	if (since === '') throw refused('Since', 'is empty.', 'Give the first day to count, or choose the period “Lifetime”.');
	const first = dayIn('Since', since);
	const last = until === '' ? dayOf(Date.now()) : dayIn('Until', until);
	if (first > last) throw refused('Since', `${first} is later than “Until” (${last}).`, 'Swap them.');
	if (reachesBack !== undefined && first < monthsAgo(reachesBack)) {
		throw refused('Since', `${first} is more than ${reachesBack} months ago; LinkedIn keeps no older numbers.`, `Start at ${monthsAgo(reachesBack)} or later, and store what you read: LinkedIn does not keep it for you.`);
	}
	const end = Date.parse(last) + DAY;
	return `(timeRange:(start:${Date.parse(first)},end:${end}),timeGranularityType:${period})`;
}

/** As far back as numbers of posts and followers go. */
export const { most: oldest } = statistics.months;

interface Ranged {
	timeRange?: { start?: number; end?: number };
}

/** The ends of one period as texts; the end does not belong to it. */
export const periodOf = ({ timeRange: { start, end } = {} }: Ranged): { start?: string; end?: string } => ({
	...(start !== undefined && { start: new Date(start).toISOString() }),
	...(end !== undefined && { end: new Date(end).toISOString() }),
});

/** Oldest first. LinkedIn promises no order. */
export const byTime = <T extends Ranged>(elements: readonly T[]): T[] => [...elements].sort((one, other) => (one.timeRange?.start ?? 0) - (other.timeRange?.start ?? 0));

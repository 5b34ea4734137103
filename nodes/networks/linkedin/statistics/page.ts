import type { Api } from '../../../core/api';
import { organizationOf } from '../author';
import { encoded, withQuery } from '../restli';
import { segmentsIn } from './facets';
import { byTime, intervalsOf, periodOf } from './span';
import type { Time } from './span';

interface Views {
	views?: Record<string, { pageViews?: number; uniquePageViews?: number } | undefined>;
	clicks?: Record<string, unknown>;
}

/** https://learn.microsoft.com/en-us/linkedin/marketing/community-management/organizations/page-statistics */
interface Element {
	timeRange?: { start?: number; end?: number };
	totalPageStatistics?: Views;
}

/** `allPageViews: { pageViews: 3, uniquePageViews: 2 }` → `allPageViews: 3, allPageViewsUnique: 2` */
const viewsIn = ({ views = {} }: Views) =>
	Object.fromEntries(
		Object.entries(views).flatMap(([name, { pageViews = 0, uniquePageViews } = {}]): [string, number][] => [[name, pageViews], ...(uniquePageViews === undefined ? [] : [[`${name}Unique`, uniquePageViews] as [string, number]])]),
	);

const clicksOf = (entry: unknown): number => (typeof entry === 'object' && entry !== null && 'clicks' in entry ? Number(entry.clicks) : 0);

/** Clicks on the page's own button, on computers and phones: a list for each, an entry for each kind of button. */
const clicksIn = ({ clicks = {} }: Views): number => Object.values(clicks).reduce<number>((sum, list) => sum + (Array.isArray(list) ? list.reduce<number>((some, entry) => some + clicksOf(entry), 0) : 0), 0);

const viewsOf = ({ pageStatistics }: Record<string, unknown>): number => {
	const { views = {} }: Views = typeof pageStatistics === 'object' && pageStatistics !== null ? pageStatistics : {};
	return views.allPageViews?.pageViews ?? 0;
};

/** How often the page of an organization was seen: in all and by groups of people, or in each period. */
export async function pageStatistics(api: Api, text: string, time: Time): Promise<object[]> {
	const organization = organizationOf(text);
	const timeIntervals = intervalsOf(time);
	const { elements = [] } = await api.send<{ elements?: Element[] }>({ url: withQuery('/rest/organizationPageStatistics', { q: 'organization', organization: encoded(organization), timeIntervals }) });
	return byTime(elements).flatMap((element) => {
		const { totalPageStatistics: total = {} } = element;
		const sum = { organization, ...(timeIntervals ? periodOf(element) : { facet: 'all' }), ...viewsIn(total), buttonClicks: clicksIn(total) };
		return timeIntervals ? [sum] : [sum, ...segmentsIn(element, 'pageStatisticsBy').map(({ facet, segment, entry }) => ({ organization, facet, segment, allPageViews: viewsOf(entry) }))];
	});
}

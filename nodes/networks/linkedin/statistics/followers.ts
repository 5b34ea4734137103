import type { Api } from '../../../core/api';
import { organizationOf } from '../author';
import { encoded, withQuery } from '../restli';
import { segmentsIn } from './facets';
import { byTime, intervalsOf, oldest, periodOf } from './span';
import type { Time } from './span';

/** https://learn.microsoft.com/en-us/linkedin/marketing/community-management/organizations/follower-statistics */
interface Element {
	timeRange?: { start?: number; end?: number };
	followerGains?: { organicFollowerGain?: number; paidFollowerGain?: number };
}

interface Counts {
	organicFollowerCount?: number;
	paidFollowerCount?: number;
}

/** LinkedIn adds paid followers to the organic ones here. */
const countIn = ({ followerCounts }: Record<string, unknown>): number => {
	const counts: Counts = typeof followerCounts === 'object' && followerCounts !== null ? followerCounts : {};
	return counts.organicFollowerCount ?? 0;
};

/** Who follows an organization, an item for each group of people; or how many came in each period. */
export async function followerStatistics(api: Api, text: string, time: Time): Promise<object[]> {
	const organization = organizationOf(text);
	const timeIntervals = intervalsOf(time, oldest);
	const url = withQuery('/rest/organizationalEntityFollowerStatistics', { q: 'organizationalEntity', organizationalEntity: encoded(organization), timeIntervals });
	const { elements = [] } = await api.send<{ elements?: Element[] }>({ url });
	if (timeIntervals === undefined) return elements.flatMap((element) => segmentsIn(element, 'followerCountsBy').map(({ facet, segment, entry }) => ({ organization, facet, segment, followers: countIn(entry) })));
	return byTime(elements).map((element) => {
		const { organicFollowerGain: organic = 0, paidFollowerGain: paid = 0 } = element.followerGains ?? {};
		return { organization, ...periodOf(element), organicGain: organic, paidGain: paid, gain: organic + paid };
	});
}

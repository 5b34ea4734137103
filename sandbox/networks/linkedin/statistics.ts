import type { Request } from 'express';
import { ApiError, denied } from './errors';
import { FOLLOWERS } from './organizations';
import { isAdministrator, organizationUrn } from './posts';
import { parametersIn } from './restli';
import type { LinkedIn } from './state';
import { versionOf } from './versions';

const DAY = 24 * 3_600_000;

interface Range {
	start: number;
	end: number;
}

/** Only administrators see numbers. */
function checkAdministrator(request: Request, linkedin: LinkedIn, call: string): void {
	const { account } = linkedin.authorized(request, call, ['rw_organization_admin']);
	if (!isAdministrator(account)) throw denied(call);
}

/** `timeIntervals=(timeRange:(start:…,end:…),timeGranularityType:DAY)` of Rest.li 2.0, its parentheses as they are; undefined for all of the time. */
function rangesIn(request: Request, { now }: LinkedIn, kinds: readonly string[]): Range[] | undefined {
	const raw = /[?&]timeIntervals=([^&]*)/.exec(request.url)?.[1];
	if (raw === undefined) return undefined;
	const [, start, end, kind = ''] = /^\(timeRange:\(start:(\d{13}),end:(\d{13})\),timeGranularityType:(\w+)\)$/.exec(raw) ?? [];
	if (start === undefined || end === undefined || !kinds.includes(kind)) throw new ApiError(400, 'ILLEGAL_ARGUMENT', `timeIntervals must be (timeRange:(start:ms,end:ms),timeGranularityType:${kinds.join('|')}), not ${raw}`);
	if (Number(start) < now - 367 * DAY) throw new ApiError(400, 'ILLEGAL_ARGUMENT', 'Statistics are kept for 12 months');
	const ranges: Range[] = [];
	const last = Math.min(Number(end), now);
	for (let from = Number(start); from < last; ) {
		const day = new Date(from);
		const to = kind === 'MONTH' ? Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 1) : from + (kind === 'WEEK' ? 7 : 1) * DAY;
		ranges.push({ start: from, end: to });
		from = to;
	}
	return ranges;
}

/** Numbers that are the same whenever they are asked for. */
const count = ({ start, end }: Range, each: number): number => Math.round(((end - start) / DAY) * each) + ((start / DAY) % 5);

const shares = (impressions: number, more: object = {}) => ({
	impressionCount: impressions,
	uniqueImpressionsCount: Math.round(impressions * 0.8),
	clickCount: Math.round(impressions * 0.05),
	likeCount: Math.round(impressions * 0.03),
	commentCount: 1,
	shareCount: 0,
	engagement: 0.09,
	...more,
});

const answer = (elements: object[]) => ({ paging: { start: 0, count: 10, links: [] }, elements });

/** A list of URNs, its parentheses and commas as they are. */
function listIn(request: Request, name: string): string[] | undefined {
	const raw = new RegExp(`[?&]${name}=([^&]*)`).exec(request.url)?.[1];
	if (raw === undefined) return undefined;
	const [, list] = /^List\(((?:[\w.~%-]+,?)+)\)$/.exec(raw) ?? [];
	if (list === undefined) throw new ApiError(400, 'ILLEGAL_ARGUMENT', `${name} must be List(…), each URN URL encoded`);
	return list.split(',').map(decodeURIComponent);
}

function entityIn({ q, organizationalEntity }: Partial<Record<string, string>>, call: string): void {
	if (q !== 'organizationalEntity' || organizationalEntity === undefined) throw new ApiError(400, 'ILLEGAL_ARGUMENT', 'q=organizationalEntity and organizationalEntity are required');
	if (organizationalEntity !== organizationUrn) throw denied(call);
}

/** https://learn.microsoft.com/en-us/linkedin/marketing/community-management/organizations/share-statistics: of posts that somebody reacted to or commented on. */
export function shareStatistics(request: Request, linkedin: LinkedIn): object {
	const call = `organizationalEntityShareStatistics.FINDER-organizationalEntity.${versionOf(request, linkedin.now)}`;
	checkAdministrator(request, linkedin, call);
	entityIn(parametersIn(request, ['q', 'organizationalEntity', 'timeIntervals', 'shares', 'ugcPosts']), call);
	const ranges = rangesIn(request, linkedin, ['DAY', 'MONTH']);
	const lists = { share: listIn(request, 'shares'), ugcPost: listIn(request, 'ugcPosts') };
	if (!lists.share && !lists.ugcPost) {
		if (!ranges) return answer([{ organizationalEntity: organizationUrn, totalShareStatistics: shares(48_210) }]);
		// A reaction that is taken back counts less than nothing on that day.
		return answer(ranges.map((timeRange, n) => ({ organizationalEntity: organizationUrn, timeRange, totalShareStatistics: shares(count(timeRange, 120), n === 0 ? { likeCount: -1 } : {}) })));
	}
	if (ranges) throw new ApiError(400, 'ILLEGAL_ARGUMENT', 'Statistics of single posts are for all of their time');
	const { comments, reactions } = linkedin.community;
	const found = Object.entries(lists).flatMap(([kind, urns = []]) =>
		urns.flatMap((urn) => {
			if (!urn.startsWith(`urn:li:${kind}:`)) throw new ApiError(400, 'INVALID_URN_TYPE', `${urn} is no ${kind}`);
			const likeCount = [...reactions.values()].filter(({ entity }) => entity === urn).length;
			const commentCount = [...comments.values()].filter(({ post }) => post === urn).length;
			const isOurs = linkedin.posts.get(urn)?.author === organizationUrn;
			return isOurs && likeCount + commentCount > 0 ? [{ organizationalEntity: organizationUrn, [kind]: urn, totalShareStatistics: shares(100, { likeCount, commentCount }) }] : [];
		}),
	);
	return answer(found);
}

/** https://learn.microsoft.com/en-us/linkedin/marketing/community-management/organizations/follower-statistics: until two days ago. */
export function followerStatistics(request: Request, linkedin: LinkedIn): object {
	const call = `organizationalEntityFollowerStatistics.FINDER-organizationalEntity.${versionOf(request, linkedin.now)}`;
	checkAdministrator(request, linkedin, call);
	entityIn(parametersIn(request, ['q', 'organizationalEntity', 'timeIntervals']), call);
	const ranges = rangesIn(request, linkedin, ['DAY', 'WEEK', 'MONTH']);
	if (ranges) {
		const counted = ranges.filter(({ start }) => start < linkedin.now - 2 * DAY);
		return answer(counted.map((timeRange) => ({ organizationalEntity: organizationUrn, timeRange, followerGains: { organicFollowerGain: count(timeRange, 2), paidFollowerGain: 1 } })));
	}
	const counts = (organic: number) => ({ followerCounts: { organicFollowerCount: organic, paidFollowerCount: 0 } });
	return answer([
		{
			organizationalEntity: organizationUrn,
			followerCountsByGeoCountry: [{ geo: 'urn:li:geo:105015875', ...counts(FOLLOWERS - 84) }, { geo: 'urn:li:geo:100364837', ...counts(84) }],
			followerCountsBySeniority: [{ seniority: 'urn:li:seniority:4', ...counts(310) }],
			followerCountsByFunction: [{ function: 'urn:li:function:15', ...counts(120) }],
			followerCountsByIndustry: [{ industry: 'urn:li:industry:27', ...counts(95) }],
			followerCountsByStaffCountRange: [{ staffCountRange: 'SIZE_2_TO_10', ...counts(402) }],
			followerCountsByAssociationType: [{ associationType: 'EMPLOYEE', ...counts(4) }],
		},
	]);
}

/** https://learn.microsoft.com/en-us/linkedin/marketing/community-management/organizations/page-statistics */
export function pageStatistics(request: Request, linkedin: LinkedIn): object {
	const call = `organizationPageStatistics.FINDER-organization.${versionOf(request, linkedin.now)}`;
	checkAdministrator(request, linkedin, call);
	const { q, organization } = parametersIn(request, ['q', 'organization', 'timeIntervals']);
	if (q !== 'organization' || organization === undefined) throw new ApiError(400, 'ILLEGAL_ARGUMENT', 'q=organization and organization are required');
	if (organization !== organizationUrn) throw denied(call);
	const ranges = rangesIn(request, linkedin, ['DAY', 'MONTH']);
	const views = (pageViews: number, unique = false) => ({ pageViews, ...(unique && { uniquePageViews: Math.round(pageViews * 0.7) }) });
	const clicks = { desktopCustomButtonClickCounts: [{ customButtonType: 'VISIT_WEBSITE', clicks: 4 }], mobileCustomButtonClickCounts: [{ customButtonType: 'VISIT_WEBSITE', clicks: 2 }] };
	if (ranges)
		return answer(ranges.map((timeRange) => ({ organization, timeRange, totalPageStatistics: { clicks, views: { allPageViews: views(count(timeRange, 10), true), overviewPageViews: views(count(timeRange, 9), true) } } })));
	const facet = (pageViews: number) => ({ pageStatistics: { views: { allPageViews: views(pageViews) } } });
	return answer([
		{
			organization,
			totalPageStatistics: { clicks, views: { allPageViews: views(5230), overviewPageViews: views(4800), careersPageViews: views(430) } },
			pageStatisticsByGeoCountry: [{ geo: 'urn:li:geo:105015875', ...facet(4900) }],
			pageStatisticsByIndustryV2: [{ industryV2: 'urn:li:industry:27', ...facet(210) }],
			pageStatisticsBySeniority: [{ seniority: 'urn:li:seniority:4', ...facet(900) }],
		},
	]);
}

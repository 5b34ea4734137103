import { cut } from '../../../nodes/networks/googleAds/report/read';
import { queryOf } from '../../../nodes/networks/googleAds/report/query';
import type { ReportInput, Unit } from '../../../nodes/networks/googleAds/report/query';
import { rowReader } from '../../../nodes/networks/googleAds/report/row';
import { plus } from '../../../nodes/networks/meta/insights/days';

const range = { since: '2026-01-14', until: '2026-11-10' };

test.each<{ unit: Unit; starts: RegExp | ((day: string) => boolean) }>([
	{ unit: 'day', starts: /./ },
	{ unit: 'week', starts: (day) => new Date(`${day}T00:00:00Z`).getUTCDay() === 1 },
	{ unit: 'month', starts: /-01$/ },
	{ unit: 'quarter', starts: /-(01|04|07|10)-01$/ },
])('a report by $unit is cut at the beginning of one only; no day is missing or there twice', ({ unit, starts }) => {
	for (const rows of [40_000, 95_000, 1_000_000, 50_000_000]) {
		const spans = cut({ range, unit }, rows);
		expect(spans.length).toBeLessThanOrEqual(16);
		expect(spans[0]?.since).toBe(range.since);
		expect(spans.at(-1)?.until).toBe(range.until);
		spans.slice(1).forEach(({ since }, index) => {
			expect(since).toBe(plus(spans[index]?.until ?? '', 1));
			expect(typeof starts === 'function' ? starts(since) : starts.test(since)).toBe(true);
		});
	}
});

test('the whole time is never cut', () => {
	expect(cut({ range, unit: 'whole' }, 1_000_000)).toEqual([range]);
});

const input: ReportInput = { account: '1234567890', level: 'campaign', time: 'last_7d', since: '', until: '', unit: 'day', breakdowns: [], metrics: [], campaign: '', options: {} };
const account = { id: '1234567890', name: 'Shop', currency: 'EUR', timeZone: 'Europe/Paris', manager: false };

test('what Google leaves out is 0; a share that it leaves out is not known', () => {
	const query = queryOf({ ...input, breakdowns: ['hour'], metrics: ['average_cpc', 'interactions', 'search_impression_share'] }, '2026-11-22');
	const [row] = rowReader(query, account)([{ campaign: { id: '7', name: 'A' }, segments: { date: '2026-11-20' } }]);
	expect(row).toMatchObject({ spend: 0, impressions: 0, clicks: 0, conversions: 0, conversionValue: 0, breakdowns: { hour: '0' }, date: '2026-11-20', dateStop: '2026-11-20' });
	expect(row?.metrics).toEqual({ average_cpc: 0, interactions: 0 });
});

test('names and texts in a query cannot end it', () => {
	const query = queryOf({ ...input, options: { nameContains: "l'Avent\\ 100% [a_b]" } }, '2026-11-22');
	expect(query.gaql(query.range)).toContain(String.raw`campaign.name LIKE '%l\'Avent\\ 100[%] [[]a[_]b[]]%'`);
});

test('rows about the same share what it is, and each has its own numbers', () => {
	const read = rowReader(queryOf({ ...input, level: 'ad' }, '2026-11-22'), account);
	const raw = (id: string, date: string, clicks: string) => ({ campaign: { id: '1' }, adGroup: { id: '2' }, adGroupAd: { ad: { id }, status: 'ENABLED' }, segments: { date }, metrics: { clicks } });
	const rows = read([raw('3', '2026-11-20', '1'), raw('4', '2026-11-20', '2'), raw('3', '2026-11-21', '3')]);
	expect(rows.map(({ adId, date, clicks }) => [adId, date, clicks])).toEqual([['3', '2026-11-20', 1], ['4', '2026-11-20', 2], ['3', '2026-11-21', 3]]);
	expect(rows[0]?.breakdowns).not.toBe(rows[2]?.breakdowns);
});

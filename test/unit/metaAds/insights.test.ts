import { readAhead } from '../../../nodes/networks/meta/insights/ahead';
import { plus, rangeOf, spanOf, today, unitsOf } from '../../../nodes/networks/meta/insights/days';
import { queryOf } from '../../../nodes/networks/meta/insights/query';
import type { InsightInput } from '../../../nodes/networks/meta/insights/query';
import { adRowOf } from '../../../nodes/networks/meta/insights/row';
import { densityOf, Slicer } from '../../../nodes/networks/meta/insights/slicer';
import { metaInsights } from '../../../nodes/platforms/metaInsights';

const day = '2026-11-25'; // A Wednesday.

test.each([
	['today', '2026-11-25', '2026-11-25'],
	['yesterday', '2026-11-24', '2026-11-24'],
	['last_3d', '2026-11-22', '2026-11-24'],
	['last_90d', '2026-08-27', '2026-11-24'],
	['this_month', '2026-11-01', '2026-11-25'],
	['last_month', '2026-10-01', '2026-10-31'],
	['this_quarter', '2026-10-01', '2026-11-25'],
	['last_quarter', '2026-07-01', '2026-09-30'],
	['this_year', '2026-01-01', '2026-11-25'],
	['last_year', '2025-01-01', '2025-12-31'],
	['this_week_mon_today', '2026-11-23', '2026-11-25'],
	['this_week_sun_today', '2026-11-22', '2026-11-25'],
	['last_week_mon_sun', '2026-11-16', '2026-11-22'],
	['last_week_sun_sat', '2026-11-15', '2026-11-21'],
])('%s is %s to %s', (preset, since, until) => expect(rangeOf(preset, day)).toEqual({ since, until }));

test('every preset on offer has its days, but the one whose first day only Meta knows', () => {
	const unknown = metaInsights.presets.filter(({ value }) => !rangeOf(value, day)).map(({ value }) => value);
	expect(unknown).toEqual(['maximum']);
});

test('the account’s day is not ours', () => {
	const evening = Date.parse('2026-11-25T22:30:00Z');
	expect([today('America/Los_Angeles', evening), today('Europe/Paris', evening), today('Asia/Tokyo', evening)]).toEqual(['2026-11-25', '2026-11-25', '2026-11-26']);
	expect(plus('2028-02-28', 1)).toBe('2028-02-29');
});

test('units follow each other without a gap, and the last one ends where the report ends', () => {
	const range = { since: '2026-01-10', until: '2026-03-05' };
	expect(unitsOf(range, 'monthly')).toEqual([{ since: '2026-01-10', until: '2026-01-31' }, { since: '2026-02-01', until: '2026-02-28' }, { since: '2026-03-01', until: '2026-03-05' }]);
	expect(unitsOf(range, 'all_days')).toEqual([range]);
	for (const increment of [1, 7, 30, 90]) {
		const units = unitsOf(range, increment);
		expect(spanOf(units)).toEqual(range);
		expect(units.slice(1).every(({ since }, index) => since === plus(units[index]?.until ?? '', 1))).toBe(true);
	}
});

describe('slices', () => {
	const units = unitsOf({ since: '2026-01-01', until: '2026-04-10' }, 1);

	test('begin with single days, grow to what fits a page, and shrink again', () => {
		const slicer = new Slicer(units, 500);
		expect(slicer.take()).toHaveLength(1);
		slicer.learn(1, 10, false);
		expect(slicer.take()).toHaveLength(35);
		slicer.learn(35, 500, true);
		expect(slicer.take()).toHaveLength(24);
		slicer.learn(24, 500, true);
		expect(slicer.expected).toBeLessThanOrEqual(500);
	});

	test('take every day once', () => {
		const slicer = new Slicer(units, 500, 40);
		const taken = [];
		for (let slice = slicer.take(); slice; slice = slicer.take()) {
			taken.push(...slice);
			slicer.learn(slice.length, taken.length % 3 === 0 ? 0 : 900, taken.length % 2 === 0);
		}
		expect(taken).toEqual(units);
	});

	test('days without rows are passed quickly', () => {
		const slicer = new Slicer(units, 500);
		slicer.learn(1, 0, false);
		expect(slicer.take()).toHaveLength(8);
	});

	test('a first page tells how many rows a day has, only where it follows the calendar', () => {
		expect(densityOf(['2026-01-01', '2026-01-01', '2026-01-02', '2026-01-03'], 100)).toBeCloseTo(4 / 3);
		expect(densityOf(['2026-01-01', '2026-01-02', '2026-01-01'], 100)).toBeUndefined();
		expect(densityOf(['2026-01-01', '2026-01-01'], 100)).toBeUndefined();
	});
});

describe('reading ahead', () => {
	const upTo = (most: number) => (reading: number) => reading < most;

	/** Listings of so many pages; `read` counts the pages that were fetched, `open` those under way at once. */
	function listings(sizes: readonly number[], ms: (listing: number) => number = () => 1) {
		const seen = { read: 0, open: 0, most: 0, ready: 0, mostReady: 0, begun: 0 };
		async function* pages(listing: number) {
			for (let page = 0; page < (sizes[listing] ?? 0); page++) {
				seen.open++;
				seen.most = Math.max(seen.most, seen.open);
				await new Promise((resolve) => setTimeout(resolve, ms(listing)));
				seen.open--;
				seen.read++;
				seen.ready++;
				seen.mostReady = Math.max(seen.mostReady, seen.ready);
				yield `${listing}.${page}`;
			}
		}
		return { seen, next: () => (seen.begun < sizes.length ? pages(seen.begun++) : undefined) };
	}

	test('keeps the order, although the first is the slowest', async () => {
		const { seen, next } = listings([2, 1, 3, 0, 1], (listing) => 20 - listing * 4);
		const read: string[] = [];
		for await (const page of readAhead({ next, more: upTo(3), room: 100 })) {
			read.push(page);
			seen.ready--;
		}
		expect(read).toEqual(['0.0', '0.1', '1.0', '2.0', '2.1', '2.2', '4.0']);
		expect(seen.most).toBe(3);
	});

	test('has no more pages ready than there is room for, however long the listings and slow the reader', async () => {
		const { seen, next } = listings([20, 20, 20, 20, 20]);
		let count = 0;
		for await (const page of readAhead({ next, more: upTo(4), room: 8 })) {
			count += page.length > 0 ? 1 : 0;
			await new Promise((resolve) => setTimeout(resolve, 2));
			seen.ready--;
		}
		expect(count).toBe(100);
		expect(seen.mostReady).toBeLessThanOrEqual(9);
	});

	test('what is read to its end makes place for the next, also while the first is slow', async () => {
		const { seen, next } = listings([1, 1, 1, 1, 1, 1], (listing) => (listing === 0 ? 60 : 1));
		for await (const page of readAhead({ next, more: upTo(2), room: 10 })) {
			if (page === '0.0') expect(seen.begun).toBe(6);
		}
	});

	test('gets on where the room is full of what comes later', async () => {
		const { next } = listings([5, 5, 5], (listing) => (listing === 0 ? 30 : 1));
		const read = [];
		for await (const page of readAhead({ next, more: upTo(3), room: 2 })) read.push(page);
		expect(read).toHaveLength(15);
	});

	test('begins nothing more once the reader has had enough', async () => {
		const { seen, next } = listings(Array.from({ length: 50 }, () => 4));
		for await (const page of readAhead({ next, more: upTo(3), room: 6 })) if (page === '1.0') break;
		await new Promise((resolve) => setTimeout(resolve, 30));
		expect(seen.read).toBeLessThanOrEqual(12);
		expect(seen.begun).toBeLessThanOrEqual(6);
	});

	test('a failure comes in its turn: what is before it is given first', async () => {
		async function* fails(): AsyncGenerator<string> {
			throw new Error('refused');
		}
		async function* slow() {
			await new Promise((resolve) => setTimeout(resolve, 20));
			yield 'first';
		}
		const queue: AsyncGenerator<string>[] = [slow(), fails()];
		const read: string[] = [];
		const reading = async () => {
			for await (const page of readAhead({ next: () => queue.shift(), more: upTo(2), room: 4 })) read.push(page);
		};
		await expect(reading()).rejects.toThrow('refused');
		expect(read).toEqual(['first']);
	});
});

const input: InsightInput = {
	...{ adAccount: 'act_330000000000001', reportOn: 'account', campaign: '', adSet: '', ad: '', level: 'ad', datePreset: 'last_7d', since: '', until: '', timeIncrement: '1', incrementDays: 14 },
	...{ breakdowns: [], conversions: ['purchase', 'lead'], simplify: true, options: {} },
};

describe('rows', () => {
	const setting = (options: InsightInput['options'] = {}, conversions: InsightInput['conversions'] = ['purchase', 'lead']) => ({
		query: queryOf({ ...input, conversions, options }),
		account: { id: '330000000000001', currency: 'EUR', timeZone: 'Europe/Paris' },
		asOf: '2026-11-25T12:00:00.000Z',
	});
	const stats = (...pairs: [string, string][]) => pairs.map(([action_type, value]) => ({ action_type, value }));

	test('what is zero is missing at Meta, and 0 here', () => {
		expect(adRowOf({ date_start: day, date_stop: day }, setting())).toMatchObject({ spend: 0, impressions: 0, clicks: 0, conversions: 0, conversionValue: 0, accountId: '330000000000001', currency: 'EUR' });
	});

	test('purchases and leads, each by the most general type that the row has', () => {
		const all = stats(['omni_purchase', '5'], ['purchase', '5'], ['offsite_conversion.fb_pixel_purchase', '3'], ['onsite_conversion.lead_grouped', '2'], ['link_click', '90']);
		expect(adRowOf({ actions: all }, setting()).conversions).toBe(7);
		expect(adRowOf({ actions: all.slice(2) }, setting()).conversions).toBe(5);
	});

	test('types named by hand never count what a chosen kind counts already', () => {
		const actions = stats(['omni_purchase', '5'], ['offsite_conversion.fb_pixel_purchase', '3'], ['offsite_conversion.custom.1', '4']);
		expect(adRowOf({ actions }, setting({ otherConversions: 'offsite_conversion.fb_pixel_purchase, offsite_conversion.custom.1' })).conversions).toBe(9);
		expect(adRowOf({ actions }, setting({ otherConversions: 'offsite_conversion.fb_pixel_purchase' }, [])).conversions).toBe(3);
	});

	test('parts by other breakdowns add up, exactly', () => {
		const actions = [{ action_type: 'omni_purchase', action_device: 'iphone', value: '0.1' }, { action_type: 'omni_purchase', action_device: 'desktop', value: '0.2' }];
		expect(adRowOf({ action_values: actions }, setting()).conversionValue).toBe(0.3);
	});

	test('of windows of one kind the longest counts; a window without a number counts nothing', () => {
		const actions = [{ action_type: 'omni_purchase', value: '9', '1d_click': '2', '7d_click': '4', '1d_view': '3' }];
		const windowed = (...attributionWindows: string[]) => adRowOf({ actions }, setting({ attributionWindows }));
		expect(windowed('1d_click', '7d_click', '1d_view')).toMatchObject({ conversions: 7, attribution: '7d_click,1d_view' });
		expect(windowed('1d_ev')).toMatchObject({ conversions: 0, attribution: '1d_ev' });
	});

	test('an empty choice counts no conversions', () => {
		expect(adRowOf({ actions: stats(['lead', '2']) }, setting({}, [])).conversions).toBe(0);
	});
});

describe('what Meta is asked', () => {
	test('filters by what never changes leave the report divisible, others and sorting do not', () => {
		const filtered = (field: string) => queryOf({ ...input, options: { filters: { filter: [{ field, operator: 'EQUAL', value: '1' }] } } }).divisible;
		expect([filtered('campaign.id'), filtered('ad.effective_status'), filtered('spend'), filtered('ad.impressions')]).toEqual([true, true, false, false]);
		expect(queryOf({ ...input, options: { sort: 'spend_descending' } }).divisible).toBe(false);
	});

	test('operators that take lists get lists, comparisons get numbers, and CONTAIN a text', () => {
		const filter = [{ field: 'ad.id', operator: 'NOT_IN', value: '1, 2' }, { field: 'ad.name', operator: 'CONTAIN', value: 'a, b' }, { field: 'spend', operator: 'LESS_THAN', value: '1.5' }];
		expect(JSON.parse(String(queryOf({ ...input, options: { filters: { filter } } }).qs.filtering)).map(({ value }: { value: unknown }) => value)).toEqual([['1', '2'], 'a, b', 1.5]);
	});

	test('fields above the level are left out of what is asked for', () => {
		expect(queryOf({ ...input, level: 'campaign' }).qs.fields).not.toMatch(/adset_|ad_name/);
		expect(queryOf({ ...input, simplify: false, options: { fields: ' reach , spend' } }).qs.fields).toBe('reach,spend');
	});
});

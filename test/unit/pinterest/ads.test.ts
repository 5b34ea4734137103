import { PlatformError } from '../../../nodes/core/errors';
import { inUnits, microsOf, spoken } from '../../../nodes/networks/pinterest/ads/money';
import { withLists } from '../../../nodes/networks/pinterest/ads/read';
import { same } from '../../../nodes/networks/pinterest/ads/same';
import { targetingOf } from '../../../nodes/networks/pinterest/ads/targeting';
import { adsFailure, entryFailure } from '../../../nodes/platforms/pinterestAds';

describe('money', () => {
	test.each([
		['12.5', 'EUR', 12_500_000],
		[0.29, 'EUR', 290_000],
		[1.1, 'EUR', 1_100_000],
		['7.350', 'EUR', 7_350_000],
		[3000, 'JPY', 3_000_000_000],
		[1234567.89, 'USD', 1_234_567_890_000],
	])('%s %s is exact', (amount, currency, micros) => {
		expect(microsOf('Budget', amount, currency)).toBe(micros);
	});

	test.each([
		['12,5', 'EUR', /not an amount/],
		['1.005', 'EUR', /too many decimals; EUR has at most 2/],
		['10.5', 'JPY', /JPY has whole amounts only/],
		[0, 'EUR', /is 0/],
		['', 'EUR', /not an amount/],
		['99999999999', 'EUR', /too large/],
	])('“%s” %s is refused', (amount, currency, reason) => {
		expect(() => microsOf('Budget', amount, currency)).toThrow(reason);
	});

	test('is told in whole units', () => {
		expect(inUnits({ bid_in_micro_currency: 290_000, daily_spend_cap: 20_000_000, lifetime_spend_cap: null, name: 'x' })).toEqual({ bid: 0.29, daily_spend_cap: 20, lifetime_spend_cap: null, name: 'x' });
		expect([spoken(12_500_000, 'EUR'), spoken(3_000_000_000, 'JPY')]).toEqual(['12.50 EUR', '3000 JPY']);
	});
});

test('lists are written as often as they have values', () => {
	expect(withLists('/ads', { ad_ids: ['1', '2'], entity_statuses: [] })).toBe('/ads?ad_ids=1&ad_ids=2');
	expect(withLists('/ads', { ad_ids: [] })).toBe('/ads');
});

test.each<[unknown, unknown, boolean]>([
	[null, undefined, true],
	[{ LOCATION: ['FR', 'PT'] }, { LOCATION: ['PT', 'FR'], GENDER: null, GEO: [] }, true],
	[{ LOCATION: ['FR'] }, { LOCATION: ['FR'], GENDER: ['female'] }, false],
	[1_500_000, '1500000', true],
	['ACTIVE', 'PAUSED', false],
	[1, null, false],
])('%j and %j: the same is %s', (wanted, live, is) => {
	expect(same(wanted, live)).toBe(is);
});

test('nothing filled in targets nobody in particular, and all ages are no target', () => {
	expect(targetingOf({})).toBeUndefined();
	expect(targetingOf({ ageMin: 18, ageMax: 65 })).toBeUndefined();
	expect(targetingOf({ ageMin: 18, ageMax: 24, json: '{"TARGETING_STRATEGY": ["FIND_NEW_CUSTOMERS"]}' })).toEqual({ TARGETING_STRATEGY: ['FIND_NEW_CUSTOMERS'], MINIMUM_AGE: '18', MAXIMUM_AGE: '24' });
});

describe('verdicts', () => {
	test.each([
		[2, 'reconnect'],
		[3, 'reconnect'],
		[7, 'stop'],
		[8, 'wait'],
		[29, 'stop'],
		[403, 'stop'],
		[409, 'retry'],
		[429, 'wait'],
		[50, 'fix-input'],
		[400, 'fix-input'],
		[undefined, 'fix-input'],
	])('an entry refused with code %s: %s', (code, verdict) => {
		const { hint, ...failure } = entryFailure({ code, message: 'No' });
		expect(failure).toEqual({ verdict, message: 'Pinterest refused: No', ...(code !== undefined && { code: String(code) }) });
		expect(hint).toMatch(/\.$/);
	});

	test('code 29 of an ad account is a matter of roles, unless it is one of trial access', () => {
		const failure = (message: string) => adsFailure(new PlatformError({ verdict: 'stop', status: 403, code: '29', message, hint: 'Ask.' }));
		expect(failure('You are not permitted to access that resource.').hint).toMatch(/role/);
		expect(failure('Apps with Trial access may not do this.').hint).toBe('Ask.');
	});
});

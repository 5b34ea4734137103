import { inUnits, micros, spoken } from '../../../nodes/networks/googleAds/mutate/money';

test.each([
	[12.5, 'EUR', '12500000'],
	['0.01', 'EUR', '10000'],
	[0.07, 'EUR', '70000'],
	[1234567.89, 'EUR', '1234567890000'],
	['12.50', 'EUR', '12500000'],
	[1800, 'JPY', '1800000000'],
	['1800.00', 'JPY', '1800000000'],
	[1.005, 'KWD', '1005000'],
])('%s %s is %s', (amount, currency, wanted) => {
	expect(micros('Amount', amount, currency)).toBe(wanted);
});

test.each([
	[0.1 + 0.2, 'EUR', 'too many decimals'],
	[1.5, 'JPY', 'whole amounts only'],
	[-1, 'EUR', 'is not an amount'],
	['1e3', 'EUR', 'is not an amount'],
	['12,5', 'EUR', 'is not an amount'],
	['', 'EUR', 'is not an amount'],
	[0, 'EUR', 'is 0'],
	['9999999999999', 'EUR', 'is too large'],
])('%s %s is refused', (amount, currency, says) => {
	expect(() => micros('Amount', amount, currency)).toThrow(says);
});

test('every cent is the same on the way there and back', () => {
	for (let cents = 1; cents < 20_000; cents += 7) expect(inUnits({ amountMicros: micros('Amount', (cents / 100).toFixed(2), 'EUR') })).toEqual({ amount: cents / 100 });
});

test('amounts are in units at any depth, the rest stays', () => {
	expect(inUnits({ id: '1', cpcBidMicros: '600000', campaignBudget: { amountMicros: '5000000', name: 'Budget' }, list: [1], none: null })).toEqual({ id: '1', cpcBid: 0.6, campaignBudget: { amount: 5, name: 'Budget' }, list: [1], none: null });
});

test('sentences have all decimals', () => {
	expect(spoken('5000000', 'EUR')).toBe('5.00 EUR');
	expect(spoken('1800000000', 'JPY')).toBe('1800 JPY');
});

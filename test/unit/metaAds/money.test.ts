import { inMajorUnits, minorUnits, spoken, withMoney } from '../../../nodes/networks/meta/ads/money';

test.each([
	{ amount: 12.5, currency: 'EUR', minor: 1250 },
	{ amount: '12.50', currency: 'EUR', minor: 1250 },
	{ amount: 0.07, currency: 'USD', minor: 7 },
	{ amount: 1.1, currency: 'BRL', minor: 110 },
	{ amount: 1500, currency: 'JPY', minor: 1500 },
	{ amount: '1500.00', currency: 'JPY', minor: 1500 },
	// ISO 4217 gives these two, none, none and three decimals; Meta counts otherwise.
	{ amount: 900, currency: 'HUF', minor: 900 },
	{ amount: 900, currency: 'TWD', minor: 900 },
	{ amount: 900, currency: 'COP', minor: 900 },
	{ amount: 5.25, currency: 'BHD', minor: 525 },
	{ amount: 12_345_678.9, currency: 'EUR', minor: 1_234_567_890 },
])('$amount $currency is $minor at Meta, and back', ({ amount, currency, minor }) => {
	expect(minorUnits('Daily Budget', amount, currency)).toBe(minor);
	expect(inMajorUnits({ daily_budget: String(minor) }, currency)).toEqual({ daily_budget: Number(amount) });
});

test.each([
	{ amount: 12.345, currency: 'EUR', message: /“12.345” has too many decimals; Meta takes at most 2 decimals in EUR/ },
	{ amount: 0.5, currency: 'HUF', message: /whole amounts only in HUF/ },
	{ amount: 1.234, currency: 'BHD', message: /at most 2 decimals in BHD/ },
	{ amount: 0.1 + 0.2, currency: 'EUR', message: /too many decimals/ },
	{ amount: -5, currency: 'EUR', message: /“-5” is not an amount/ },
	{ amount: '12,50', currency: 'EUR', message: /is not an amount/ },
	{ amount: Number.NaN, currency: 'EUR', message: /is not an amount/ },
	{ amount: 1e21, currency: 'EUR', message: /is not an amount/ },
	{ amount: 99_999_999_999_999, currency: 'EUR', message: /is too large/ },
])('$amount $currency is refused', ({ amount, currency, message }) => {
	expect(() => minorUnits('Daily Budget', amount, currency)).toThrow(message);
});

test('only amounts are converted; the currency stands beside them', () => {
	expect(withMoney({ id: '1', daily_budget: '1250', bid_amount: 90, name: '100' }, 'EUR')).toEqual({ id: '1', daily_budget: 12.5, bid_amount: 0.9, name: '100', currency: 'EUR' });
	expect([spoken('1250', 'EUR'), spoken(1500, 'JPY')]).toEqual(['12.50 EUR', '1500 JPY']);
});

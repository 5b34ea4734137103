import { majorUnits } from '../../../nodes/networks/googleAds/micros';
import { flat, inMajorUnits } from '../../../nodes/networks/googleAds/query/shape';

/** The decimal, written by whole numbers only, read as the number that is nearest to it. */
const written = (micros: bigint) => {
	const digits = String(micros < 0n ? -micros : micros).padStart(7, '0');
	return Number(`${micros < 0n ? '-' : ''}${digits.slice(0, -6)}.${digits.slice(-6)}`);
};

test.each([
	{ micros: '1230000', amount: 1.23 },
	{ micros: '10000', amount: 0.01 },
	{ micros: '1', amount: 0.000001 },
	{ micros: '-2500000', amount: -2.5 },
	{ micros: '999999999999990000', amount: 999999999999.99 },
	{ micros: '9007199254740993', amount: 9007199254.740993 },
	{ micros: '123456789012345678000000', amount: 123456789012345680 },
	{ micros: 410_000, amount: 0.41 },
	{ micros: undefined, amount: 0 },
	{ micros: '0', amount: 0 },
])('$micros micros are $amount', ({ micros, amount }) => {
	expect(majorUnits(micros)).toBe(amount);
});

test('no amount differs from the decimal that it is, up to eighteen digits', () => {
	let seed = 42n;
	const next = () => (seed = (seed * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n) % 2n ** 64n);
	for (let tries = 0; tries < 20_000; tries++) {
		const micros = next() % 10n ** (1n + (next() % 18n));
		expect(majorUnits(String(micros))).toBe(written(micros));
	}
});

test('cents do not get lost in a sum of what was read', () => {
	const cents = Array.from({ length: 1000 }, (_, index) => String(index * 10_000));
	const sum = cents.reduce((total, micros) => total + BigInt(micros), 0n);
	expect(Math.round(cents.reduce((total, micros) => total + majorUnits(micros), 0) * 100)).toBe(Number(sum / 10_000n));
});

test('amounts are told from shares and from counts', () => {
	const row = {
		campaignBudget: { amountMicros: '5000000', id: '7' },
		metrics: { costMicros: '1230000', averageCpc: 410_000, ctr: 0.12, clicks: '3' },
		campaign: { targetImpressionShare: { locationFractionMicros: '650000' }, labels: ['a'], list: [{ cpcBidMicros: '700000' }] },
	};
	expect(inMajorUnits(row)).toEqual({
		campaignBudget: { amount: 5, id: '7' },
		metrics: { cost: 1.23, averageCpc: 0.41, ctr: 0.12, clicks: '3' },
		campaign: { targetImpressionShare: { locationFractionMicros: '650000' }, labels: ['a'], list: [{ cpcBid: 0.7 }] },
	});
	expect(flat({ campaign: { id: '1', network: { search: true } }, labels: ['a'] })).toEqual({ 'campaign.id': '1', 'campaign.network.search': true, labels: ['a'] });
});

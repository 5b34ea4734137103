import { heldFor, hold, observe, spend, take } from '../../../nodes/core/governor';

const timed = async (work: () => Promise<unknown>) => {
	const began = performance.now();
	await work();
	return performance.now() - began;
};
const together = async (count: number, work: () => Promise<void>) => await Promise.all(Array.from({ length: count }, work));

test('keeps the pace from the first call on, for all callers together', async () => {
	const took = await timed(async () => await together(21, async () => await take('steady', 100)));
	// 20 intervals of 10 ms, less what is caught up.
	expect(took).toBeGreaterThan(185);
	expect(took).toBeLessThan(400);
});

test('a recipient may get a short burst, then its own pace', async () => {
	expect(await timed(async () => await together(3, async () => await take('chat', 10, { burst: 3 })))).toBeLessThan(40);
	expect(await timed(async () => await take('chat', 10, { burst: 3 }))).toBeGreaterThan(60);
});

test('keys do not slow each other', async () => {
	hold('one account', 5_000);
	expect(await timed(async () => await take('another account', 10))).toBeLessThan(40);
	expect(heldFor('one account')).toBeGreaterThan(4_900);
});

test('usage headers spread calls out above 75 % and stop them above 90 %', () => {
	observe('calm', { percent: 60 });
	expect(heldFor('calm')).toBe(0);
	observe('busy', { percent: 82 });
	expect(heldFor('busy')).toBeGreaterThan(300);
	expect(heldFor('busy')).toBeLessThan(600);
	observe('full', { percent: 95, regain: 120_000 });
	expect(heldFor('full')).toBeGreaterThan(119_000);
});

test('a cancelled execution does not wait on', async () => {
	const controller = new AbortController();
	hold('paused', 60_000);
	const waiting = take('paused', 1, { signal: controller.signal });
	controller.abort(new Error('cancelled'));
	await expect(waiting).rejects.toThrow('cancelled');
});

describe('an allowance for a window of time', () => {
	const ten = { units: 10, window: 200 };

	test('is used up at once, and then regained as the window passes', async () => {
		expect(await timed(async () => await together(5, async () => await spend('units', 2, ten)))).toBeLessThan(40);
		expect(await timed(async () => await spend('units', 2, ten))).toBeGreaterThan(150);
	});

	test('no window ever holds more', async () => {
		const spent: number[] = [];
		await together(30, async () => {
			await spend('strict', 2, ten);
			spent.push(performance.now());
		});
		for (const [index, at] of spent.entries()) expect(spent.slice(0, index + 1).filter((other) => at - other < ten.window - 5).length * 2).toBeLessThanOrEqual(ten.units);
	});

	test('a call that costs more than all of it goes alone', async () => {
		await spend('large', 1, ten);
		expect(await timed(async () => await spend('large', 50, ten))).toBeGreaterThan(150);
	});

	test('one that was cancelled spends nothing', async () => {
		await spend('cancelled', 10, ten);
		await expect(spend('cancelled', 10, ten, AbortSignal.abort(new Error('cancelled')))).rejects.toThrow('cancelled');
		expect(await timed(async () => await spend('cancelled', 10, ten))).toBeLessThan(400);
	});
});

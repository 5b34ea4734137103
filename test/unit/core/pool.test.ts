import { orderedPool } from '../../../nodes/core/pool';

const later = async (ms: number) => await new Promise((resolve) => setTimeout(resolve, ms));

test('answers by index, whatever finishes first, and never runs more than its width', async () => {
	let running = 0;
	let most = 0;
	const outputs = await orderedPool([...Array(20).keys()], 4, async (index) => {
		most = Math.max(most, ++running);
		await later(index % 2 === 0 ? 8 : 1);
		running--;
		return index * 10;
	});
	expect(outputs).toEqual([...Array(20).keys()].map((index) => index * 10));
	expect(most).toBe(4);
});

test('a width of one keeps the order in time', async () => {
	const started: number[] = [];
	await orderedPool([2, 0, 1], 1, async (index) => started.push(index));
	expect(started).toEqual([2, 0, 1]);
});

test('after a failure nothing new starts, what runs is awaited, the earliest failure is thrown', async () => {
	const started: number[] = [];
	const ended: number[] = [];
	const work = async (index: number) => {
		started.push(index);
		await later(index === 1 ? 5 : 15);
		if (index === 1 || index === 0) throw new Error(`item ${index}`);
		ended.push(index);
	};
	await expect(orderedPool([...Array(10).keys()], 3, work)).rejects.toThrow('item 0');
	expect(started).toEqual([0, 1, 2]);
	expect(ended).toEqual([2]);
});

test('a cancelled execution starts nothing more', async () => {
	const controller = new AbortController();
	const started: number[] = [];
	const work = async (index: number) => {
		started.push(index);
		if (index === 2) controller.abort(new Error('cancelled'));
	};
	await expect(orderedPool([...Array(10).keys()], 1, work, controller.signal)).rejects.toThrow('cancelled');
	expect(started).toEqual([0, 1, 2]);
});

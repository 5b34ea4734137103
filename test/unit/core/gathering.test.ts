import { callsOf, groupsOf } from '../../../nodes/core/calls';
import { alone, gathering, outcomesOf } from '../../../nodes/core/gathering';
import { Api } from '../../../nodes/core/api';
import { PlatformError } from '../../../nodes/core/errors';
import type { Session } from '../../../nodes/core/session';

const members = (...entries: string[]) => entries.map((entry, item) => ({ item, input: { first: entry.charAt(0) }, entry }));
const packing = { most: 4, group: ({ first }: { first: string }) => first, weight: (entry: string) => entry.length };

test('groups keep the order of their first items', () => {
	expect(groupsOf(members('b1', 'a1', 'b2'), packing).map((group) => group.map(({ entry }) => entry))).toEqual([['b1', 'b2'], ['a1']]);
});

test('a call takes as much as fits; what is larger goes by itself', () => {
	const calls = callsOf(members('aa', 'aa', 'a', 'aaaaaa', 'a'), packing);
	expect(calls.map((call) => call.members.map(({ entry }) => entry))).toEqual([['aa', 'aa'], ['a'], ['aaaaaa'], ['a']]);
	expect(calls.map(({ number, of, total }) => [number, of, total])).toEqual([[1, 4, 12], [2, 4, 12], [3, 4, 12], [4, 4, 12]]);
	expect(new Set(calls.map(({ id }) => id)).size).toBe(1);
	expect(Number.isSafeInteger(calls[0]?.id)).toBe(true);
});

test('an item by itself is one call, or its own answer', async () => {
	const api = new Api({} as Session, 'write');
	const double = gathering<{ n: number }, number>({
		most: 10,
		ready: ({ n }) => (n < 0 ? { answer: { skipped: n } } : { entry: n }),
		group: () => '',
		send: async ({ members: all }) => all.map(({ entry }) => ({ double: entry * 2 })),
	});
	expect(await alone(double, { n: 4 }, api)).toEqual({ double: 8 });
	expect(await alone(double, { n: -1 }, api)).toEqual({ skipped: -1 });
});

test('what two entries are about twice goes in a call of its own, in order', () => {
	const calls = callsOf(members('a1', 'b1', 'a2', 'c1', 'a3'), { most: 100, about: (entry) => entry.charAt(0) });
	expect(calls.map((call) => call.members.map(({ entry }) => entry))).toEqual([['a1', 'b1'], ['a2', 'c1'], ['a3']]);
});

test('an item that is refused within an answered call fails, by itself too', async () => {
	const failure = new PlatformError({ verdict: 'fix-input', message: 'No.', hint: 'Correct it.' });
	const picky = gathering<{ n: number }, number>({ most: 10, ready: ({ n }) => ({ entry: n }), group: () => '', send: async ({ members: all }) => all.map(({ entry }) => (entry < 0 ? failure : { entry })) });
	const api = new Api({} as Session, 'write');
	await expect(alone(picky, { n: -1 }, api)).rejects.toBe(failure);
	expect(await alone(picky, { n: 1 }, api)).toEqual({ entry: 1 });
	const [call] = callsOf([{ item: 4, input: {}, entry: 1 }, { item: 7, input: {}, entry: -1 }], picky);
	expect(call && [...(await outcomesOf(picky, call, api))]).toEqual([[4, { answer: { entry: 1 } }], [7, { failure }]]);
});

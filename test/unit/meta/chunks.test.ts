import { callsOf, groupsOf } from '../../../nodes/networks/meta/chunks';
import { alone, gathering } from '../../../nodes/networks/meta/gather';
import { Api } from '../../../nodes/core/api';
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

/** An item on its way into a call. */
export interface Member<Input, Entry> {
	/** Index of the input item. */
	item: number;
	input: Input;
	entry: Entry;
}

/** One call's share of a group. */
export interface Call<Input, Entry> {
	members: Member<Input, Entry>[];
	/** Counts from 1 within the group, over what the platform has taken. */
	number: number;
	/** Calls that the group takes in all. */
	of: number;
	/** None comes after it, whatever became of those before. */
	last: boolean;
	/** Weight of the whole group. */
	total: number;
	/** Names the group, other than any other one: a whole number that JSON holds exactly. */
	id: number;
}

interface Packing<Input, Entry> {
	most: number;
	weight?(entry: Entry): number;
	group(input: Input, entry: Entry): string;
	/** What the entry is about: two about the same thing do not share a call. */
	about?(entry: Entry): string;
}

/** Members by what they may share a call with, each group in the order of its first item. */
export function groupsOf<Input, Entry>(members: readonly Member<Input, Entry>[], { group }: Packing<Input, Entry>): Member<Input, Entry>[][] {
	const groups = new Map<string, Member<Input, Entry>[]>();
	for (const member of members) {
		const key = group(member.input, member.entry);
		const known = groups.get(key);
		if (known) known.push(member);
		else groups.set(key, [member]);
	}
	return [...groups.values()];
}

const anyId = () => Math.floor(Math.random() * Number.MAX_SAFE_INTEGER) + 1;

/** Cuts a group into calls of at most `most`, none of which is about the same thing twice. */
export function callsOf<Input, Entry>(group: readonly Member<Input, Entry>[], { most, weight = () => 1, about }: Omit<Packing<Input, Entry>, 'group'>): Call<Input, Entry>[] {
	const calls: Member<Input, Entry>[][] = [];
	const inside = new Set<string>();
	let room = 0;
	let total = 0;
	for (const member of group) {
		const size = weight(member.entry);
		const thing = about?.(member.entry);
		total += size;
		if (size > room || (thing !== undefined && inside.has(thing))) {
			calls.push([]);
			inside.clear();
			room = most;
		}
		calls.at(-1)?.push(member);
		if (thing !== undefined) inside.add(thing);
		room -= size;
	}
	const id = anyId();
	return calls.map((members, index) => ({ members, number: index + 1, of: calls.length, last: index === calls.length - 1, total, id }));
}

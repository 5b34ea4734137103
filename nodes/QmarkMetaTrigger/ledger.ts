import type { IWebhookFunctions } from 'n8n-workflow';

/** What is kept of a request: nothing that names the person. Times are ISO 8601. */
export interface Entry {
	event: 'dataDeletion' | 'deauthorize';
	requestedAt: string;
	state: 'received' | 'completed' | 'refused';
	decidedAt?: string;
	/** What the operator tells the person about the decision. */
	note?: string;
}

/** Entries by the key of their request: for a deletion its confirmation code. */
export type Entries = Record<string, Entry>;

/**
 * Two calls at once each load the static data, and the later save drops what the earlier one wrote. This process keeps
 * every node's entries too and puts a lost one back with the next call. Between processes only static data is shared.
 */
const memory = new Map<string, Entries>();

const WEEK = 7 * 24 * 60 * 60_000;
const MOST_DECIDED = 1000;

const isEntry = (value: unknown): value is Entry =>
	typeof value === 'object' && value !== null && 'event' in value && 'requestedAt' in value && 'state' in value;

const entriesIn = (value: unknown): Entries =>
	Object.fromEntries(Object.entries(value ?? {}).filter((pair): pair is [string, Entry] => isEntry(pair[1])));

const later = (one: Entry, other?: Entry): Entry => (other && (other.decidedAt ?? '') > (one.decidedAt ?? '') ? other : one);

/** Open deletions stay for good, the newest decided ones as long as there is room, removals until Meta sends none again. */
function pruned(entries: Entries): Entries {
	const pairs = Object.entries(entries);
	const decided = pairs.filter(([, { decidedAt }]) => decidedAt).sort(([, a], [, b]) => (a.decidedAt ?? '').localeCompare(b.decidedAt ?? ''));
	const dropped = new Set(decided.slice(0, -MOST_DECIDED).map(([key]) => key));
	const isOver = ({ event, requestedAt }: Entry) => event === 'deauthorize' && Date.now() - Date.parse(requestedAt) > WEEK;
	return Object.fromEntries(pairs.filter(([key, entry]) => !dropped.has(key) && !isOver(entry)));
}

/** The node's requests. Reading and writing happen at once, so that of two equal calls only one finds no entry. */
export function ledgerOf(context: IWebhookFunctions) {
	const place = `${context.getWorkflow().id ?? ''}/${context.getNode().id}`;
	const store = context.getWorkflowStaticData('node');
	const stored = entriesIn(store.requests);
	const known = Object.entries(memory.get(place) ?? {}).map(([key, entry]) => [key, later(entry, stored[key])] as const);

	const save = (entries: Entries) => {
		const kept = pruned(entries);
		memory.set(place, kept);
		// n8n writes static data to its database when it was assigned to.
		if (JSON.stringify(kept) !== JSON.stringify(stored)) store.requests = { ...kept };
		return kept;
	};

	let entries = save({ ...stored, ...Object.fromEntries(known) });
	return {
		find: (key: string): Entry | undefined => (Object.hasOwn(entries, key) ? entries[key] : undefined),
		put: (key: string, entry: Entry) => void (entries = save({ ...entries, [key]: entry })),
	};
}

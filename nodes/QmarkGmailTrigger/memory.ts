import type { IDataObject } from 'n8n-workflow';

/** A message that Gmail’s search did not find yet: it may be found a little later. */
export interface Waiting {
	id: string;
	/** When it was first looked for, in ms. */
	since: number;
}

/** What the trigger knows from poll to poll. It is n8n’s static data of the node, and changes only when a poll has read all. */
export interface Memory {
	/** The mailbox; another one begins anew. */
	account: string;
	/** All of the mailbox’s history up to here is done. */
	historyId: string;
	/** Keys of what was given out last. */
	seen: string[];
	/** Of the newest message given out, in ms: from here on all is listed when the history is lost. */
	readUpTo: number;
	/** When Gmail had last told all, in ms: what is not given out yet came after that. */
	polledAt: number;
	waiting: Waiting[];
}

/** So many keys are kept. Lost histories list again what came in the last minutes: fewer than this. */
export const SEEN = 2000;

const isMemory = (data: IDataObject): data is IDataObject & Memory => typeof data.account === 'string' && typeof data.historyId === 'string' && Array.isArray(data.seen);

/** Undefined before the first poll. */
export const recall = (data: IDataObject): Memory | undefined => (isMemory(data) ? { ...data, seen: [...data.seen], waiting: [...data.waiting] } : undefined);

export function remember(data: IDataObject, { seen, waiting, ...memory }: Memory): void {
	Object.assign(data, memory, { seen: seen.slice(-SEEN), waiting: waiting.map(({ id, since }) => ({ id, since })) });
}

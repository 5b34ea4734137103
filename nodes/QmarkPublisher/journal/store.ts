import type { IDataObject } from 'n8n-workflow';
import { PlatformError, failureOf } from '../../core/errors';
import type { Row } from './entry';

/** A line with the store's own ID beside it. */
export type Stored = IDataObject & Row & { id: string | number };

/** A line to be written where `owner` still stands in that column. */
export interface Change {
	id: string;
	owner: string;
	row: Row;
}

export interface Wish {
	network?: string;
	account?: string;
	contentId?: string;
	status?: string;
}

/**
 * Where the journal is kept. Each call is durable when it answers. Two kinds stand behind it: n8n's Data Tables, and a
 * workflow of the operator's that keeps the lines in PostgreSQL, Supabase or elsewhere.
 */
export interface Store {
	/** All lines with these keys; several of one key where two were written at the same moment. */
	read(keys: readonly string[]): Promise<IDataObject[]>;
	/** Writes new lines, then answers all lines with their keys. A store that can refuses a key that is there already. */
	insert(rows: readonly Row[]): Promise<IDataObject[]>;
	/** Answers the lines that were written: one that is somebody else's by now is not. */
	update(changes: readonly Change[]): Promise<IDataObject[]>;
	/** Deletes lines by their IDs. */
	remove(ids: readonly string[]): Promise<void>;
	/** Lines that match all that is wished for, the latest first. */
	find(wish: Wish, limit: number): Promise<IDataObject[]>;
}

/** A journal that cannot be read or written keeps nothing from being published later: the next run goes on where this one stands. */
export const unwritten = (error: unknown): PlatformError => {
	const { message, code } = failureOf(error);
	return new PlatformError({ verdict: 'retry', code, message: `The journal could not be read or written: ${message}`, hint: 'The next run goes on. If it stays so, look at the table or the workflow that is chosen under “Journal”.' });
};

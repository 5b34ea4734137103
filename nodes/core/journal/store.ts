import type { IDataObject } from 'n8n-workflow';
import { PlatformError, failureOf } from '../errors';

/** A line as stores hold it: texts only, so that every database and sheet can. `key` names what it is about, `owner` who wrote it last. */
export type Row = Record<string, string> & { key: string; owner: string };

/** Where a journal is kept in a Data Table. */
export interface Table {
	name: string;
	/** Names of its columns, in their order; `key` and `owner` among them. */
	columns: readonly string[];
	/** What the operator sees in n8n's list of executions. */
	title: string;
}

/** A line to be written where `owner` still stands in that column. */
export interface Change {
	id: string;
	owner: string;
	row: Row;
}

/** Column → value that the lines have; an empty one is not looked at. */
export type Wish = Readonly<Record<string, string>>;

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

/** A journal that cannot be read or written keeps nothing from being sent later: the next run goes on where this one stands. */
export const unwritten = (error: unknown): PlatformError => {
	const { message, code } = failureOf(error);
	return new PlatformError({ verdict: 'retry', code, message: `The journal could not be read or written: ${message}`, hint: 'The next run goes on. If it stays so, look at the table or the workflow that is chosen under “Journal”.' });
};

import type { IDataObject } from 'n8n-workflow';
import type { Row } from './store';

/** One line of a journal: something that is to be done once, and who does it. */
export interface Line {
	/** The store's own ID of the line. */
	id: string;
	/** What is to be done once. */
	key: string;
	/** `claiming` while it is being reserved; all else as the journal's kind has it. */
	status: string;
	/** Who works on it: an execution. */
	owner: string;
	/** How often the line was written since it was reserved. */
	turn: number;
	/** Until when nobody else takes it over, in ms since 1970. */
	lease: number;
}

/** What a journal knows of its lines. */
export interface Kind<Entry extends Line> {
	rowOf(entry: Entry): Row;
	/** Throws on a line that QMARK did not write. */
	entryOf(row: IDataObject): Entry;
	/** Work is under way on it, or was. */
	isWork(entry: Entry): boolean;
	/** Nobody works on it, but it may be tried again. */
	isOpen(entry: Entry): boolean;
}

/**
 * What stands in the column `owner`: it is another after each write. Writing takes that it is still the one that was read, so that nobody writes what
 * he knew before somebody else's last write over it.
 */
export const tokenOf = ({ owner, turn }: Pick<Line, 'owner' | 'turn'>): string => (turn > 0 ? `${owner}#${turn}` : owner);

export function ownerIn(token: string): Pick<Line, 'owner' | 'turn'> {
	const [, owner = token, turn = '0'] = /^(.*)#(\d+)$/.exec(token) ?? [];
	return { owner, turn: Number(turn) };
}

/** The line that counts where there are several of one key: one that is past its reservation, or else the first. */
export const effective = <Entry extends Line>(lines: readonly Entry[]): Entry | undefined => {
	const sorted = lines.toSorted((a, b) => Number(a.id) - Number(b.id));
	return sorted.find(({ status }) => status !== 'claiming') ?? sorted[0];
};

export const isoOf = (ms: number): string => (ms > 0 ? new Date(ms).toISOString() : '');

/** A cell as text; empty where there is none. */
export const textIn = (row: IDataObject, name: string): string => (row[name] === undefined || row[name] === null ? '' : String(row[name]));

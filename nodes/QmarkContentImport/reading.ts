import type { Target } from '../model/content';
import type { Cell } from './cells';
import { isEmpty } from './cells';
import type { DateOrder } from './dates';
import type { Field } from './fields';
import type { Mapping, Plan } from './headers';
import type { Finding } from './problem';
import type { Row } from './table';

/** What the person chose for all rows. */
export interface Settings {
	networks: readonly Target[];
	labels: readonly string[];
	timeZone: string;
	/** `09:00`. */
	timeWhereNone: string;
	order: DateOrder;
	withoutId: 'derive' | 'error';
	useFiles: boolean;
	mappings: readonly Mapping[];
}

/** A cell that holds something, and where. */
export interface Found {
	column: string;
	field: string;
	cell: Cell;
}

/** Says that something is wrong, with a cell or with the row. */
export type Tell = (found: Found | undefined, finding: Finding) => void;

/** One row, looked at by fields. */
export interface Reading {
	/** The cells of a field that hold something, in the order in which they are read. */
	all(field: Field): Found[];
	first(field: Field): Found | undefined;
	tell: Tell;
}

const none: Found[] = [];

export function readingOf({ json }: Row, { columns }: Plan, tell: Tell): Reading {
	const all = (field: Field) => columns.get(field)?.flatMap((column) => (isEmpty(json[column]) ? none : [{ column, field, cell: json[column] }])) ?? none;
	return { all, first: (field) => all(field)[0], tell };
}

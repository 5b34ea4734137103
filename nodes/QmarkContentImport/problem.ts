import { shown } from './cells';
import type { Cell } from './cells';

/** An error keeps the row from becoming a content; a warning does not. */
export type Severity = 'error' | 'warning';

/** Which rule was broken, for filters and counts. */
export type Code =
	| 'file' | 'columns' | 'unknown-column' | 'empty-rows' | 'extra-cell' | 'empty-content' | 'id' | 'duplicate' | 'conflict' | 'same-content'
	| 'text' | 'date' | 'time-zone' | 'network' | 'url' | 'media' | 'alt' | 'hashtags' | 'mentions';

/** What is wrong with one cell, and what to do. */
export interface Problem {
	/** The row as the person sees it: a file's header is row 1; items and JSON count from 1. */
	row: number;
	/** The file's name, where the rows come from a file. */
	file?: string;
	id: string;
	/** The header as it is spelled there. */
	column: string;
	field: string;
	value: string;
	severity: Severity;
	code: Code;
	problem: string;
	fix: string;
	/** How many rows a problem speaks for, where it is not one. */
	rows?: number;
}

/** What a reader of cells has to say; the row's number and ID are added by whoever reads the row. */
export type Finding = Pick<Problem, 'severity' | 'code' | 'problem' | 'fix'>;

export const error = (code: Code, problem: string, fix: string): Finding => ({ severity: 'error', code, problem, fix });
export const warning = (code: Code, problem: string, fix: string): Finding => ({ severity: 'warning', code, problem, fix });

/** Where something stands. */
export interface Place {
	row: number;
	file?: string;
	id?: string;
	column?: string;
	field?: string;
	value?: Cell;
}

export function problemAt({ row, file, id = '', column = '', field = '', value }: Place, finding: Finding, rows?: number): Problem {
	const { severity, code, problem, fix } = finding;
	return { row, ...(file !== undefined && { file }), id, column, field, value: shown(value), severity, code, problem, fix, ...(rows !== undefined && { rows }) };
}

import type { Range } from './days';

/** Days differ: a slice is planned for this share of a page. */
const FILL = 0.7;

/** After days without any row, a slice may have so many times their number. */
const GROWTH = 8;

/** Cuts the units of a report into slices of about one page each, by the rows that the slices before them turned out to have. */
export class Slicer {
	private next = 0;
	private size: number;
	private rowsPerUnit: number;

	/** `rowsPerUnit`, where something is known of it beforehand. */
	constructor(
		private readonly units: readonly Range[],
		private readonly pageSize: number,
		rowsPerUnit = pageSize,
	) {
		this.rowsPerUnit = rowsPerUnit;
		this.size = this.sizeFor(rowsPerUnit);
	}

	/** Rows that a slice is expected to have. */
	get expected(): number {
		return Math.max(1, this.size * this.rowsPerUnit);
	}

	/** The next slice, or undefined after the last unit. */
	take(): readonly Range[] | undefined {
		if (this.next >= this.units.length) return undefined;
		const slice = this.units.slice(this.next, this.next + this.size);
		this.next += slice.length;
		return slice;
	}

	/** So many units had so many rows; with `more` to come, that is the least they have. */
	learn(units: number, rows: number, more: boolean): void {
		const seen = rows / units;
		if (more && seen < this.rowsPerUnit) return;
		this.rowsPerUnit = seen;
		this.size = rows === 0 ? units * GROWTH : this.sizeFor(seen);
	}

	/** So many units were more than one call gives. */
	shrink(units: number): void {
		this.size = Math.max(1, Math.min(this.size, Math.floor(units / 2)));
	}

	private sizeFor(rowsPerUnit: number): number {
		return Math.max(1, Math.floor((FILL * this.pageSize) / rowsPerUnit));
	}
}

/**
 * Rows a unit, told by the first page of them all: known only where its rows follow the calendar, which Meta does not promise.
 * Undefined where they do not.
 */
export function densityOf(dates: readonly string[], units: number): number | undefined {
	const distinct = new Set(dates).size;
	const ordered = dates.every((day, index) => index === 0 || day >= (dates[index - 1] ?? ''));
	return ordered && distinct > 1 && distinct < units ? dates.length / distinct : undefined;
}

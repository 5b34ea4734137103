/** One record of a CSV file. `line` is where it begins, in the file. */
export interface CsvRecord {
	cells: string[];
	line: number;
	/** Where a quotation mark opened that is never closed, or the position of a cell whose text goes on after its closing mark. */
	unclosedAt?: number;
	brokenCell?: number;
}

export const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

const QUOTE = 34;
const LF = 10;
const CR = 13;
const SPACE = 32;

/** The records of a CSV text as RFC 4180 writes them, one at a time. Lines end in CRLF, LF or CR; a mark inside an unquoted cell is an ordinary sign. */
export function* csvRecords(text: string, delimiter: string, from = 0, firstLine = 1): Generator<CsvRecord> {
	const separator = delimiter.charCodeAt(0);
	const { length } = text;
	let at = from;
	let line = firstLine;

	/** A quoted cell from its opening mark on; `at` is left behind its end. */
	const quoted = (record: CsvRecord): string => {
		const opened = line;
		let cell = '';
		for (;;) {
			const end = text.indexOf('"', at + 1);
			const part = text.slice(at + 1, end < 0 ? length : end);
			if (/[\r\n]/.test(part)) line += part.match(/\r\n?|\n/g)?.length ?? 0;
			cell += part;
			at = end < 0 ? length : end + 1;
			if (end < 0) record.unclosedAt = opened;
			if (end < 0 || text.charCodeAt(at) !== QUOTE) break;
			cell += '"';
		}
		const rest = unquoted();
		if (rest.trim() !== '') record.brokenCell ??= record.cells.length;
		return rest.trim() === '' ? cell : cell + rest;
	};

	const unquoted = (): string => {
		const start = at;
		while (at < length) {
			const sign = text.charCodeAt(at);
			if (sign === separator || sign === LF || sign === CR) break;
			at++;
		}
		return text.slice(start, at);
	};

	/** True when a mark comes next, spaces aside: they are no part of a quoted cell. */
	const opens = (): boolean => {
		let next = at;
		while (text.charCodeAt(next) === SPACE && separator !== SPACE) next++;
		if (text.charCodeAt(next) !== QUOTE) return false;
		at = next;
		return true;
	};

	while (at < length) {
		const record: CsvRecord = { cells: [], line };
		for (;;) {
			record.cells.push(opens() ? quoted(record) : unquoted());
			if (at >= length || text.charCodeAt(at) !== separator) break;
			at++;
		}
		if (text.charCodeAt(at) === CR && text.charCodeAt(at + 1) === LF) at++;
		at++;
		line++;
		yield record;
	}
}

/** Excel's own first line, which names the delimiter and is no row. */
export function excelHint(text: string): { delimiter: string; end: number } | undefined {
	const found = /^"?sep=([,;\t|])"?(\r\n?|\n)/i.exec(text);
	return found?.[1] ? { delimiter: found[1], end: found[0].length } : undefined;
}

const LOOKED_AT = 20;

function sample(text: string, delimiter: string): string[][] {
	const found: string[][] = [];
	for (const { cells } of csvRecords(text, delimiter)) {
		if (cells.some((cell) => cell.trim() !== '')) found.push(cells);
		if (found.length === LOOKED_AT) break;
	}
	return found;
}

/**
 * The delimiter with which the first rows make most sense: whose header has most names that are known, then with which most rows are as
 * long as the header.
 */
export function delimiterOf(text: string, known: (header: string) => boolean): Delimiter {
	const beginning = text.slice(0, 256 * 1024);
	const scored = delimiters.map((delimiter) => {
		const [header = [], ...rows] = sample(beginning, delimiter);
		const even = rows.filter(({ length }) => length === header.length).length;
		const score = header.filter(known).length * 1000 + (header.length > 1 ? 1 + even * 10 : 0) + Math.min(header.length, 9);
		return { delimiter, score };
	});
	return scored.reduce((best, one) => (one.score > best.score ? one : best)).delimiter;
}

import { refused } from './errors';
import { madeUpload } from './upload';
import type { Upload } from './upload';

/**
 * A file in ranges, as vendors take large ones. Ranges that follow each other are read in one go, and their bytes are sent while they are read:
 * nothing but the piece under way is in memory. A range that is sent again is read again.
 */
export class Ranges {
	private pieces?: AsyncIterator<Uint8Array>;
	private rest: Uint8Array = new Uint8Array();
	private at = 0;
	/** The range that is read now; one that broke off may still be waiting for a piece, and must not take it from the next. */
	private turn = 0;
	private isMidway = false;

	constructor(private readonly file: Upload) {}

	/** The bytes from `start` up to `end`, which is not included. */
	range(start: number, end: number): Upload {
		const { name, mime } = this.file;
		return madeUpload({ name, mime, size: end - start, read: (offset = 0) => this.read(start + offset, end) });
	}

	async close(): Promise<void> {
		await this.pieces?.return?.();
		this.pieces = undefined;
	}

	private async *read(start: number, end: number): AsyncIterable<Uint8Array> {
		const turn = ++this.turn;
		if (!this.pieces || this.isMidway || start !== this.at) await this.open(start);
		while (turn === this.turn && this.at < end) {
			if (this.rest.length === 0) {
				const step = await this.pieces?.next();
				if (turn !== this.turn) return;
				if (!step || step.done) throw refused('File', `“${this.file.name}” ends before the ${this.file.size} bytes that it is said to have.`, 'Run the item again.');
				this.rest = step.value;
			}
			const piece = this.rest.subarray(0, end - this.at);
			this.rest = this.rest.subarray(piece.length);
			this.at += piece.length;
			this.isMidway = this.at < end;
			yield piece;
		}
	}

	private async open(start: number): Promise<void> {
		const before = this.pieces;
		this.pieces = this.file.read(start)[Symbol.asyncIterator]();
		this.rest = new Uint8Array();
		this.at = start;
		this.isMidway = true;
		await before?.return?.();
	}
}

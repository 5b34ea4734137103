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
		if (!this.pieces || start !== this.at) await this.open(start);
		while (this.at < end) {
			if (this.rest.length === 0 && !(await this.next())) throw refused('File', `“${this.file.name}” ends before the ${this.file.size} bytes that it is said to have.`, 'Run the item again.');
			const piece = this.rest.subarray(0, end - this.at);
			this.rest = this.rest.subarray(piece.length);
			this.at += piece.length;
			yield piece;
		}
	}

	private async open(start: number): Promise<void> {
		await this.close();
		this.pieces = this.file.read(start)[Symbol.asyncIterator]();
		this.rest = new Uint8Array();
		this.at = start;
	}

	private async next(): Promise<boolean> {
		const step = await this.pieces?.next();
		if (!step || step.done) return false;
		this.rest = step.value;
		return true;
	}
}

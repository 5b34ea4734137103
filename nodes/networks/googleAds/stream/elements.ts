/** What the splitter looks for; all of them are single bytes in UTF-8, and never a part of a longer letter. */
const [QUOTE, COMMA, OPEN, BACKSLASH, CLOSE, BEGIN, END] = [0x22, 0x2c, 0x5b, 0x5c, 0x5d, 0x7b, 0x7d];

const isGap = (byte: number) => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

/** A JSON array that ended in the middle, or something that is none. */
export class BrokenArray extends Error {}

/** Cuts a JSON array into its elements, as text, while it arrives. Of the bytes only the element that is not complete yet is kept. */
export class ArraySplitter {
	private kept: Uint8Array[] = [];
	/** Brackets and braces that are open; 1 is the array itself. */
	private depth = 0;
	private inText = false;
	private escaped = false;
	private over = false;

	/** The elements that these bytes complete. */
	take(piece: Uint8Array): string[] {
		const elements: string[] = [];
		let start = 0;
		for (let at = 0; at < piece.length; at++) {
			const byte = piece[at] ?? 0;
			if (this.inText) {
				if (this.escaped) this.escaped = false;
				else if (byte === BACKSLASH) this.escaped = true;
				else if (byte === QUOTE) this.inText = false;
				continue;
			}
			if (byte === QUOTE) this.inText = true;
			else if (byte === OPEN || byte === BEGIN) {
				if (++this.depth === 1) {
					if (byte !== OPEN || this.over) throw new BrokenArray('It is no JSON array.');
					start = at + 1;
				}
			} else if (byte === CLOSE || byte === END) {
				if (--this.depth === 0) {
					elements.push(...this.cut(piece.subarray(start, at)));
					this.over = true;
					start = at + 1;
				}
			} else if (byte === COMMA && this.depth === 1) {
				elements.push(...this.cut(piece.subarray(start, at)));
				start = at + 1;
			}
			if (this.depth < 1 && !this.over && !isGap(byte)) throw new BrokenArray('It is no JSON array.');
		}
		if (this.depth > 0 && start < piece.length) this.kept.push(piece.subarray(start));
		return elements;
	}

	/** All has arrived. @throws BrokenArray where the array has not ended. */
	end(): void {
		if (!this.over) throw new BrokenArray('It ends in the middle.');
	}

	private cut(last: Uint8Array): string[] {
		const text = Buffer.concat([...this.kept, last]).toString();
		this.kept = [];
		return text.trim() === '' ? [] : [text];
	}
}

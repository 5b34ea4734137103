import type { IncomingMessage } from 'node:http';
import { BodyError } from '../body';
import { HEAD_BYTES } from '../media';

/** A text too long to keep, as images in base64 are: its beginning, and how long it is in all. */
export interface LongText {
	head: string;
	length: number;
}

export interface JsonBody {
	fields: Record<string, unknown>;
	/** Long texts by what stands in their place. */
	long: Map<string, LongText>;
}

/** Texts up to this are kept as they are. */
const SHORT = 4 * 1024;
/** Base64 of what is kept of a file. */
const HEAD = Math.ceil(HEAD_BYTES / 3) * 4;
/** Pinterest's limits, five images of 20 MB, make no larger ones. */
const MOST = 160 * 1024 * 1024;

const [quote, escape] = [0x22, 0x5c];

/** Reads JSON piece by piece. A long text is counted and replaced by `longText<n>`, so that memory stays flat. */
class Reader {
	private readonly out: Buffer[] = [];
	private readonly long = new Map<string, LongText>();
	private inText = false;
	private isEscaped = false;
	private text: Buffer[] = [];
	private length = 0;

	add(chunk: Buffer): void {
		let from = 0;
		for (let at = 0; at < chunk.length; at++) {
			const byte = chunk[at];
			if (this.inText && this.isEscaped) this.isEscaped = false;
			else if (this.inText && byte === escape) this.isEscaped = true;
			else if (byte === quote) {
				this.take(chunk.subarray(from, at));
				if (this.inText) this.endText();
				this.inText = !this.inText;
				from = at;
				if (this.inText) this.out.push(chunk.subarray(at, ++from));
			}
		}
		this.take(chunk.subarray(from));
	}

	private take(part: Buffer): void {
		if (!this.inText) {
			this.out.push(part);
			return;
		}
		if (this.length < HEAD) this.text.push(part.subarray(0, HEAD - this.length));
		this.length += part.length;
	}

	private endText(): void {
		if (this.length > SHORT) {
			const name = `longText${this.long.size}`;
			this.long.set(name, { head: Buffer.concat(this.text).toString('latin1'), length: this.length });
			this.out.push(Buffer.from(name));
		} else this.out.push(...this.text);
		this.text = [];
		this.length = 0;
	}

	end(): JsonBody {
		const text = Buffer.concat(this.out).toString();
		try {
			const value: unknown = JSON.parse(text || '{}');
			if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { fields: { ...value }, long: this.long };
		} catch {
			// Said below.
		}
		throw new BodyError('the request body is no JSON object');
	}
}

/** The JSON body of a call, which is also what the journal of requests shows. */
export async function readJson(req: IncomingMessage & { body?: unknown }): Promise<JsonBody> {
	if (!/^application\/json\b/i.test(req.headers['content-type'] ?? '')) throw new BodyError('the body must be application/json');
	const reader = new Reader();
	let size = 0;
	for await (const chunk of req) {
		const part = Buffer.from(chunk);
		size += part.length;
		if (size > MOST) throw new BodyError(`the request body has more than ${MOST} bytes`);
		reader.add(part);
	}
	const body = reader.end();
	req.body = body.fields;
	return body;
}

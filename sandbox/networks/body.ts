import type { IncomingMessage } from 'node:http';
import busboy from 'busboy';
import { HEAD_BYTES } from './media';

/** One file of a multipart body. `head` is its first megabyte, `size` counts all of it, in bytes. */
export interface ReceivedFile {
	filename: string;
	mime: string;
	size: number;
	head: Buffer;
}

/** A parsed request body, whatever its encoding was. Fields of forms are strings, fields of JSON keep their types. */
export interface Body {
	fields: Record<string, unknown>;
	files: Map<string, ReceivedFile>;
}

/** Said to the client as its network says it; the message is one sentence. */
export class BodyError extends Error {}

const JSON_BYTES = 10 * 1024 * 1024;

/** Reads JSON, urlencoded and multipart bodies; multipart is streamed and only each file's head is kept. */
export async function readBody(req: IncomingMessage): Promise<Body> {
	const type = (req.headers['content-type'] ?? '').toLowerCase();
	if (type.startsWith('multipart/form-data')) return await readMultipart(req);
	const text = await readText(req);
	const files = new Map<string, ReceivedFile>();
	if (text === '') return { fields: {}, files };
	if (type.startsWith('application/json')) return { fields: parseJson(text), files };
	if (type.startsWith('application/x-www-form-urlencoded')) return { fields: Object.fromEntries(new URLSearchParams(text)), files };
	return { fields: {}, files };
}

/** Collects a stream's head and counts the rest. Used for multipart files and for fetched URLs alike. */
export class HeadCollector {
	size = 0;
	private readonly chunks: Buffer[] = [];
	private kept = 0;

	add(chunk: Uint8Array): void {
		this.size += chunk.length;
		if (this.kept >= HEAD_BYTES) return;
		const part = Buffer.from(chunk.subarray(0, HEAD_BYTES - this.kept));
		this.chunks.push(part);
		this.kept += part.length;
	}

	head(): Buffer {
		return Buffer.concat(this.chunks);
	}
}

async function readText(req: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of req) {
		const part = Buffer.from(chunk);
		size += part.length;
		if (size > JSON_BYTES) throw new BodyError(`the request body is larger than ${JSON_BYTES} bytes; send files as multipart/form-data`);
		chunks.push(part);
	}
	return Buffer.concat(chunks).toString('utf8');
}

function parseJson(text: string): Record<string, unknown> {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		throw new BodyError("can't parse the request body as JSON");
	}
	if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new BodyError('the JSON request body must be an object');
	return { ...value };
}

async function readMultipart(req: IncomingMessage): Promise<Body> {
	const fields: Record<string, unknown> = {};
	const files = new Map<string, ReceivedFile>();
	await new Promise<void>((resolve, reject) => {
		const fail = (error: Error) => reject(new BodyError(`can't read the multipart body: ${error.message}`));
		try {
			const parser = busboy({ headers: req.headers, defParamCharset: 'utf8', limits: { fieldSize: JSON_BYTES } });
			parser.on('field', (name, value) => {
				fields[name] = value;
			});
			parser.on('file', (name, stream, { filename, mimeType }) => {
				const collected = new HeadCollector();
				stream.on('data', (chunk: Buffer) => collected.add(chunk));
				stream.on('end', () =>
					files.set(name, { filename: filename ?? name, mime: mimeType, size: collected.size, head: collected.head() }),
				);
			});
			parser.on('close', resolve);
			parser.on('error', (error) => fail(error instanceof Error ? error : new Error(String(error))));
			req.on('error', fail);
			req.pipe(parser);
		} catch (error) {
			fail(error instanceof Error ? error : new Error(String(error)));
		}
	});
	return { fields, files };
}

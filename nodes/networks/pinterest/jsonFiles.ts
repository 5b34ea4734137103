import { randomUUID } from 'node:crypto';
import type { Request } from '../../core/request';
import { madeUpload } from '../../core/upload';
import type { Upload } from '../../core/upload';
import { pinterest } from '../../platforms/pinterest';

/** Three bytes make four characters. */
const WHOLE = 3;

async function* base64Of(file: Upload): AsyncIterable<Uint8Array> {
	let rest = Buffer.alloc(0);
	for await (const piece of file.read()) {
		const bytes = Buffer.concat([rest, piece]);
		const whole = bytes.length - (bytes.length % WHOLE);
		yield Buffer.from(bytes.toString('base64', 0, whole), 'latin1');
		rest = bytes.subarray(whole);
	}
	if (rest.length > 0) yield Buffer.from(rest.toString('base64'), 'latin1');
}

const lengthOf = (part: string | Upload): number => (typeof part === 'string' ? Buffer.byteLength(part) : Math.ceil(part.size / WHOLE) * 4);

async function* bytesOf(parts: readonly (string | Upload)[]): AsyncIterable<Uint8Array> {
	for (const part of parts) {
		if (typeof part === 'string') yield Buffer.from(part);
		else yield* base64Of(part);
	}
}

const isUpload = (value: unknown): value is Upload => typeof value === 'object' && value !== null && 'read' in value && 'part' in value;

/** A JSON body. Files in it go as base64, which is made while it is sent: an image of 20 MB is never in memory as a whole. */
export function jsonBody(body: object): Pick<Request, 'body' | 'file' | 'headers' | 'timeout'> {
	const files: Upload[] = [];
	const mark = randomUUID();
	const text = JSON.stringify(body, (_, value: unknown) => (isUpload(value) ? `${mark}${files.push(value) - 1}` : value));
	if (files.length === 0) return { body: JSON.parse(text) };
	const texts = text.split(new RegExp(`${mark}\\d+`));
	const parts = texts.flatMap((part, index) => [part, ...(files[index] ? [files[index]] : [])]);
	const size = parts.reduce((sum, part) => sum + lengthOf(part), 0);
	const mime = 'application/json';
	return { file: madeUpload({ name: 'body.json', mime, size, read: () => bytesOf(parts) }), headers: { 'content-type': mime }, timeout: pinterest.upload.images };
}

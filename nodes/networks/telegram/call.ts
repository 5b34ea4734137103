import type { IDataObject } from 'n8n-workflow';
import type { Request } from '../../core/request';
import type { Upload } from '../../core/upload';

/** Empty strings and missing values, as an expression may give, are left out: Telegram reads them as given. */
const given = ([, value]: [string, unknown]) => value !== undefined && value !== null && value !== '';

const asText = (value: unknown) => (typeof value === 'object' ? JSON.stringify(value) : String(value));

/** A slow line may take its time: a minute, and as long as the files need at 100 KB a second. */
const uploadTime = (files: Upload[]) => 60_000 + files.reduce((bytes, { size }) => bytes + size, 0) / 100;

/**
 * A Bot API call. As soon as a file travels with it, it is a multipart form, in which nested objects are JSON text:
 * https://core.telegram.org/bots/api#making-requests
 */
export function call(method: string, parameters: IDataObject = {}, files: Record<string, Upload> = {}): Request {
	const entries = Object.entries(parameters).filter(given);
	const uploads = Object.values(files);
	if (uploads.length === 0) return { method: 'POST', url: `/${method}`, body: Object.fromEntries(entries) };
	const texts = entries.map(([name, value]): [string, string] => [name, asText(value)]);
	return { method: 'POST', url: `/${method}`, form: { ...Object.fromEntries(texts), ...files }, timeout: uploadTime(uploads) };
}

/** A Bot API call whose repeat changes nothing more: a question, or a setting that then stands as it stood. */
export const repeatable = (method: string, parameters: IDataObject = {}): Request => ({ ...call(method, parameters), idempotent: true });

/** Telegram takes a numeric ID or `@name`; people also paste `t.me/name`. */
export function chatIdOf(chat: string): string {
	const id = String(chat).trim().replace(/^(https?:\/\/)?t\.me\//i, '');
	return /^-?\d+$/.test(id) || id.startsWith('@') ? id : `@${id}`;
}

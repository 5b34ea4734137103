import type { IDataObject } from 'n8n-workflow';
import type { Request } from '../core/transport';
import type { Upload } from '../core/upload';

/** Empty strings and missing values are left out: Telegram reads them as given. */
const given = ([, value]: [string, unknown]) => value !== undefined && value !== '';

const asText = (value: unknown) => (typeof value === 'object' ? JSON.stringify(value) : String(value));

/**
 * A Bot API call. As soon as a file travels with it, it is a multipart form, in which nested objects are JSON text:
 * https://core.telegram.org/bots/api#making-requests
 */
export function call(method: string, parameters: IDataObject = {}, files: Record<string, Upload> = {}): Request {
	const entries = Object.entries(parameters).filter(given);
	if (Object.keys(files).length === 0) return { method: 'POST', url: `/${method}`, body: Object.fromEntries(entries) };
	const texts = entries.map(([name, value]): [string, string] => [name, asText(value)]);
	return { method: 'POST', url: `/${method}`, form: { ...Object.fromEntries(texts), ...files } };
}

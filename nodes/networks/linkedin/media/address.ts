import type { Api } from '../../../core/api';
import { PlatformError, failureOf } from '../../../core/errors';
import type { Failure } from '../../../core/errors';
import type { Reply } from '../../../core/platform';
import type { Upload } from '../../../core/upload';
import { linkedin } from '../../../platforms/linkedin';

/** The type of whatever is sent to an address. */
export const BYTES = 'application/octet-stream';

/** What LinkedIn answers at an address that has ended: there a 401 is about the address, not about the connection. */
const ENDED = [401, 403, 404, 410];

/** This upload comes to nothing, and another one may well. */
export class UploadBroken extends PlatformError {}

export const plain = ({ verdict, message, hint, code, status, retryAfter }: Failure): Failure => ({ verdict, message, hint, code, status, retryAfter });

/** Marks what was refused with one of these statuses: the upload is to be begun anew. */
export const brokenBy = async <T>(statuses: readonly number[], sent: Promise<T>): Promise<T> =>
	await sent.catch(async (error: unknown) => {
		const failure = failureOf(error);
		return await Promise.reject(statuses.includes(failure.status ?? 0) ? new UploadBroken(plain(failure)) : error);
	});

/** Sends bytes to an address that LinkedIn gave for them. The same bytes may be sent again: the address takes nothing else. */
export async function put(api: Api, url: string, file: Upload, { unsigned }: { unsigned?: true } = {}): Promise<Reply> {
	const headers = { 'content-type': BYTES };
	return await brokenBy(ENDED, api.send<Reply>({ method: 'PUT', url, file, headers, timeout: linkedin.uploadTimeout, unsigned, whole: true, idempotent: true }));
}

import type { IDataObject } from 'n8n-workflow';
import { refused } from '../../core/errors';
import type { Request } from '../../core/request';
import { madeUpload } from '../../core/upload';
import { gmail } from '../../platforms/gmail';
import { newBoundary } from './mime/compose';
import type { Composed } from './mime/compose';
import { CRLF } from './mime/headers';

const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** A slow line may take its time: a minute, and as long as the bytes need at 100 KB a second. */
const uploadTime = (bytes: number) => 60_000 + bytes / 100;

/** The whole message as the API’s JSON takes it. */
async function rawOf(message: Composed): Promise<string> {
	const pieces: Uint8Array[] = [];
	for await (const piece of message.read()) pieces.push(piece);
	return Buffer.concat(pieces).toString('base64url');
}

/** The message behind a JSON part, made while it is sent. https://developers.google.com/workspace/gmail/api/guides/uploads#multipart */
function streamed(message: Composed, about: IDataObject): Partial<Request> {
	const boundary = newBoundary();
	const head = [`--${boundary}`, 'Content-Type: application/json; charset=UTF-8', '', JSON.stringify(about), `--${boundary}`, 'Content-Type: message/rfc822', '', ''].join(CRLF);
	const edges = [Buffer.from(head), Buffer.from(`${CRLF}--${boundary}--${CRLF}`)] as const;
	const mime = `multipart/related; boundary="${boundary}"`;
	async function* read() {
		yield edges[0];
		yield* message.read();
		yield edges[1];
	}
	const size = message.size + edges[0].length + edges[1].length;
	return { host: 'upload', qs: { uploadType: 'multipart' }, headers: { 'content-type': mime }, file: madeUpload({ name: 'message', mime, size, read }), timeout: uploadTime(size) };
}

/** How a message travels with its call: small ones as JSON, large ones streamed. `enclosed` puts them where the call wants them. */
export async function carried(message: Composed, threadId?: string, enclosed = (inner: IDataObject): IDataObject => inner): Promise<Partial<Request>> {
	const { message: most, json } = gmail.limits;
	if (message.size > most) {
		throw refused('Attachments', `make a message of ${megabytes(message.size)}; Gmail takes ${megabytes(most)}, and files grow by a third on their way.`, 'Attach smaller or fewer files, or send a link.');
	}
	const about = threadId ? { threadId } : {};
	return message.size > json ? streamed(message, enclosed(about)) : { body: enclosed({ ...about, raw: await rawOf(message) }) };
}

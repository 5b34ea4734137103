import type { Request } from 'express';
import { gmailError } from '../errors';
import { checkFields, invalid } from './call';
import { bodyOf, fieldsOf, split, structured } from './mime';

/** https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.messages/send: the largest message, in bytes. */
const MESSAGE_BYTES = 35 * 1024 * 1024;
const JSON_BYTES = MESSAGE_BYTES * 1.4;

/** What a body that carries a message says. */
export interface Intake {
	raw: Buffer | undefined;
	threadId: string | undefined;
	labelIds: string[];
	/** Of a draft. */
	id: string | undefined;
}

const tooLarge = () => gmailError(413, 'Request is too large. Maximum message size is 36700160 bytes.', 'uploadTooLarge');

async function bytesOf(req: Request, most: number): Promise<Buffer> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of req) {
		size += chunk.length;
		if (size <= most) chunks.push(Buffer.from(chunk));
	}
	if (size > most) throw tooLarge();
	return Buffer.concat(chunks);
}

function parsed(text: string): Record<string, unknown> {
	if (text.trim() === '') return {};
	try {
		const value: unknown = JSON.parse(text);
		if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
	} catch {
		// Said below.
	}
	throw invalid('Invalid JSON payload received. Expected an object.');
}

/** A JSON body. */
export async function readJson(req: Request, known: readonly string[]): Promise<Record<string, unknown>> {
	const bytes = await bytesOf(req, JSON_BYTES);
	const type = req.get('content-type') ?? '';
	if (bytes.length > 0 && !type.toLowerCase().startsWith('application/json')) throw invalid(`Invalid content type: ${type}. Send application/json.`);
	const fields = parsed(bytes.toString('utf8'));
	req.body = fields;
	checkFields(fields, known);
	return fields;
}

const messageFields = ['id', 'threadId', 'labelIds', 'raw', 'snippet', 'historyId', 'internalDate', 'sizeEstimate', 'payload', 'classificationLabelValues'];

const object = (value: unknown, name: string): Record<string, unknown> => {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalid(`Invalid value at '${name}', expected an object`);
	return { ...value };
};

function rawOf(raw: unknown): Buffer | undefined {
	if (raw === undefined || raw === '') return undefined;
	// Not one pattern for the whole: on millions of characters that one can overflow.
	if (typeof raw !== 'string' || /[^\w-]/.test(raw.replace(/={1,2}$/, ''))) throw invalid('Invalid value for ByteString: "raw" must be base64url, without line ends');
	return Buffer.from(raw, 'base64url');
}

/** `isDraft`: the message stands inside a draft. */
function intakeOf(fields: Record<string, unknown>, isDraft: boolean): Intake {
	checkFields(fields, isDraft ? ['id', 'message'] : messageFields);
	const message = isDraft && fields.message !== undefined ? object(fields.message, 'message') : isDraft ? {} : fields;
	checkFields(message, messageFields, isDraft ? 'message' : '');
	const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
	const labelIds = Array.isArray(message.labelIds) ? message.labelIds.map(String) : [];
	return { raw: rawOf(message.raw), threadId: text(message.threadId), labelIds, id: isDraft ? text(fields.id) : undefined };
}

/**
 * The message of a body, whichever way it came: JSON with `raw`, or at `/upload` the bytes alone or behind a JSON part.
 * https://developers.google.com/workspace/gmail/api/guides/uploads
 */
export async function readIntake(req: Request, { upload, draft = false }: { upload: boolean; draft?: boolean }): Promise<Intake> {
	const intake = upload ? await readUpload(req, draft) : intakeOf(parsed((await bytesOf(req, JSON_BYTES)).toString('utf8')), draft);
	// The journal tells how large a message was, not what was in it.
	req.body = { ...intake, labelIds: intake.labelIds.length > 0 ? intake.labelIds : undefined };
	if ((intake.raw?.length ?? 0) > MESSAGE_BYTES) throw tooLarge();
	return intake;
}

async function readUpload(req: Request, draft: boolean): Promise<Intake> {
	const { value: type, params } = structured(req.get('content-type') ?? '');
	const bytes = await bytesOf(req, MESSAGE_BYTES + 64 * 1024);
	const empty = intakeOf({}, draft);
	const way = req.query.uploadType;
	if (way === 'media') {
		if (type !== 'message/rfc822') throw gmailError(400, `Media type '${type}' is not supported. Valid media types: [message/*]`, 'badContent');
		return { ...empty, raw: bytes };
	}
	if (way !== 'multipart') throw gmailError(400, `Invalid upload request: uploadType "${String(way)}"; the sandbox knows media and multipart.`, 'badRequest');
	if (type !== 'multipart/related' || !params.boundary) throw gmailError(400, 'Invalid multipart request: expected multipart/related with a boundary.', 'badRequest');
	const [json, message, ...more] = split(bytes, params.boundary);
	const typeOf = (part: Buffer) => structured(fieldsOf(part).find(({ name }) => name.toLowerCase() === 'content-type')?.value ?? '').value;
	if (!json || !message || more.length > 0 || typeOf(json) !== 'application/json')
		throw gmailError(400, 'Invalid multipart request with 0 mime parts: expected a JSON part, then a message/rfc822 part.', 'badRequest');
	if (typeOf(message) !== 'message/rfc822') throw gmailError(400, `Media type '${typeOf(message)}' is not supported. Valid media types: [message/*]`, 'badContent');
	return { ...intakeOf(parsed(bodyOf(json).toString('utf8')), draft), raw: bodyOf(message) };
}

import { Router, type Request } from 'express';
import busboy from 'busboy';
import { HeadCollector } from '../body';
import { sniff } from '../sniff';
import type { Upload } from './model';
import type { Pinterest } from './state';

/** A refusal in S3's words. https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html */
class StoreError extends Error {
	constructor(
		readonly status: number,
		readonly code: string,
		message: string,
	) {
		super(message);
	}
}

/** Pinterest names 1 GB and 2 GB. */
const VIDEO_BYTES = 2048 * 1024 * 1024;
const HOUR = 3_600_000;

interface Form {
	/** In the order in which they came; of the file `null`. */
	fields: [name: string, value: string | null][];
	file?: { filename: string; mime: string; size: number; head: Buffer };
}

async function readForm(req: Request): Promise<Form> {
	const form: Form = { fields: [] };
	await new Promise<void>((resolve, reject) => {
		const fail = () => reject(new StoreError(400, 'MalformedPOSTRequest', 'The body of your POST request is not well-formed multipart/form-data.'));
		try {
			const parser = busboy({ headers: req.headers, defParamCharset: 'utf8' });
			parser.on('field', (name, value) => form.fields.push([name, value]));
			parser.on('file', (name, stream, { filename, mimeType: mime }) => {
				form.fields.push([name, null]);
				const collected = new HeadCollector();
				stream.on('data', (chunk: Buffer) => collected.add(chunk));
				stream.on('end', () => (form.file = { filename: filename ?? name, mime, size: collected.size, head: collected.head() }));
			});
			parser.on('close', resolve);
			parser.on('error', fail);
			req.on('error', fail);
			req.pipe(parser);
		} catch {
			fail();
		}
	});
	return form;
}

/** The upload that the form is for. S3 itself ignores what comes after the file, and so misses it. */
function uploadOf(req: Request, { fields, file }: Form, pinterest: Pinterest): Upload {
	if (req.get('authorization') !== undefined) throw new StoreError(400, 'InvalidArgument', 'Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query string parameter or the Authorization header should be specified.');
	if (!file) throw new StoreError(400, 'InvalidArgument', 'POST requires exactly one file upload per request.');
	const [last] = fields.at(-1) ?? [];
	if (last !== 'file') throw new StoreError(400, 'InvalidArgument', `The file must be the last field, named file; the last one was ${last ?? '(none)'}.`);
	const given = Object.fromEntries(fields.slice(0, -1));
	const upload = [...pinterest.uploads.values()].find(({ parameters }) => parameters.key === given.key);
	if (!upload) throw new StoreError(403, 'AccessDenied', 'Invalid according to Policy: Policy Condition failed: key.');
	const wrong = Object.keys({ ...upload.parameters, ...given }).find((name) => given[name] !== upload.parameters[name]);
	if (wrong !== undefined) throw new StoreError(403, 'AccessDenied', `Invalid according to Policy: Policy Condition failed: ${wrong}.`);
	if (pinterest.now > upload.registeredAt + HOUR) throw new StoreError(403, 'AccessDenied', 'Invalid according to Policy: Policy expired.');
	if (file.size > VIDEO_BYTES) throw new StoreError(400, 'EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size');
	return upload;
}

/** The bucket that takes videos: a POST form with every parameter that Pinterest gave, then the file. Answers 204 and nothing. */
export function storeRouter(pinterest: Pinterest): Router {
	const router = Router();
	router.post('/', async (req, res) => {
		try {
			const form = await readForm(req);
			const { file } = form;
			// What the store is given proves who may upload: none of it is for the journal.
			req.body = { fields: form.fields.map(([name]) => name), file };
			const upload = uploadOf(req, form, pinterest);
			const mime = file && sniff(file.head)?.mime;
			const isVideo = mime === 'video/mp4' || mime === 'video/quicktime';
			if (file) upload.url = pinterest.world.media.put({ name: file.filename, mime: mime ?? file.mime, head: file.head, size: file.size }).url;
			upload.uploadedAt = pinterest.now;
			if (!isVideo || pinterest.settings.processingFails) upload.failed = true;
			res.status(204).end();
		} catch (error) {
			if (!(error instanceof StoreError)) throw error;
			res.status(error.status).type('xml').send(`<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${error.code}</Code><Message>${error.message.replace(/[<&]/g, '')}</Message></Error>`);
		}
	});
	return router;
}

import path from 'node:path';
import express, { type Router } from 'express';
import type { MediaStore, StoredMedia } from './world';

/** What is kept of one upload, in bytes. */
export const HEAD_BYTES = 1024 * 1024;
/** What is kept of all uploads together; the oldest go first. */
const TOTAL_BYTES = 256 * 1024 * 1024;

interface Saved {
	files: Map<string, StoredMedia>;
	last: number;
}

/** Holds the first megabyte of each upload; addresses are `<origin>/media/<id>/<name>`. */
export function createMediaStore(origin: string): MediaStore {
	let files = new Map<string, StoredMedia>();
	let last = 0;
	let held = 0;
	return {
		put({ name, mime, head, size }) {
			const id = String(++last);
			const kept = Buffer.from(head.subarray(0, HEAD_BYTES));
			const file = { id, name, mime, head: kept, size, url: `${origin}/media/${id}/${encodeURIComponent(name)}` };
			files.set(id, file);
			held += kept.length;
			for (const [oldId, old] of files) {
				if (held <= TOTAL_BYTES) break;
				files.delete(oldId);
				held -= old.head.length;
				// A post or message may still name the file: it keeps what it knows of it, without the bytes.
				old.head = Buffer.alloc(0);
			}
			return file;
		},
		get: (id) => files.get(id),
		clear() {
			files.clear();
			held = 0;
		},
		save: (): Saved => ({ files, last }),
		load: (saved: Saved) => {
			({ files, last } = saved);
			held = [...files.values()].reduce((sum, { head }) => sum + head.length, 0);
		},
	};
}

/** `/media/samples/<file>` from this folder's samples, `/media/<id>/<name>` from the store. */
export function mediaRouter(store: MediaStore): Router {
	const router = express.Router();
	router.use((_req, res, next) => {
		// An uploaded HTML or SVG file must not run as a page of the sandbox.
		res.set({ 'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'", 'x-content-type-options': 'nosniff' });
		next();
	});
	router.use('/samples', express.static(path.join(__dirname, 'media'), { index: false, fallthrough: false }));
	router.get('/:id/:name', (req, res) => {
		const file = store.get(req.params.id);
		if (!file) {
			res
				.status(404)
				.type('text')
				.send('No such file: the sandbox forgets uploads on reset, when more than 256 MB are held, and on a restart without --data.');
			return;
		}
		sendRange(req.headers.range, file, res);
	});
	return router;
}

/** Players of some browsers refuse a video whose server does not answer ranges. */
function sendRange(range: string | undefined, file: StoredMedia, res: express.Response): void {
	res.set({ 'accept-ranges': 'bytes', 'x-sandbox-full-size': String(file.size) }).type(file.mime);
	const asked = /^bytes=(\d+)-(\d*)$/.exec(range ?? '');
	if (!asked) {
		res.send(file.head);
		return;
	}
	const start = Number(asked[1]);
	const end = Math.min(asked[2] ? Number(asked[2]) : file.head.length - 1, file.head.length - 1);
	if (start > end) {
		res.status(416).set('content-range', `bytes */${file.head.length}`).end();
		return;
	}
	res
		.status(206)
		.set('content-range', `bytes ${start}-${end}/${file.head.length}`)
		.send(file.head.subarray(start, end + 1));
}

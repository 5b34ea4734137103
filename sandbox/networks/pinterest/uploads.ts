import { randomBytes } from 'node:crypto';
import type { Request, Router } from 'express';
import type { Caller } from './api';
import { readJson } from './body';
import { PinterestError, route } from './errors';
import type { Environment, Upload } from './model';
import { paging, pageOf, queryOf } from './query';
import type { Pinterest } from './state';
import { Wish } from './wish';

/** Where videos go. */
export const STORE = 'pinterest-media-upload.s3-accelerate.amazonaws.com';

/** What becomes of it shows by the clock: nobody has to tell. */
export function statusOf(upload: Upload, { now, settings }: Pinterest): 'registered' | 'processing' | 'succeeded' | 'failed' {
	if (upload.uploadedAt === undefined) return 'registered';
	if (now < upload.uploadedAt + settings.processingSeconds * 1000) return 'processing';
	return upload.failed ? 'failed' : 'succeeded';
}

export const isSucceeded = (upload: Upload, pinterest: Pinterest): boolean => statusOf(upload, pinterest) === 'succeeded';

/** Obviously made up: nothing is signed here, but the store wants back what it gave. */
function parametersOf(id: string, now: number): Record<string, string> {
	const date = new Date(now).toISOString().replace(/[-:]|\.\d+/g, '');
	return {
		'x-amz-date': date,
		'x-amz-signature': `SANDBOX-signature-${randomBytes(8).toString('hex')}`,
		'x-amz-security-token': `SANDBOX-storage-token-${randomBytes(8).toString('hex')}`,
		'x-amz-algorithm': 'AWS4-HMAC-SHA256',
		key: `uploads/sandbox/${id}`,
		policy: Buffer.from(JSON.stringify({ expiration: new Date(now + 3_600_000).toISOString() })).toString('base64'),
		'x-amz-credential': `SANDBOXKEY/${date.slice(0, 8)}/us-east-1/s3/aws4_request`,
		'Content-Type': 'multipart/form-data',
	};
}

function registered(pinterest: Pinterest, account: string, environment: Environment): Upload {
	const id = pinterest.newId(549_600_000_000_000_000n);
	const upload: Upload = { id, environment, account, parameters: parametersOf(id, pinterest.now), registeredAt: pinterest.now };
	pinterest.uploads.set(id, upload);
	return upload;
}

const described = (upload: Upload, pinterest: Pinterest) => ({ media_id: upload.id, media_type: 'video', status: statusOf(upload, pinterest) });

/** https://developers.pinterest.com/docs/api/v5/media-create */
export function addUploadRoutes(router: Router, pinterest: Pinterest, environment: Environment, caller: Caller): void {
	const own = (req: Request<Record<string, string>>) => {
		const account = caller(req, 'pins:read');
		return [...pinterest.uploads.values()].filter((upload) => upload.account === account.id && upload.environment === environment).reverse();
	};
	router.post(
		'/v5/media',
		route(async (req) => {
			const wish = new Wish((await readJson(req)).fields);
			const { id } = caller(req, 'pins:read', 'pins:write');
			queryOf(req);
			wish.needed('media_type');
			wish.oneOf('media_type', ['video']);
			wish.end();
			const upload = registered(pinterest, id, environment);
			return { media_id: upload.id, media_type: 'video', upload_url: `${pinterest.world.origin}/${STORE}/`, upload_parameters: upload.parameters };
		}, 201),
	);
	router.get(
		'/v5/media',
		route((req) => {
			const page = pageOf(own(req), queryOf(req, ...paging));
			return { ...page, items: page.items.map((upload) => described(upload, pinterest)) };
		}),
	);
	router.get(
		'/v5/media/:media',
		route<{ media: string }>((req) => {
			queryOf(req);
			const upload = own(req).find(({ id }) => id === req.params.media);
			if (!upload) throw new PinterestError(404, 404, 'Media not found.');
			return described(upload, pinterest);
		}),
	);
}

import { createHash } from 'node:crypto';
import { Router } from 'express';
import type { Call, Describe, Handler } from '../call';
import type { Edges } from '../edges';
import { bearerOf } from '../envelope';
import { GraphError, invalid, notFound } from '../errors';
import { megabyte } from '../media';
import type { WhatsAppNumber } from '../model';
import type { Meta } from '../state';
import { invalidMessage } from './errors';
import type { WhatsAppMedia } from './model';

const host = 'lookaside.fbsbx.com';
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media#supported-media-types */
const office = ['msword', 'vnd.ms-excel', 'vnd.ms-powerpoint', ...['wordprocessingml.document', 'spreadsheetml.sheet', 'presentationml.presentation'].map((name) => `vnd.openxmlformats-officedocument.${name}`)];
const types: Readonly<Record<string, { mimes: string[]; bytes: number }>> = {
	audio: { mimes: ['audio/aac', 'audio/amr', 'audio/mpeg', 'audio/mp4', 'audio/ogg'], bytes: 16 * megabyte },
	image: { mimes: ['image/jpeg', 'image/png'], bytes: 5 * megabyte },
	video: { mimes: ['video/mp4', 'video/3gpp'], bytes: 16 * megabyte },
	document: { mimes: ['text/plain', ...['pdf', ...office].map((name) => `application/${name}`)], bytes: 100 * megabyte },
	sticker: { mimes: ['image/webp'], bytes: 500 * 1024 },
};

export const largest = (kind: string): number => types[kind]?.bytes ?? 100 * megabyte;

/** Why a file is none of this kind, in one sentence. */
export function refusedFile(kind: string, mime: string, size: number): string | undefined {
	const { mimes = [], bytes = 0 } = types[kind] ?? {};
	if (!mimes.includes(mime)) return `Media of type ${kind} must be one of {${mimes.join(', ')}}, not ${mime}.`;
	return size > bytes ? `Media of type ${kind} must have at most ${bytes} bytes, not ${size}.` : undefined;
}

const isKept = ({ received, createdAt }: WhatsAppMedia, now: number): boolean => now < createdAt + (received ? 7 : 30) * DAY;

/** A file of this number that can still be sent. */
export function mediaOf(id: string, number: WhatsAppNumber, meta: Meta): WhatsAppMedia {
	const media = meta.find('WhatsAppMedia', id);
	if (media?.numberId !== number.id || !isKept(media, meta.now)) throw invalidMessage(`Media ${id} does not exist, has expired or belongs to another number.`);
	return media;
}

export const keepMedia = (meta: Meta, numberId: string, file: WhatsAppMedia['file'], received: boolean): WhatsAppMedia =>
	meta.keep({ type: 'WhatsAppMedia', id: meta.newId('whatsAppMedia'), numberId, file, received, createdAt: meta.now });

/** https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media#upload-media */
export function uploadMedia(number: WhatsAppNumber, { params, files }: Call, meta: Meta): Record<string, unknown> {
	if (params.required('messaging_product') !== 'whatsapp') throw invalid('Param messaging_product must be one of {WHATSAPP}');
	const file = files.get('file');
	if (!file) throw invalid('The parameter file is required.');
	const type = params.text('type') ?? file.mime;
	if (type !== file.mime) throw invalid(`Param type: ${type} is not the type of the file, ${file.mime}.`);
	const kind = Object.keys(types).find((name) => types[name]?.mimes.includes(type));
	if (kind === undefined) throw invalid(`Param file must be a file with one of the following types: ${Object.values(types).flatMap(({ mimes }) => mimes).join(', ')}. Received file of type '${type}'.`);
	const problem = refusedFile(kind, type, file.size);
	if (problem) throw invalid(problem);
	return { id: keepMedia(meta, number.id, file, false).id };
}

export const sha256 = ({ head }: WhatsAppMedia['file'], encoding: 'hex' | 'base64'): string => createHash('sha256').update(head).digest(encoding);

function check(media: WhatsAppMedia, { method, params }: Call, meta: Meta): void {
	const number = params.text('phone_number_id');
	if (!isKept(media, meta.now) || (number !== undefined && number !== media.numberId)) throw notFound(method, media.id);
}

/** The address is good for five minutes. */
function addressOf({ id, file }: WhatsAppMedia, meta: Meta): string {
	const query = new URLSearchParams({ mid: id, source: 'getMedia', ext: String(meta.now + 5 * MINUTE), hash: sha256(file, 'hex').slice(0, 16) });
	return meta.url(host, `/whatsapp_business/attachments/?${query.toString()}`);
}

export const describeMedia: Describe<WhatsAppMedia> = (media) => ({ label: 'WhatsAppBusinessMedia', defaults: ['id'], fields: { id: () => media.id } });

export const mediaEdges: Edges<'WhatsAppMedia', Handler<WhatsAppMedia>> = {
	GET: (media, call, meta) => {
		check(media, call, meta);
		const { mime: mime_type, size: file_size } = media.file;
		return { url: addressOf(media, meta), mime_type, sha256: sha256(media.file, 'hex'), file_size, id: media.id, messaging_product: 'whatsapp' };
	},
	DELETE: (media, call, meta) => {
		check(media, call, meta);
		meta.nodes.delete(media.id);
		return { success: true };
	},
};

/** Where the bytes are: for the token alone, and 404 once the address has expired. */
export function lookasideRouter(meta: Meta): Router {
	const router = Router();
	router.get('/whatsapp_business/attachments', (request, response) => {
		const bearer = bearerOf(request);
		try {
			const token = meta.tokens.valid(bearer ?? '');
			if (!token.grant.scopes.includes('whatsapp_business_messaging')) throw new GraphError(10, 'No permission.');
		} catch (error) {
			if (!(error instanceof GraphError)) throw error;
			response.status(401).json(error.body());
			return;
		}
		const { mid, ext } = request.query;
		const media = typeof mid === 'string' ? meta.find('WhatsAppMedia', mid) : undefined;
		if (!media || !isKept(media, meta.now) || Number(ext) < meta.now) response.status(404).type('text').send('Not Found');
		else response.type(media.file.mime).send(media.file.head);
	});
	return router;
}

import { randomBytes } from 'node:crypto';
import type { Request } from 'express';
import { readBody } from '../body';
import { ApiError, denied } from './errors';
import { checkAuthor } from './posts';
import type { PostContent } from './readPost';
import { keyIn, parametersIn } from './restli';
import type { TimelineEntry } from '../world';
import type { LinkedIn } from './state';
import { versionOf } from './versions';

export const collections = { images: 'image', videos: 'video', documents: 'document' } as const;
type Collection = keyof typeof collections;

/** One address that takes one range of one file. */
export interface Part {
	/** What its address ends with: whoever has it may upload. */
	secret: string;
	firstByte: number;
	lastByte: number;
	/** Of what was uploaded. */
	etag?: string;
}

/** An image, video or document, and how far it is. */
export interface Asset {
	urn: string;
	collection: Collection;
	owner: string;
	/** Bytes; unknown beforehand for images and documents. */
	size?: number;
	parts: Part[];
	token: string;
	/** Clock milliseconds. */
	urlsExpireAt: number;
	/** When all of it was there. */
	uploadedAt?: number;
	/** What it cannot be processed for. */
	failure?: string;
	/** Where it is shown. */
	url?: string;
}

const bad = (code: string, message: string): ApiError => new ApiError(400, code, message);
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** URNs of the media in a post. */
export function mediaOf(content: PostContent | undefined): string[] {
	if (content === undefined) return [];
	if ('media' in content) return [content.media.id];
	if ('multiImage' in content) return content.multiImage.images.map(({ id }) => id);
	return 'article' in content && content.article.thumbnail !== undefined ? [content.article.thumbnail] : [];
}

/** As its `status` tells it. */
export function stateOf({ now, settings }: LinkedIn, { uploadedAt, failure, collection }: Asset): { status: 'WAITING_UPLOAD' | 'PROCESSING' | 'AVAILABLE' | 'PROCESSING_FAILED'; failure?: string } {
	if (uploadedAt === undefined) return { status: 'WAITING_UPLOAD' };
	if (now < uploadedAt + settings.processingSeconds * 1000) return { status: 'PROCESSING' };
	const reason = failure ?? (settings.failProcessing ? `The ${collections[collection]} could not be processed` : undefined);
	return reason === undefined ? { status: 'AVAILABLE' } : { status: 'PROCESSING_FAILED', failure: reason };
}

/** The media of a post as the timeline shows them. */
export function shownMedia({ assets }: LinkedIn, content: PostContent | undefined): TimelineEntry['media'] {
	const alts = content === undefined ? [] : 'media' in content ? [content.media.altText] : 'multiImage' in content ? content.multiImage.images.map(({ altText }) => altText) : 'article' in content ? [content.article.thumbnailAltText] : [];
	const kinds = { images: 'image', videos: 'video', documents: 'file' } as const;
	return mediaOf(content).flatMap((urn, index) => {
		const asset = assets.get(urn);
		return asset?.url === undefined ? [] : [{ kind: kinds[asset.collection], url: asset.url, alt: alts[index] }];
	});
}

function read(fields: Record<string, unknown>, name: string, known: readonly string[]): Record<string, unknown> {
	const inner = fields[name];
	if (!isRecord(inner) || Object.keys(fields).length !== 1) throw bad('MISSING_FIELD', `/${name} is required but missing`);
	const unknown = Object.keys(inner).find((field) => !known.includes(field));
	if (unknown !== undefined) throw new ApiError(422, undefined, `ERROR :: /${name}/${unknown} :: unrecognized field found but not allowed\n`);
	return inner;
}

const addressOf = (linkedin: LinkedIn, { secret }: Part): string => `${linkedin.world.origin}/www.linkedin.com/dms-uploads/${secret}`;

function partsOf(linkedin: LinkedIn, size: number): Part[] {
	const { partBytes } = linkedin.settings;
	return Array.from({ length: Math.ceil(size / partBytes) }, (_, index) => ({
		secret: randomBytes(18).toString('base64url'),
		firstByte: index * partBytes,
		lastByte: Math.min(size, (index + 1) * partBytes) - 1,
	}));
}

function initialize(linkedin: LinkedIn, collection: Collection, owner: string, fields: Record<string, unknown>): object {
	const { fileSizeBytes: size, uploadCaptions = false, uploadThumbnail = false } = fields;
	const isVideo = collection === 'videos';
	if (isVideo && (typeof size !== 'number' || !Number.isInteger(size) || size < 1)) throw bad('MISSING_FIELD', '/initializeUploadRequest/fileSizeBytes is required but missing');
	if (uploadCaptions !== false || uploadThumbnail !== false) throw bad('INVALID_VALUE_FOR_FIELD', 'The sandbox takes no captions and thumbnails of videos.');
	const id = `${isVideo ? 'C5F10AQ' : collection === 'images' ? 'C4E10AQ' : 'C4D10AQ'}${String(linkedin.assets.size + 1).padStart(10, '0')}`;
	const urn = `urn:li:${collections[collection]}:${id}`;
	const parts = isVideo ? partsOf(linkedin, Number(size)) : [{ secret: randomBytes(18).toString('base64url'), firstByte: 0, lastByte: Infinity }];
	const urlsExpireAt = linkedin.now + linkedin.settings.uploadSeconds * 1000;
	linkedin.assets.set(urn, { urn, collection, owner, ...(isVideo && { size: Number(size) }), parts, token: isVideo ? randomBytes(6).toString('hex') : '', urlsExpireAt });
	const asset = linkedin.assets.get(urn);
	if (!isVideo) return { value: { uploadUrlExpiresAt: urlsExpireAt, uploadUrl: addressOf(linkedin, parts[0] ?? { secret: '', firstByte: 0, lastByte: 0 }), [collections[collection]]: urn } };
	const uploadInstructions = parts.map((part) => ({ uploadUrl: addressOf(linkedin, part), firstByte: part.firstByte, lastByte: part.lastByte }));
	return { value: { uploadUrlsExpireAt: urlsExpireAt, video: urn, uploadToken: asset?.token ?? '', uploadInstructions } };
}

function finalize(linkedin: LinkedIn, fields: Record<string, unknown>): object {
	const { video, uploadToken, uploadedPartIds: ids } = fields;
	const asset = linkedin.assets.get(String(video));
	if (!asset || asset.collection !== 'videos') throw new ApiError(404, 'RESOURCE_NOT_FOUND', `The video ${String(video)} does not exist`);
	if (uploadToken !== asset.token) throw bad('INVALID_VALUE_FOR_FIELD', '/finalizeUploadRequest/uploadToken is not the one of this upload');
	const expected = asset.parts.map(({ etag }) => etag);
	if (asset.uploadedAt !== undefined) throw bad('INVALID_VALUE_FOR_FIELD', `The upload of ${asset.urn} is finalized already`);
	if (!Array.isArray(ids) || ids.length !== expected.length || ids.some((id, index) => id !== expected[index])) throw bad('INVALID_VALUE_FOR_FIELD', '/finalizeUploadRequest/uploadedPartIds must be the ETags of all parts in their order, without quotes');
	asset.uploadedAt = linkedin.now;
	return {};
}

/** `POST /rest/{images|videos|documents}?action=…`. https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/videos-api */
export async function uploadAction(request: Request, linkedin: LinkedIn, collection: Collection): Promise<object> {
	const { fields } = await readBody(request);
	request.body = fields;
	const { action } = parametersIn(request, ['action']);
	const call = `${collection}.ACTION-${action ?? ''}.${versionOf(request, linkedin.now)}`;
	const grant = linkedin.authorized(request, call, ['w_member_social', 'w_organization_social']);
	if (action === 'initializeUpload') {
		const inner = read(fields, 'initializeUploadRequest', collection === 'videos' ? ['owner', 'fileSizeBytes', 'uploadCaptions', 'uploadThumbnail'] : ['owner']);
		checkAuthor(grant, String(inner.owner), call);
		return initialize(linkedin, collection, String(inner.owner), inner);
	}
	if (action !== 'finalizeUpload' || collection !== 'videos') throw bad('ILLEGAL_ARGUMENT', `The action ${action ?? ''} does not exist on ${collection}`);
	const inner = read(fields, 'finalizeUploadRequest', ['video', 'uploadToken', 'uploadedPartIds']);
	const asset = linkedin.assets.get(String(inner.video));
	if (asset) checkAuthor(grant, asset.owner, call);
	return finalize(linkedin, inner);
}

/** `GET /rest/{images|videos|documents}/{urn}`: a member's permission alone shows videos, and neither images nor documents. */
export function getAsset(request: Request, linkedin: LinkedIn, collection: Collection): object {
	const call = `${collection}.GET.${versionOf(request, linkedin.now)}`;
	const scopes = collection === 'videos' ? ['w_member_social', 'w_organization_social', 'r_organization_social'] : ['r_organization_social'];
	const grant = linkedin.authorized(request, call, scopes);
	parametersIn(request, []);
	const urn = keyIn(request);
	const asset = linkedin.assets.get(urn);
	if (!asset || asset.collection !== collection) throw new ApiError(404, 'RESOURCE_NOT_FOUND', `The ${collections[collection]} ${urn} does not exist`);
	if (collection !== 'videos' && asset.owner.startsWith('urn:li:person:') && !grant.scopes.includes('r_organization_social')) throw denied(call);
	const { status, failure } = stateOf(linkedin, asset);
	return { id: urn, owner: asset.owner, status, ...(failure !== undefined && { processingFailureReason: failure }), ...(status === 'AVAILABLE' && { downloadUrl: asset.url }) };
}

import { flags, invalid, isUrl, privacyOf, record, text, whole } from './asked';
import type { Asked, Upload } from './posts';

const info = ['title', 'privacy_level', 'disable_duet', 'disable_stitch', 'disable_comment', 'video_cover_timestamp_ms', 'brand_content_toggle', 'brand_organic_toggle', 'is_aigc'];
const sources = { FILE_UPLOAD: ['source', 'video_size', 'chunk_size', 'total_chunk_count'], PULL_FROM_URL: ['source', 'video_url'] } as const;

const TITLE = 2200;
/** Whether TikTok's MB are 1,000,000 or 1,048,576 bytes is not told: what fits both is taken. */
const chunks = { least: 5 * 1024 * 1024, most: 64_000_000, count: 1000 } as const;
export const LARGEST = 4 * 1024 ** 3;

/** https://developers.tiktok.com/doc/content-posting-api-media-transfer-guide */
function uploadOf(source: Record<string, unknown>, uploadId: string, expiresAt: number): Upload {
	const [size, chunk, count] = [whole(source.video_size, 'video_size', 1), whole(source.chunk_size, 'chunk_size', 1), whole(source.total_chunk_count, 'total_chunk_count', 1)];
	if (size > LARGEST) throw invalid('The video_size is larger than 4 GB.');
	if (size <= chunks.least && (chunk !== size || count !== 1)) throw invalid('A video below 5 MB must be one chunk, with chunk_size equal to video_size.');
	if (size > chunks.least && (chunk < chunks.least || chunk > chunks.most)) throw invalid('The chunk_size must be 5 MB to 64 MB.');
	if (count !== Math.floor(size / chunk) || count > chunks.count) throw invalid('The total_chunk_count must be video_size divided by chunk_size, rounded down, and at most 1000.');
	return { id: uploadId, size, chunk, count, received: 0, expiresAt };
}

function sourceOf(sent: unknown): { source: keyof typeof sources; given: Record<string, unknown> } {
	const { source } = record(sent, 'source_info', Object.values(sources).flat());
	if (source !== 'FILE_UPLOAD' && source !== 'PULL_FROM_URL') throw invalid('source must be FILE_UPLOAD or PULL_FROM_URL.');
	return { source, given: record(sent, 'source_info', sources[source]) };
}

/** Checks the body of `video/init` or `inbox/video/init`. https://developers.tiktok.com/doc/content-posting-api-reference-direct-post */
export function readVideoRequest(sent: unknown, mode: Asked['mode'], fresh: { uploadId: string; expiresAt: number }): Asked & { upload?: Upload } {
	const body = record(sent, 'body', mode === 'DIRECT_POST' ? ['post_info', 'source_info'] : ['source_info']);
	const { source, given } = sourceOf(body.source_info);
	const post = mode === 'DIRECT_POST' ? record(body.post_info, 'post_info', info) : {};
	flags(post, 'disable_duet', 'disable_stitch', 'is_aigc');
	if (post.video_cover_timestamp_ms !== undefined) whole(post.video_cover_timestamp_ms, 'video_cover_timestamp_ms');
	const privacy = mode === 'DIRECT_POST' ? privacyOf(post) : undefined;
	const asked = { kind: 'video' as const, mode, title: text(post.title, 'title', TITLE), description: '', privacy };
	if (source === 'FILE_UPLOAD') return { ...asked, urls: [], upload: uploadOf(given, fresh.uploadId, fresh.expiresAt) };
	if (!isUrl(given.video_url)) throw invalid('video_url must be a URL.');
	return { ...asked, urls: [given.video_url] };
}

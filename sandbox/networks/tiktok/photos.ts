import { flags, invalid, isUrl, privacyOf, record, text, whole } from './asked';
import type { Asked } from './posts';

const members = {
	body: ['media_type', 'post_mode', 'post_info', 'source_info'],
	post_info: ['title', 'description', 'privacy_level', 'disable_comment', 'auto_add_music', 'brand_content_toggle', 'brand_organic_toggle'],
	source_info: ['source', 'photo_cover_index', 'photo_images'],
} as const;

const limits = { title: 90, description: 4000, photos: 35 } as const;

/** Checks the body of `content/init`. https://developers.tiktok.com/doc/content-posting-api-reference-photo-post */
export function readPhotoRequest(sent: unknown): Asked {
	const body = record(sent, 'body', members.body);
	if (body.media_type !== 'PHOTO') throw invalid('media_type must be PHOTO.');
	if (body.post_mode !== 'DIRECT_POST' && body.post_mode !== 'MEDIA_UPLOAD') throw invalid('post_mode must be DIRECT_POST or MEDIA_UPLOAD.');
	const info = record(body.post_info, 'post_info', members.post_info);
	const source = record(body.source_info, 'source_info', members.source_info);
	if (source.source !== 'PULL_FROM_URL') throw invalid('source must be PULL_FROM_URL for photos.');
	const { photo_images: urls, photo_cover_index: cover = 0 } = source;
	if (!Array.isArray(urls) || urls.length === 0 || urls.length > limits.photos || !urls.every(isUrl))
		throw invalid(`photo_images must be 1 to ${limits.photos} URLs.`);
	if (whole(cover, 'photo_cover_index') >= urls.length) throw invalid('photo_cover_index must be the index of one of photo_images.');
	flags(info, 'auto_add_music');
	const privacy = body.post_mode === 'DIRECT_POST' ? privacyOf(info) : undefined;
	const texts = { title: text(info.title, 'title', limits.title), description: text(info.description, 'description', limits.description) };
	return { kind: 'photo', mode: body.post_mode, ...texts, privacy, urls };
}

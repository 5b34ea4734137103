import { ApiError } from './errors';
import type { Settings } from './state';
import { privacyLevels } from './user';

/** One photo post as a client may ask for it. */
export interface PhotoRequest {
	mode: 'DIRECT_POST' | 'MEDIA_UPLOAD';
	title: string;
	description: string;
	/** Always given with `DIRECT_POST`. */
	privacy: string | undefined;
	urls: string[];
}

const members = {
	body: ['media_type', 'post_mode', 'post_info', 'source_info'],
	post_info: ['title', 'description', 'privacy_level', 'disable_comment', 'auto_add_music', 'brand_content_toggle', 'brand_organic_toggle'],
	source_info: ['source', 'photo_cover_index', 'photo_images'],
} as const;

const limits = { title: 90, description: 4000, photos: 35 } as const;

const invalid = (message: string): ApiError => new ApiError(400, 'invalid_param', message);

/** The object in `value` with known members only: a misspelt name should fail in a test, where TikTok passes over it. */
function record(value: unknown, name: keyof typeof members): Record<string, unknown> {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalid(`${name} is required and must be an object.`);
	const unknown = Object.keys(value).find((key) => !members[name].some((known) => known === key));
	if (unknown !== undefined) throw invalid(`${name} has no member ${unknown}; it knows ${members[name].join(', ')}.`);
	return { ...value };
}

/** Limits count UTF-16 units. */
function text(value: unknown, name: 'title' | 'description'): string {
	if (value === undefined) return '';
	if (typeof value !== 'string' || value.length > limits[name]) throw invalid(`${name} must be a text of at most ${limits[name]} characters.`);
	return value;
}

/** Checks the body of `content/init`. https://developers.tiktok.com/doc/content-posting-api-reference-photo-post */
export function readPhotoRequest(sent: unknown): PhotoRequest {
	const body = record(sent, 'body');
	if (body.media_type !== 'PHOTO') throw invalid('media_type must be PHOTO.');
	if (body.post_mode !== 'DIRECT_POST' && body.post_mode !== 'MEDIA_UPLOAD') throw invalid('post_mode must be DIRECT_POST or MEDIA_UPLOAD.');
	const info = record(body.post_info, 'post_info');
	const source = record(body.source_info, 'source_info');
	if (source.source !== 'PULL_FROM_URL') throw invalid('source must be PULL_FROM_URL for photos.');
	const { photo_images: urls, photo_cover_index: cover = 0 } = source;
	if (!Array.isArray(urls) || urls.length === 0 || urls.length > limits.photos || !urls.every(isUrl))
		throw invalid(`photo_images must be 1 to ${limits.photos} URLs.`);
	if (typeof cover !== 'number' || !Number.isInteger(cover) || cover < 0 || cover >= urls.length)
		throw invalid('photo_cover_index must be the index of one of photo_images.');
	const privacy = typeof info.privacy_level === 'string' ? info.privacy_level : undefined;
	if (body.post_mode === 'DIRECT_POST' && privacy === undefined) throw invalid('privacy_level is required for DIRECT_POST.');
	return { mode: body.post_mode, title: text(info.title, 'title'), description: text(info.description, 'description'), privacy, urls };
}

const isUrl = (value: unknown): value is string => typeof value === 'string' && URL.canParse(value);

/** @throws ApiError when this app may not publish so. https://developers.tiktok.com/doc/content-sharing-guidelines */
export function checkPrivacy({ mode, privacy }: PhotoRequest, { audited, privateAccount }: Settings): void {
	if (mode === 'MEDIA_UPLOAD') return;
	if (!audited && (!privateAccount || privacy !== 'SELF_ONLY')) {
		const message = 'Please review our integration guidelines at https://developers.tiktok.com/doc/content-sharing-guidelines/';
		throw new ApiError(403, 'unaudited_client_can_only_post_to_private_accounts', message);
	}
	if (privacy === undefined || !privacyLevels(privateAccount).includes(privacy))
		throw new ApiError(403, 'privacy_level_option_mismatch', 'The privacy_level is not among the privacy_level_options of creator_info.');
}

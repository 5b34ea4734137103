import { ApiError } from './errors';

export const invalid = (message: string): ApiError => new ApiError(400, 'invalid_param', message);

/** The object in `value` with known members only: a misspelt name should fail in a test, where TikTok passes over it. */
export function record(value: unknown, name: string, members: readonly string[]): Record<string, unknown> {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalid(`${name} is required and must be an object.`);
	const unknown = Object.keys(value).find((key) => !members.includes(key));
	if (unknown !== undefined) throw invalid(`${name} has no member ${unknown}; it knows ${members.join(', ')}.`);
	return { ...value };
}

/** Limits count UTF-16 units. */
export function text(value: unknown, name: string, most: number): string {
	if (value === undefined) return '';
	if (typeof value !== 'string' || value.length > most) throw invalid(`${name} must be a text of at most ${most} characters.`);
	return value;
}

export function flags(values: Record<string, unknown>, ...names: string[]): void {
	const wrong = names.find((name) => values[name] !== undefined && typeof values[name] !== 'boolean');
	if (wrong !== undefined) throw invalid(`${wrong} must be true or false.`);
}

export function whole(value: unknown, name: string, least = 0): number {
	if (typeof value !== 'number' || !Number.isInteger(value) || value < least) throw invalid(`${name} must be a whole number, at least ${least}.`);
	return value;
}

export const isUrl = (value: unknown): value is string => typeof value === 'string' && URL.canParse(value);

/** What both kinds of posts say of themselves. Branded content is never private: https://developers.tiktok.com/doc/content-sharing-guidelines */
export function privacyOf(info: Record<string, unknown>): string {
	flags(info, 'disable_comment', 'brand_content_toggle', 'brand_organic_toggle');
	if (typeof info.privacy_level !== 'string') throw invalid('privacy_level is required for a direct post.');
	if (info.brand_content_toggle === true && info.privacy_level === 'SELF_ONLY') throw invalid('Branded content cannot have privacy_level SELF_ONLY.');
	return info.privacy_level;
}

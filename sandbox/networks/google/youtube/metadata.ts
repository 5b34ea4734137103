import { isTexts } from '../../oauth/grantSettings';
import { checkBody, isObject } from './call';
import { invalidField, youtubeError } from './errors';
import type { Privacy, VideoSnippet, VideoStatus } from './model';

/** Categories that a video may be put into. https://developers.google.com/youtube/v3/docs/videoCategories */
export const categories: readonly { id: string; title: string; assignable: boolean }[] = [
	...[['1', 'Film & Animation'], ['2', 'Autos & Vehicles'], ['10', 'Music'], ['15', 'Pets & Animals'], ['17', 'Sports'], ['19', 'Travel & Events'], ['20', 'Gaming'], ['22', 'People & Blogs']],
	...[['23', 'Comedy'], ['24', 'Entertainment'], ['25', 'News & Politics'], ['26', 'Howto & Style'], ['27', 'Education'], ['28', 'Science & Technology'], ['29', 'Nonprofits & Activism']],
].map(([id = '', title = '']) => ({ id, title, assignable: true }));

const notAssignable = [{ id: '18', title: 'Short Movies', assignable: false }, { id: '30', title: 'Movies', assignable: false }];
export const allCategories = [...categories, ...notAssignable];

/** Fields that a body may hold, those among them that only the server sets. */
export const videoBody = {
	snippet: ['title', 'description', 'categoryId', 'tags', 'defaultLanguage', 'defaultAudioLanguage', 'publishedAt', 'channelId', 'channelTitle', 'thumbnails', 'liveBroadcastContent', 'localized'],
	status: ['privacyStatus', 'publishAt', 'license', 'embeddable', 'publicStatsViewable', 'selfDeclaredMadeForKids', 'containsSyntheticMedia', 'uploadStatus', 'failureReason', 'rejectionReason', 'madeForKids'],
} as const;

/** Characters of a video's tags: those with a space count two quotation marks, and commas stand between. https://developers.google.com/youtube/v3/docs/videos#snippet.tags[] */
const tagLength = (tags: readonly string[]): number => tags.reduce((sum, tag) => sum + [...tag].length + (tag.includes(' ') ? 2 : 0), Math.max(0, tags.length - 1));

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

export function readSnippet(body: Record<string, unknown>, isUpdate: boolean): VideoSnippet {
	const given = isObject(body.snippet) ? body.snippet : {};
	const title = text(given.title) ?? (isUpdate ? '' : 'unknown');
	if (title.trim() === '' || [...title].length > 100 || /[<>]/.test(title)) throw invalidField('invalidTitle', 'The request metadata specifies an invalid or empty video title.', 'snippet.title');
	const description = text(given.description) ?? '';
	if (Buffer.byteLength(description) > 5000 || /[<>]/.test(description)) throw invalidField('invalidDescription', 'The request metadata specifies an invalid video description.', 'snippet.description');
	const categoryId = text(given.categoryId) ?? (isUpdate ? '' : '22');
	if (!categories.some(({ id }) => id === categoryId)) throw invalidField('invalidCategoryId', 'The <code>snippet.categoryId</code> property specifies an invalid category ID.', 'snippet.categoryId');
	const tags = given.tags ?? undefined;
	if (tags !== undefined && (!isTexts(tags) || tags.some((tag) => /[<>]/.test(tag)) || tagLength(tags) > 500)) throw invalidField('invalidTags', 'The request metadata specifies invalid video keywords.', 'snippet.tags');
	const languages = { defaultLanguage: text(given.defaultLanguage), defaultAudioLanguage: text(given.defaultAudioLanguage) };
	return { title, description, categoryId, ...(isTexts(tags) && { tags }), ...Object.fromEntries(Object.entries(languages).filter(([, value]) => value !== undefined)) };
}

const privacies: readonly Privacy[] = ['public', 'unlisted', 'private'];
export const isPrivacy = (value: unknown): value is Privacy => privacies.some((one) => one === value);

/** What is not in the body falls back to its default, also in an update: a part is replaced as a whole. */
export function readStatus(body: Record<string, unknown>, now: number): VideoStatus {
	const given = isObject(body.status) ? body.status : {};
	const privacyStatus = given.privacyStatus ?? 'public';
	if (!isPrivacy(privacyStatus)) throw youtubeError(400, 'badRequest', `Invalid value at 'resource.status.privacyStatus' (TYPE_ENUM), "${String(privacyStatus)}"`, 'global');
	const publishAt = text(given.publishAt);
	const isTime = publishAt !== undefined && /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/.test(publishAt) && Date.parse(publishAt) > now;
	if (publishAt !== undefined && (!isTime || privacyStatus !== 'private')) throw invalidField('invalidPublishAt', 'The request metadata specifies an invalid scheduled publishing time.', 'status.publishAt');
	const license = given.license ?? 'youtube';
	if (license !== 'youtube' && license !== 'creativeCommon') throw invalidField('invalidVideoMetadata', 'The request metadata is invalid.', 'status.license');
	const is = (value: unknown, usual: boolean): boolean => (typeof value === 'boolean' ? value : usual);
	return {
		...{ privacyStatus, ...(publishAt !== undefined && { publishAt }), license, embeddable: is(given.embeddable, true), publicStatsViewable: is(given.publicStatsViewable, true) },
		...{ selfDeclaredMadeForKids: is(given.selfDeclaredMadeForKids, false), containsSyntheticMedia: is(given.containsSyntheticMedia, false) },
	};
}

/** A body of a video, of which only the named parts count. */
export function readVideo(body: Record<string, unknown>, parts: readonly string[], now: number): { snippet: VideoSnippet; status: VideoStatus } {
	checkBody(body, videoBody);
	const given = Object.fromEntries(Object.entries(body).filter(([name]) => parts.includes(name)));
	return { snippet: readSnippet(given, false), status: readStatus(given, now) };
}

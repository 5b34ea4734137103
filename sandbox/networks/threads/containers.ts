import { GraphError, invalid } from '../meta/errors';
import { download, FetchFailure, megabyte } from '../meta/media';
import type { Params } from '../meta/params';
import type { Container, Made } from './model';
import { day, type Threads } from './state';

const longestText = 500;
const longestAlt = 1000;
const mostLinks = 5;
const imageMegabytes = 8;
const videoMegabytes = 1024;

/** What `status` says now. https://developers.facebook.com/docs/threads/troubleshooting */
export function statusOf(container: Container, threads: Threads): 'IN_PROGRESS' | 'FINISHED' | 'ERROR' | 'EXPIRED' | 'PUBLISHED' {
	if (container.postId !== undefined) return 'PUBLISHED';
	if (container.createdAt + day <= threads.now) return 'EXPIRED';
	const children = container.children.map((id) => threads.container(id, container.account)).map((child) => (child ? statusOf(child, threads) : 'ERROR'));
	if (container.failure !== undefined || children.includes('ERROR')) return 'ERROR';
	if (container.readyAt === undefined || container.readyAt > threads.now || children.includes('IN_PROGRESS')) return 'IN_PROGRESS';
	return 'FINISHED';
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const isEmoji = (segment: string): boolean => /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u.test(segment);

/** “Emojis are counted as the number of UTF-8 bytes.” https://developers.facebook.com/docs/threads/posts#limitations */
const lengthOf = (text: string): number => [...graphemes.segment(text)].reduce((sum, { segment }) => sum + (isEmoji(segment) ? Buffer.byteLength(segment) : [...segment].length), 0);

function checkText(text: string, link: string | undefined): void {
	if (lengthOf(text) > longestText) throw invalid(`Param text must be at most ${longestText} characters long.`);
	const links = new Set([...(text.match(/https?:\/\/[^\s]+/gi) ?? []), ...(link === undefined ? [] : [link])]);
	if (links.size > mostLinks) throw invalid('THREADS_API__LINK_LIMIT_EXCEEDED: a post has at most 5 links.');
}

function objectIn(text: string): object {
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === 'object' && value !== null ? value : {};
	} catch {
		throw invalid('Param poll_attachment must be an object in JSON.');
	}
}

/** `{"option_a": …}`: two to four, in a row. https://developers.facebook.com/docs/threads/create-posts/polls */
function pollIn(params: Params): Record<string, string> | undefined {
	const text = params.text('poll_attachment');
	if (text === undefined) return undefined;
	const poll = objectIn(text);
	const names = Object.keys(poll);
	if (names.length < 2 || names.some((name, index) => name !== `option_${'abcd'.charAt(index)}`)) throw invalid('Param poll_attachment must have option_a and option_b, and may have option_c and option_d.');
	const options = Object.entries(poll).map(([name, option]) => [name, String(option)] as const);
	if (options.some(([, option]) => option === '' || [...option].length > 25)) throw invalid('Param poll_attachment must have options of 1 to 25 characters.');
	return Object.fromEntries(options);
}

/** Parameters that belong to some kinds of posts only. */
const onlyFor: readonly (readonly [name: string, kinds: readonly Container['media'][]])[] = [
	['image_url', ['IMAGE']],
	['video_url', ['VIDEO']],
	['children', ['CAROUSEL']],
	['alt_text', ['IMAGE', 'VIDEO']],
	['is_spoiler_media', ['IMAGE', 'VIDEO', 'CAROUSEL']],
	['is_carousel_item', ['IMAGE', 'VIDEO']],
	['link_attachment', ['TEXT']],
	['poll_attachment', ['TEXT']],
	['is_ghost_post', ['TEXT']],
	['auto_publish_text', ['TEXT']],
];

/** What an item leaves to its carousel. */
const ofTheWhole = ['text', 'reply_to_id', 'reply_control', 'quote_post_id', 'topic_tag'];

function checkPlaces(media: Container['media'], params: Params): void {
	for (const [name, kinds] of onlyFor) if (params.has(name) && !kinds.includes(media)) throw invalid(`Param ${name} is for media_type ${kinds.join(', ')} only.`);
	if (params.flag('is_carousel_item') !== true) return;
	const misplaced = ofTheWhole.find((name) => params.has(name));
	if (misplaced !== undefined) throw invalid(`Param ${misplaced} belongs to the carousel, not to its items.`);
}

function madeOf(media: Container['media'], params: Params, threads: Threads): Made {
	const text = params.text('text') ?? '';
	const link = params.text('link_attachment');
	checkText(text, link);
	if (media === 'TEXT' && text === '') throw invalid('The parameter text is required');
	if (link !== undefined && !URL.canParse(link)) throw invalid('link_attachment should represent a valid URL');
	const alt = params.text('alt_text');
	if (alt !== undefined && [...alt].length > longestAlt) throw invalid(`Param alt_text must be at most ${longestAlt} characters long.`);
	const topicTag = params.text('topic_tag');
	if (topicTag !== undefined && (/[.&]/.test(topicTag) || topicTag === '' || [...topicTag].length > 50)) throw invalid('Param topic_tag must have 1 to 50 characters, and neither "." nor "&".');
	const [replyTo, quoteOf] = [params.text('reply_to_id'), params.text('quote_post_id')];
	for (const id of [replyTo, quoteOf]) if (id !== undefined) threads.post(id, 'post');
	const replyControl = params.oneOf('reply_control', ['everyone', 'accounts_you_follow', 'mentioned_only', 'parent_post_author_only', 'followers_only']);
	return { text, alt, link, topicTag, replyControl, replyTo, quoteOf, poll: pollIn(params) };
}

function childrenOf(account: string, params: Params, threads: Threads): string[] {
	const ids = params.texts('children') ?? [];
	if (ids.length < 2 || ids.length > 20) throw invalid(`A carousel has 2 to 20 items; children names ${ids.length}.`);
	for (const id of ids) {
		const child = threads.container(id, account);
		if (!child) throw invalid(`Param children: ${id} is no container of this account.`);
		if (!child.carouselItem) throw invalid(`Param children: container ${id} was not created with is_carousel_item=true.`);
		if (statusOf(child, threads) === 'EXPIRED') throw invalid(`Param children: container ${id} has expired; create it again.`);
	}
	return ids;
}

/** An image is fetched and judged before the answer. */
async function addImage(container: Container, url: string, threads: Threads): Promise<void> {
	try {
		const { sniffed, file } = await download(threads.world, url, imageMegabytes * megabyte);
		if (sniffed?.mime !== 'image/jpeg' && sniffed?.mime !== 'image/png') throw invalid('The image format is not supported: use JPEG or PNG.');
		if (file.size > imageMegabytes * megabyte) throw invalid(`The image has more than ${imageMegabytes} MB.`);
		if ((sniffed.width ?? 1) / (sniffed.height ?? 1) > 10) throw invalid('The image is wider than 10:1.');
	} catch (error) {
		if (!(error instanceof FetchFailure)) throw error;
		throw new GraphError(9004, `The media could not be fetched from this URI: ${url}. ${error.message}`, { subcode: 2207052 });
	}
	container.shown = { kind: 'image', url, alt: container.alt };
	container.readyAt = threads.now;
}

/** A video is fetched afterwards: what goes wrong shows in `error_message`. */
async function addVideo(container: Container, url: string, threads: Threads): Promise<void> {
	container.shown = { kind: 'video', url, alt: container.alt };
	try {
		const { sniffed, file } = await download(threads.world, url, videoMegabytes * megabyte);
		const isTaken = sniffed?.mime === 'video/mp4' || sniffed?.mime === 'video/quicktime';
		if (!isTaken || file.size > videoMegabytes * megabyte) container.failure = 'FAILED_PROCESSING_VIDEO';
		container.readyAt = threads.now + threads.settings.processingSeconds * 1000;
	} catch {
		container.failure = 'FAILED_DOWNLOADING_VIDEO';
	}
	threads.world.changed();
}

/** https://developers.facebook.com/docs/threads/reference/publishing#post---threads-user-id--threads */
export async function createContainer(account: string, params: Params, threads: Threads): Promise<Container> {
	const media = params.oneOf('media_type', ['TEXT', 'IMAGE', 'VIDEO', 'CAROUSEL']);
	if (media === undefined) throw invalid('The parameter media_type is required');
	checkPlaces(media, params);
	const made = madeOf(media, params, threads);
	const children = media === 'CAROUSEL' ? childrenOf(account, params, threads) : [];
	const container: Container = { ...made, id: threads.newId(), account, media, carouselItem: params.flag('is_carousel_item') ?? false, children, createdAt: threads.now };
	if (media === 'IMAGE') await addImage(container, params.required('image_url'), threads);
	else if (media === 'VIDEO') void addVideo(container, params.required('video_url'), threads);
	else container.readyAt = threads.now;
	return threads.keep(container);
}

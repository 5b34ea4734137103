import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../core/api';
import { refused } from '../../core/errors';
import { linkedin } from '../../platforms/linkedin';
import { authorUrn, isOrganization } from './author';
import { altTextOf, fileOf } from './media/file';
import type { Kind, Source } from './media/file';
import { untilReady } from './media/ready';
import { upload } from './media/upload';
import type { Draft, Visibility } from './posts';
import { textIn } from './text';

const { limits } = linkedin;

/** What every post’s fields give. */
interface Written {
	author: string;
	/** An expression may give nothing. */
	text: string | null | undefined;
	additionalFields: { reshareDisabled?: boolean; visibility?: Visibility };
}

/** The post without its content, checked. Its text’s length is checked by the operation’s `limits`. */
export async function draftOf(api: Api, { author, text, additionalFields: { reshareDisabled, visibility } }: Written): Promise<Draft> {
	const urn = await authorUrn(api, author);
	if (visibility === 'CONNECTIONS' && isOrganization(urn)) throw refused('Visibility', 'an organization has no connections.', 'Choose “Anyone” or “LinkedIn Members”.');
	return { author: urn, text: text ?? '', reshareDisabled, visibility };
}

export const sourceOf = ({ source, url, binaryField }: { source: 'binary' | 'url'; url: string; binaryField: string }): Source => (source === 'url' ? { url } : { binary: binaryField });

interface Waiting {
	waitAtMost?: number;
}

const milliseconds = ({ waitAtMost }: Waiting) => (waitAtMost === undefined ? undefined : waitAtMost * 1000);

/** One file as the post’s content, uploaded and processed. */
export async function mediaContent(api: Api, { author }: Draft, source: Source, kind: Kind, { title, altText, ...waiting }: Waiting & { title?: string; altText?: string }): Promise<IDataObject> {
	const labels = { image: 'Image URL', video: 'Video URL', document: 'Document URL' };
	const texts = { title: textIn(title) || undefined, altText: altTextOf('Alt Text', altText) };
	const id = await upload(api, author, await fileOf(api, source, kind, labels[kind]), kind);
	await untilReady(api, [id], milliseconds(waiting));
	return { media: { id, ...texts } };
}

export interface Picture {
	binaryField?: string;
	url?: string;
	altText?: string;
}

/** Two to twenty images, all checked before the first is uploaded. */
export async function imagesContent(api: Api, { author }: Draft, pictures: readonly Picture[], waiting: Waiting): Promise<IDataObject> {
	const { least, most } = limits.images;
	if (pictures.length < least || pictures.length > most) {
		const hint = pictures.length < least ? 'Add images, or use “Create Image” for a single one.' : `Take ${pictures.length - most} out, or make two posts.`;
		throw refused('Images', `has ${pictures.length} ${pictures.length === 1 ? 'image' : 'images'}; LinkedIn takes ${least} to ${most}.`, hint);
	}
	const files = [];
	for (const [index, { binaryField = '', url = '', altText }] of pictures.entries()) {
		const field = `Images, item ${index + 1}`;
		if (!url.trim() && !binaryField.trim()) throw refused(field, 'names no file.', 'Give a URL, or the name of a binary field of the item.');
		files.push({ file: await fileOf(api, url.trim() ? { url } : { binary: binaryField.trim() }, 'image', `${field}, URL`), altText: altTextOf(`${field}, Alt Text`, altText) });
	}
	const images: { id: string; altText?: string }[] = [];
	for (const { file, altText } of files) images.push({ id: await upload(api, author, file, 'image'), altText });
	await untilReady(api, images.map(({ id }) => id), milliseconds(waiting));
	return { multiImage: { images } };
}

/** URLs, one a line; an expression may give a list. */
export const picturesIn = (urls: unknown): Picture[] =>
	String(urls)
		.split(/[\s|]+|,(?=https?:)/)
		.filter(Boolean)
		.map((url) => ({ url }));

interface Article extends Waiting {
	link: string;
	title: string;
	description?: string;
	thumbnailBinaryField?: string;
	thumbnailUrl?: string;
	thumbnailAltText?: string;
}

/** LinkedIn looks nothing up: what the card shows is given here. https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/article-post */
export async function articleContent(api: Api, { author }: Draft, { link, title, description: given, thumbnailBinaryField: binary, thumbnailUrl: url, thumbnailAltText, ...waiting }: Article): Promise<IDataObject> {
	const source = link.trim();
	if (!/^https?:\/\//i.test(source) || !URL.canParse(source)) throw refused('Article URL', `“${source.slice(0, 80)}” is no web address.`, 'Give an address that starts with https://.');
	const description = textIn(given);
	if (description.length > limits.article.description) throw refused('Description', `has ${description.length} characters; LinkedIn allows ${limits.article.description}.`, `Shorten it by ${description.length - limits.article.description}.`);
	const article = { source, title: title.trim(), description: description || undefined };
	const picture = url?.trim() ? { url } : binary?.trim() ? { binary: binary.trim() } : undefined;
	const alt = altTextOf('Thumbnail Alt Text', thumbnailAltText);
	if (!picture) return { article };
	const thumbnail = await upload(api, author, await fileOf(api, picture, 'image', 'Thumbnail URL'), 'image');
	await untilReady(api, [thumbnail], milliseconds(waiting));
	return { article: { ...article, thumbnail, thumbnailAltText: alt } };
}

/** https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/poll-post-api */
export function pollContent({ question, answers, duration }: { question: string; answers: unknown; duration: string }): IDataObject {
	const { least, most } = limits.poll.answers;
	const options = (Array.isArray(answers) ? answers.map(String) : String(answers).split(/\r?\n/)).map((text) => text.trim()).filter(Boolean);
	if (options.length < least || options.length > most) throw refused('Answers', `has ${options.length} ${options.length === 1 ? 'answer' : 'answers'}; LinkedIn takes ${least} to ${most}.`, 'Write one answer a line.');
	const long = options.find(({ length }) => length > limits.poll.answer);
	if (long) throw refused('Answers', `“${long}” has ${long.length} characters; LinkedIn allows ${limits.poll.answer} for an answer.`, `Shorten it by ${long.length - limits.poll.answer}.`);
	return { poll: { question: question.trim(), options: options.map((text) => ({ text })), settings: { duration } } };
}

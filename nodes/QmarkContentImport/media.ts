import type { IBinaryKeyData, IDataObject } from 'n8n-workflow';
import { kindOf, mediaKinds } from '../model/content';
import type { Media, MediaKind, MediaSource } from '../model/content';
import { isRecord, named, plain, textOf } from './cells';
import type { Cell } from './cells';
import { matchOf } from './headers';
import { partsOf } from './lists';
import { error, warning } from './problem';
import type { Found, Reading } from './reading';

/** A URL may hold commas and semicolons: those part URLs only where the next one begins. */
const BETWEEN = /\s*[|\n]\s*|\s*[,;]\s*(?=https?:)|\s+(?=https?:)/i;

/** The address, undefined where it is none that a network could fetch. */
export function webUrl(text: string): string | undefined {
	if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return undefined;
	return /\s/.test(text) ? new URL(text).href : text;
}

export const URL_FIX = 'Give the whole public address, beginning with https://.';

function entriesOf(cell: Cell): (string | IDataObject)[] {
	const value = plain(cell);
	if (Array.isArray(value)) return value.flatMap((one: Cell) => entriesOf(one));
	// Runs of spaces first: looking for what follows them would take their length squared.
	return isRecord(value) ? [value] : partsOf(textOf(value).replace(/[^\S\n]+/g, ' '), BETWEEN);
}

/** Form Trigger describes an uploaded file so; the file itself is a binary field. */
const isUpload = (entry: string | IDataObject) => typeof entry !== 'string' && 'filename' in entry && 'mimetype' in entry;

/** Where feeds, pages and JSON put a file's address. */
function addressIn(entry: IDataObject): string {
	const inner = [entry.source, entry.$].find(isRecord);
	const candidates = [entry.url, entry.href, entry.src, entry.secure_url, entry.link, entry.image, inner?.url, inner?.href];
	const found = candidates.map((one) => (isRecord(one) ? addressIn(one) : textOf(one))).find(Boolean);
	return found ?? '';
}

const numberIn = (value: Cell) => (Number(value) > 0 ? Number(value) : undefined);

/** What an object says of its file besides the address. */
function factsIn(entry: IDataObject): Partial<Media> {
	const { $: attributes } = entry;
	const mime = textOf(entry.mime ?? entry.mimeType ?? entry.type ?? (isRecord(attributes) ? attributes.type : undefined));
	return {
		mime: mime.includes('/') ? mime : undefined,
		alt: textOf(entry.alt) || undefined,
		cover: webUrl(textOf(entry.cover)),
		...{ width: numberIn(entry.width), height: numberIn(entry.height), seconds: numberIn(entry.seconds), bytes: numberIn(entry.bytes) },
	};
}

/** What JSON in QMARK's own shape names besides URLs. */
function ownSource({ source, binary, id }: IDataObject): MediaSource | undefined {
	const given = isRecord(source) ? source : { binary, id };
	if (textOf(given.binary)) return { binary: textOf(given.binary) };
	return textOf(given.id) ? { id: textOf(given.id) } : undefined;
}

interface Wanted {
	role: Media['role'];
	/** What a file is whose name does not tell. */
	kind: MediaKind;
}

function mediaOf(entry: string | IDataObject, { role, kind }: Wanted): Media | undefined {
	const url = webUrl(typeof entry === 'string' ? entry : addressIn(entry));
	if (typeof entry === 'string') return url ? { role, kind: kindOf(url, '', kind), source: { url } } : undefined;
	const source = url ? { url } : ownSource(entry);
	if (!source) return undefined;
	const facts = factsIn(entry);
	const told = mediaKinds.find((one) => one === entry.kind);
	return { role: entry.role === 'story' ? 'story' : role, kind: told ?? kindOf(url ?? '', facts.mime, kind), source, ...facts };
}

function mediaIn(found: Found, wanted: Wanted, { tell }: Reading): Media[] {
	const entries = entriesOf(found.cell).filter((entry) => !isUpload(entry));
	const read = entries.map((entry) => mediaOf(entry, wanted));
	const wrong = entries.filter((_, index) => !read[index]).map((entry) => (typeof entry === 'string' ? entry : JSON.stringify(entry)));
	if (wrong.length > 0) tell(found, error('url', `${named(wrong.map((one) => (one.length > 80 ? `${one.slice(0, 79)}…` : one)))} ${wrong.length > 1 ? 'are no public addresses' : 'is no public address'} of a file.`, URL_FIX));
	return read.filter((media) => media !== undefined);
}

/** Files that came with the item. A field that is named as a story is one. */
const filesOf = (files: IBinaryKeyData = {}): Media[] =>
	Object.entries(files).map(([binary, { fileName = '', mimeType, bytes }]) => {
		const role = matchOf(binary.replace(/_\d+$/, ''))?.field === 'story' ? 'story' : 'post';
		return { role, kind: kindOf(fileName, mimeType), source: { binary }, mime: mimeType, bytes: numberIn(bytes) };
	});

/** Texts for people who do not see the media, in their order. */
function describe(media: readonly Media[], reading: Reading): Media[] {
	const given = reading.all('alt');
	if (given.length === 0) return [...media];
	const texts = given.flatMap(({ cell }) => (Array.isArray(cell) ? cell.map((one: Cell) => textOf(one)) : textOf(cell).split('|').map((part) => part.trim())));
	const [first] = given;
	if (first && texts.length > media.length) {
		const problem = media.length === 0 ? 'There is no image or video that this alt text could describe.' : `There are ${texts.length} alt texts for ${media.length} ${media.length > 1 ? 'files' : 'file'}: the rest is not used.`;
		reading.tell(first, warning('alt', problem, 'Give one alt text a file, in their order, with “|” between them.'));
	}
	return media.map((one, index) => ({ ...one, alt: texts[index] || one.alt }));
}

function withCover(media: readonly Media[], reading: Reading): Media[] {
	const found = reading.first('cover');
	const index = media.findIndex(({ kind }) => kind === 'video');
	if (!found) return [...media];
	const cover = webUrl(textOf(found.cell));
	if (!cover) reading.tell(found, error('url', `“${textOf(found.cell)}” is no public address of a picture.`, URL_FIX));
	else if (index < 0) reading.tell(found, warning('media', 'There is no video that this picture could stand for.', 'Put pictures to publish under “image”.'));
	return media.map((one, position) => (position === index ? { ...one, cover } : one));
}

/** Of the pictures that feeds and pages name for an article, the first that is an image. */
function pictureOf(reading: Reading): Media[] {
	const all = reading.all('picture').flatMap((found) => (isRecord(found.cell) && !addressIn(found.cell) ? [] : mediaIn(found, { role: 'post', kind: 'image' }, reading)));
	const picture = all.find(({ kind }) => kind === 'image') ?? all[0];
	return picture ? [picture] : [];
}

/** All files of a row: images, then carousels, videos, others, those of the item, and stories. */
export function mediaOfRow(reading: Reading, files: IBinaryKeyData | undefined): Media[] {
	const from = (field: 'image' | 'carousel' | 'video' | 'media' | 'story', kind: MediaKind = 'image') =>
		reading.all(field).flatMap((found) => mediaIn(found, { role: field === 'story' ? 'story' : 'post', kind }, reading));
	const named = [...from('image'), ...from('carousel'), ...from('video', 'video'), ...from('media'), ...filesOf(files), ...from('story')];
	const media = named.length > 0 ? named : pictureOf(reading);
	const ordered = [...media.filter(({ role }) => role === 'post'), ...media.filter(({ role }) => role === 'story')];
	return withCover(describe(ordered, reading), reading);
}

import type { IExecuteFunctions } from 'n8n-workflow';
import type { Content, Media, MediaFacts } from '../model/content';
import { kindOf, urlOf } from '../model/content';
import { mediaFacts } from '../model/mediaFile';

/** Bytes that hold the headers of images, and of videos that are made to be streamed. */
const HEAD = 256 * 1024;
/** In ms; a server that takes longer is slow for the networks, too. */
const TIMEOUT = 15_000;
const KEEP = 10 * 60_000;
const SIDE_BY_SIDE = 8;

/** What was seen of a file, and why nothing was where nothing was. */
export interface Seen extends MediaFacts {
	problem?: string;
}

const seen = new Map<string, { at: number; facts: Promise<Seen> }>();

const headerOf = (headers: Record<string, unknown>, name: string) => (typeof headers[name] === 'string' ? headers[name] : undefined);

async function part(context: IExecuteFunctions, url: string, range: string) {
	const options = { method: 'GET', url, headers: { Range: `bytes=${range}` }, encoding: 'arraybuffer', returnFullResponse: true, json: false, timeout: TIMEOUT, ignoreHttpStatusErrors: true } as const;
	const { statusCode, headers, body }: { statusCode: number; headers: Record<string, unknown>; body: ArrayBuffer } = await context.helpers.httpRequest(options);
	const whole = /\/(\d+)$/.exec(headerOf(headers, 'content-range') ?? '')?.[1] ?? (statusCode === 200 ? headerOf(headers, 'content-length') : undefined);
	return { statusCode, bytes: Buffer.from(body), size: Number(whole) || undefined, type: headerOf(headers, 'content-type') };
}

async function look(context: IExecuteFunctions, url: string): Promise<Seen> {
	try {
		const { statusCode, bytes, size, type } = await part(context, url, `0-${HEAD - 1}`);
		if (statusCode >= 400) return { problem: `Its server answers ${statusCode}.` };
		const facts = mediaFacts(bytes) ?? { mime: type?.split(';')[0] };
		if (!facts.mime?.startsWith('video/') || facts.seconds !== undefined || size === undefined || size <= HEAD) return { ...facts, bytes: size };
		// A video that was not made to be streamed has its headers at the end.
		const end = await part(context, url, `${Math.max(HEAD, size - HEAD)}-${size - 1}`);
		return { ...facts, ...mediaFacts(Buffer.concat([bytes.subarray(0, 32), end.bytes])), mime: facts.mime, bytes: size };
	} catch (error) {
		return { problem: `It could not be fetched: ${error instanceof Error ? error.message : String(error)}.`.replace('..', '.') };
	}
}

/** What a public file is: format, pixels, length and size. Looks at the beginning only, once in ten minutes. */
async function lookAt(context: IExecuteFunctions, url: string): Promise<Seen> {
	const now = Date.now();
	for (const [known, { at }] of seen) if (now - at > KEEP) seen.delete(known);
	const found = seen.get(url) ?? { at: now, facts: look(context, url) };
	seen.set(url, found);
	const facts = await found.facts;
	if (facts.problem !== undefined) seen.delete(url);
	return facts;
}

const isKnown = ({ mime, width, bytes, kind, seconds }: Media) => mime !== undefined && bytes !== undefined && (kind === 'image' ? width !== undefined : kind !== 'video' || seconds !== undefined);

/** The contents with what their files are; what the content says itself stays. Files that could not be seen are told by URL. */
export async function probed(context: IExecuteFunctions, contents: readonly Content[], itemOf: (content: Content) => number): Promise<{ contents: Content[]; problems: Map<string, string> }> {
	const problems = new Map<string, string>();
	const urls = [...new Set(contents.flatMap(({ media }) => media.filter((one) => !isKnown(one)).flatMap((one) => urlOf(one) ?? [])))].filter((url) => /^https?:\/\//i.test(url) && URL.canParse(url));
	const facts = new Map<string, Seen>();
	const queue = urls.values();
	const worker = async () => {
		for (const url of queue) facts.set(url, await lookAt(context, url));
	};
	await Promise.all(Array.from({ length: Math.min(SIDE_BY_SIDE, urls.length) }, worker));
	const merged = (media: Media, content: Content): Media => {
		if ('binary' in media.source) return withFacts(media, binaryFacts(context, itemOf(content), media.source.binary));
		const { problem, ...found } = facts.get(urlOf(media) ?? '') ?? {};
		if (problem !== undefined) problems.set(urlOf(media) ?? '', problem);
		return withFacts(media, found);
	};
	return { contents: contents.map((content) => ({ ...content, media: content.media.map((media) => merged(media, content)) })), problems };
}

/** What the content says stays; but a file is taken for an image where nothing tells what it is, and is what it was seen to be then. */
function withFacts(media: Media, found: MediaFacts): Media {
	const known = { ...found, ...definedOf(media) };
	const isOther = media.kind === 'image' && media.mime === undefined && /^(audio|video)\/|^application\/(pdf|zip)$/.test(found.mime ?? '');
	return isOther ? { ...known, kind: kindOf('', found.mime) } : known;
}

const definedOf = (media: Media): Media => {
	const defined: Media = { role: media.role, kind: media.kind, source: media.source };
	return Object.assign(defined, Object.fromEntries(Object.entries(media).filter(([, value]) => value !== undefined)));
};

/** What n8n itself knows of a file of the item. */
function binaryFacts(context: IExecuteFunctions, index: number, field: string): MediaFacts {
	const binary = context.getInputData()[index]?.binary?.[field];
	return { mime: binary?.mimeType, bytes: binary?.bytes };
}

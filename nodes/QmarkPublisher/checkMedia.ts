import type { Media, MediaKind } from '../model/content';
import { endingOf, urlOf } from '../model/content';
import type { FileFacts, PostFacts, Range } from '../model/postFacts';
import { isWebAddress } from './compose';
import type { Draft } from './compose';
import type { Found } from './finding';
import { listed, sized } from './finding';

/** MIME types by a URL's ending, where nobody has looked into the file. */
const byEnding: Readonly<Record<string, string>> = {
	...{ jpg: 'image/jpeg', jpeg: 'image/jpeg', png: 'image/png', gif: 'image/gif', webp: 'image/webp', heic: 'image/heic', avif: 'image/avif', bmp: 'image/bmp', tif: 'image/tiff', tiff: 'image/tiff', svg: 'image/svg+xml' },
	...{ mp4: 'video/mp4', m4v: 'video/mp4', mov: 'video/quicktime', webm: 'video/webm', avi: 'video/x-msvideo', mkv: 'video/x-matroska', wmv: 'video/x-ms-wmv' },
	...{ mp3: 'audio/mpeg', m4a: 'audio/mp4', ogg: 'audio/ogg', oga: 'audio/ogg', wav: 'audio/wav', aac: 'audio/aac' },
	...{ pdf: 'application/pdf', zip: 'application/zip', csv: 'text/csv', txt: 'text/plain' },
	docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
};

/** Names that people and servers give to a type beside its own. */
const aliases: Readonly<Record<string, string>> = { 'image/jpg': 'image/jpeg', 'image/pjpeg': 'image/jpeg', 'audio/mp3': 'audio/mpeg', 'audio/x-m4a': 'audio/mp4', 'audio/m4a': 'audio/mp4', 'application/x-zip-compressed': 'application/zip', 'video/x-m4v': 'video/mp4' };

/** By its type where that says anything: storage servers give every file a type that means “bytes”. */
function mimeOf(media: Media): string | undefined {
	const told = media.mime?.split(';')[0]?.trim().toLowerCase() ?? '';
	if (told !== '' && !/^(application|binary)\/octet-stream$/.test(told)) return aliases[told] ?? told;
	return byEnding[endingOf(urlOf(media) ?? '')];
}

const names: Readonly<Record<MediaKind, string>> = { image: 'images', video: 'videos', audio: 'audio files', document: 'documents' };

const round = (value: number) => Number(value < 1 ? value.toPrecision(2) : value.toFixed(2));

/** Networks round: a hundredth is no difference, but for limits that are not much more than that themselves. */
const slack = (limit: number) => Math.min(0.005, limit * 0.005);

/** A range and what was found, where it lies outside. */
function outside(field: string, rule: string, what: string, unit: string, value: number | undefined, range: Range | undefined, source: string): Found[] {
	if (value === undefined || !range) return [];
	const { least = 0, most = Infinity } = range;
	if (value >= least - slack(least) && value <= most + slack(most)) return [];
	const allowed = range.least === undefined ? `at most ${round(most)}` : range.most === undefined ? `at least ${round(least)}` : `${round(least)} to ${round(most)}`;
	const fix = value < least ? `Give a file whose ${what} is at least ${round(least)}${unit}.` : `Give a file whose ${what} is at most ${round(most)}${unit}.`;
	return [{ severity: 'error', field, rule, message: `Its ${what} is ${round(value)}${unit}; allowed is ${allowed}${unit}.`, limit: allowed, found: round(value), fix, source }];
}

function checkFormat(media: Media, field: string, { mimes, taken, byUrl, source }: FileFacts): Found[] {
	const mime = mimeOf(media);
	if (!mime) return [];
	const wrong = (message: string, limit: string, fix: string): Found[] => [{ severity: 'error', field, rule: 'media-format', message, limit, found: mime, fix, source }];
	if (mimes.length > 0 && !mimes.includes(mime)) {
		if (mime === 'text/html') return wrong('The address leads to a web page, not to a file.', taken, 'Give the address of the file itself.');
		return wrong(`It is ${mime}; taken is ${taken}.`, taken, `Convert the file to ${taken}.`);
	}
	if (!byUrl || !('url' in media.source) || byUrl.mimes.includes(mime)) return [];
	return wrong(`It is ${mime}; by URL only ${byUrl.taken} is taken.`, byUrl.taken, 'Send it as a file of the item.');
}

function checkSource({ source, kind }: Media, field: string, facts: FileFacts): Found[] {
	if ('url' in source && !isWebAddress(source.url)) {
		return [{ severity: 'error', field, rule: 'media-url', message: `“${source.url.slice(0, 80)}” is no web address.`, found: source.url.slice(0, 80), fix: 'Give a public address that starts with https:// and leads straight to the file.' }];
	}
	const way = Object.keys(source)[0];
	if (facts.sources?.some((one) => one === way) ?? true) return [];
	const how = way === 'id' ? 'It is named by an ID' : 'It comes as a file of the item';
	const taken = facts.sources?.includes('binary') ? 'by public URL or as files of the item' : 'by public URL';
	return [{ severity: 'error', field, rule: 'media-source', message: `${how}; ${names[kind]} are taken ${taken} only.`, limit: listed(facts.sources ?? []), found: way, fix: 'Put the file on a public server and give its URL.', source: facts.source }];
}

function checkSize({ bytes, source }: Media, field: string, facts: FileFacts): Found[] {
	const most = 'url' in source ? Math.min(facts.bytes ?? Infinity, facts.urlBytes ?? Infinity) : (facts.bytes ?? Infinity);
	if (bytes === undefined || 'id' in source || bytes <= most) return [];
	const how = 'url' in source && facts.urlBytes !== undefined && bytes <= (facts.bytes ?? Infinity) ? ', or send it as a file of the item' : '';
	return [{ severity: 'error', field, rule: 'media-size', message: `It has ${sized(bytes)}; allowed are ${sized(most)}.`, limit: most, found: bytes, fix: `Make the file smaller${how}.`, source: facts.source }];
}

function checkFile(media: Media, field: string, facts: FileFacts): Found[] {
	const format = [...checkSource(media, field, facts), ...checkFormat(media, field, facts)];
	if (format.length > 0) return format;
	const { width, height, seconds } = media;
	const ratio = width && height ? width / height : undefined;
	const around = width && height ? width + height : undefined;
	return [
		...checkSize(media, field, facts),
		...outside(field, 'media-ratio', 'width divided by height', '', ratio, facts.ratio, facts.source),
		...outside(field, 'media-width', 'width', ' pixels', width, facts.width, facts.source),
		...outside(field, 'media-height', 'height', ' pixels', height, facts.height, facts.source),
		...outside(field, 'media-pixels', 'width and height together', ' pixels', around, facts.perimeter === undefined ? undefined : { most: facts.perimeter }, facts.source),
		...outside(field, 'media-duration', 'length', ' seconds', seconds, facts.seconds, facts.source),
	];
}

function checkAlt({ alt, kind }: Media, field: string, { alt: facts }: PostFacts): Found[] {
	if (!alt || !facts) return [];
	if (!facts.kinds.includes(kind)) {
		return [{ severity: 'warning', field, rule: 'alt-kind', message: `An alternative text is shown for ${listed(facts.kinds.map((one) => names[one]))} only.`, fix: 'Say in the text what people hear and see.', source: facts.source }];
	}
	const length = [...alt].length;
	if (facts.most === undefined || length <= facts.most) return [];
	return [{ severity: 'error', field, rule: 'alt-length', message: `The alternative text has ${length} characters; allowed are ${facts.most}.`, limit: facts.most, found: length, fix: `Shorten it by ${length - facts.most}.`, source: facts.source }];
}

function checkTogether(media: readonly Media[], { media: facts }: PostFacts): Found[] {
	if (media.length < 2) return [];
	const kinds = [...new Set(media.map(({ kind }) => kind))];
	const found: Found[] = [];
	if (!facts.together.some((group) => kinds.every((kind) => group.includes(kind)))) {
		const groups = facts.together.map((group) => listed(group.map((kind) => names[kind])));
		const message = kinds.length > 1 ? `${listed(kinds.map((kind) => names[kind]))} cannot stand in one post.` : `Several ${names[kinds[0] ?? 'image']} cannot stand in one post.`;
		found.push({ severity: 'error', field: 'media', rule: 'media-together', message: message.charAt(0).toUpperCase() + message.slice(1), limit: groups.join('; '), found: kinds.join(', '), fix: 'Make a post of each.', source: facts.source });
	}
	if (media.some((one) => mimeOf(one) === 'image/gif') && facts.together.length > 1) {
		found.push({ severity: 'error', field: 'media', rule: 'media-together', message: 'A GIF stands alone: it is shown as an animation.', fix: 'Make a post of its own for the GIF.', source: facts.source });
	}
	if (facts.most !== undefined && media.length > facts.most) {
		found.push({ severity: 'error', field: 'media', rule: 'media-count', message: `There are ${media.length} files; one post takes ${facts.most}.`, limit: facts.most, found: media.length, fix: `Take ${media.length - facts.most} out, or make several posts.`, source: facts.source });
	}
	const [first, ...others] = media.map(({ width, height }) => (width && height ? width / height : undefined));
	if (facts.cropped && first !== undefined && others.some((ratio) => ratio !== undefined && Math.abs(ratio - first) > 0.02)) {
		found.push({ severity: 'warning', field: 'media', rule: 'media-cropped', message: 'The files have different ratios: all are cropped to the first one’s.', fix: 'Bring all files to one ratio.', source: facts.source });
	}
	return found;
}

function checkStories(stories: readonly Media[], { story: facts }: PostFacts): Found[] {
	return stories.flatMap((media, index) => {
		const field = `story ${index + 1}`;
		if (!facts) return [{ severity: 'warning' as const, field, rule: 'story', message: 'There are no stories here that an app may publish: it is left out.', fix: 'Nothing needs to be done.' }];
		const file = facts[media.kind];
		if (!file) return [{ severity: 'error' as const, field, rule: 'media-kind', message: `It is one of the ${names[media.kind]}, which are no stories.`, fix: 'Give an image or a video.' }];
		return checkFile(media, field, file);
	});
}

/** Everything about a post's files that can be known beforehand. Files are numbered from 1. */
export function checkMedia({ media, stories }: Draft, facts: PostFacts): Found[] {
	const files = media.flatMap((one, index) => {
		const field = media.length > 1 ? `media ${index + 1}` : 'media';
		const file = facts.files[one.kind];
		if (!file) {
			const kinds = Object.keys(facts.files).map((kind) => names[kind as MediaKind]);
			return [{ severity: 'error' as const, field, rule: 'media-kind', message: `It is one of the ${names[one.kind]}; taken are ${listed(kinds)}.`, found: one.kind, fix: `Give ${listed(kinds)} only.`, source: facts.media.source }];
		}
		return [...checkFile(one, field, file), ...checkAlt(one, field, facts)];
	});
	return [...files, ...checkTogether(media, facts), ...checkStories(stories, facts)];
}

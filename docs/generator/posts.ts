import { networks } from '../../nodes/networks';
import type { Network } from '../../nodes/networks/network';
import type { MediaKind } from '../../nodes/model/content';
import { mediaKinds } from '../../nodes/model/content';
import type { FileFacts, PostFacts, Range } from '../../nodes/model/postFacts';
import { listed, sized } from '../../nodes/QmarkPublisher/finding';
import { cell, code, table } from './markdown';

const names: Readonly<Record<MediaKind, string>> = { image: 'images', video: 'videos', audio: 'audio files', document: 'documents' };
const ways = { url: 'URL', binary: 'file of the item', id: 'ID' } as const;
const none = '–';

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const number = (value: number) => value.toLocaleString('en', { maximumFractionDigits: 2 });
const sourced = (text: string, source?: string) => (source ? `${text} ([source](${source}))` : text);
const characters = (most: number, source: string) => sourced(`${number(most)} characters`, source);
const kindsOf = (group: readonly MediaKind[]) => listed(group.map((kind) => names[kind]));

function rangeOf(range: Range | undefined, unit = ''): string {
	if (!range) return '';
	const { least, most } = range;
	if (least === undefined) return most === undefined ? '' : `at most ${number(most)}${unit}`;
	return most === undefined ? `at least ${number(least)}${unit}` : `${number(least)} to ${number(most)}${unit}`;
}

const links = { preview: 'as a preview; within the text where there is media', text: 'within the text', click: 'behind the post itself, which opens it at a click', none: 'nowhere that one can click' } as const;

function linkOf({ link, refusedLinks }: PostFacts): string {
	if (!refusedLinks) return links[link];
	return sourced(`${links[link]}; none to ${listed(refusedLinks.hosts)}`, refusedLinks.source);
}

function hashtagsOf({ hashtags }: PostFacts): string {
	if (!hashtags) return 'no limit';
	const { most, advised, source } = hashtags;
	return sourced([most !== undefined && `at most ${number(most)}`, advised !== undefined && `${number(advised)} advised`].filter(Boolean).join('; '), source);
}

function togetherOf({ files, media }: PostFacts): string {
	const alone = mediaKinds.filter((kind) => files[kind] && !media.together.some((group) => group.includes(kind)));
	const groups = media.together.map((group) => (group.length > 1 ? `${kindsOf(group)} mixed` : kindsOf(group)));
	const most = media.most === undefined ? '' : `, at most ${number(media.most)}`;
	const rest = [alone.length > 0 && `${kindsOf(alone)} one a post`, media.cropped && 'all cropped to the first one’s ratio'].filter(Boolean);
	const several = groups.length > 0 && `several ${groups.join(', or ')}${most}`;
	return sourced([several, ...rest].filter(Boolean).join('; '), media.source);
}

const rows: readonly (readonly [name: string, of: (facts: PostFacts) => string])[] = [
	['Title', ({ title }) => (title ? characters(title.most, title.source) : none)],
	['Text', ({ text }) => sourced(`${number(text.most)} ${text.unit ?? 'characters'}`, text.source)],
	['Text under media', ({ text }) => (text.underMedia === undefined ? 'the same' : `${number(text.underMedia)} characters`)],
	['Text without media', ({ textOnly }) => (textOnly ? 'yes' : 'no: a post needs an image or a video')],
	['Longer text', ({ thread }) => (thread ? 'may be split into several messages' : 'may be shortened')],
	['Hashtags', hashtagsOf],
	['Mentions', ({ mentions }) => (mentions ? sourced(`at most ${number(mentions.most)}`, mentions.source) : 'no limit')],
	['Link', linkOf],
	['Links', ({ links }) => (links ? sourced(`at most ${number(links.most)}`, links.source) : 'no limit')],
	['First comment', ({ firstComment }) => (firstComment ? characters(firstComment.most, firstComment.source) : none)],
	['Alternative text', ({ alt }) => (alt ? sourced(`of ${kindsOf(alt.kinds)}${alt.most === undefined ? '' : `, ${number(alt.most)} characters`}`, alt.source) : none)],
	['Files of one post', togetherOf],
	['Stories', ({ story }) => (story ? listed(Object.keys(story).map((kind) => names[mediaKinds.find((one) => one === kind) ?? 'image'])) : none)],
];

function pixelsOf({ width, height, perimeter }: FileFacts): string {
	const parts = [width && `width ${rangeOf(width)}`, height && `height ${rangeOf(height)}`, perimeter !== undefined && `width and height together at most ${number(perimeter)}`];
	return parts.filter(Boolean).join('; ');
}

function sizeOf({ bytes, urlBytes }: FileFacts): string {
	if (bytes === undefined) return '';
	return urlBytes === undefined ? sized(bytes) : `${sized(bytes)}; ${sized(urlBytes)} by URL`;
}

function fileRow(name: string, facts: FileFacts): string[] {
	const { taken, byUrl, ratio, seconds, sources = ['url', 'binary', 'id'] as const, source } = facts;
	const formats = byUrl ? `${taken}; by URL ${byUrl.taken}` : taken;
	return [name, cell(formats), sizeOf(facts), rangeOf(ratio), pixelsOf(facts), rangeOf(seconds, ' s'), sources.map((one) => ways[one]).join(', '), `[source](${source})`];
}

const single: Readonly<Record<MediaKind, string>> = { image: 'Image', video: 'Video', audio: 'Audio', document: 'Document' };

function filesOf({ platform, facts: { files, story } }: Network): string[] {
	const rowsIn = (found: PostFacts['files'], suffix = '') => mediaKinds.flatMap((kind) => (found[kind] ? [fileRow(`${single[kind]}${suffix}`, found[kind])] : []));
	const head = ['', 'Formats', 'Size', 'Width ÷ height', 'Pixels', 'Length', 'Comes as', ''];
	return [`## Files on ${platform.name}`, table([head, ...rowsIn(files), ...(story ? rowsIn(story, ' of a story') : [])])];
}

/** What every network that the Publisher knows takes, with the vendor's page for each limit. */
export function networksPage(): string {
	const all = [...networks.values()];
	const posts = rows.map(([name, of]) => [name, ...all.map(({ facts }) => capital(of(facts)))]);
	return [
		'<!-- Written by `npm run docs` from the facts of the platforms. Change those, not this file. -->',
		'# What the networks take',
		'What [QMARK Publisher](publisher.md) checks before anything is sent, and adapts contents to. Explained in [QMARK Publisher](../en/publisher.md#what-each-network-takes).',
		'## Posts',
		table([['', ...all.map(({ platform, name }) => `${platform.name} (${code(name)})`)], ...posts]),
		...all.flatMap(filesOf),
		'Where a cell is empty, QMARK knows of no limit. A hundredth more or less of a ratio is let through.',
		`Last checked: ${all.map(({ platform }) => `${platform.name} ${platform.verified.replace(/(https:\S+)/, '<$1>')}`).join('; ')}.`,
	].join('\n\n').concat('\n');
}

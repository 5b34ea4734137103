/** Something to publish, before any network has shaped it. Times are ISO 8601; without an offset they are in `timeZone`. */
export interface Content {
	/** Names it for good: what was published is remembered by it. */
	id: string;
	/** For networks whose posts have one; the first line of the text where it is missing. */
	title?: string;
	text: string;
	/** Texts of single networks, by the network's name, in place of `text`. */
	variants: Record<string, string>;
	media: Media[];
	link?: string;
	/** Without `#`. */
	hashtags: string[];
	/** Usernames without `@`. */
	mentions: string[];
	firstComment?: string;
	publishAt?: string;
	timeZone?: string;
	/** Tells repeats of the same content apart, such as `2027-W05` for evergreen ones. Empty: it is published once. */
	slot?: string;
	targets: Target[];
	labels: string[];
	utm: Utm;
}

/** A network by its name, and whose page, account or chat there; the node's own where it names none. */
export interface Target {
	network: string;
	account?: string;
}

export const mediaKinds = ['image', 'video', 'audio', 'document'] as const;
export type MediaKind = (typeof mediaKinds)[number];

/** What is known of a file: pixels, bytes, seconds. */
export interface MediaFacts {
	mime?: string;
	width?: number;
	height?: number;
	seconds?: number;
	bytes?: number;
}

/** `post` is shown in the post; `story` is published as a story of its own, where a network has stories. */
export interface Media extends MediaFacts {
	role: 'post' | 'story';
	kind: MediaKind;
	source: MediaSource;
	/** What it shows, for people who do not see it. */
	alt?: string;
	/** URL of the picture that stands for a video. */
	cover?: string;
}

/** A public URL, a binary field of the item, or an ID that the network itself gave (Telegram's `file_id`). */
export type MediaSource = { url: string } | { binary: string } | { id: string };

export const utmNames = ['source', 'medium', 'campaign', 'term', 'content'] as const;
/** Campaign parameters of links. https://support.google.com/analytics/answer/10917952 */
export type Utm = Partial<Record<(typeof utmNames)[number], string>>;

/** `facebook/123` for messages and keys. */
export const targetName = ({ network, account = '' }: Target) => (account ? `${network}/${account}` : network);

/** The URL of a file where it has one. */
export const urlOf = ({ source }: Pick<Media, 'source'>): string | undefined => ('url' in source ? source.url : undefined);

const endings: Readonly<Record<MediaKind, readonly string[]>> = {
	image: ['jpg', 'jpeg', 'png', 'gif', 'webp', 'heic', 'avif', 'bmp', 'tif', 'tiff', 'svg'],
	video: ['mp4', 'mov', 'm4v', 'webm', 'avi', 'mkv', 'wmv'],
	audio: ['mp3', 'm4a', 'ogg', 'oga', 'wav', 'aac'],
	document: ['pdf', 'zip', 'docx', 'xlsx', 'pptx', 'csv', 'txt'],
};

/** The ending of a URL's path or a file's name in lower case, empty where it has none. */
export function endingOf(name: string): string {
	const path = URL.canParse(name) ? new URL(name).pathname : name;
	return /\.(\w{1,5})$/.exec(path)?.[1]?.toLowerCase() ?? '';
}

/** What a file is by its name; `otherwise`, where that tells nothing. */
export function kindOf(name: string, mime = '', otherwise: MediaKind = mime ? 'document' : 'image'): MediaKind {
	const [family] = mime.split('/');
	const told = mediaKinds.find((kind) => kind === family);
	return told ?? mediaKinds.find((kind) => endings[kind].includes(endingOf(name))) ?? otherwise;
}

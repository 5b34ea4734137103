import type { MediaKind } from './content';
import type { Count } from './text';

/** From `least` to `most`, both included. */
export interface Range {
	least?: number;
	most?: number;
}

/** What a network takes of one kind of file. Bytes, pixels, seconds. */
export interface FileFacts {
	/** What people call the formats: `JPEG`. */
	taken: string;
	mimes: readonly string[];
	/** What a file must be when the network fetches it from a URL, where that is less. */
	byUrl?: { taken: string; mimes: readonly string[] };
	/** How the file may come; default: every way. */
	sources?: readonly ('url' | 'binary' | 'id')[];
	/** Largest file. */
	bytes?: number;
	/** Largest file that the network fetches from a URL, where that is less. */
	urlBytes?: number;
	/** Width divided by height. */
	ratio?: Range;
	width?: Range;
	height?: Range;
	/** Width and height together. */
	perimeter?: number;
	seconds?: Range;
	/** The vendor's page with these limits. */
	source: string;
}

/** What the posts of one network may hold: check, adapt and the calendar go by these alone. */
export interface PostFacts {
	/** `unit`: what is counted, where that is not characters. */
	text: { most: number; underMedia?: number; count?: Count; unit?: 'bytes'; source: string };
	/** Posts have a title beside their text: the content's, or the first line of its text. */
	title?: { most: number; required?: true; source: string };
	/** A post may be a text alone. */
	textOnly: boolean;
	/** A long text may go out as several posts in a row. */
	thread: boolean;
	hashtags?: { most?: number; advised?: number; source: string };
	mentions?: { most: number; source: string };
	/** Where a link is shown: as a preview under a text, within the text, behind the post itself, which opens it at a click, or nowhere that one can click. */
	link: 'preview' | 'text' | 'click' | 'none';
	/** Hosts whose links the network refuses. */
	refusedLinks?: { hosts: readonly string[]; source: string };
	/** Most different links of one post. */
	links?: { most: number; source: string };
	firstComment?: { most: number; source: string };
	alt?: { most?: number; kinds: readonly MediaKind[]; source: string };
	/** A video may have a cover picture. */
	cover?: true;
	media: {
		/** Most files of one post. */
		most?: number;
		/** Kinds that may stand in one post. A kind that is in none stands alone, one file a post. */
		together: readonly (readonly MediaKind[])[];
		/** Pictures of one post are cropped to the first one's ratio. */
		cropped?: boolean;
		source: string;
	};
	files: Partial<Record<MediaKind, FileFacts>>;
	/** What a story takes; absent where the network, or its API, has none. */
	story?: Partial<Record<MediaKind, FileFacts>>;
}

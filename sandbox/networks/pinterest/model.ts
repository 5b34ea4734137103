/** Pinterest's two worlds: no token, board or pin of one exists in the other. https://developers.pinterest.com/docs/developer-tools/sandbox/ */
export type Environment = 'production' | 'sandbox';

export interface Image {
	url: string;
	width: number | null;
	height: number | null;
}

/** What a carousel tells of one of its images alone. */
export interface Told {
	title?: string;
	description?: string;
	link?: string;
}

export interface Pin {
	id: string;
	environment: Environment;
	account: string;
	boardId: string;
	sectionId?: string;
	title: string | null;
	description: string | null;
	link: string | null;
	altText: string | null;
	dominantColor: string | null;
	parentPinId: string | null;
	/** The first of a carousel, the cover of a video. */
	image: Image;
	/** Two to five of a carousel, `index` first. */
	items?: (Image & Told)[];
	video?: { url: string };
	/** Clock milliseconds. */
	createdAt: number;
	/** Its entry on the timeline, where the public sees it. */
	entry?: string;
}

export type Privacy = 'PUBLIC' | 'PROTECTED' | 'SECRET';

export interface Board {
	id: string;
	environment: Environment;
	account: string;
	name: string;
	description: string | null;
	privacy: Privacy;
	adsOnly: boolean;
	createdAt: number;
	/** Oldest first. */
	sections: { id: string; name: string }[];
}

/** A video that was registered, and what became of it. */
export interface Upload {
	id: string;
	environment: Environment;
	account: string;
	/** What the store asks for beside the file, by field name. */
	parameters: Record<string, string>;
	registeredAt: number;
	/** Since when its bytes are there. */
	uploadedAt?: number;
	url?: string;
	failed?: true;
}

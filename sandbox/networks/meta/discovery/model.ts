import type { ProductType } from '../model';

/** Somebody else's account. Only professional ones can be discovered. */
export interface IgStranger {
	type: 'IGStranger';
	id: string;
	username: string;
	name: string;
	professional: boolean;
	biography: string;
	website?: string;
	followers: number;
	follows: number;
}

/** What somebody else published: seen through business discovery, hashtags, tags and mentions only. */
export interface IgPublicMedia {
	type: 'IGPublicMedia';
	id: string;
	ownerId: string;
	shortcode: string;
	caption: string;
	product: ProductType;
	/** Name of a file of media/. */
	sample: string;
	/** Accounts that are tagged on the picture. */
	tagged: string[];
	likes: number;
	/** The sandbox's account likes it. */
	liked: boolean;
	createdAt: number;
}

export interface IgPublicComment {
	type: 'IGPublicComment';
	id: string;
	mediaId: string;
	/** The comment it answers. */
	parentId?: string;
	text: string;
	username: string;
	liked: boolean;
	createdAt: number;
}

/** https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-hashtag */
export interface IgHashtag {
	type: 'IGHashtag';
	id: string;
	/** Without `#`. */
	name: string;
	/** Account → when it first asked for this hashtag in its current seven days. */
	asked: Record<string, number>;
}

export type DiscoveryNode = IgStranger | IgPublicMedia | IgPublicComment | IgHashtag;

import type { StoredMedia, TimelineEntry } from '../world';
import type { AdsNode } from './ads/model';
import type { DiscoveryNode } from './discovery/model';
import type { LeadNode } from './leads/model';
import type { MessagingNode } from './messaging/model';
import type { Release } from './release';
import type { WhatsAppMedia, WhatsAppTemplate } from './whatsapp/model';

/** A picture or clip as the timeline shows it. */
export type Shown = TimelineEntry['media'][number];

export interface User {
	type: 'User';
	id: string;
	name: string;
}

/** https://developers.facebook.com/docs/graph-api/reference/whats-app-business-account */
export interface WhatsAppBusiness {
	type: 'WhatsAppBusinessAccount';
	id: string;
	name: string;
}

export interface WhatsAppNumber {
	type: 'WhatsAppBusinessPhoneNumber';
	id: string;
	businessId: string;
	/** As people write it: `+33 2 40 00 00 01`. */
	number: string;
	name: string;
}

export interface WhatsAppMessage {
	/** `wamid.…` */
	id: string;
	/** Digits only, with the country code; the user ID where the number is not known. */
	to: string;
	text: string;
	createdAt: number;
}

export interface App {
	type: 'Application';
	id: string;
	name: string;
}

export interface Page {
	type: 'Page';
	id: string;
	name: string;
	username: string;
	category: { id: string; name: string };
	about: string;
	followers: number;
	instagramId?: string;
	/** What was changed through the API, by Meta's names. */
	details?: Record<string, unknown>;
}

export interface Post {
	type: 'PagePost';
	/** `{page-id}_{number}` */
	id: string;
	pageId: string;
	kind: 'text' | 'link' | 'photo' | 'album' | 'video' | 'reel' | 'story';
	message: string;
	link?: string;
	photoIds: string[];
	videoId?: string;
	/** `draft` also stands for Meta's unpublished ("dark") posts: both exist and show nowhere. */
	state: 'published' | 'scheduled' | 'draft';
	createdAt: number;
	updatedAt: number;
	publishAt?: number;
	hidden: boolean;
	likedByPage: boolean;
	/** Who wrote it when it was not the page, and where it is listed. */
	visitor?: { id: string; name: string; edge: 'visitor_posts' | 'tagged' };
	/** Timeline entry while it shows. */
	entry?: string;
}

export interface Photo {
	type: 'Photo';
	id: string;
	pageId: string;
	caption: string;
	alt?: string;
	file: StoredMedia;
	/** What people see: the address it was fetched from, or where the sandbox serves the upload. */
	shownUrl: string;
	width?: number;
	height?: number;
	postId?: string;
	createdAt: number;
	likedByPage: boolean;
}

export interface Video {
	type: 'Video';
	id: string;
	pageId: string;
	purpose: 'video' | 'reel' | 'story';
	title: string;
	description: string;
	/** Announced size in bytes; 0 until known. */
	size: number;
	received: number;
	file?: StoredMedia;
	shownUrl?: string;
	/** Why the upload or the encoding failed, in Meta's words. */
	failure?: string;
	/** Clock time when the encoder is through; undefined until all bytes are there and `finish` was called. */
	readyAt?: number;
	/** What was asked for at `finish`. */
	release?: Release;
	/** The post that shows it, made at `finish`. */
	postId?: string;
	createdAt: number;
	likedByPage: boolean;
}

export interface Comment {
	type: 'Comment';
	/** `{post number}_{number}` */
	id: string;
	pageId: string;
	/** The post, photo or video it stands under. */
	objectId: string;
	parentId?: string;
	message: string;
	attachmentUrl?: string;
	from: { id: string; name: string };
	createdAt: number;
	hidden: boolean;
	likedByPage: boolean;
	entry?: string;
}

export interface IgUser {
	type: 'IGUser';
	id: string;
	pageId: string;
	username: string;
	name: string;
	biography: string;
	followers: number;
}

export type ProductType = 'FEED' | 'REELS' | 'STORY';

export interface Container {
	type: 'IGContainer';
	id: string;
	igId: string;
	media: 'IMAGE' | 'VIDEO' | 'REELS' | 'STORIES' | 'CAROUSEL';
	carouselItem: boolean;
	caption: string;
	alt?: string;
	collaborators: string[];
	shareToFeed: boolean;
	children: string[];
	shown?: Shown;
	file?: StoredMedia;
	/** Resumable uploads: bytes so far; undefined for media fetched by URL. */
	received?: number;
	/** Clock time when Instagram is through with it; undefined while bytes are missing. */
	readyAt?: number;
	/** Set when processing found the file unusable. */
	failure?: { subcode: number; text: string };
	createdAt: number;
	mediaId?: string;
}

export interface IgMedia {
	type: 'IGMedia';
	id: string;
	igId: string;
	shortcode: string;
	caption: string;
	alt?: string;
	media: 'IMAGE' | 'VIDEO' | 'CAROUSEL_ALBUM';
	product: ProductType;
	shown?: Shown;
	file?: StoredMedia;
	children: string[];
	/** Set on the items of a carousel, which have no insights or comments of their own. */
	albumId?: string;
	shareToFeed: boolean;
	commentsOpen: boolean;
	collaborators: string[];
	/** The account itself likes it. */
	liked?: boolean;
	createdAt: number;
	entry?: string;
}

export interface IgComment {
	type: 'IGComment';
	id: string;
	igId: string;
	mediaId: string;
	parentId?: string;
	text: string;
	from: { id: string; username: string };
	createdAt: number;
	hidden: boolean;
	liked?: boolean;
	entry?: string;
}

/** Everything the Graph has an id for. */
export type GraphNode = User | App | WhatsAppBusiness | WhatsAppNumber | Page | Post | Photo | Video | Comment | IgUser | Container | IgMedia | IgComment | MessagingNode | DiscoveryNode | AdsNode | LeadNode | WhatsAppMedia | WhatsAppTemplate;

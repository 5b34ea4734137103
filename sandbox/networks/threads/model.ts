import type { Shown } from '../meta/model';

export interface Person {
	id: string;
	username: string;
}

/** What a post and the container that it was made from have in common. */
export interface Made {
	text: string;
	alt?: string;
	/** What `poll_attachment` names. */
	poll?: Record<string, string>;
	link?: string;
	topicTag?: string;
	replyControl?: string;
	replyTo?: string;
	quoteOf?: string;
}

/** Prepared first, published in a second call. https://developers.facebook.com/docs/threads/posts */
export interface Container extends Made {
	id: string;
	account: string;
	media: 'TEXT' | 'IMAGE' | 'VIDEO' | 'CAROUSEL';
	carouselItem: boolean;
	children: string[];
	shown?: Shown;
	createdAt: number;
	/** When it is processed; undefined while its file is being fetched. */
	readyAt?: number;
	/** As `error_message` names it. */
	failure?: string;
	/** Of the post that it became. */
	postId?: string;
}

/** Something public: of an account of the sandbox's, or of somebody who answers or mentions it. */
export interface Post extends Made {
	id: string;
	shortcode: string;
	from: Person;
	media: 'TEXT_POST' | 'IMAGE' | 'VIDEO' | 'CAROUSEL_ALBUM' | 'REPOST_FACADE';
	shown: Shown[];
	/** The post at the top of the conversation, for a reply. */
	root?: string;
	repostOf?: string;
	hidden: boolean;
	createdAt: number;
	/** On the timeline, while it is shown there. */
	entry?: string;
}

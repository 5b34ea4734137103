import { createHash } from 'node:crypto';
import { GraphError, invalid, notFound } from '../meta/errors';
import { download, FetchFailure, megabyte } from '../meta/media';
import type { Params } from '../meta/params';
import type { Remembered, World } from '../world';

const day = 86_400_000;
const longestText = 500;
const imageMegabytes = 8;
/** https://developers.facebook.com/docs/threads/overview#rate-limits */
const postsPerDay = 250;

/** Prepared first, published in a second call. */
export interface Post {
	/** Of the container. */
	id: string;
	account: string;
	media: 'TEXT' | 'IMAGE';
	text: string;
	imageUrl?: string;
	alt?: string;
	createdAt: number;
	/** Set once it is published. */
	published?: { id: string; shortcode: string; at: number };
}

interface Saved {
	posts: Post[];
	issued: number;
}

/** Posts of all accounts, the unpublished ones among them. https://developers.facebook.com/docs/threads/posts */
export class Posts implements Remembered {
	private posts: Post[] = [];
	private issued = 0;

	constructor(private readonly world: World) {}

	private newId(): string {
		this.issued += 1;
		return `180${String(this.issued).padStart(14, '0')}`;
	}

	/** By the id of its container or of the published post; only those of the account are found. */
	find(id: string, account: string): Post | undefined {
		return this.posts.find((post) => post.account === account && (post.id === id || post.published?.id === id));
	}

	byShortcode(shortcode: string): Post | undefined {
		return this.posts.find(({ published }) => published?.shortcode === shortcode);
	}

	/** Newest first. */
	publishedBy(account: string): Post[] {
		return this.posts.filter((post) => post.account === account && post.published).reverse();
	}

	statusOf({ published, createdAt }: Post): 'PUBLISHED' | 'EXPIRED' | 'FINISHED' {
		if (published) return 'PUBLISHED';
		return createdAt + day <= this.world.clock.now() ? 'EXPIRED' : 'FINISHED';
	}

	async create(account: string, params: Params): Promise<Post> {
		const media = params.oneOf('media_type', ['TEXT', 'IMAGE']);
		if (media === undefined) throw invalid('The parameter media_type is required');
		const text = params.text('text') ?? '';
		if ([...text].length > longestText) throw invalid(`Param text must be at most ${longestText} characters long.`);
		if (media === 'TEXT' && text === '') throw invalid('The parameter text is required');
		const imageUrl = media === 'IMAGE' ? params.required('image_url') : undefined;
		if (imageUrl !== undefined) await this.checkImage(imageUrl);
		const post: Post = { id: this.newId(), account, media, text, imageUrl, alt: params.text('alt_text'), createdAt: this.world.clock.now() };
		this.posts.push(post);
		return post;
	}

	private async checkImage(url: string): Promise<void> {
		try {
			const { sniffed, file } = await download(this.world, url, imageMegabytes * megabyte);
			if (sniffed?.mime !== 'image/jpeg' && sniffed?.mime !== 'image/png') throw invalid('The image format is not supported: use JPEG or PNG.');
			if (file.size > imageMegabytes * megabyte) throw invalid(`The image has more than ${imageMegabytes} MB.`);
		} catch (error) {
			if (!(error instanceof FetchFailure)) throw error;
			throw new GraphError(9004, `The media could not be fetched from this URI: ${url}. ${error.message}`, { subcode: 2207052 });
		}
	}

	/** `username` for the timeline and the public address. Answers the id of the published post. */
	publish(post: Post, username: string): string {
		const status = this.statusOf(post);
		if (status === 'EXPIRED') throw new GraphError(24, 'The container has expired after 24 hours; create it again.', { subcode: 2207008 });
		if (status === 'PUBLISHED') throw new GraphError(9007, 'This container was already published.', { subcode: 2207027 });
		const now = this.world.clock.now();
		if (this.publishedBy(post.account).filter(({ published }) => published && published.at > now - day).length >= postsPerDay)
			throw new GraphError(9, `The account has used its ${postsPerDay} posts of these 24 hours.`, { subcode: 2207042 });
		const id = this.newId();
		post.published = { id, shortcode: createHash('sha256').update(id).digest('base64url').slice(0, 11), at: now };
		this.world.timeline.add({
			network: 'threads',
			account: username,
			kind: post.media === 'IMAGE' ? 'photo' : 'text',
			text: post.text,
			media: post.imageUrl === undefined ? [] : [{ kind: 'image', url: post.imageUrl, ...(post.alt !== undefined && { alt: post.alt }) }],
			url: this.permalink(post.published.shortcode, username),
		});
		return id;
	}

	permalink(shortcode: string, username: string): string {
		return `${this.world.origin}/www.threads.net/@${username}/post/${shortcode}`;
	}

	clear(): void {
		this.posts = [];
		this.issued = 0;
	}

	save(): Saved {
		return { posts: this.posts, issued: this.issued };
	}

	load({ posts, issued }: Saved): void {
		this.posts = posts;
		this.issued = issued;
	}
}

/** The post, or what Meta says of ids that are not there. */
export function found(post: Post | undefined, method: string, id: string): Post {
	if (!post) throw notFound(method, id);
	return post;
}

import { createHash } from 'node:crypto';
import { GraphError, notFound } from '../meta/errors';
import type { Shown } from '../meta/model';
import type { Setter } from '../oauth/grantSettings';
import { flag } from '../oauth/grantSettings';
import type { World } from '../world';
import { ThreadsLogin } from './login';
import type { Container, Person, Post } from './model';
import { defaults, type Settings } from './settings';

export const day = 86_400_000;

/** What comes back after a restart. */
export interface SavedThreads {
	containers: Container[];
	posts: Post[];
	deletions: { account: string; at: number }[];
	issued: number;
}

type Counted = 'processingSeconds' | 'unfoundSeconds' | 'publishingQuota' | 'replyQuota' | 'deleteQuota';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Everything the fake Threads holds. */
export class Threads {
	readonly login: ThreadsLogin;
	settings: Settings = { ...defaults };
	private containers = new Map<string, Container>();
	/** Oldest first. */
	posts = new Map<string, Post>();
	private deletions: SavedThreads['deletions'] = [];
	private issued = 0;

	constructor(readonly world: World) {
		this.login = new ThreadsLogin(world, () => this.setters());
	}

	get now(): number {
		return this.world.clock.now();
	}

	newId(): string {
		this.issued += 1;
		return `180${String(this.issued).padStart(14, '0')}`;
	}

	keep(container: Container): Container {
		this.containers.set(container.id, container);
		return container;
	}

	/** Only those of the account are found. */
	container(id: string, account: string): Container | undefined {
		const found = this.containers.get(id);
		return found?.account === account ? found : undefined;
	}

	/** Newest first. */
	all(wanted: (post: Post) => boolean): Post[] {
		return [...this.posts.values()].filter(wanted).reverse();
	}

	/** A post that everybody may answer, quote and share, or what Meta says of ids that are not there. */
	post(id: string, method: string): Post {
		const found = this.posts.get(id);
		if (!found) throw notFound(method, id);
		return found;
	}

	/** The account sees its own posts, what stands below them, and what names it. */
	seen(id: string, { id: account, username }: Person, method: string): Post {
		const post = this.post(id, method);
		const top = this.posts.get(post.root ?? post.id);
		if (post.from.id === account || top?.from.id === account || mentions(post, username)) return post;
		throw notFound(method, id);
	}

	own(id: string, account: string, method: string): Post {
		const post = this.post(id, method);
		if (post.from.id !== account) throw notFound(method, id);
		return post;
	}

	/** Makes something public and shows it. */
	add(post: Omit<Post, 'id' | 'shortcode' | 'root' | 'hidden' | 'createdAt'>): Post {
		const id = this.newId();
		const parent = post.replyTo === undefined ? undefined : this.posts.get(post.replyTo);
		const shortcode = createHash('sha256').update(id).digest('base64url').slice(0, 11);
		const added: Post = { ...post, id, shortcode, root: parent && (parent.root ?? parent.id), hidden: false, createdAt: this.now };
		this.posts.set(id, added);
		this.show(added);
		return added;
	}

	show(post: Post): void {
		const options = Object.values(post.poll ?? {}).map((option) => `▫️ ${option}`);
		const media = post.shown.map(({ kind, url, alt }: Shown) => ({ kind, url, ...(alt !== undefined && { alt }) }));
		post.entry ??= this.world.timeline.add({ network: 'threads', account: post.from.username, kind: kindOf(post), text: [post.text, ...options].join('\n'), media, url: this.permalink(post) });
	}

	hide(post: Post): void {
		if (post.entry !== undefined) this.world.timeline.remove(post.entry);
		post.entry = undefined;
	}

	remove(post: Post, account: string): void {
		if (this.deletedToday(account) >= this.settings.deleteQuota) throw quotaError(`The account has used its ${this.settings.deleteQuota} deletions of these 24 hours.`);
		this.deletions.push({ account, at: this.now });
		this.hide(post);
		this.posts.delete(post.id);
	}

	permalink({ shortcode, from }: Post): string {
		return `${this.world.origin}/www.threads.net/@${from.username}/post/${shortcode}`;
	}

	/** Posts of the rolling day, or replies; a carousel counts once, and so does what was deleted since. */
	publishedToday(account: string, replies: boolean): number {
		return this.all((post) => post.from.id === account && (post.replyTo !== undefined) === replies && post.createdAt > this.now - day).length;
	}

	deletedToday(account: string): number {
		return this.deletions.filter((one) => one.account === account && one.at > this.now - day).length;
	}

	/** Settings that the login does not know, and what tests make happen by them. */
	private setters(): Record<string, Setter> {
		const count = (name: Counted): Setter => (value) => {
			if (typeof value !== 'number' || !(value >= 0)) return 'a number';
			this.settings[name] = value;
			return undefined;
		};
		const names: readonly Counted[] = ['processingSeconds', 'unfoundSeconds', 'publishingQuota', 'replyQuota', 'deleteQuota'];
		const others = Object.fromEntries(names.map((name) => [name, count(name)]));
		return { ...others, restricted: flag((on) => (this.settings.restricted = on)), reply: (value) => this.follower(value, true), mention: (value) => this.follower(value, false) };
	}

	/** Somebody answers a post, or writes one of their own. */
	private follower(value: unknown, isReply: boolean): string | undefined {
		const { on, text, from = 'ines.almeida' } = isRecord(value) ? value : {};
		const wanted = isReply ? '{"on": "<post id>", "from": "<username>", "text": "<words>"}' : '{"from": "<username>", "text": "<words with @username>"}';
		if (typeof text !== 'string' || typeof from !== 'string') return wanted;
		if (isReply && (typeof on !== 'string' || !this.posts.has(on))) return `${wanted}, with a post of the sandbox's`;
		const id = `277${createHash('sha256').update(from).digest().readUInt32BE(0).toString().padStart(13, '0')}`;
		this.add({ from: { id, username: from }, media: 'TEXT_POST', text, shown: [], ...(isReply && { replyTo: String(on) }) });
		return undefined;
	}

	reset(): void {
		this.login.reset();
		this.settings = { ...defaults };
		this.containers.clear();
		this.posts.clear();
		this.deletions = [];
		this.issued = 0;
	}

	save(): SavedThreads {
		return { containers: [...this.containers.values()], posts: [...this.posts.values()], deletions: this.deletions, issued: this.issued };
	}

	load({ containers, posts, deletions, issued }: SavedThreads): void {
		for (const container of containers) {
			// After a restart nobody fetches any more what was being fetched.
			if (container.readyAt === undefined) container.failure ??= 'UNKNOWN';
			this.keep(container);
		}
		this.posts = new Map(posts.map((post) => [post.id, post]));
		this.deletions = deletions;
		this.issued = issued;
	}
}

export const mentions = ({ text }: Post, username: string): boolean => new RegExp(`@${username.replaceAll('.', '\\.')}(?![\\w.]*\\w)`, 'i').test(text);

/** The day's allowance is used up. */
export const quotaError = (sentence: string): GraphError => new GraphError(9, sentence, { subcode: 2207042 });

/** As the timeline calls it. */
function kindOf({ media, replyTo }: Post): string {
	if (replyTo !== undefined) return 'reply';
	return { TEXT_POST: 'text', IMAGE: 'photo', VIDEO: 'video', CAROUSEL_ALBUM: 'carousel', REPOST_FACADE: 'repost' }[media];
}


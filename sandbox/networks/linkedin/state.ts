import type { Request } from 'express';
import { bearer } from '../oauth/endpoint';
import { Grants, isRefusal, type Grant } from '../oauth/grants';
import type { GrantSettings } from '../oauth/grantSettings';
import type { World } from '../world';
import { Community } from './community';
import { deadToken, denied, emptyToken } from './errors';
import type { Post } from './posts';
import type { Product } from './products';
import type { Asset } from './uploads';

/** How codes and tokens begin. */
export const tokenPrefixes = { code: 'AQTSANDBOX', access: 'AQSANDBOXLI', refresh: 'AQSANDBOXLR' } as const;

const CODE_SECONDS = 30 * 60;

export interface Settings extends GrantSettings {
	products: Product[];
	/** Refresh tokens are for approved partners: https://learn.microsoft.com/en-us/linkedin/shared/authentication/programmatic-refresh-tokens */
	refreshTokens: boolean;
	/** Posts of a member a day; null = without limit. */
	dailyPosts: number | null;
	/** Bytes of a video's part. */
	partBytes: number;
	/** Until an upload's addresses end. */
	uploadSeconds: number;
	/** Until what was uploaded is available. */
	processingSeconds: number;
	/** Nothing that was uploaded can be processed. */
	failProcessing: boolean;
}

const defaults: Readonly<Settings> = {
	accessSeconds: 60 * 86_400,
	refreshSeconds: 365 * 86_400,
	declinedScopes: [],
	tokenEndpoint: 'ok',
	products: ['signIn', 'share', 'communityManagement'],
	refreshTokens: false,
	dailyPosts: 150,
	partBytes: 4 * 1024 * 1024,
	uploadSeconds: 86_400,
	processingSeconds: 2,
	failProcessing: false,
};

/** What comes back after a restart. */
export interface SavedLinkedIn {
	grants: ReturnType<Grants['save']>;
	posts: Map<string, Post>;
	assets: Map<string, Asset>;
	recent: Map<string, { urn: string; at: number }>;
	created: Map<string, { day: number; count: number }>;
	lastPost: number;
	community: { comments: Community['comments']; reactions: Community['reactions']; closed: Community['closed']; last: number };
}

/** Everything the fake LinkedIn remembers between two calls. */
export class LinkedIn {
	readonly settings: Settings = { ...defaults };
	readonly grants: Grants;
	/** By URN, oldest first. */
	posts = new Map<string, Post>();
	/** Images, videos and documents, by URN. */
	assets = new Map<string, Asset>();
	/** What the latest posts say, deleted ones too, and their URNs. */
	recent = new Map<string, { urn: string; at: number }>();
	/** Posts of the day, by member. */
	created = new Map<string, { day: number; count: number }>();
	lastPost = 0;
	community = new Community();

	constructor(readonly world: World) {
		this.grants = new Grants(world.clock, tokenPrefixes, () => ({
			code: CODE_SECONDS,
			access: this.settings.accessSeconds,
			refresh: this.settings.refreshSeconds,
		}));
	}

	get now(): number {
		return this.world.clock.now();
	}

	/**
	 * What the member has granted to the token of `request`; `call` is LinkedIn's name of it, as its errors tell it.
	 * @throws ApiError when the token is dead or has none of `scopes`.
	 */
	authorized(request: Request, call: string, scopes: readonly string[]): Grant {
		const value = bearer(request);
		if (value === undefined) throw emptyToken();
		const token = this.grants.valid(value);
		if (isRefusal(token)) throw deadToken(token);
		if (!scopes.some((scope) => token.grant.scopes.includes(scope))) throw denied(call);
		return token.grant;
	}

	reset(): void {
		Object.assign(this.settings, defaults);
		this.grants.clear();
		this.posts = new Map();
		this.assets = new Map();
		this.recent = new Map();
		this.created = new Map();
		this.lastPost = 0;
		this.community = new Community();
	}

	save(): SavedLinkedIn {
		return { grants: this.grants.save(), posts: this.posts, assets: this.assets, recent: this.recent, created: this.created, lastPost: this.lastPost, community: { ...this.community } };
	}

	load({ grants, posts, assets, recent, created, lastPost, community }: SavedLinkedIn): void {
		this.grants.load(grants);
		this.posts = posts;
		this.assets = assets;
		this.recent = recent;
		this.created = created;
		this.lastPost = lastPost;
		Object.assign(this.community, community);
	}
}

import type { Request } from 'express';
import { bearer } from '../oauth/endpoint';
import { Grants, isRefusal, type Grant } from '../oauth/grants';
import type { GrantSettings } from '../oauth/grantSettings';
import type { World } from '../world';
import { deadToken, denied, emptyToken } from './errors';
import type { Post } from './posts';
import type { Product } from './products';

/** How codes and tokens begin. */
export const tokenPrefixes = { code: 'AQTSANDBOX', access: 'AQSANDBOXLI', refresh: 'AQSANDBOXLR' } as const;

const CODE_SECONDS = 30 * 60;

export interface Settings extends GrantSettings {
	products: Product[];
	/** Refresh tokens are for approved partners: https://learn.microsoft.com/en-us/linkedin/shared/authentication/programmatic-refresh-tokens */
	refreshTokens: boolean;
}

const defaults: Readonly<Settings> = {
	accessSeconds: 60 * 86_400,
	refreshSeconds: 365 * 86_400,
	declinedScopes: [],
	tokenEndpoint: 'ok',
	products: ['signIn', 'share', 'communityManagement'],
	refreshTokens: false,
};

/** What comes back after a restart. */
export interface SavedLinkedIn {
	grants: ReturnType<Grants['save']>;
	posts: Map<string, Post>;
}

/** Everything the fake LinkedIn remembers between two calls. */
export class LinkedIn {
	readonly settings: Settings = { ...defaults };
	readonly grants: Grants;
	/** By URN, oldest first. */
	posts = new Map<string, Post>();

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
	}

	save(): SavedLinkedIn {
		return { grants: this.grants.save(), posts: this.posts };
	}

	load({ grants, posts }: SavedLinkedIn): void {
		this.grants.load(grants);
		this.posts = posts;
	}
}

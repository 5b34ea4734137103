import { Grants, isRefusal, type Token } from '../oauth/grants';
import type { GrantSettings } from '../oauth/grantSettings';
import { seed } from '../seed';
import type { World } from '../world';
import { ApiError } from './errors';
import type { Post } from './posts';

/** How codes and tokens begin. Real ones hold `*` and `!` too, which a client must decode from the redirect. */
export const tokenPrefixes = { code: 'SANDBOXTT', access: 'act.SANDBOX', refresh: 'rft.SANDBOX' } as const;

const CODE_SECONDS = 600;

export interface Settings extends GrantSettings {
	/** TikTok says nowhere which HTTP status an OAuth error has. */
	oauthErrorStatus: 200 | 400;
	/** Whether TikTok has audited the app: https://developers.tiktok.com/doc/content-sharing-guidelines */
	audited: boolean;
	privateAccount: boolean;
}

/** https://developers.tiktok.com/doc/oauth-user-access-token-management */
const defaults: Readonly<Settings> = {
	accessSeconds: 7200,
	refreshSeconds: 180 * 86_400,
	declinedScopes: [],
	tokenEndpoint: 'ok',
	oauthErrorStatus: 400,
	audited: true,
	privateAccount: false,
};

/** https://developers.tiktok.com/doc/tiktok-api-scopes */
export const knownScopes = ['user.info.basic', 'user.info.profile', 'user.info.stats', 'video.list', 'video.upload', 'video.publish'];

export interface Account {
	/** The `open_id`. */
	id: string;
	name: string;
	username: string;
}

/** The handle is the name without accents and spaces: `ateliercamelia`. */
const accounts: Account[] = seed.tiktok.accounts.map(({ id, name }) => ({
	id,
	name,
	username: name.normalize('NFD').replace(/[^a-z]/gi, '').toLowerCase(),
}));

/** What comes back after a restart. */
export interface SavedTikTok {
	grants: ReturnType<Grants['save']>;
	posts: Map<string, Post>;
}

/** Everything the fake TikTok remembers between two calls. */
export class TikTok {
	readonly settings: Settings = { ...defaults };
	readonly grants: Grants;
	/** By publish id. */
	posts = new Map<string, Post>();

	constructor(readonly world: World) {
		const prefixes = { ...tokenPrefixes, code: `${tokenPrefixes.code}*0!` };
		this.grants = new Grants(world.clock, prefixes, () => ({
			code: CODE_SECONDS,
			access: this.settings.accessSeconds,
			refresh: this.settings.refreshSeconds,
		}));
	}

	get now(): number {
		return this.world.clock.now();
	}

	account(id: string): Account {
		const account = accounts.find((one) => one.id === id);
		if (!account) throw new Error(`The sandbox has no TikTok account ${id}.`);
		return account;
	}

	/** @throws ApiError as the API refuses a token that is dead or lacks all of `scopes`. */
	authorized(bearer: string | undefined, ...scopes: string[]): Token {
		const token = this.grants.valid(bearer ?? '');
		if (isRefusal(token)) throw new ApiError(401, 'access_token_invalid', 'The access token is invalid or not found in the request.');
		if (!scopes.some((scope) => token.grant.scopes.includes(scope)))
			throw new ApiError(401, 'scope_not_authorized', 'The user did not authorize the scope required for completing this request.');
		return token;
	}

	reset(): void {
		Object.assign(this.settings, defaults);
		this.grants.clear();
		this.posts = new Map();
	}

	save(): SavedTikTok {
		return { grants: this.grants.save(), posts: this.posts };
	}

	load({ grants, posts }: SavedTikTok): void {
		this.grants.load(grants);
		this.posts = posts;
	}
}

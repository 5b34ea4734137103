import type { Request } from 'express';
import { Agenda } from '../meta/agenda';
import { bearer } from '../oauth/endpoint';
import { Grants, isRefusal, type Token } from '../oauth/grants';
import { seed } from '../seed';
import type { World } from '../world';
import { ApiError } from './errors';
import { Pace } from './limits';
import type { Post } from './posts';
import { defaults, type Settings } from './settings';
import { Webhooks } from './webhooks';

/** How codes and tokens begin. Real ones hold `*` and `!` too, which a client must decode from the redirect. */
export const tokenPrefixes = { code: 'SANDBOXTT', access: 'act.SANDBOX', refresh: 'rft.SANDBOX' } as const;

const CODE_SECONDS = 600;

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
	/** The app's callback URL. */
	webhook?: string;
}

/** Everything the fake TikTok remembers between two calls. */
export class TikTok {
	readonly settings: Settings = { ...defaults };
	readonly grants: Grants;
	readonly webhooks: Webhooks;
	readonly agenda: Agenda;
	private readonly pace = new Pace();
	/** By publish id. */
	posts = new Map<string, Post>();

	constructor(readonly world: World) {
		this.webhooks = new Webhooks(world);
		this.agenda = new Agenda(world.clock, () => world.changed());
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

	/** @throws ApiError as the API refuses a token that is dead or lacks all of `scopes`, or a call too many. */
	authorized(request: Request, ...scopes: string[]): Token {
		const token = this.grants.valid(bearer(request) ?? '');
		if (isRefusal(token)) throw new ApiError(401, 'access_token_invalid', 'The access token is invalid or not found in the request.');
		if (!scopes.some((scope) => token.grant.scopes.includes(scope)))
			throw new ApiError(401, 'scope_not_authorized', 'The user did not authorize the scope required for completing this request.');
		if (this.settings.rateLimits) this.pace.count(token.grant.account, request.path, this.now);
		return token;
	}

	reset(): void {
		Object.assign(this.settings, { ...defaults });
		this.grants.clear();
		this.webhooks.reset();
		this.agenda.clear();
		this.pace.clear();
		this.posts = new Map();
	}

	save(): SavedTikTok {
		return { grants: this.grants.save(), posts: this.posts, webhook: this.webhooks.callback };
	}

	load({ grants, posts, webhook }: SavedTikTok): void {
		this.webhooks.callback = webhook;
		this.grants.load(grants);
		this.posts = new Map([...posts].map(([publishId, post]) => [publishId, { ...atFirst, ...post, publishId }]));
	}
}

/** What posts did not have that an earlier sandbox wrote. */
const atFirst = { kind: 'photo', taken: true, begunAt: 0 } as const;

import { randomBytes } from 'node:crypto';
import { seed } from '../seed';
import type { Clock } from '../world';
import { invalid, type GraphError } from './errors';
import type { Settings } from './settings';
import { codeError, deadToken, expiredToken, unknownToken } from './tokenErrors';
import { words } from './words';

const dataAccessSeconds = 90 * 86_400;
const codeSeconds = 600;

/** Tokens that exist from the start, so that a test can call without clicking through the dialog. They are as made up as they look. */
export const seedTokens = {
	user: 'EAASANDBOX0user0camille0long0lived0not0real',
	page: 'EAASANDBOX0page0atelier0camelia0not0real',
	secondPage: 'EAASANDBOX0page0camelia0evenements0not0real',
	/** Of the business's system user: never ends, unless the setting `systemUserSeconds` says otherwise. */
	systemUser: 'EAASANDBOX0system0user0qmark0never0ends0not0real',
	app: `${seed.meta.appId}|SANDBOX-app-token-not-real`,
} as const;

/** Every permission the sandbox knows. https://developers.facebook.com/docs/permissions */
export const knownScopes = words(`
	public_profile email business_management pages_show_list pages_read_engagement pages_read_user_content pages_read_user_engagement
	pages_manage_posts pages_manage_engagement pages_manage_metadata pages_manage_ads pages_messaging publish_video read_insights
	ads_read ads_management leads_retrieval catalog_management
	instagram_basic instagram_content_publish instagram_manage_comments instagram_manage_insights instagram_manage_messages
	instagram_manage_contents instagram_manage_engagement instagram_shopping_tag_products instagram_branded_content_creator
	whatsapp_business_management whatsapp_business_messaging
`);

/** What a person agreed to in the dialog, or what the business gave its system user. */
export interface Grant {
	/** Empty for the app itself. */
	userId: string;
	scopes: string[];
	declined: string[];
	pageIds: string[];
}

export interface Token {
	value: string;
	kind: 'USER' | 'PAGE' | 'APP' | 'SYSTEM_USER';
	grant: Grant;
	/** Set on page tokens. */
	pageId?: string;
	issuedAt: number;
	/** Clock milliseconds; 0 = never. */
	expiresAt: number;
	dataAccessExpiresAt: number;
	longLived: boolean;
	/** Subcode of error 190 once the token was taken back. */
	revoked?: number;
}

/** Speaks for a person or a system user, not for a page or the app. */
export const isPersonal = ({ kind }: Token): boolean => kind === 'USER' || kind === 'SYSTEM_USER';

interface Code {
	redirectUri: string;
	grant: Grant;
	expiresAt: number;
	used: boolean;
}

/** What comes back after a restart. */
export interface SavedTokens {
	codes: Map<string, Code>;
	tokens: Map<string, Token>;
	pageTokens: Map<string, Token>;
}

const opaque = (): string => `EAASANDBOX${randomBytes(90).toString('base64').replace(/[+/=]/g, 'Z')}`;

/** Codes and tokens of the one app and the people that live here. */
export class Tokens {
	private codes = new Map<string, Code>();
	private tokens = new Map<string, Token>();
	private pageTokens = new Map<string, Token>();

	constructor(
		private readonly clock: Clock,
		private readonly settings: Settings,
	) {
		const pageIds = [seed.meta.page.id, seed.meta.secondPage.id];
		const grant = { userId: seed.meta.user.id, scopes: [...knownScopes], declined: [], pageIds };
		const user = this.keep({ value: seedTokens.user, kind: 'USER', grant, longLived: true, lifeSeconds: settings.longTokenSeconds });
		const page = { kind: 'PAGE', grant, longLived: true, lifeSeconds: 0 } as const;
		this.pageTokens.set(`${user.value} ${seed.meta.page.id}`, this.keep({ ...page, value: seedTokens.page, pageId: seed.meta.page.id }));
		this.pageTokens.set(
			`${user.value} ${seed.meta.secondPage.id}`,
			this.keep({ ...page, value: seedTokens.secondPage, pageId: seed.meta.secondPage.id }),
		);
		this.issueSystemUser(0);
		const nothing = { userId: '', scopes: [], declined: [], pageIds: [] };
		this.keep({ value: seedTokens.app, kind: 'APP', grant: nothing, longLived: true, lifeSeconds: 0 });
		this.keep({ value: `${seed.meta.appId}|${seed.meta.appSecret}`, kind: 'APP', grant: nothing, longLived: true, lifeSeconds: 0 });
	}

	private keep(token: Pick<Token, 'value' | 'kind' | 'grant' | 'longLived' | 'pageId'> & { lifeSeconds: number }): Token {
		const { lifeSeconds, ...rest } = token;
		const now = this.clock.now();
		const kept: Token = {
			...rest,
			issuedAt: now,
			expiresAt: lifeSeconds === 0 ? 0 : now + lifeSeconds * 1000,
			dataAccessExpiresAt: token.kind === 'SYSTEM_USER' ? 0 : now + dataAccessSeconds * 1000,
		};
		this.tokens.set(kept.value, kept);
		return kept;
	}

	/** Gives the system user's token anew; 0 = it never ends. https://developers.facebook.com/docs/business-management-apis/system-users */
	issueSystemUser(lifeSeconds: number): void {
		const pageIds = [seed.meta.page.id, seed.meta.secondPage.id];
		const grant = { userId: seed.meta.systemUser.id, scopes: [...knownScopes], declined: [], pageIds };
		this.keep({ value: seedTokens.systemUser, kind: 'SYSTEM_USER', grant, longLived: lifeSeconds === 0, lifeSeconds });
	}

	save(): SavedTokens {
		return { codes: this.codes, tokens: this.tokens, pageTokens: this.pageTokens };
	}

	load({ codes, tokens, pageTokens }: SavedTokens): void {
		this.codes = codes;
		this.tokens = tokens;
		this.pageTokens = pageTokens;
	}

	issueCode(redirectUri: string, grant: Grant): string {
		const code = `AQSANDBOX${randomBytes(48).toString('base64url')}`;
		this.codes.set(code, { redirectUri, grant, expiresAt: this.clock.now() + codeSeconds * 1000, used: false });
		return code;
	}

	redeemCode(value: string, redirectUri: string): Token {
		const code = this.codes.get(value);
		if (!code) throw codeError('unknown');
		if (code.redirectUri !== redirectUri) throw codeError('redirect');
		if (code.used) throw codeError('used');
		if (code.expiresAt <= this.clock.now()) throw codeError('expired');
		code.used = true;
		return this.keep({ value: opaque(), kind: 'USER', grant: code.grant, longLived: false, lifeSeconds: this.settings.shortTokenSeconds });
	}

	/** A long-lived token for a token that is still valid: always a new string. A system user's keeps its end unless `sixtyDays` are asked for. */
	exchange(value: string, sixtyDays: boolean): Token {
		const token = this.valid(value);
		if (!isPersonal(token)) throw invalid('fb_exchange_token must be a user access token');
		const { kind, grant } = token;
		const isSystem = kind === 'SYSTEM_USER';
		const stuck = isSystem ? !sixtyDays : token.longLived && !this.settings.exchangeExtends;
		const lifeSeconds = stuck ? this.secondsLeft(token) : this.settings.longTokenSeconds;
		return this.keep({ value: opaque(), kind, grant, longLived: isSystem ? lifeSeconds === 0 : true, lifeSeconds });
	}

	/** 0 = it never ends. */
	private secondsLeft({ expiresAt }: Token): number {
		return expiresAt === 0 ? 0 : Math.max(1, Math.floor((expiresAt - this.clock.now()) / 1000));
	}

	/** The page token that goes with a user token; it never expires when the user token is long-lived. */
	forPage(user: Token, pageId: string): Token {
		if (user.kind === 'PAGE') return user;
		const key = `${user.value} ${pageId}`;
		const known = this.pageTokens.get(key);
		if (known) return known;
		const lifeSeconds = user.longLived ? 0 : Math.max(1, Math.ceil((user.expiresAt - this.clock.now()) / 1000));
		const token = this.keep({ value: opaque(), kind: 'PAGE', grant: user.grant, pageId, longLived: user.longLived, lifeSeconds });
		this.pageTokens.set(key, token);
		return token;
	}

	find(value: string): Token | undefined {
		return this.tokens.get(value);
	}

	/** Why a known token no longer works; undefined while it does. */
	fault(token: Token): GraphError | undefined {
		if (token.revoked !== undefined) return deadToken(token.revoked, seed.meta.appId);
		const now = this.clock.now();
		return token.expiresAt === 0 || token.expiresAt > now ? undefined : expiredToken(token.expiresAt, now);
	}

	valid(value: string): Token {
		const token = this.tokens.get(value);
		if (!token) throw unknownToken();
		const fault = this.fault(token);
		if (fault) throw fault;
		return token;
	}

	/** Takes the user and page tokens of today back, of all or of one person; later ones work again. */
	revoke(subcode: number, applies: (userId: string) => boolean = () => true): void {
		for (const token of this.tokens.values()) {
			if (token.kind !== 'APP' && applies(token.grant.userId)) token.revoked ??= subcode;
		}
	}

	/** People take single permissions back; `GET /me/permissions` then calls them declined. */
	dropScopes(scopes: readonly string[], applies: (userId: string) => boolean = () => true): void {
		for (const grant of new Set([...this.tokens.values()].map((token) => token.grant))) {
			if (!applies(grant.userId)) continue;
			grant.declined = [...grant.declined, ...grant.scopes.filter((scope) => scopes.includes(scope))];
			grant.scopes = grant.scopes.filter((scope) => !scopes.includes(scope));
		}
	}
}

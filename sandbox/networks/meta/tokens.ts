import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { seed } from '../seed';
import type { Clock } from '../world';
import { GraphError, invalid } from './errors';
import type { Settings } from './settings';
import { words } from './words';

/** Seconds a long-lived user token lives. https://developers.facebook.com/docs/facebook-login/guides/access-tokens/get-long-lived */
export const longTokenSeconds = 60 * 86_400;
const dataAccessSeconds = 90 * 86_400;
const codeSeconds = 600;

/** Tokens that exist from the start, so that a test can call without clicking through the dialog. They are as made up as they look. */
export const seedTokens = {
	user: 'EAASANDBOX0user0camille0long0lived0not0real',
	page: 'EAASANDBOX0page0atelier0camelia0not0real',
	secondPage: 'EAASANDBOX0page0camelia0evenements0not0real',
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

/** What a person agreed to in the dialog. */
export interface Grant {
	scopes: string[];
	declined: string[];
	pageIds: string[];
}

export interface Token {
	value: string;
	kind: 'USER' | 'PAGE' | 'APP';
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
const calendar = (time: number): string => new Date(time).toUTCString();

const revocations: Record<number, string> = {
	458: 'Error validating access token: The user has not authorized application 900000000000001.',
	459: 'Error validating access token: You cannot access the app till you log in to www.facebook.com and follow the instructions given.',
	460: 'Error validating access token: The session has been invalidated because the user changed their password or Facebook has changed the session for security reasons.',
	492: 'Error validating access token: The session is invalid because the user no longer has a role on the Page.',
};

/** Codes and tokens of the one app and the one person that live here. */
export class Tokens {
	private codes = new Map<string, Code>();
	private tokens = new Map<string, Token>();
	private pageTokens = new Map<string, Token>();

	constructor(
		private readonly clock: Clock,
		private readonly settings: Settings,
	) {
		const pageIds = [seed.meta.page.id, seed.meta.secondPage.id];
		const grant = { scopes: [...knownScopes], declined: [], pageIds };
		const user = this.keep({ value: seedTokens.user, kind: 'USER', grant, longLived: true, lifeSeconds: longTokenSeconds });
		const page = { kind: 'PAGE', grant, longLived: true, lifeSeconds: 0 } as const;
		this.pageTokens.set(`${user.value} ${seed.meta.page.id}`, this.keep({ ...page, value: seedTokens.page, pageId: seed.meta.page.id }));
		this.pageTokens.set(
			`${user.value} ${seed.meta.secondPage.id}`,
			this.keep({ ...page, value: seedTokens.secondPage, pageId: seed.meta.secondPage.id }),
		);
		const nothing = { scopes: [], declined: [], pageIds: [] };
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
			dataAccessExpiresAt: now + dataAccessSeconds * 1000,
		};
		this.tokens.set(kept.value, kept);
		return kept;
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
		if (!code) throw new GraphError(100, 'Invalid verification code format.', { subcode: 36009 });
		if (code.redirectUri !== redirectUri) {
			throw new GraphError(
				100,
				'Error validating verification code. Please make sure your redirect_uri is identical to the one you used in the OAuth dialog request',
				{ subcode: 36008 },
			);
		}
		if (code.used) throw new GraphError(100, 'This authorization code has been used.', { subcode: 36009 });
		if (code.expiresAt <= this.clock.now()) throw new GraphError(100, 'This authorization code has expired.', { subcode: 36007 });
		code.used = true;
		return this.keep({ value: opaque(), kind: 'USER', grant: code.grant, longLived: false, lifeSeconds: this.settings.shortTokenSeconds });
	}

	/** A long-lived token for a user token that is still valid: always a new string. */
	exchange(value: string): Token {
		const token = this.valid(value);
		if (token.kind !== 'USER') throw invalid('fb_exchange_token must be a user access token');
		const stuck = token.longLived && !this.settings.exchangeExtends;
		const lifeSeconds = stuck ? Math.floor((token.expiresAt - this.clock.now()) / 1000) : longTokenSeconds;
		return this.keep({ value: opaque(), kind: 'USER', grant: token.grant, longLived: true, lifeSeconds });
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
		if (token.revoked !== undefined) {
			return new GraphError(190, revocations[token.revoked] ?? 'Error validating access token.', { subcode: token.revoked });
		}
		const now = this.clock.now();
		if (token.expiresAt === 0 || token.expiresAt > now) return undefined;
		return new GraphError(
			190,
			`Error validating access token: Session has expired on ${calendar(token.expiresAt)}. The current time is ${calendar(now)}.`,
			{ subcode: 463 },
		);
	}

	valid(value: string): Token {
		const token = this.tokens.get(value);
		if (!token) throw new GraphError(190, 'Invalid OAuth access token - Cannot parse access token');
		const fault = this.fault(token);
		if (fault) throw fault;
		return token;
	}

	/** Takes every user and page token of today back; later ones work again. */
	revokeAll(subcode: number): void {
		for (const token of this.tokens.values()) {
			if (token.kind !== 'APP') token.revoked ??= subcode;
		}
	}

	/** https://developers.facebook.com/docs/graph-api/guides/secure-requests#appsecret_proof */
	checkProof(token: Token, proof: string | undefined): void {
		if (proof === undefined) {
			if (!this.settings.requireAppSecretProof) return;
			throw new GraphError(100, 'API calls from the server require an appsecret_proof argument', { type: 'GraphMethodException' });
		}
		const expected = createHmac('sha256', seed.meta.appSecret).update(token.value).digest();
		const given = Buffer.from(proof, 'hex');
		if (given.length === expected.length && timingSafeEqual(given, expected)) return;
		throw new GraphError(100, 'Invalid appsecret_proof provided in the API argument', { type: 'GraphMethodException' });
	}
}

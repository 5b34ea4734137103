import { randomBytes } from 'node:crypto';
import type { Clock, Remembered } from '../world';

/** What a person agreed to: for which account of theirs, and what the app may do with it. */
export interface Consent {
	account: string;
	scopes: string[];
}

/** A person's agreement with the app. Every token of it dies with it. */
export interface Grant extends Consent {
	id: string;
	/** Why it no longer holds: `revoked`, `password_changed` … as the network's own errors tell it. */
	ended?: string;
	/** Clock milliseconds of the consent. */
	since: number;
}

export interface Token {
	value: string;
	kind: 'access' | 'refresh';
	grant: Grant;
	issuedAt: number;
	/** Clock milliseconds; Infinity = never. */
	expiresAt: number;
	/** A rotated refresh token: it worked once. */
	spent?: true;
}

interface Code {
	redirectUri: string;
	consent: Consent;
	expiresAt: number;
	used: boolean;
}

interface Saved {
	codes: Map<string, Code>;
	tokens: Map<string, Token>;
	grants: Map<string, Grant>;
}

/** Lives in seconds; `Infinity` = never ends. */
export interface Lives {
	code: number;
	access: number;
	refresh: number;
}

/** Why a code or a token is not accepted; every network says it in its own words. */
export type Refusal = 'unknown' | 'expired' | 'used' | 'redirect' | 'ended';

export const isRefusal = <T extends object>(answer: T | Refusal): answer is Refusal => typeof answer === 'string';

/** Codes, grants and tokens of the one app that a network has here. It knows no network's quirks: those are the routers'. */
export class Grants implements Remembered {
	private codes = new Map<string, Code>();
	private tokens = new Map<string, Token>();
	private grants = new Map<string, Grant>();

	/** `prefix` begins every code and token, so that a leaked one is recognised: `pina_SANDBOX`. `lives` is asked at every issue. */
	constructor(
		private readonly clock: Clock,
		private readonly prefix: Readonly<Record<'code' | 'access' | 'refresh', string>>,
		private readonly lives: () => Lives,
	) {}

	issueCode(redirectUri: string, consent: Consent): string {
		const value = `${this.prefix.code}${randomBytes(32).toString('base64url')}`;
		this.codes.set(value, { redirectUri, consent, expiresAt: this.clock.now() + this.lives().code * 1000, used: false });
		return value;
	}

	/** Begins a grant. A code is good once, in time, and for the address it was sent to. */
	redeemCode(value: string, redirectUri: string): Grant | Refusal {
		const code = this.codes.get(value);
		if (!code) return 'unknown';
		if (code.used) return 'used';
		if (code.expiresAt <= this.clock.now()) return 'expired';
		if (code.redirectUri !== redirectUri) return 'redirect';
		code.used = true;
		return this.begin(code.consent);
	}

	/** A grant without a dialog, for tests. */
	begin(consent: Consent): Grant {
		const grant = { ...consent, id: randomBytes(6).toString('hex'), since: this.clock.now() };
		this.grants.set(grant.id, grant);
		return grant;
	}

	/** `seconds` in place of the kind's usual life; `value` where tests know the token beforehand. */
	issue(grant: Grant, kind: Token['kind'], seconds = this.lives()[kind], value = `${this.prefix[kind]}${randomBytes(32).toString('base64url')}`): Token {
		const now = this.clock.now();
		const token: Token = { value, kind, grant, issuedAt: now, expiresAt: now + seconds * 1000 };
		this.tokens.set(value, token);
		return token;
	}

	find(value: string): Token | undefined {
		return this.tokens.get(value);
	}

	/** The token if it is good now. */
	valid(value: string, kind: Token['kind'] = 'access'): Token | Refusal {
		const token = this.tokens.get(value);
		if (!token || token.kind !== kind) return 'unknown';
		if (token.grant.ended !== undefined) return 'ended';
		if (token.spent) return 'used';
		return token.expiresAt <= this.clock.now() ? 'expired' : token;
	}

	/** Seconds a token has left, rounded up: a token issued a millisecond ago has its whole life. */
	left({ expiresAt }: Token): number {
		return Math.ceil((expiresAt - this.clock.now()) / 1000);
	}

	/** Ends the grants of one account, or all; new consents work again. */
	end(reason: string, account?: string): void {
		for (const grant of this.grants.values()) {
			if (account === undefined || grant.account === account) grant.ended ??= reason;
		}
	}

	all(): Grant[] {
		return [...this.grants.values()];
	}

	clear(): void {
		this.codes.clear();
		this.tokens.clear();
		this.grants.clear();
	}

	save(): Saved {
		return { codes: this.codes, tokens: this.tokens, grants: this.grants };
	}

	load({ codes, tokens, grants }: Saved): void {
		this.codes = codes;
		this.tokens = tokens;
		this.grants = grants;
	}
}

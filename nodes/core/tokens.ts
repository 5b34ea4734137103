import type { IDataObject } from 'n8n-workflow';
import type { Credentials, TokenFacts } from './platform';

/** What n8n's OAuth2 store holds of a connection. Times are milliseconds since 1970. */
export interface Token {
	access: string;
	refresh?: string;
	issuedAt?: number;
	expiresAt?: number;
	/** Milliseconds from its issue to its end. */
	life?: number;
	/** End of what renews it: no renewal later than this. */
	refreshExpiresAt?: number;
	/** Permissions granted, as the token endpoint listed them. */
	scopes?: string[];
	/** Straight from the consent, not exchanged yet. */
	fresh: boolean;
	/** The last renewal brought no other token, with whatever status it was answered. */
	refused: boolean;
}

const isRecord = (value: unknown): value is IDataObject => typeof value === 'object' && value !== null && !Array.isArray(value);
const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
/** What a renewal leaves beside the answer: the token it began with, until when that one is good, and whether it came straight from the consent. */
export const begunWith = ({ access, expiresAt, fresh }: Token): IDataObject => ({ access_token: access, ends: expiresAt ?? (fresh ? Date.now() + FIRST_LIFE : null), fresh });

/** What is known of the life of a first token whose answer did not name one. */
const FIRST_LIFE = 60 * 60_000;

const positive = (value: unknown) => (Number(value) > 0 ? Number(value) : undefined);

/** Instagram’s guide shows the first answer inside `data[0]`, others have seen it flat. */
export const WRAPPED = 'data[0].access_token';

/** The store as it is, and where in it the token is. A renewal leaves no wrapping, so a wrapped token is that of a later consent. */
export function storedToken({ oauthTokenData }: Credentials): { data: IDataObject; wrapped: boolean } | undefined {
	if (!isRecord(oauthTokenData)) return undefined;
	const inner = Array.isArray(oauthTokenData.data) && isRecord(oauthTokenData.data[0]) ? oauthTokenData.data[0] : undefined;
	if (inner && textOf(inner.access_token)) return { data: { ...oauthTokenData, ...inner }, wrapped: true };
	return textOf(oauthTokenData.access_token) ? { data: oauthTokenData, wrapped: false } : undefined;
}

/** Tokens of OAuth2 stores; undefined for a credential that has none or was never connected. */
export function tokenOf(credentials: Credentials, facts?: TokenFacts): Token | undefined {
	const stored = storedToken(credentials);
	const access = textOf(stored?.data.access_token);
	if (!stored || !access) return undefined;
	const { data, wrapped } = stored;
	const consented = wrapped || (facts?.freshMark !== undefined && facts.freshMark in data);
	// That answer names no end: one beside it is the token’s before, which n8n leaves in place when someone connects anew.
	const seconds = consented ? undefined : positive(data.expires_in);
	// Only a renewal that brought nothing leaves the very token it began with.
	const kept = seconds === undefined && isRecord(data.before) && data.before.access_token === access ? data.before : undefined;
	const expiresAt = seconds === undefined ? positive(kept?.ends) : positive(data.n8n_expires_at);
	const issuedAt = expiresAt !== undefined && seconds !== undefined ? expiresAt - seconds * 1000 : undefined;
	const refresh = textOf(data.refresh_token);
	// Noted beside the refresh token it is the end of: a later consent’s has its own, or none.
	const noted = isRecord(data.refresh_ends) && data.refresh_ends.refresh_token === refresh ? positive(data.refresh_ends.ends) : undefined;
	const refreshSeconds = positive(data.refresh_token_expires_in) ?? positive(data.refresh_expires_in);
	const scope = textOf(data.scope) ?? (Array.isArray(data.permissions) ? data.permissions.join(' ') : textOf(data.permissions));
	return {
		access,
		refresh,
		issuedAt,
		expiresAt,
		life: seconds && seconds * 1000,
		refreshExpiresAt: refreshSeconds !== undefined && issuedAt !== undefined ? issuedAt + refreshSeconds * 1000 : noted,
		scopes: scope?.split(/[\s,]+/).filter(Boolean),
		fresh: consented || kept?.fresh === true,
		refused: kept !== undefined,
	};
}

/** Milliseconds before its end at which this token is renewed; a short life is used for at least half. */
const leadOf = ({ life = Infinity }: Token, { renewBefore }: TokenFacts) => Math.min(renewBefore, life / 2);

/** Whether a token is to be renewed now, so that it is still good in `ahead` milliseconds. An end that nobody named does not come. */
export function isDue(token: Token, facts: TokenFacts, ahead = 0): boolean {
	if (token.fresh || (token.life !== undefined && token.life < (facts.exchangeBelow ?? 0))) return true;
	return token.expiresAt !== undefined && token.expiresAt - Date.now() < Math.max(leadOf(token, facts), Math.min(ahead, (token.life ?? 0) / 2));
}

/** Whether it ended, by this machine's clock. */
export const isOver = ({ expiresAt = Infinity }: Token) => expiresAt <= Date.now();

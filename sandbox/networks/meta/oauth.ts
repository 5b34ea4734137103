import { seed } from '../seed';
import { GraphError, invalid } from './errors';
import type { Params } from './params';
import type { Meta } from './state';
import type { Token } from './tokens';

function checkClient(params: Params): void {
	const clientId = params.text('client_id');
	if (clientId === undefined) throw new GraphError(101, 'Missing client_id parameter.');
	if (clientId !== seed.meta.appId)
		throw new GraphError(101, 'Error validating application. Cannot get application info due to a system error.');
	const secret = params.text('client_secret');
	if (secret === undefined) throw new GraphError(1, 'Missing client_secret parameter.');
	if (secret !== seed.meta.appSecret) throw new GraphError(1, 'Error validating client secret.');
}

/** Meta never sends a refresh_token. */
const tokenAnswer = (token: Token, now: number): Record<string, unknown> => ({
	access_token: token.value,
	token_type: 'bearer',
	expires_in: Math.max(0, Math.floor((token.expiresAt - now) / 1000)),
});

/** `GET|POST /oauth/access_token`. https://developers.facebook.com/docs/facebook-login/guides/advanced/manual-flow#exchangecode */
export function accessToken(params: Params, meta: Meta): Record<string, unknown> {
	checkClient(params);
	const grantType = params.text('grant_type') ?? 'authorization_code';
	if (grantType === 'client_credentials') return { access_token: `${seed.meta.appId}|SANDBOX-app-token-not-real`, token_type: 'bearer' };
	if (grantType === 'fb_exchange_token') return tokenAnswer(meta.tokens.exchange(params.required('fb_exchange_token')), meta.now);
	if (grantType !== 'authorization_code') throw invalid(`Unsupported grant_type "${grantType}"`);
	const code = params.text('code');
	if (code === undefined || code === '') throw new GraphError(100, 'Missing authorization code');
	const redirectUri = params.text('redirect_uri');
	if (redirectUri === undefined) throw new GraphError(191, 'Missing redirect_uri parameter.');
	return tokenAnswer(meta.tokens.redeemCode(code, redirectUri), meta.now);
}

const seconds = (time: number): number => Math.floor(time / 1000);

/** `GET /debug_token`. A dead token is described, not refused. https://developers.facebook.com/docs/graph-api/reference/debug_token */
export function debugToken(params: Params, asking: Token, meta: Meta): { data: Record<string, unknown> } {
	const input = params.required('input_token');
	if (asking.kind !== 'APP' && asking.value !== input) {
		throw new GraphError(
			100,
			'(#100) You must provide an app access token, or a user access token that is an owner or developer of the app',
		);
	}
	const token = meta.tokens.find(input);
	if (!token) {
		return {
			data: { error: { code: 190, message: 'Invalid OAuth access token - Cannot parse access token' }, is_valid: false, scopes: [] },
		};
	}
	const fault = meta.tokens.fault(token);
	const { scopes, pageIds } = token.grant;
	const granular = scopes
		.filter((scope) => scope.startsWith('pages_') || scope === 'read_insights' || scope.startsWith('instagram_'))
		.map((scope) => ({ scope, target_ids: scope.startsWith('instagram_') ? instagramOf(pageIds, meta) : pageIds }));
	return {
		data: {
			app_id: seed.meta.appId,
			type: token.kind,
			application: 'QMARK sandbox app',
			...(token.kind === 'APP' ? {} : { data_access_expires_at: seconds(token.dataAccessExpiresAt) }),
			...(fault ? { error: { code: fault.code, message: fault.message, subcode: fault.detail.subcode } } : {}),
			expires_at: seconds(token.expiresAt),
			is_valid: fault === undefined,
			issued_at: seconds(token.issuedAt),
			...(token.pageId === undefined ? {} : { profile_id: token.pageId }),
			scopes: fault ? [] : scopes,
			...(fault ? {} : { granular_scopes: granular }),
			...(token.kind === 'APP' ? {} : { user_id: seed.meta.user.id }),
		},
	};
}

const instagramOf = (pageIds: string[], meta: Meta): string[] => pageIds.flatMap((id) => meta.page(id).instagramId ?? []);

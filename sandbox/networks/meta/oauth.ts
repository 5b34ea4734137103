import { seed } from '../seed';
import { GraphError, invalid } from './errors';
import type { Params } from './params';
import type { Meta } from './state';
import { checkApp } from './tokenErrors';
import type { Token } from './tokens';

/** Meta never sends a refresh_token, and no `expires_in` of a token that never ends. */
const tokenAnswer = ({ value, expiresAt }: Token, now: number): Record<string, unknown> => ({
	access_token: value,
	token_type: 'bearer',
	...(expiresAt !== 0 && { expires_in: Math.max(0, Math.floor((expiresAt - now) / 1000)) }),
});

/** `GET|POST /oauth/access_token`. https://developers.facebook.com/docs/facebook-login/guides/advanced/manual-flow#exchangecode */
export function accessToken(params: Params, meta: Meta): Record<string, unknown> {
	checkApp(seed.meta, params.text('client_id'), params.text('client_secret'));
	const grantType = params.text('grant_type') ?? 'authorization_code';
	if (grantType === 'client_credentials') return { access_token: `${seed.meta.appId}|SANDBOX-app-token-not-real`, token_type: 'bearer' };
	if (grantType === 'fb_exchange_token') {
		const sixtyDays = params.flag('set_token_expires_in_60_days') ?? false;
		return tokenAnswer(meta.tokens.exchange(params.required('fb_exchange_token'), sixtyDays), meta.now);
	}
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
		.filter((scope) => /^(pages_|read_insights$|instagram_|whatsapp_)/.test(scope))
		.map((scope) => ({ scope, target_ids: targetsOf(scope, pageIds, meta) }));
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
			...(token.kind === 'APP' ? {} : { user_id: token.grant.userId }),
		},
	};
}

function targetsOf(scope: string, pageIds: string[], meta: Meta): string[] {
	if (scope.startsWith('whatsapp_')) return [seed.meta.whatsapp.businessAccountId];
	return scope.startsWith('instagram_') ? pageIds.flatMap((id) => meta.page(id).instagramId ?? []) : pageIds;
}

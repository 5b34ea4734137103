import type { Request, Response } from 'express';
import { GraphError, invalid, notFound } from '../meta/errors';
import { withBareId } from '../meta/login/bareId';
import type { Login } from '../meta/login/login';
import { tokenText } from '../meta/login/renewal';
import type { Params } from '../meta/params';
import { checkApp, codeError, unknownToken } from '../meta/tokenErrors';
import { answersBroken } from '../oauth/endpoint';
import { isRefusal } from '../oauth/grants';
import { seed } from '../seed';

/** The app's own token, for `debug_token`. */
export const appToken = `TH|${seed.threads.appId}|THSANDBOX0app0token0not0real`;

/** `POST /oauth/access_token`, and GET for the app's own token. https://developers.facebook.com/docs/threads/get-started/get-access-tokens-and-permissions */
export function accessToken(request: Request, params: Params, response: Response, login: Login): void {
	const grantType = params.text('grant_type');
	if (request.method !== 'POST' && grantType !== 'client_credentials') throw notFound(request.method, 'oauth');
	if (answersBroken(response, login.settings.tokenEndpoint, unknownToken().body())) return;
	checkApp(login.app, params.text('client_id'), params.text('client_secret'));
	if (grantType === 'client_credentials') {
		response.json({ access_token: appToken, token_type: 'bearer' });
		return;
	}
	if (grantType !== 'authorization_code') throw invalid(`Unsupported grant_type "${grantType ?? ''}"`);
	const code = params.text('code');
	if (code === undefined || code === '') throw new GraphError(100, 'Missing authorization code');
	const redirectUri = params.text('redirect_uri');
	if (redirectUri === undefined) throw new GraphError(191, 'Missing redirect_uri parameter.');
	const grant = login.grants.redeemCode(code, redirectUri);
	if (isRefusal(grant)) throw codeError(grant);
	const token = login.grants.issue(grant, 'access');
	response.type('json').send(withBareId({ access_token: token.value, user_id: grant.account }));
}

const seconds = (time: number): number => Math.floor(time / 1000);
const dataAccessSeconds = 90 * 86_400;

/** `GET /debug_token`, by the app's token or by the token itself. https://developers.facebook.com/docs/threads/troubleshooting/debug-access-token */
export function debugToken(request: Request, params: Params, login: Login): object {
	const asking = tokenText(request, params);
	const input = params.required('input_token');
	if (asking !== appToken && login.valid(asking).value !== input) throw invalid('You must provide an app access token to debug another token');
	const token = login.grants.find(input);
	const fault = login.fault(input);
	const error = fault && { code: fault.code, message: fault.message, subcode: fault.detail.subcode };
	if (!token) return { data: { error, is_valid: false, scopes: [] } };
	return {
		data: {
			type: 'USER',
			application: 'QMARK sandbox app',
			data_access_expires_at: seconds(token.issuedAt) + dataAccessSeconds,
			...(error && { error }),
			expires_at: seconds(token.expiresAt),
			is_valid: !error,
			issued_at: seconds(token.issuedAt),
			scopes: error ? [] : token.grant.scopes,
			user_id: token.grant.account,
		},
	};
}

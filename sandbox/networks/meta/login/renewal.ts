import type { Request, Response } from 'express';
import { answersBroken } from '../../oauth/endpoint';
import { bearerOf } from '../envelope';
import { GraphError, notFound } from '../errors';
import type { Params } from '../params';
import { checkSecret, unknownToken } from '../tokenErrors';
import type { Login } from './login';

/** The token a call comes with: in the header, the query or the form. */
export function tokenText(request: Request, params: Params): string {
	const value = bearerOf(request) ?? params.text('access_token');
	if (value === undefined || value === '') throw new GraphError(190, 'An access token is required to request this resource.');
	return value;
}

/** Refuses what is no GET, unless it is a POST that says it means one. */
function checkMethod(endpoint: string, request: Request, params: Params, { settings }: Login): void {
	if (request.method === 'GET') return;
	const meant = request.method === 'POST' && settings.methodOverride ? params.text('method') : undefined;
	if (meant?.toUpperCase() !== 'GET') throw notFound(request.method, endpoint);
}

/**
 * `GET /access_token` and `GET /refresh_access_token`; false for any other path.
 * https://developers.facebook.com/docs/instagram-platform/reference/access_token
 * https://developers.facebook.com/docs/threads/get-started/long-lived-tokens
 */
export function answerRenewal(endpoint: string | undefined, request: Request, params: Params, response: Response, login: Login): boolean {
	if (endpoint !== 'access_token' && endpoint !== 'refresh_access_token') return false;
	checkMethod(endpoint, request, params, login);
	if (answersBroken(response, login.settings.tokenEndpoint, unknownToken().body())) return true;
	const isExchange = endpoint === 'access_token';
	const expected = `${login.app.grantPrefix}_${isExchange ? 'exchange' : 'refresh'}_token`;
	const grantType = params.required('grant_type');
	if (grantType !== expected) throw new GraphError(100, `(#100) Param grant_type must be one of {${expected.toUpperCase()}} - got "${grantType}"`);
	if (isExchange) checkSecret(login.app.appSecret, params.text('client_secret'));
	const value = tokenText(request, params);
	const token = isExchange ? login.exchange(value) : login.refresh(value);
	response.json({
		access_token: token.value,
		token_type: 'bearer',
		expires_in: login.grants.left(token),
		...(login.app.tellsPermissions && !isExchange && { permissions: token.grant.scopes.join(',') }),
	});
	return true;
}

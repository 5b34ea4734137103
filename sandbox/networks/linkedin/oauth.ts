import { Router, type Request, type Response } from 'express';
import { answersBroken, readForm } from '../oauth/endpoint';
import { isRefusal, type Grant, type Token } from '../oauth/grants';
import { seed } from '../seed';
import { deadRefresh, missing, oauthBody, OAuthError } from './errors';
import type { LinkedIn } from './state';

type Form = Awaited<ReturnType<typeof readForm>>;

function required(form: Form, name: string): string {
	const value = form[name];
	if (value === undefined) throw missing(name);
	return value;
}

/** The app authenticates in the body only; a Basic header counts for nothing. */
function checkClient(form: Form): void {
	const id = required(form, 'client_id');
	const secret = required(form, 'client_secret');
	if (id !== seed.linkedin.clientId || secret !== seed.linkedin.clientSecret)
		throw new OAuthError(401, 'invalid_client', 'Client authentication failed');
}

/** Comma separated and sorted, whatever the request looked like. */
const scopeText = ({ scopes }: Grant): string => scopes.toSorted().join(',');

const seconds = (time: number): number => Math.floor(time / 1000);

function answer(linkedin: LinkedIn, grant: Grant, refresh?: Token): object {
	const access = linkedin.grants.issue(grant, 'access');
	return {
		access_token: access.value,
		expires_in: linkedin.grants.left(access),
		...(refresh && { refresh_token: refresh.value, refresh_token_expires_in: linkedin.grants.left(refresh) }),
		scope: scopeText(grant),
		token_type: 'Bearer',
	};
}

function byCode(form: Form, linkedin: LinkedIn): object {
	const { grants, settings } = linkedin;
	const redirectUri = required(form, 'redirect_uri');
	const grant = grants.redeemCode(required(form, 'code'), redirectUri);
	if (grant === 'unknown' || grant === 'used')
		throw new OAuthError(401, 'invalid_request', 'Unable to retrieve access token: authorization code not found');
	if (isRefusal(grant)) {
		const reasons = 'appid/redirect uri/code verifier does not match authorization code. Or authorization code expired. Or external member binding exists';
		throw new OAuthError(400, 'invalid_redirect_uri', `Unable to retrieve access token: ${reasons}`);
	}
	// "If you request a different scope than the previously granted scope, all the previous access tokens are invalidated."
	for (const earlier of grants.all())
		if (earlier.account === grant.account && scopeText(earlier) !== scopeText(grant)) earlier.ended ??= 'scope_changed';
	return answer(linkedin, grant, settings.refreshTokens ? grants.issue(grant, 'refresh') : undefined);
}

/** The same refresh token again, and its life goes on from the consent. */
function byRefreshToken(form: Form, linkedin: LinkedIn): object {
	const refresh = linkedin.grants.valid(required(form, 'refresh_token'), 'refresh');
	if (isRefusal(refresh)) throw deadRefresh();
	return answer(linkedin, refresh.grant, refresh);
}

function tokens(form: Form, linkedin: LinkedIn): object {
	const grantType = required(form, 'grant_type');
	checkClient(form);
	if (grantType === 'authorization_code') return byCode(form, linkedin);
	if (grantType === 'refresh_token') return byRefreshToken(form, linkedin);
	throw new OAuthError(400, 'unsupported_grant_type', `The grant type "${grantType}" is not supported for this application`);
}

/** https://learn.microsoft.com/en-us/linkedin/shared/authentication/token-introspection */
function introspect(form: Form, { grants }: LinkedIn): object {
	checkClient(form);
	const token = grants.find(required(form, 'token'));
	if (!token) throw new OAuthError(400, 'invalid_request', 'The token is invalid');
	const valid = grants.valid(token.value, token.kind);
	const status = !isRefusal(valid) ? 'active' : valid === 'expired' ? 'expired' : 'revoked';
	return {
		active: status === 'active',
		client_id: seed.linkedin.clientId,
		authorized_at: seconds(token.grant.since),
		created_at: seconds(token.issuedAt),
		status,
		expires_at: seconds(token.expiresAt),
		scope: scopeText(token.grant),
		auth_type: '3L',
	};
}

/** In no document of LinkedIn's, and used by many apps. As in RFC 7009, a token it does not know is no error. */
function revoke(form: Form, { grants }: LinkedIn): undefined {
	checkClient(form);
	const token = grants.find(required(form, 'token'));
	if (token) token.grant.ended ??= 'revoked';
}

/** `/oauth/v2/*` on www.linkedin.com, the authorization page aside. */
export function oauthRouter(linkedin: LinkedIn): Router {
	const router = Router();
	const answering = (handle: (form: Form, linkedin: LinkedIn) => object | undefined) => async (request: Request, response: Response) => {
		const form = await readForm(request);
		if (handle === tokens && answersBroken(response, linkedin.settings.tokenEndpoint, oauthBody(deadRefresh()))) return;
		try {
			const body = handle(form, linkedin);
			if (body) response.set('cache-control', 'no-store').json(body);
			else response.status(200).end();
		} catch (error) {
			if (!(error instanceof OAuthError)) throw error;
			response.status(error.status).json(oauthBody(error));
		}
	};
	router.post('/oauth/v2/accessToken', answering(tokens));
	router.post('/oauth/v2/introspectToken', answering(introspect));
	router.post('/oauth/v2/revoke', answering(revoke));
	return router;
}

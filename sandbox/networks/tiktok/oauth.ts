import { Router, type Request, type Response } from 'express';
import { answersBroken, isForm, readForm } from '../oauth/endpoint';
import { isRefusal, type Grant } from '../oauth/grants';
import { seed } from '../seed';
import { oauthBody, OAuthError } from './errors';
import type { TikTok } from './state';

type Form = Awaited<ReturnType<typeof readForm>>;

/** The app authenticates in the body only, and as `client_key`: `client_id` and a Basic header count for nothing. */
function checkClient(form: Form): void {
	if (form.client_key === undefined) throw new OAuthError('invalid_request', 'Client key is missed in request.');
	if (form.client_secret === undefined) throw new OAuthError('invalid_request', 'Client secret is missed in request.');
	if (form.client_key !== seed.tiktok.clientKey || form.client_secret !== seed.tiktok.clientSecret)
		throw new OAuthError('invalid_client', 'Client key or secret is incorrect.');
}

function byCode({ code, redirect_uri }: Form, { grants }: TikTok): Grant {
	if (code === undefined) throw new OAuthError('invalid_request', 'Code is missed in request.');
	if (redirect_uri === undefined) throw new OAuthError('invalid_request', 'Redirect_uri is missed in request.');
	const grant = grants.redeemCode(code, redirect_uri);
	if (grant === 'redirect') throw new OAuthError('invalid_request', 'Redirect_uri is not matched with the uri when requesting code.');
	if (isRefusal(grant)) throw new OAuthError('invalid_grant', 'Authorization code is expired.');
	return grant;
}

const deadRefresh = (): OAuthError => new OAuthError('invalid_grant', 'Refresh token is invalid or expired.');

/** A refresh token works once: its successor is in the answer. */
function byRefreshToken({ refresh_token }: Form, { grants }: TikTok): Grant {
	if (refresh_token === undefined) throw new OAuthError('invalid_request', 'Refresh token is missed in request.');
	const token = grants.valid(refresh_token, 'refresh');
	if (isRefusal(token)) throw deadRefresh();
	token.spent = true;
	return token.grant;
}

function tokens(form: Form, tiktok: TikTok): object {
	checkClient(form);
	const { grant_type } = form;
	if (grant_type === undefined) throw new OAuthError('invalid_request', 'Grant type is missed in request.');
	if (grant_type !== 'authorization_code' && grant_type !== 'refresh_token')
		throw new OAuthError('unsupported_grant_type', `Grant type ${grant_type} is not supported.`);
	const grant = grant_type === 'refresh_token' ? byRefreshToken(form, tiktok) : byCode(form, tiktok);
	const access = tiktok.grants.issue(grant, 'access');
	const refresh = tiktok.grants.issue(grant, 'refresh');
	return {
		access_token: access.value,
		expires_in: tiktok.grants.left(access),
		open_id: grant.account,
		refresh_expires_in: tiktok.grants.left(refresh),
		refresh_token: refresh.value,
		scope: grant.scopes.join(','),
		token_type: 'Bearer',
	};
}

/** The app lets go of a person: https://developers.tiktok.com/doc/oauth-user-access-token-management */
function revoke(form: Form, { grants }: TikTok): void {
	checkClient(form);
	const token = grants.find(form.token ?? '');
	if (!token) throw new OAuthError('invalid_request', 'The access token is invalid.');
	grants.end('revoked', token.grant.account);
}

/** `/v2/oauth/*` on open.tiktokapis.com; the slash at the end belongs to the address. */
export function oauthRouter(tiktok: TikTok): Router {
	const router = Router({ strict: true });
	const answering = (answer: (form: Form) => object | undefined) => async (request: Request, response: Response) => {
		const form = await readForm(request);
		const { tokenEndpoint, oauthErrorStatus } = tiktok.settings;
		if (request.path === '/v2/oauth/token/' && answersBroken(response, tokenEndpoint, oauthBody(deadRefresh(), tiktok.now))) return;
		try {
			if (!isForm(request))
				throw new OAuthError('invalid_request', 'Only `application/x-www-form-urlencoded` is supported as Content-Type.');
			const body = answer(form);
			if (body) response.set('cache-control', 'no-store').json(body);
			else response.status(200).end();
		} catch (error) {
			if (!(error instanceof OAuthError)) throw error;
			response.status(oauthErrorStatus).json(oauthBody(error, tiktok.now));
		}
	};
	router.post(
		'/v2/oauth/token/',
		answering((form) => tokens(form, tiktok)),
	);
	router.post(
		'/v2/oauth/revoke/',
		answering((form) => {
			revoke(form, tiktok);
			return undefined;
		}),
	);
	return router;
}

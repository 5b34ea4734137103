import { Router, type Request } from 'express';
import { answersBroken, bearer, isForm, readForm } from '../oauth/endpoint';
import { isRefusal, type Grant, type Refusal } from '../oauth/grants';
import { seed } from '../seed';
import { oauthError } from './errors';
import { notFound, route } from './route';
import { emailScope } from './scopes';
import type { Google } from './state';

type Fields = Awaited<ReturnType<typeof readForm>>;

/** The form, and nothing but a form: that is what Google documents. */
async function fieldsOf(req: Request): Promise<Fields> {
	if (Number(req.headers['content-length'] ?? 0) > 0 && !isForm(req))
		throw oauthError(400, 'invalid_request', 'Send the parameters as application/x-www-form-urlencoded.');
	return await readForm(req);
}

/** Google takes the secret in the form and in a Basic header alike. */
function checkClient(req: Request, fields: Fields): void {
	const basic = /^Basic (\S+)$/i.exec(req.headers.authorization ?? '')?.[1];
	const [id, secret] =
		basic === undefined ? [fields.client_id, fields.client_secret] : Buffer.from(basic, 'base64').toString().split(':');
	if (!id) throw oauthError(400, 'invalid_request', 'Could not determine client ID from request.');
	if (id !== seed.google.clientId) throw oauthError(401, 'invalid_client', 'The OAuth client was not found.');
	if (!secret) throw oauthError(400, 'invalid_request', 'client_secret is missing.');
	if (secret !== seed.google.clientSecret) throw oauthError(401, 'invalid_client', 'The provided client secret is invalid.');
}

function required(fields: Fields, name: string): string {
	const value = fields[name];
	if (!value) throw oauthError(400, 'invalid_request', `Missing required parameter: ${name}`);
	return value;
}

const codeRefusals: Partial<Record<Refusal, [error: string, description: string]>> = {
	unknown: ['invalid_grant', 'Malformed auth code.'],
	redirect: ['redirect_uri_mismatch', 'Bad Request'],
};

function tokenAnswer(google: Google, grant: Grant) {
	const access = google.grants.issue(grant, 'access');
	return { access_token: access.value, expires_in: google.grants.left(access), scope: grant.scopes.join(' '), token_type: 'Bearer' };
}

function redeem(google: Google, fields: Fields): object {
	const code = required(fields, 'code');
	const grant = google.grants.redeemCode(code, required(fields, 'redirect_uri'));
	if (isRefusal(grant)) throw oauthError(400, ...(codeRefusals[grant] ?? ['invalid_grant', 'Bad Request']));
	const answer = tokenAnswer(google, grant);
	if (!google.offline.delete(code)) return answer;
	google.renewable.add(grant.id);
	const { token, announced } = google.issueRefresh(grant);
	return { ...answer, refresh_token: token.value, ...(announced && { refresh_token_expires_in: google.grants.left(token) }) };
}

/** Refresh tokens are not rotated: the answer has none, and the old one goes on. */
function renew(google: Google, fields: Fields): object {
	const refresh = google.grants.valid(required(fields, 'refresh_token'), 'refresh');
	if (isRefusal(refresh)) throw oauthError(400, 'invalid_grant', refresh === 'unknown' ? 'Bad Request' : 'Token has been expired or revoked.');
	return tokenAnswer(google, refresh.grant);
}

/** `oauth2.googleapis.com`. https://developers.google.com/identity/protocols/oauth2/web-server#offline */
export function tokenRouter(google: Google): Router {
	const router = Router();
	router.post('/token', async (req, res, next) => {
		const { tokenEndpoint } = google.settings;
		if (tokenEndpoint !== 'ok') await readForm(req);
		if (!answersBroken(res, tokenEndpoint, { error: 'invalid_grant', error_description: 'Bad Request' })) next();
	});
	router.post(
		'/token',
		route(async (req) => {
			const fields = await fieldsOf(req);
			const grantType = required(fields, 'grant_type');
			checkClient(req, fields);
			if (grantType === 'authorization_code') return redeem(google, fields);
			if (grantType === 'refresh_token') return renew(google, fields);
			throw oauthError(400, 'unsupported_grant_type', `Invalid grant_type: ${grantType}`);
		}),
	);
	router.post(
		'/revoke',
		route(async (req) => {
			const fields = await fieldsOf(req);
			const value = typeof req.query.token === 'string' ? req.query.token : required(fields, 'token');
			const token = google.grants.find(value);
			const live = token && google.grants.valid(value, token.kind);
			if (!live || isRefusal(live)) throw oauthError(400, 'invalid_token', 'Token expired or revoked');
			// One token is enough to take back all the person has agreed to with this app.
			google.grants.end('revoked', live.grant.account);
			return {};
		}),
	);
	router.get(
		'/tokeninfo',
		route((req) => tokenInfo(google, typeof req.query.access_token === 'string' ? req.query.access_token : undefined)),
	);
	router.post(
		'/tokeninfo',
		route(async (req) => tokenInfo(google, bearer(req) ?? (await fieldsOf(req)).access_token)),
	);
	return router.use(notFound);
}

/** All values are texts. */
function tokenInfo(google: Google, value: string | undefined): object {
	const token = google.grants.valid(value ?? '');
	if (isRefusal(token)) throw oauthError(400, 'invalid_token', 'Invalid Value');
	const { account, scopes } = token.grant;
	return {
		azp: seed.google.clientId,
		aud: seed.google.clientId,
		...(scopes.includes('openid') && { sub: account }),
		scope: scopes.join(' '),
		exp: String(Math.floor(token.expiresAt / 1000)),
		expires_in: String(google.grants.left(token)),
		...(scopes.includes(emailScope) && { email: google.account(account)?.name, email_verified: 'true' }),
		access_type: google.renewable.has(token.grant.id) ? 'offline' : 'online',
	};
}

import { Router } from 'express';
import { BodyError, readBody } from '../../body';
import { escape, htmlPage, pageHeaders } from '../../html';
import { answersBroken } from '../../oauth/endpoint';
import { isRefusal } from '../../oauth/grants';
import { notFound } from '../errors';
import type { Refuse } from '../login/authorize';
import { withBareId } from '../login/bareId';
import { codeError } from '../tokenErrors';
import type { InstagramLogin } from './login';

/** The authorization window tells the person. */
export const showRefusal: Refuse = (response, sentence) => {
	const body = `<h1>Invalid Request</h1><p>${escape(sentence)}</p><p class="soft">This is the sandbox's copy of Instagram's login.</p>`;
	response.status(400).set(pageHeaders).send(htmlPage('Invalid Request', body));
};

/** This host has its own form of an error. */
const refusal = (message: string): object => ({ error_type: 'OAuthException', code: 400, error_message: message });

/** Takes the fields of a form, urlencoded or multipart, and nothing of the query. `answer` is JSON text. */
function redeem(fields: Record<string, unknown>, login: InstagramLogin): { answer: string } | { refused: string } {
	const required = ['client_id', 'client_secret', 'grant_type', 'redirect_uri', 'code'];
	const missing = required.find((name) => typeof fields[name] !== 'string' || fields[name] === '');
	if (missing !== undefined) return { refused: `Missing required field ${missing}` };
	const { appId, appSecret } = login.app;
	if (fields.client_id !== appId) return { refused: 'Invalid platform app' };
	if (fields.client_secret !== appSecret) return { refused: 'Error validating client secret.' };
	if (fields.grant_type !== 'authorization_code') return { refused: 'Invalid grant_type; it must be authorization_code' };
	const grant = login.grants.redeemCode(String(fields.code), String(fields.redirect_uri));
	if (isRefusal(grant)) return { refused: codeError(grant).message };
	const { scopes, account } = grant;
	const access_token = login.grants.issue(grant, 'access').value;
	if (login.wrappedAnswer) return { answer: JSON.stringify({ data: [{ access_token, user_id: account, permissions: scopes.join(',') }] }) };
	return { answer: withBareId({ access_token, user_id: account, permissions: scopes }) };
}

/** api.instagram.com: a code becomes a token of one hour. https://developers.facebook.com/docs/instagram-platform/reference/oauth-access-token */
export function instagramApi(login: InstagramLogin): Router {
	const router = Router();
	router.post('/oauth/access_token', async (request, response) => {
		try {
			const { fields } = await readBody(request);
			request.body = fields;
			if (answersBroken(response, login.settings.tokenEndpoint, refusal('Invalid authorization code'))) return;
			const redeemed = redeem(request.is('application/json') ? {} : fields, login);
			if ('answer' in redeemed) response.type('json').send(redeemed.answer);
			else response.status(400).json(refusal(redeemed.refused));
		} catch (error) {
			if (!(error instanceof BodyError)) throw error;
			response.status(400).json(refusal(error.message));
		}
	});
	router.use((request, response) => {
		const error = notFound(request.method, request.path.slice(1));
		response.status(error.status).json(error.body());
	});
	return router;
}

import { Router, type Response } from 'express';
import { escape, htmlPage, pageHeaders } from '../html';
import { answerTo, consentPage } from '../oauth/consent';
import { readForm, readQuery } from '../oauth/endpoint';
import { seed } from '../seed';
import { knownScopes, type TikTok } from './state';

interface Asked {
	redirectUri: string;
	scopes: string[];
	state: string | undefined;
}

/** TikTok wants https, except of apps on a computer; a local n8n stands at http://127.0.0.1. No query, no fragment, under 512 characters. */
const isRedirect = (uri: string): boolean => /^(https:\/\/[^/?#]+|http:\/\/(127\.0\.0\.1|localhost)(:\d+)?)(\/[^?#]*)?$/.test(uri) && uri.length < 512;

/** What is asked, or the name of the first wrong parameter. https://developers.tiktok.com/doc/login-kit-web */
function check(parameters: Partial<Record<string, string>>): Asked | string {
	const { client_key, redirect_uri, response_type, scope, state } = parameters;
	if (client_key !== seed.tiktok.clientKey) return 'client_key';
	if (redirect_uri === undefined || !isRedirect(redirect_uri)) return 'redirect_uri';
	if (response_type !== 'code') return 'response_type';
	const scopes = scope?.split(',') ?? [];
	if (scopes.length === 0 || !scopes.every((one) => knownScopes.includes(one))) return 'scope';
	return { redirectUri: redirect_uri, scopes, state };
}

function refuse(response: Response, parameter: string): void {
	const body = `<h1>Something went wrong</h1><p>We couldn't log in with TikTok. This may be due to specific app settings.</p>
<p>If you're a developer, correct the following and try again:</p><ul><li><code>${escape(parameter)}</code></li></ul>`;
	response.status(400).set(pageHeaders).send(htmlPage('Something went wrong', body));
}

/** `/v2/auth/authorize/` on www.tiktok.com: GET shows the consent page, its form POSTs back here and is redirected. */
export function authorizeRouter(tiktok: TikTok): Router {
	const router = Router();
	const { accounts } = seed.tiktok;
	router.get('/v2/auth/authorize/', (request, response) => {
		const parameters = readQuery(request);
		const asked = check(parameters);
		if (typeof asked === 'string') {
			refuse(response, asked);
			return;
		}
		const { client_key, redirect_uri, response_type, scope, state } = parameters;
		const hidden = { client_key, redirect_uri, response_type, scope, state };
		const action = `${request.baseUrl}${request.path}`;
		response.set(pageHeaders).send(consentPage({ network: 'TikTok', action, hidden, accounts, scopes: asked.scopes, granular: true }));
	});
	router.post('/v2/auth/authorize/', async (request, response) => {
		const form = await readForm(request);
		const asked = check(form);
		if (typeof asked === 'string') {
			refuse(response, asked);
			return;
		}
		const { redirectUri, state } = asked;
		if (form.decision === 'cancel') {
			const denial = { error: 'access_denied', error_description: 'The user denied the authorization.' };
			response.redirect(302, answerTo(redirectUri, { ...denial, state }));
			return;
		}
		const ticked = Object.entries(form).flatMap(([name, value]) => (name.startsWith('scopes[') ? value : []));
		const scopes = asked.scopes.filter((scope) => ticked.includes(scope) && !tiktok.settings.declinedScopes.includes(scope));
		const account = accounts.find(({ id }) => id === form.account) ?? accounts[0];
		const code = tiktok.grants.issueCode(redirectUri, { account: account.id, scopes });
		response.redirect(302, answerTo(redirectUri, { code, scopes: scopes.join(','), state }));
	});
	return router;
}

import { Router, type Response } from 'express';
import { escape, htmlPage, pageHeaders } from '../html';
import { answerTo, consentPage } from '../oauth/consent';
import { readForm, readQuery } from '../oauth/endpoint';
import { seed } from '../seed';
import { scopesOf } from './products';
import type { LinkedIn } from './state';

interface Asked {
	redirectUri: string;
	scopes: string[];
	state: string | undefined;
}

/** LinkedIn wants https; a local n8n stands at http://127.0.0.1. */
const isRedirect = (uri: string): boolean => /^(https:\/\/[^/?#]+|http:\/\/(127\.0\.0\.1|localhost)(:\d+)?)([/?][^#]*)?$/.test(uri);

/** What is asked, or what the error page says: LinkedIn sends nothing to an address it does not know. */
function check({ client_id, redirect_uri, response_type, scope, state }: Partial<Record<string, string>>): Asked | string {
	if (client_id === undefined) return 'A required parameter "client_id" is missing';
	if (client_id !== seed.linkedin.clientId) return 'The passed in client_id is invalid "client_id"';
	if (redirect_uri === undefined) return 'A required parameter "redirect_uri" is missing';
	if (!isRedirect(redirect_uri)) return 'The redirect_uri does not match the registered value';
	if (response_type !== 'code') return 'A required parameter "response_type" is missing or is not "code"';
	// Documented with spaces; commas, which n8n's own LinkedIn credential sends, work as well.
	const scopes = scope?.split(/[\s,]+/).filter((one) => one !== '') ?? [];
	return { redirectUri: redirect_uri, scopes, state };
}

function refuse(response: Response, sentence: string): void {
	const body = `<h1>Bummer, something went wrong.</h1><p>${escape(sentence)}</p>
<p class="soft">This is the sandbox's copy of LinkedIn's authorization page.</p>`;
	response.status(401).set(pageHeaders).send(htmlPage('Something went wrong', body));
}

/** The error for a scope that no product of the app has; the escaped quotes are LinkedIn's own. */
function scopeError({ scopes }: Asked, linkedin: LinkedIn): Record<string, string> | undefined {
	if (scopes.length === 0) return { error: 'invalid_request', error_description: 'A required parameter "scope" is missing' };
	const known = scopesOf(linkedin.settings.products);
	const foreign = scopes.find((scope) => !known.has(scope));
	if (foreign === undefined) return undefined;
	return { error: 'unauthorized_scope_error', error_description: `Scope &quot;${foreign}&quot; is not authorized for your application` };
}

/**
 * `/oauth/v2/authorization` on www.linkedin.com: GET shows the consent page, its form POSTs back here and is redirected. All or nothing.
 * https://learn.microsoft.com/en-us/linkedin/shared/authentication/authorization-code-flow
 */
export function authorizeRouter(linkedin: LinkedIn): Router {
	const router = Router();
	const { accounts } = seed.linkedin;
	router.get('/oauth/v2/authorization', (request, response) => {
		const parameters = readQuery(request);
		const asked = check(parameters);
		if (typeof asked === 'string') {
			refuse(response, asked);
			return;
		}
		const refused = scopeError(asked, linkedin);
		if (refused) {
			response.redirect(302, answerTo(asked.redirectUri, { ...refused, state: asked.state }));
			return;
		}
		const { client_id, redirect_uri, response_type, scope, state } = parameters;
		const hidden = { client_id, redirect_uri, response_type, scope, state };
		const action = `${request.baseUrl}${request.path}`;
		response.set(pageHeaders).send(consentPage({ network: 'LinkedIn', action, hidden, accounts, scopes: asked.scopes }));
	});
	router.post('/oauth/v2/authorization', async (request, response) => {
		const form = await readForm(request);
		const asked = check(form);
		if (typeof asked === 'string') {
			refuse(response, asked);
			return;
		}
		const { redirectUri, scopes, state } = asked;
		const cancelled = { error: 'user_cancelled_authorize', error_description: 'The user cancelled the authorization' };
		const refused = form.decision === 'cancel' ? cancelled : scopeError(asked, linkedin);
		if (refused) {
			response.redirect(302, answerTo(redirectUri, { ...refused, state }));
			return;
		}
		const account = accounts.find(({ id }) => id === form.account) ?? accounts[0];
		const code = linkedin.grants.issueCode(redirectUri, { account: account.id, scopes: [...new Set(scopes)] });
		response.redirect(302, answerTo(redirectUri, { code, state }));
	});
	return router;
}

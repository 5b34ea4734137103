import { Router, type Response } from 'express';
import { escape, htmlPage, pageHeaders } from '../html';
import { answerTo, consentPage } from '../oauth/consent';
import { readForm, readQuery } from '../oauth/endpoint';
import { seed } from '../seed';
import { knownScopes, readScopes } from './scopes';
import type { Pinterest } from './state';

interface Asked {
	redirectUri: string;
	state: string | undefined;
	scopes: string[];
}

/** The checked query, or the sentence Pinterest shows the person instead. `consumer_id` is the older name of `client_id`. */
function readAsked(values: Partial<Record<string, string>>): Asked | string {
	const { client_id = values.consumer_id, redirect_uri, response_type, scope = '', state } = values;
	if (client_id !== seed.pinterest.appId) return `There is no app with client_id ${client_id ?? '(none)'}.`;
	if (redirect_uri === undefined || !/^https?:\/\/[^/]+/.test(redirect_uri) || !URL.canParse(redirect_uri))
		return 'The provided redirect_uri does not match any registered redirect URI: it must be an absolute URL.';
	if (response_type !== 'code') return `response_type must be code, not ${response_type ?? '(none)'}.`;
	const scopes = readScopes(scope);
	if (scopes.length === 0) return 'The scope parameter is missing.';
	const unknown = scopes.filter((name) => !knownScopes.includes(name));
	if (unknown.length > 0) return `Invalid scopes: ${unknown.join(', ')}.`;
	return { redirectUri: redirect_uri, state, scopes };
}

function refuse(res: Response, sentence: string): void {
	const body = `<h1>Something is wrong with this app</h1><p>${escape(sentence)}</p>
<p class="soft">This is the sandbox's copy of Pinterest's consent page.</p>`;
	res.status(400).set(pageHeaders).send(htmlPage('Error', body));
}

/**
 * `www.pinterest.com/oauth/`: GET shows the consent page, its form POSTs back here and is redirected. The person gives all scopes or none.
 * https://developers.pinterest.com/docs/getting-started/set-up-authentication-and-authorization/
 */
export function consentRouter({ grants }: Pinterest): Router {
	const router = Router();
	router.get('/oauth/', (req, res) => {
		const asked = readAsked(readQuery(req));
		if (typeof asked === 'string') return refuse(res, asked);
		const { scopes, redirectUri, state } = asked;
		const hidden = { client_id: seed.pinterest.appId, redirect_uri: redirectUri, response_type: 'code', scope: scopes.join(','), state };
		const action = `${req.baseUrl}/oauth/`;
		res.set(pageHeaders).send(consentPage({ network: 'Pinterest', action, hidden, accounts: seed.pinterest.accounts, scopes }));
	});
	router.post('/oauth/', async (req, res) => {
		const form = await readForm(req);
		const asked = readAsked(form);
		if (typeof asked === 'string') return refuse(res, asked);
		const { scopes, redirectUri, state } = asked;
		const account = seed.pinterest.accounts.find(({ id }) => id === form.account) ?? seed.pinterest.accounts[0];
		const answer =
			form.decision === 'approve' ? { code: grants.issueCode(redirectUri, { account: account.id, scopes }) } : { error: 'access_denied' };
		res.redirect(302, answerTo(redirectUri, { ...answer, state }));
	});
	return router;
}

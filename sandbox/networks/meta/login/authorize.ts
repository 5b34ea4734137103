import { Router, type Request, type Response } from 'express';
import { pageHeaders } from '../../html';
import { answerTo, consentPage } from '../../oauth/consent';
import { readForm, readQuery } from '../../oauth/endpoint';
import type { Login } from './login';

interface Asked {
	redirectUri: string;
	state: string | undefined;
	scopes: string[];
}

type Texts = Partial<Record<string, string>>;

/** How a login tells a person that the app asked wrongly. */
export type Refuse = (response: Response, sentence: string) => void;

/** The checked query of the authorization window, or the sentence it shows instead. Scopes are separated by commas or spaces. */
function readAsked(texts: Texts, { app }: Login): Asked | string {
	if (texts.client_id === undefined) return 'Request parameters are invalid: Missing client_id';
	if (texts.client_id !== app.appId) return 'Request parameters are invalid: Invalid platform app';
	const redirectUri = texts.redirect_uri;
	if (redirectUri === undefined || !/^https?:\/\/[^/]+/.test(redirectUri)) return 'Request parameters are invalid: Invalid redirect_uri';
	if (texts.response_type !== 'code') return 'Request parameters are invalid: Invalid response_type; it must be "code"';
	const scopes = (texts.scope ?? '').split(/[\s,]+/).filter((scope) => scope !== '');
	const unknown = scopes.find((scope) => !app.scopes.includes(scope));
	if (unknown !== undefined) return `Request parameters are invalid: Invalid scope: ${unknown}`;
	const [basic] = app.scopes;
	if (!scopes.includes(basic)) return `Request parameters are invalid: Missing scope: ${basic}`;
	return { redirectUri, state: texts.state, scopes: [...new Set(scopes)] };
}

/** `/oauth/authorize`: GET shows the consent page, its form POSTs back here and is redirected with `#_` behind the address. */
export function authorizeRouter(login: Login, refuse: Refuse): Router {
	const router = Router();
	const { app } = login;
	const path = '/oauth/authorize';
	router.get(path, (request, response) => {
		const asked = readAsked(readQuery(request), login);
		if (typeof asked === 'string') return refuse(response, asked);
		const hidden = {
			client_id: app.appId,
			redirect_uri: asked.redirectUri,
			response_type: 'code',
			scope: asked.scopes.join(','),
			state: asked.state,
		};
		const action = `${request.baseUrl}${request.path}`;
		response.set(pageHeaders).send(consentPage({ network: app.name, action, hidden, accounts: app.accounts, scopes: asked.scopes }));
	});
	router.post(path, async (request: Request, response) => {
		const form = await readForm(request);
		const asked = readAsked(form, login);
		if (typeof asked === 'string') return refuse(response, asked);
		const { redirectUri, state } = asked;
		if (form.decision === 'cancel') {
			const denial = { error: 'access_denied', error_reason: 'user_denied', error_description: 'The user denied your request' };
			return response.redirect(302, answerTo(redirectUri, { ...denial, state }));
		}
		const account = (app.accounts.find(({ id }) => id === form.account) ?? app.accounts[0])?.id ?? '';
		const scopes = asked.scopes.filter((scope) => !login.settings.declinedScopes.includes(scope));
		const code = login.grants.issueCode(redirectUri, { account, scopes });
		response.redirect(302, `${answerTo(redirectUri, { code, state })}#_`);
	});
	return router;
}

import { Router, type Response } from 'express';
import { escape, htmlPage, pageHeaders } from '../html';
import { answerTo, consentPage } from '../oauth/consent';
import { readForm, readQuery } from '../oauth/endpoint';
import { seed } from '../seed';
import { notFound } from './route';
import { isSignIn, readScopes } from './scopes';
import type { Google } from './state';

interface Asked {
	redirectUri: string;
	state: string | undefined;
	scopes: string[];
	offline: boolean;
	/** The page is shown even to who has agreed before; only then a refresh token comes again. */
	prompt: string;
}

type Fault = [status: number, error: string, sentence: string];

const isAbsolute = (address: string): boolean => /^https?:\/\/[^/]+/.test(address) && URL.canParse(address);

/** The checked query, or what Google's error page says instead. It is shown to the person: nothing is sent to an unchecked address. */
function readAsked(values: Partial<Record<string, string>>): Asked | Fault {
	const text = (name: string): string => values[name] ?? '';
	const required = ['client_id', 'redirect_uri', 'response_type', 'scope'].find((name) => text(name) === '');
	if (required !== undefined) return [400, 'invalid_request', `Missing required parameter: ${required}`];
	if (text('client_id') !== seed.google.clientId) return [401, 'invalid_client', 'The OAuth client was not found.'];
	if (!isAbsolute(text('redirect_uri'))) return [400, 'redirect_uri_mismatch', `Not an absolute redirect URI: ${text('redirect_uri')}`];
	if (text('response_type') !== 'code')
		return [400, 'unsupported_response_type', `The sandbox knows response_type=code, not "${text('response_type')}".`];
	const access = text('access_type') || 'online';
	if (!['online', 'offline'].includes(access)) return [400, 'invalid_request', `Invalid parameter value for access_type: ${access}`];
	const { scopes, unknown } = readScopes(text('scope'));
	if (unknown.length > 0) return [400, 'invalid_scope', `Some requested scopes were invalid. {invalid=[${unknown.join(', ')}]}`];
	return { redirectUri: text('redirect_uri'), state: text('state') || undefined, scopes, offline: access === 'offline', prompt: text('prompt') };
}

function refuse(res: Response, [status, error, sentence]: Fault): void {
	const body = `<h1>Access blocked: authorization error</h1><p>${escape(sentence)}</p>
<p><b>Error ${status}: ${escape(error)}</b></p><p class="soft">This is the sandbox's copy of Google's consent page.</p>`;
	res.status(status).set(pageHeaders).send(htmlPage('Error', body));
}

/**
 * `accounts.google.com/o/oauth2/v2/auth`: GET shows the consent page, its form POSTs back here and is redirected.
 * https://developers.google.com/identity/protocols/oauth2/web-server#creatingclient
 */
export function consentRouter(google: Google): Router {
	const router = Router();
	const path = '/o/oauth2/v2/auth';
	router.get(path, (req, res) => {
		const asked = readAsked(readQuery(req));
		if (Array.isArray(asked)) return refuse(res, asked);
		const { scopes, redirectUri, state, offline, prompt } = asked;
		const hidden = {
			client_id: seed.google.clientId,
			redirect_uri: redirectUri,
			response_type: 'code',
			scope: scopes.join(' '),
			state,
			access_type: offline ? 'offline' : 'online',
			prompt,
		};
		const action = `${req.baseUrl}${req.path}`;
		// Only what may be refused has a box; who may be identified is settled with the account.
		const boxes = scopes.filter((scope) => !isSignIn(scope));
		const { accounts } = seed.google;
		res.set(pageHeaders).send(consentPage({ network: 'Google', action, hidden, accounts, scopes: boxes, granular: true }));
	});
	router.post(path, async (req, res) => {
		const form = await readForm(req);
		const asked = readAsked(form);
		if (Array.isArray(asked)) return refuse(res, asked);
		res.redirect(302, decide(form, asked, google));
	});
	return router.use(notFound);
}

/** Where the browser goes next. https://developers.google.com/identity/protocols/oauth2/web-server#handlingresponse */
function decide(form: Partial<Record<string, string>>, { redirectUri, state, scopes, offline, prompt }: Asked, google: Google): string {
	if (form.decision !== 'approve') return answerTo(redirectUri, { error: 'access_denied', state });
	const account = google.account(form.account ?? '') ?? seed.google.accounts[0];
	const ticked = Object.entries(form).flatMap(([name, scope]) => (/^scopes\[\d+\]$/.test(name) ? [scope] : []));
	const declined = google.settings.declinedScopes;
	const given = scopes.filter((scope) => isSignIn(scope) || (ticked.includes(scope) && !declined.includes(scope)));
	const knownAlready = google.grants.all().some((grant) => grant.account === account.id && grant.ended === undefined);
	const code = google.grants.issueCode(redirectUri, { account: account.id, scopes: given });
	if (offline && (!knownAlready || prompt.split(' ').includes('consent'))) google.offline.add(code);
	const shown = knownAlready && prompt === '' ? 'none' : 'consent';
	return answerTo(redirectUri, { state, code, scope: given.join(' '), authuser: '0', prompt: shown });
}

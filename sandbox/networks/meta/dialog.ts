import { Router, type Response } from 'express';
import { seed } from '../seed';
import { escape, htmlPage, pageHeaders } from '../html';
import { readIntake } from './intake';
import { Params } from './params';
import type { Meta } from './state';
import { knownScopes } from './tokens';

/** Who may log in, and the pages each of them has a role on. */
const people = [
	{ ...seed.meta.user, pageIds: [seed.meta.page.id, seed.meta.secondPage.id] },
	{ ...seed.meta.otherUser, pageIds: [seed.meta.secondPage.id] },
] as const;

interface Request {
	redirectUri: string;
	state: string | undefined;
	scopes: string[];
	configId: string | undefined;
}

function refuse(response: Response, sentence: string): void {
	const body = `<h1>Sorry, something needs fixing.</h1><p>${escape(sentence)}</p><p class="soft">This is the sandbox's copy of the Facebook login dialog.</p>`;
	response.status(400).set(pageHeaders).send(htmlPage('Error', body));
}

/** The checked query of the dialog, or the sentence Meta's error page shows instead. */
function readRequest(params: Params): Request | string {
	const clientId = params.text('client_id');
	if (clientId === undefined) return 'Missing client_id parameter.';
	if (clientId !== seed.meta.appId) return 'Invalid App ID: The provided app ID does not look like a valid app ID.';
	const redirectUri = params.text('redirect_uri');
	if (redirectUri === undefined || !/^https?:\/\/[^/]+/.test(redirectUri))
		return 'The parameter redirect_uri is required and must be an absolute URL.';
	const responseType = params.text('response_type') ?? 'code';
	if (responseType !== 'code') return `response_type "${responseType}" is not supported here; use "code".`;
	const scopes = (params.text('scope') ?? '').split(/[\s,]+/).filter((scope) => scope !== '');
	const unknown = scopes.filter((scope) => !knownScopes.includes(scope));
	if (unknown.length > 0) return `Invalid Scopes: ${unknown.join(', ')}. This message is only shown to developers.`;
	return { redirectUri, state: params.text('state'), scopes, configId: params.text('config_id') };
}

/** Meta ends the redirect with `#_=_`, which is no part of the last parameter. */
function redirectTo(redirectUri: string, answer: Record<string, string | undefined>): string {
	const url = new URL(redirectUri);
	for (const [name, value] of Object.entries(answer)) {
		if (value !== undefined) url.searchParams.set(name, value);
	}
	url.hash = '_=_';
	return url.href;
}

function consentPage(action: string, { redirectUri, state, scopes, configId }: Request): string {
	const hidden = Object.entries({
		client_id: seed.meta.appId,
		redirect_uri: redirectUri,
		state,
		scope: scopes.join(','),
		config_id: configId,
	})
		.filter(([, value]) => value !== undefined)
		.map(([name, value]) => `<input type="hidden" name="${name}" value="${escape(value ?? '')}">`)
		.join('');
	const persons = people
		.map(
			({ id, name }, index) =>
				`<label><input type="radio" name="account" value="${id}"${index === 0 ? ' checked' : ''}> ${escape(name)}</label>`,
		)
		.join('');
	const pages = [seed.meta.page, seed.meta.secondPage]
		.map((page, index) => `<label><input type="checkbox" name="pages[${index}]" value="${page.id}" checked> ${escape(page.name)}</label>`)
		.join('');
	const wanted = configId === undefined ? scopes : [...knownScopes];
	const list = wanted.map((scope) => `<li><code>${escape(scope)}</code></li>`).join('');
	return htmlPage(
		'Log in with Facebook',
		`<h1>Log in with Facebook</h1>
<p class="soft">The sandbox's copy of the Facebook login dialog. Nobody's data is asked for.</p>
<form method="post" action="${escape(action)}">${hidden}
<fieldset><legend>Who is logging in</legend>${persons}</fieldset>
<fieldset><legend>Pages it may access</legend>${pages}</fieldset>
<p>It will be able to use these permissions:</p><ul>${list || '<li><code>public_profile</code></li>'}</ul>
<p><button class="go" type="submit" name="decision" value="approve">Continue as this person</button>
<button type="submit" name="decision" value="cancel">Cancel</button></p></form>`,
	);
}

/**
 * `/{version}/dialog/oauth` on www.facebook.com: GET shows the consent page, its form POSTs back here and is redirected.
 * https://developers.facebook.com/docs/facebook-login/guides/advanced/manual-flow
 */
export function dialogRouter(meta: Meta): Router {
	const router = Router();
	const paths = ['/:version/dialog/oauth', '/dialog/oauth'];
	router.get(paths, async (request, response) => {
		const { values } = await readIntake(request, meta.world.media);
		const asked = readRequest(new Params(values));
		if (typeof asked === 'string') return refuse(response, asked);
		response.set(pageHeaders).send(consentPage(`${request.baseUrl}${request.path}`, asked));
	});
	router.post(paths, async (request, response) => {
		const { values } = await readIntake(request, meta.world.media);
		const params = new Params(values);
		const asked = readRequest(params);
		if (typeof asked === 'string') return refuse(response, asked);
		if (params.text('decision') === 'cancel') {
			const denial = { error: 'access_denied', error_code: '200', error_reason: 'user_denied', error_description: 'Permissions error' };
			return response.redirect(302, redirectTo(asked.redirectUri, { ...denial, state: asked.state }));
		}
		const { declinedScopes } = meta.settings;
		const wanted = new Set(['public_profile', ...(asked.configId === undefined ? asked.scopes : knownScopes)]);
		const chosen = params.texts('pages') ?? [];
		const person = people.find(({ id }) => id === params.text('account')) ?? people[0];
		const pageIds = person.pageIds.filter((id) => chosen.length === 0 || chosen.includes(id));
		const code = meta.tokens.issueCode(asked.redirectUri, {
			scopes: [...wanted].filter((scope) => !declinedScopes.includes(scope)),
			declined: [...wanted].filter((scope) => declinedScopes.includes(scope)),
			userId: person.id,
			pageIds,
		});
		response.redirect(302, redirectTo(asked.redirectUri, { code, state: asked.state }));
	});
	return router;
}

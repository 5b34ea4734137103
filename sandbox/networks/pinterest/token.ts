import { Router, type Request } from 'express';
import { answersBroken, isForm, readForm } from '../oauth/endpoint';
import { isRefusal, type Grant } from '../oauth/grants';
import { seed } from '../seed';
import { errorJson, invalid, PinterestError, route, unauthenticated } from './errors';
import { readScopes } from './scopes';
import type { Environment, Pinterest } from './state';

type Form = Awaited<ReturnType<typeof readForm>>;

/** App id and secret come by HTTP Basic, and only so: in the form they count for nothing. */
function checkClient(req: Request): void {
	const basic = /^Basic (\S+)$/i.exec(req.get('authorization') ?? '')?.[1] ?? '';
	if (Buffer.from(basic, 'base64').toString() !== `${seed.pinterest.appId}:${seed.pinterest.appSecret}`) throw unauthenticated();
}

/** The host of the exchange decides which world the grant belongs to. */
function byCode({ code, redirect_uri }: Form, pinterest: Pinterest, environment: Environment): Grant {
	if (code === undefined) throw invalid("'code' is a required property");
	if (redirect_uri === undefined) throw invalid("'redirect_uri' is a required property");
	const grant = pinterest.grants.redeemCode(code, redirect_uri);
	if (isRefusal(grant)) throw new PinterestError(400, 283, 'The authorization grant is invalid');
	if (environment === 'sandbox') pinterest.sandboxed.add(grant.id);
	return grant;
}

function byRefreshToken({ refresh_token, scope }: Form, pinterest: Pinterest, environment: Environment): Grant {
	if (refresh_token === undefined) throw invalid("'refresh_token' is a required property");
	const token = pinterest.grants.valid(refresh_token, 'refresh');
	if (isRefusal(token) || pinterest.environmentOf(token.grant) !== environment) throw unauthenticated();
	const { scopes } = token.grant;
	const asked = scope === undefined ? scopes : readScopes(scope);
	if (asked.length !== scopes.length || !asked.every((name) => scopes.includes(name)))
		throw invalid(`the sandbox renews all scopes of a grant or none, not '${scope}'`);
	return token.grant;
}

/** `/v5/oauth/token` of one host. https://developers.pinterest.com/docs/api/v5/oauth-token */
export function tokenRouter(pinterest: Pinterest, environment: Environment): Router {
	const { grants, settings, world } = pinterest;
	const router = Router();
	router.post('/v5/oauth/token', async (req, res, next) => {
		const { tokenEndpoint } = settings;
		if (tokenEndpoint !== 'ok') await readForm(req);
		if (!answersBroken(res, tokenEndpoint, errorJson(2, 'Authentication failed.'))) next();
	});
	router.post(
		'/v5/oauth/token',
		route(async (req) => {
			const form = await readForm(req);
			checkClient(req);
			if (!isForm(req)) throw invalid('the body must be application/x-www-form-urlencoded');
			const { grant_type } = form;
			if (grant_type !== 'authorization_code' && grant_type !== 'refresh_token')
				throw invalid(`'${grant_type ?? ''}' is not one of ['authorization_code', 'refresh_token'] as 'grant_type'`);
			const redeem = grant_type === 'refresh_token' ? byRefreshToken : byCode;
			const grant = redeem(form, pinterest, environment);
			const access = grants.issue(grant, 'access');
			const refresh = grants.issue(grant, 'refresh');
			const life = grants.left(refresh);
			return {
				access_token: access.value,
				refresh_token: refresh.value,
				response_type: grant_type,
				token_type: 'bearer',
				expires_in: grants.left(access),
				refresh_token_expires_in: life,
				refresh_token_expires_at: Math.floor(world.clock.now() / 1000) + life,
				scope: grant.scopes.join(' '),
			};
		}),
	);
	return router;
}

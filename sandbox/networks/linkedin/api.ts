import { Router, type Request, type Response } from 'express';
import { BodyError } from '../body';
import { readQuery } from '../oauth/endpoint';
import { seed } from '../seed';
import { ApiError, apiBody } from './errors';
import { createPost, deletePost, findPosts, getPost, isAdministrator, organizationUrn, personUrn, updatePost } from './posts';
import type { LinkedIn } from './state';
import { getAsset, uploadAction } from './uploads';
import { versionOf } from './versions';

function memberOf(account: string): { id: string; name: string; given: string; family: string } {
	const member = seed.linkedin.accounts.find(({ id }) => id === account) ?? seed.linkedin.accounts[0];
	const [given = '', ...family] = member.name.split(' ');
	return { id: member.id, name: member.name, given, family: family.join(' ') };
}

/** https://learn.microsoft.com/en-us/linkedin/consumer/integrations/self-serve/sign-in-with-linkedin-v2 */
function userInfo(request: Request, linkedin: LinkedIn): object {
	const { account, scopes } = linkedin.authorized(request, 'userinfo.GET.NO_VERSION', ['openid']);
	const { id, name, given, family } = memberOf(account);
	return {
		sub: id,
		...(scopes.includes('profile') && { name, given_name: given, family_name: family, locale: { country: 'FR', language: 'fr' } }),
		...(scopes.includes('email') && { email: `${given.toLowerCase()}@ateliercamelia.example`, email_verified: true }),
	};
}

/** https://learn.microsoft.com/en-us/linkedin/shared/integrations/people/profile-api */
function me(request: Request, linkedin: LinkedIn): object {
	const { id, given, family } = memberOf(linkedin.authorized(request, 'me.GET.NO_VERSION', ['r_basicprofile']).account);
	const localized = (text: string) => ({ localized: { fr_FR: text }, preferredLocale: { country: 'FR', language: 'fr' } });
	return { id, localizedFirstName: given, localizedLastName: family, firstName: localized(given), lastName: localized(family) };
}

/** https://learn.microsoft.com/en-us/linkedin/marketing/community-management/organizations/organization-access-control-by-role */
function organizationAcls(request: Request, linkedin: LinkedIn): object {
	const version = versionOf(request, linkedin.now);
	const call = `organizationAcls.FINDER-roleAssignee.${version}`;
	const { account, since } = linkedin.authorized(request, call, ['rw_organization_admin', 'r_organization_admin']);
	const { q, role = 'ADMINISTRATOR', state = 'APPROVED', start = '0', count = '10' } = readQuery(request);
	if (q !== 'roleAssignee') throw new ApiError(400, 'QUERY_PARAM_NOT_ALLOWED', `The sandbox knows the finder q=roleAssignee, not q=${q ?? ''}.`);
	const stamp = { actor: personUrn(account), time: since };
	const roles = isAdministrator(account) && role === 'ADMINISTRATOR' && state === 'APPROVED' && start === '0';
	const acl = { role, state, roleAssignee: personUrn(account), organization: organizationUrn, created: stamp, lastModified: stamp };
	return { paging: { start: Number(start), count: Number(count), links: [] }, elements: roles ? [acl] : [] };
}

/** `api.linkedin.com`. */
export function apiRouter(linkedin: LinkedIn): Router {
	const router = Router();
	const answering = (handle: (request: Request, response: Response) => void | Promise<void>) => async (request: Request, response: Response) => {
		try {
			await handle(request, response);
		} catch (error) {
			const known = error instanceof BodyError ? new ApiError(400, 'INVALID_REQUEST_BODY', error.message) : error;
			if (!(known instanceof ApiError)) throw known;
			if (['VERSION_MISSING', 'NONEXISTENT_VERSION'].includes(known.code ?? '')) response.set('x-restli-gateway-error', 'true');
			response.status(known.status).json(apiBody(known));
		}
	};
	const reading = (read: (request: Request, linkedin: LinkedIn) => object) =>
		answering((request, response) => {
			response.json(read(request, linkedin));
		});
	router.get('/v2/userinfo', reading(userInfo));
	router.get('/v2/me', reading(me));
	router.get('/rest/organizationAcls', reading(organizationAcls));
	router.post(
		'/rest/posts',
		answering(async (request, response) => await createPost(request, response, linkedin)),
	);
	router.get('/rest/posts', reading(findPosts));
	router.get('/rest/posts/:urn', reading(getPost));
	router.post('/rest/posts/:urn', answering(async (request, response) => await updatePost(request, response, linkedin)));
	router.delete('/rest/posts/:urn', answering((request, response) => deletePost(request, response, linkedin)));
	for (const collection of ['images', 'videos', 'documents'] as const) {
		router.post(`/rest/${collection}`, answering(async (request, response) => void response.json(await uploadAction(request, linkedin, collection))));
		router.get(`/rest/${collection}/:urn`, reading((request) => getAsset(request, linkedin, collection)));
	}
	router.use(
		answering((request) => {
			throw new ApiError(404, 'RESOURCE_NOT_FOUND', `No virtual resource found: ${request.method} ${request.path}`);
		}),
	);
	return router;
}

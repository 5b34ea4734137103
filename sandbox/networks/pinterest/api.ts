import { Router, type Request } from 'express';
import { bearer } from '../oauth/endpoint';
import { isRefusal } from '../oauth/grants';
import { seed } from '../seed';
import { invalid, PinterestError, route, unauthenticated } from './errors';
import { addPinRoutes } from './pins';
import type { Account, Environment, Pinterest } from './state';

/** Who calls, once the token is good here and has all of `scopes`. @throws PinterestError 401 with code 2 or 3. */
export type Caller = (req: Request, ...scopes: string[]) => Account;

const callerOf =
	(pinterest: Pinterest, environment: Environment): Caller =>
	(req, ...scopes) => {
		const token = pinterest.grants.valid(bearer(req) ?? '');
		if (isRefusal(token) || pinterest.environmentOf(token.grant) !== environment) throw unauthenticated();
		const account = pinterest.account(token.grant.account);
		if (!account) throw unauthenticated();
		if (!scopes.every((scope) => token.grant.scopes.includes(scope))) {
			const message =
				'Your token does not have sufficient permissions to perform this operation. ' +
				'Please ensure your token is authorized with the correct set of scopes.';
			throw new PinterestError(401, 3, message);
		}
		return account;
	};

function checkPageSize(size: unknown): void {
	if (size === undefined) return;
	if (!/^\d+$/.test(String(size))) throw new PinterestError(400, 1, `Parameter 'page_size' was not numeric (was ${String(size)})`);
	if (Number(size) < 1 || Number(size) > 250) throw invalid(`'page_size' must be from 1 to 250, not ${String(size)}`);
}

/** `/v5` of one host, without its token endpoint. https://developers.pinterest.com/docs/api/v5/ */
export function apiRouter(pinterest: Pinterest, environment: Environment): Router {
	const router = Router();
	const caller = callerOf(pinterest, environment);
	router.get(
		'/v5/user_account',
		route((req) => {
			const account = caller(req, 'user_accounts:read');
			return {
				id: account.id,
				username: account.name,
				account_type: account.id === seed.pinterest.accounts[0].id ? 'BUSINESS' : 'PINNER',
				about: '',
				business_name: account.id === seed.pinterest.accounts[0].id ? 'Atelier Camélia' : null,
				profile_image: '',
				website_url: '',
				board_count: pinterest.boardsOf(account).length,
				pin_count: pinterest.pinsOf(account.id, environment).length,
				follower_count: 0,
				following_count: 0,
				monthly_views: 0,
			};
		}),
	);
	router.get(
		'/v5/boards',
		route((req) => {
			const account = caller(req, 'boards:read');
			checkPageSize(req.query.page_size);
			// All boards here are public.
			const listed = ['PROTECTED', 'SECRET'].includes(String(req.query.privacy)) ? [] : pinterest.boardsOf(account);
			const items = listed.map(({ id, name }) => ({
				id,
				name,
				description: null,
				privacy: 'PUBLIC',
				is_ads_only: false,
				owner: { username: account.name },
				pin_count: pinterest.pinsOf(account.id, environment).filter(({ boardId }) => boardId === id).length,
				follower_count: 0,
				collaborator_count: 0,
			}));
			return { items, bookmark: null };
		}),
	);
	addPinRoutes(router, pinterest, environment, caller);
	router.use(
		route((req) => {
			throw new PinterestError(404, 404, `The sandbox's Pinterest has no ${req.method} ${req.path}.`);
		}),
	);
	return router;
}

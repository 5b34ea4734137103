import { Router, type Request } from 'express';
import { bearer } from '../oauth/endpoint';
import { isRefusal } from '../oauth/grants';
import { addAccountRoutes } from './account';
import { addAdsRoutes } from './ads';
import { addAnalyticsRoutes } from './analytics';
import { addBoardRoutes } from './boards';
import { addConversionRoutes } from './conversions';
import { PinterestError, route, unauthenticated } from './errors';
import { addPinRoutes } from './pins';
import { addSearchRoutes } from './search';
import { addSectionRoutes } from './sections';
import type { Account, Environment, Pinterest } from './state';
import { addUploadRoutes } from './uploads';

/** Who calls, once the token is good here and has all of `scopes`. @throws PinterestError 401 with code 2 or 3. */
export interface Caller {
	(req: Request, ...scopes: string[]): Account;
	/** Whether the token has one more. */
	has(req: Request, scope: string): boolean;
}

function callerOf(pinterest: Pinterest, environment: Environment): Caller {
	const grantOf = (req: Request) => {
		const token = pinterest.grants.valid(bearer(req) ?? '');
		if (isRefusal(token) || pinterest.environmentOf(token.grant) !== environment) throw unauthenticated();
		return token.grant;
	};
	const caller = (req: Request, ...scopes: string[]): Account => {
		const grant = grantOf(req);
		const account = pinterest.account(grant.account);
		if (!account) throw unauthenticated();
		if (!scopes.every((scope) => grant.scopes.includes(scope))) {
			const message =
				'Your token does not have sufficient permissions to perform this operation. ' +
				'Please ensure your token is authorized with the correct set of scopes.';
			throw new PinterestError(401, 3, message);
		}
		return account;
	};
	return Object.assign(caller, { has: (req: Request, scope: string) => grantOf(req).scopes.includes(scope) });
}

/** `/v5` of one host, without its token endpoint. https://developers.pinterest.com/docs/api/v5/ */
export function apiRouter(pinterest: Pinterest, environment: Environment): Router {
	const router = Router();
	const caller = callerOf(pinterest, environment);
	addAccountRoutes(router, pinterest, environment, caller);
	addAnalyticsRoutes(router, pinterest, environment, caller);
	addBoardRoutes(router, pinterest, environment, caller);
	addSectionRoutes(router, pinterest, environment, caller);
	addUploadRoutes(router, pinterest, environment, caller);
	addSearchRoutes(router, pinterest, environment, caller);
	addPinRoutes(router, pinterest, environment, caller);
	addAdsRoutes(router, pinterest, environment, caller);
	addConversionRoutes(router, pinterest, environment, caller);
	router.use(
		route((req) => {
			throw new PinterestError(404, 404, `The sandbox's Pinterest has no ${req.method} ${req.path}.`);
		}),
	);
	return router;
}

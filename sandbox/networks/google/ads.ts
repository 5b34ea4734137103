import { randomBytes } from 'node:crypto';
import { Router, type Request, type Response } from 'express';
import { readBody } from '../body';
import type { Refusal } from '../oauth/grants';
import { seed } from '../seed';
import { authorize, type Api } from './bearer';
import { Refused, statusBody } from './errors';
import { notFound, route } from './route';
import { adwords } from './scopes';
import type { Google } from './state';

const { managerId, customerId, accounts } = seed.google;

/** The only person with a Google Ads login. It reaches the manager itself, and the customer through the manager. */
const adsUser = accounts[0].id;
const names: Record<string, string> = { [managerId]: 'Atelier Camélia (manager)', [customerId]: 'Atelier Camélia' };

/** What the sandbox can answer. White space and the case of the words do not matter, as in GAQL. */
const QUERY = 'SELECT customer.id, customer.descriptive_name FROM customer';

/** https://developers.google.com/google-ads/api/docs/best-practices/understand-api-errors */
const failure = (family: string, code: string, message: string) => ({
	details: [
		{
			'@type': 'type.googleapis.com/google.ads.googleads.v25.errors.GoogleAdsFailure',
			errors: [{ errorCode: { [family]: code }, message }],
			requestId: randomBytes(12).toString('base64url'),
		},
	],
});

const refused = (status: number, summary: string, family: string, code: string, message: string): Refused =>
	new Refused(status, statusBody(status, summary, failure(family, code, message)));
const invalid = (family: string, code: string, message: string): Refused =>
	refused(400, 'Request contains an invalid argument.', family, code, message);
const noSuchUser = 'Request is missing required authentication credential.';

const refusals: Partial<Record<Refusal, [code: string, message: string]>> = {
	expired: ['OAUTH_TOKEN_EXPIRED', 'OAuth access token has expired.'],
	ended: ['OAUTH_TOKEN_REVOKED', 'OAuth token has been revoked.'],
};

const api: Api = {
	service: 'googleads.googleapis.com',
	unauthenticated: (refusal) => failure('authenticationError', ...(refusals[refusal] ?? ['OAUTH_TOKEN_INVALID', 'OAuth token is invalid.'])),
};

function checkCaller(req: Request, google: Google, method: string): void {
	const { grant } = authorize(req, google, api, `google.ads.googleads.v25.services.${method}`, [adwords]);
	const developerToken = req.get('developer-token');
	if (google.settings.developerToken === 'required') {
		if (!developerToken)
			throw invalid('requestError', 'DEVELOPER_TOKEN_PARAMETER_MISSING', 'The developer-token parameter is required for all requests.');
		if (developerToken !== seed.google.developerToken)
			throw refused(401, noSuchUser, 'authenticationError', 'DEVELOPER_TOKEN_INVALID', 'The developer token is not valid.');
	}
	if (grant.account !== adsUser)
		throw refused(401, noSuchUser, 'authenticationError', 'NOT_ADS_USER', 'User in the cookie is not a valid Ads user.');
}

/** Digits only, in the address and in the header. https://developers.google.com/google-ads/api/docs/concepts/call-structure#cid */
function checkAccess(req: Request<{ customer: string }>): string {
	const { customer } = req.params;
	const login = req.get('login-customer-id');
	if (!/^\d{10}$/.test(customer)) throw invalid('requestError', 'INVALID_CUSTOMER_ID', `Invalid customer ID '${customer}'.`);
	if (login !== undefined && !/^\d{10}$/.test(login))
		throw invalid('headerError', 'INVALID_LOGIN_CUSTOMER_ID', 'The login customer ID could not be validated: 10 digits without dashes.');
	const reachable: string[] = login === managerId ? [managerId, customerId] : login === undefined ? [managerId] : [];
	if (!reachable.includes(customer)) {
		const message =
			"User doesn't have permission to access customer. Note: If you're accessing a client customer, " +
			"the manager's customer id must be set in the 'login-customer-id' header.";
		throw refused(403, 'The caller does not have permission', 'authorizationError', 'USER_PERMISSION_DENIED', message);
	}
	return customer;
}

function checkQuery(fields: Record<string, unknown>): void {
	if ('pageSize' in fields) throw invalid('requestError', 'PAGE_SIZE_NOT_SUPPORTED', 'Setting the page size is not supported.');
	const query = typeof fields.query === 'string' ? fields.query : '';
	const canonical = (text: string) => text.toLowerCase().replace(/\s+/g, ' ').replace(/ ?, ?/g, ',').trim();
	if (canonical(query) !== canonical(QUERY))
		throw invalid('queryError', 'QUERY_ERROR', `The sandbox parses one query only, "${QUERY}"; it cannot parse "${query}".`);
}

/** `googleads.googleapis.com`. https://developers.google.com/google-ads/api/rest/overview */
export function adsRouter(google: Google): Router {
	const router = Router();
	router.use((_req, res: Response, next) => {
		res.set('request-id', randomBytes(12).toString('base64url'));
		next();
	});
	router.get(
		'/v25/customers\\:listAccessibleCustomers',
		route((req) => {
			checkCaller(req, google, 'CustomerService/ListAccessibleCustomers');
			return { resourceNames: [`customers/${managerId}`] };
		}),
	);
	router.post(
		'/v25/customers/:customer/googleAds\\:search',
		route<{ customer: string }>(async (req) => {
			const { fields } = await readBody(req);
			req.body = fields;
			checkCaller(req, google, 'GoogleAdsService/Search');
			const id = checkAccess(req);
			checkQuery(fields);
			return {
				results: [{ customer: { resourceName: `customers/${id}`, id, descriptiveName: names[id] } }],
				fieldMask: 'customer.id,customer.descriptiveName',
			};
		}),
	);
	return router.use(notFound);
}

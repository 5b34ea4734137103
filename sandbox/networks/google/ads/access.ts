import type { Request } from 'express';
import type { Refusal } from '../../oauth/grants';
import { seed } from '../../seed';
import { authorize, type Api } from '../bearer';
import { adwords } from '../scopes';
import type { Google } from '../state';
import { AdsError, failureOf, fault } from './failure';

/** The only person with a Google Ads login. It reaches the managers themselves, and the customers through them. */
const adsUser = seed.google.accounts[0];

const ended: Partial<Record<Refusal, [code: string, message: string]>> = {
	expired: ['OAUTH_TOKEN_EXPIRED', 'OAuth access token has expired.'],
	ended: ['OAUTH_TOKEN_REVOKED', 'OAuth token has been revoked.'],
};

const api: Api = {
	service: 'googleads.googleapis.com',
	unauthenticated: (refusal) => {
		const [code, message] = ended[refusal] ?? ['OAUTH_TOKEN_INVALID', 'OAuth token is invalid.'];
		return { details: [failureOf([{ family: 'authenticationError', code, message }])] };
	},
};

/** Token, scope, developer token, and whether the person has anything to do with Google Ads. Answers their address. */
export function checkCaller(req: Request<Record<string, string>>, google: Google, method: string): string {
	const { grant } = authorize(req, google, api, `google.ads.googleads.v25.services.${method}`, [adwords]);
	const developerToken = req.get('developer-token');
	if (google.settings.developerToken === 'required') {
		if (!developerToken) throw fault('requestError', 'DEVELOPER_TOKEN_PARAMETER_MISSING', 'The developer-token parameter is required for all requests.');
		if (developerToken !== seed.google.developerToken) throw fault('authenticationError', 'DEVELOPER_TOKEN_INVALID', 'The developer token is not valid.');
	}
	if (grant.account !== adsUser.id) throw fault('authenticationError', 'NOT_ADS_USER', 'User in the cookie is not a valid Ads user.');
	return adsUser.name;
}

/** Digits only, in the address and in the header. https://developers.google.com/google-ads/api/docs/concepts/call-structure#cid */
export function checkAccess(req: Request<Record<string, string>>, google: Google): string {
	const { customer = '' } = req.params;
	const login = req.get('login-customer-id');
	if (!/^\d{10}$/.test(customer)) throw fault('requestError', 'INVALID_CUSTOMER_ID', `Invalid customer ID '${customer}'.`);
	if (login !== undefined && !/^\d{10}$/.test(login))
		throw fault('headerError', 'INVALID_LOGIN_CUSTOMER_ID', 'The login customer ID could not be validated: 10 digits without dashes.');
	const account = google.ads.account(customer);
	const reached = account && (account.manager ? login === undefined || login === customer : login !== undefined && login === account.parent);
	if (!reached) {
		const message =
			"User doesn't have permission to access customer. Note: If you're accessing a client customer, " +
			"the manager's customer id must be set in the 'login-customer-id' header.";
		throw fault('authorizationError', 'USER_PERMISSION_DENIED', message);
	}
	const { accessLevel } = google.ads.settings;
	if (accessLevel === 'test' && !account.test)
		throw new AdsError([{ family: 'authorizationError', code: 'CLOUD_PROJECT_NOT_APPROVED_FOR_PRODUCTION', message: 'The Cloud project is only approved for use with test accounts. To access non-test accounts, apply for a higher access level.' }]);
	return customer;
}

/** The managers that the person reaches without another one. */
export const accessible = (google: Google): string[] => google.ads.accounts.filter(({ manager, test }) => manager && (!test || google.ads.settings.accessLevel === 'test')).map(({ id }) => `customers/${id}`);

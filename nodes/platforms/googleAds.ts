import type { Platform } from '../core/platform';
import { google, hostedAt } from './google';

/** The version and the day it is switched off, as Google plans it: https://developers.google.com/google-ads/api/docs/sunset-dates */
const version = { name: 'v25', until: '2027-08-01' } as const;

/** https://developers.google.com/google-ads/api/rest/overview; conversions and audiences go through https://developers.google.com/data-manager/api */
export const googleAds = {
	...google,
	name: 'Google Ads',
	credential: 'qmarkGoogleAdsOAuth2Api',
	version,
	baseUrl: hostedAt({ api: `googleads.googleapis.com/${version.name}`, dataManager: 'datamanager.googleapis.com/v1' }),
	complete: (request, { developerToken, loginCustomerId }) => {
		if (request.host) return request;
		const headers = { ...(developerToken ? { 'developer-token': String(developerToken) } : {}), ...(loginCustomerId ? { 'login-customer-id': String(loginCustomerId).replaceAll('-', '') } : {}) };
		return { ...request, headers: { ...request.headers, ...headers } };
	},
} as const satisfies Platform & { version: unknown };

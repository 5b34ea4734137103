import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../core/api';
import type { Credentials, Finding, Platform } from '../core/platform';
import { uploadFailure } from './conversionUploads';
import { dataManagerFailure, throughManager } from './dataManager';
import { google, hostedAt } from './google';
import { hasEnded, parseError } from './googleAdsErrors';

/** The version and the day it is switched off, as Google plans it: https://developers.google.com/google-ads/api/docs/sunset-dates */
const version = { name: 'v25', until: '2027-08-01' } as const;

/** So long before that day people are told, in ms. */
const NOTICE = 60 * 24 * 60 * 60_000;

/** What a person has to know of the version, from two months before its end. */
function notice(): string | undefined {
	if (Date.parse(version.until) - Date.now() > NOTICE) return undefined;
	return `Google switches version ${version.name} of the Google Ads API off, as planned, on ${version.until}. Update QMARK before that day.`;
}

/** What Google says of the app, and of the version. */
async function diagnose(api: Api, input: IDataObject, credentials: Credentials): Promise<Finding[]> {
	const message = notice();
	const outdated: Finding[] = message ? [{ problem: 'outdated-version', message, fix: 'In n8n open Settings > Community Nodes and update n8n-nodes-qmark.' }] : [];
	return [...(await google.diagnose(api, input, credentials)), ...outdated];
}

/** Ten digits, as the API takes them. */
const digits = (id: unknown) => String(id ?? '').replace(/\D/g, '');

/** https://developers.google.com/google-ads/api/rest/overview; conversions and audiences go through https://developers.google.com/data-manager/api */
export const googleAds = {
	...google,
	name: 'Google Ads',
	credential: 'qmarkGoogleAdsOAuth2Api',
	docs: 'https://developers.google.com/google-ads/api/docs/start',
	verified: '2026-11 https://developers.google.com/google-ads/api/docs/release-notes',
	version,
	notice,
	diagnose,
	parseError: (reply) => dataManagerFailure(reply) ?? uploadFailure(reply) ?? parseError(reply),
	token: { ...google.token, hasEnded },
	baseUrl: hostedAt({ api: `googleads.googleapis.com/${version.name}`, dataManager: 'datamanager.googleapis.com/v1' }),
	/** Google counts what each account may be asked by itself, beside the day’s allowance of the Cloud project. */
	lane: ({ account }) => digits(account) || undefined,
	/** What the request says of itself comes first: another manager may lead to an account. */
	complete: (request, credentials) => {
		if (request.host === 'dataManager') return throughManager(request, credentials);
		if (request.host) return request;
		const { developerToken, loginCustomerId } = credentials;
		const headers = { ...(developerToken ? { 'developer-token': String(developerToken) } : {}), ...(loginCustomerId ? { 'login-customer-id': digits(loginCustomerId) } : {}) };
		return { ...request, headers: { ...headers, ...request.headers } };
	},
	/** Milliseconds for a query: a page of 10,000 rows of a large account takes Google its time. */
	queryTimeout: 5 * 60_000,
} as const satisfies Platform & { version: unknown; queryTimeout: number };

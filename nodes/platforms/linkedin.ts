import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../core/api';
import type { Credentials, Finding, Introspection, Platform } from '../core/platform';
import type { Request } from '../core/request';
import type { Token } from '../core/tokens';
import { uploadsAt, vendor } from './gateway';
import { parseError } from './linkedinErrors';
import { formats, limits, posts } from './linkedinPosts';

const DAY = 24 * 60 * 60_000;
const MINUTE = 60_000;

/** The version and the day it is switched off: a year after its month at the earliest. https://learn.microsoft.com/en-us/linkedin/marketing/versioning */
const version = { name: '202609', until: '2027-09-15' } as const;

/** So long before that day people are told, in ms. */
const NOTICE = 60 * DAY;

/** What a person has to know of the version, from two months before its end. */
function notice(): string | undefined {
	if (Date.parse(version.until) - Date.now() > NOTICE) return undefined;
	return `LinkedIn switches version ${version.name} of its API off on ${version.until}. Update QMARK before that day.`;
}

async function diagnose(): Promise<Finding[]> {
	const message = notice();
	return await Promise.resolve(message ? [{ problem: 'outdated-version', message, fix: 'In n8n open Settings > Community Nodes and update n8n-nodes-qmark.' }] : []);
}

/** https://learn.microsoft.com/en-us/linkedin/shared/authentication/token-introspection; the token goes in the body. */
async function introspect(api: Api, token: Token | undefined, { clientId, clientSecret }: Credentials): Promise<Introspection> {
	const urlencoded = { client_id: String(clientId), client_secret: String(clientSecret), token: token?.access ?? '' };
	const { scope, expires_at: seconds } = await api.send<{ scope?: string; expires_at?: number }>({ method: 'POST', host: 'oauth', url: '/introspectToken', urlencoded, idempotent: true });
	return { scopes: scope?.split(/[\s,]+/), expiresAt: seconds && seconds * 1000 };
}

/** An app of the Community Management API has no OpenID, one of “Sign In” has no /me. Under /rest every call names the version, elsewhere none does. */
function complete(request: Request, { appType }: Credentials): Request {
	if (request.url === '/v2/userinfo' && appType === 'community') return { ...request, url: '/v2/me' };
	if (!request.url.startsWith('/rest/')) return request;
	return { ...request, headers: { 'LinkedIn-Version': version.name, 'X-Restli-Protocol-Version': '2.0.0', ...request.headers } };
}

const elementsOf = ({ elements }: IDataObject): object[] => (Array.isArray(elements) ? elements.filter((one) => typeof one === 'object' && one !== null) : []);

/** https://learn.microsoft.com/en-us/linkedin/shared/api-guide/concepts/pagination: the last page has fewer elements than were asked for. */
function nextPage(request: Request, body: IDataObject): Request | undefined {
	const count = Number(request.qs?.count ?? 0);
	if (count === 0 || elementsOf(body).length < count) return undefined;
	return { ...request, qs: { ...request.qs, start: Number(request.qs?.start ?? 0) + count } };
}

/** https://learn.microsoft.com/en-us/linkedin/marketing/ */
export const linkedin = {
	name: 'LinkedIn',
	credential: 'qmarkLinkedInOAuth2Api',
	docs: 'https://learn.microsoft.com/en-us/linkedin/marketing/',
	verified: '2026-11 https://learn.microsoft.com/en-us/linkedin/marketing/versioning',
	version,
	notice,
	diagnose,
	baseUrl: (credentials, host = 'api') => vendor(credentials, host === 'oauth' ? 'www.linkedin.com/oauth/v2' : 'api.linkedin.com'),
	account: ({ clientId }) => String(clientId),
	identity: { request: { url: '/v2/userinfo' }, nameOf: ({ name, localizedFirstName, localizedLastName, sub, id }) => String(name ?? ([localizedFirstName, localizedLastName].filter(Boolean).join(' ') || (sub ?? id))) },
	introspect,
	/** 60 days. Only apps of approved partners get a refresh token, and that one ends a year after the consent. */
	token: { renewBefore: 10 * DAY, dead: ['invalid_grant', 'invalid_request'] },
	complete,
	pageItems: elementsOf,
	nextPage,
	/** https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/images-api and its siblings name addresses under www.linkedin.com. */
	uploadsTo: uploadsAt('linkedin.com'),
	concurrency: { read: 5, send: 1 },
	retry: { attempts: 4, firstDelay: 1_000 },
	timeout: 60_000,
	/** Milliseconds for a file, or a part of one. */
	uploadTimeout: 15 * MINUTE,
	/** Looks at media that LinkedIn processes, in ms; an app in development has 100 calls a day for each member. With a member’s permissions alone images and documents cannot be looked at: they are ready after `unseen`. */
	processing: { every: 5_000, atMost: 10 * MINUTE, unseen: 20_000 },
	/** Milliseconds after which a post that was made is found. */
	settling: { atMost: MINUTE, asks: 3, every: 3_000 },
	/** For so long it surely refuses a text a second time, in ms: people tell of one day, some of two. */
	remembers: DAY / 2,
	limits,
	formats,
	posts,
	parseError,
} as const satisfies Platform & Record<string, unknown>;

/** Where people see a post. */
export const permalinkOf = (urn: string): string => `https://www.linkedin.com/feed/update/${urn}`;

import { createHmac } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import type { Failure, Verdict } from '../core/errors';
import type { Api } from '../core/api';
import type { Finding, Introspection, Platform, Reply, Usage } from '../core/platform';
import { vendor } from './gateway';

/** https://developers.facebook.com/docs/graph-api/guides/error-handling */
interface GraphError {
	message?: string;
	code?: number;
	error_subcode?: number;
	is_transient?: boolean;
	error_user_msg?: string;
	error_data?: { blame_field_specs?: string[][] };
}

/** Host → path before the version. A gateway stands in front of all of them under the same names. */
const hosts = {
	api: 'graph.facebook.com',
	/** Videos have a Graph host of their own: https://developers.facebook.com/docs/video-api/guides/publishing */
	video: 'graph-video.facebook.com',
	reelUpload: 'rupload.facebook.com/video-upload',
	instagramUpload: 'rupload.facebook.com/ig-api-upload',
} as const;

const isHost = (host: string): host is keyof typeof hosts => host in hosts;

/** Upload hosts are not the Graph API: they know the token alone, by another word, and refuse in another envelope. */
const isUpload = (host?: string) => host === 'reelUpload' || host === 'instagramUpload';

type Meaning = readonly [verdict: Verdict, hint: string];

const wait: Meaning = ['wait', 'Meta’s limit for this app or account is used up for now: run again later or spread the calls out.'];
/** Publications were seen to appear after Meta’s “unknown error” and “temporary error”: they say nothing about the effect. */
const vague: Meaning = ['unknown', 'Meta has a passing fault. Look there before you send this item again: it may have arrived.'];
const permission: Meaning = ['reconnect', 'Give QMARK the permission that Meta names: open the credential, click Connect and tick the page. The app may also need Meta’s review.'];
const input: Meaning = ['fix-input', 'Correct what Meta names and run the item again.'];
const media: Meaning = ['fix-input', 'Give a direct, public URL of a file that the network takes: JPEG up to 8 MB for an Instagram image, MP4 or MOV for a video.'];

/** Sub-codes first: they say more. https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/error-codes */
const subcodes: Readonly<Record<number, Meaning>> = {
	33: ['fix-input', 'The object does not exist, or the connected account may not see it: check the ID and who is connected.'],
	463: ['reconnect', 'The connection has expired: open the credential and click Connect.'],
	2207001: ['stop', 'Instagram takes this for spam: wait and change the content.'],
	2207003: ['retry', 'Instagram could not fetch the file in time: run the item again, or use a faster host.'],
	2207004: ['fix-input', 'Instagram takes images up to 8 MB: make it smaller.'],
	2207005: ['fix-input', 'Instagram takes JPEG images only: convert it (PNG, WebP and GIF are refused).'],
	2207009: ['fix-input', 'Instagram takes images between 4:5 and 1.91:1: crop it.'],
	2207010: ['fix-input', 'An Instagram caption takes 2200 characters, 30 hashtags and 20 mentions: shorten it.'],
	2207027: ['retry', 'Instagram is still processing the media: run the item again in a minute.'],
	2207028: ['fix-input', 'A carousel takes 2 to 10 images or videos.'],
	2207042: ['wait', 'The account has used up what Instagram lets it publish in 24 hours: run again tomorrow.'],
	2207050: ['stop', 'Instagram restricts this account: open the Instagram app and follow what it asks.'],
	2207051: ['stop', 'Instagram blocked this action: wait a day before you try again.'],
	2207052: media,
	2207077: media,
	36003: ['fix-input', 'Instagram takes images between 4:5 and 1.91:1: crop it.'],
	1366046: ['fix-input', 'Facebook takes photos up to 4 MB as JPEG or PNG.'],
	1609008: ['fix-input', 'Facebook refuses links to its own pages: use another link.'],
};

const codes: Readonly<Record<number, Meaning>> = {
	1: vague,
	2: vague,
	4: wait,
	9: wait,
	10: permission,
	17: wait,
	32: wait,
	100: input,
	102: ['reconnect', 'The connection is not valid any more: open the credential and click Connect.'],
	190: ['reconnect', 'The connection is not valid any more (expired, password changed or app removed): open the credential and click Connect.'],
	200: permission,
	368: ['stop', 'Meta blocked the account for its policies: open its Account Quality page and wait at least a day.'],
	506: ['fix-input', 'The same post was just published: change the text if you mean it.'],
	613: wait,
	803: ['fix-input', 'The object does not exist: check the ID.'],
	2635: ['stop', 'Meta has switched this API version off: choose a newer one in the credential.'],
	3001: ['fix-input', 'Choose at least one metric that Meta still offers.'],
	9004: media,
};

function meaningOf({ code = 0, error_subcode: subcode = 0, is_transient: transient }: GraphError): Meaning {
	const known = subcodes[subcode] ?? codes[code];
	if (known) return known;
	if (code > 200 && code < 300) return permission;
	if (code >= 80_000 && code <= 80_014) return wait;
	return transient ? vague : ['stop', `Look up Meta’s code ${code} and what it says above.`];
}

/** A body that was asked for as text, or a header: the text itself where it is no JSON. */
export function parsed(body: unknown): unknown {
	if (typeof body !== 'string' || !body.startsWith('{')) return body;
	try {
		return JSON.parse(body);
	} catch {
		return body;
	}
}

const errorIn = (body: unknown): GraphError | undefined =>
	typeof body === 'object' && body !== null && 'error' in body && typeof body.error === 'object' && body.error !== null ? body.error : undefined;

/** A limit without a stated end is tried again after a minute. */
const UNSTATED_WAIT = 60_000;
const DAY = 24 * 60 * 60_000;

/** https://developers.facebook.com/docs/video-api/guides/reels-publishing#errors */
function uploadRefusal(body: unknown): Failure | undefined {
	if (typeof body !== 'object' || body === null || !('debug_info' in body)) return undefined;
	const told: { type?: string; message?: string; retriable?: boolean } = { ...(typeof body.debug_info === 'object' ? body.debug_info : {}) };
	const { type = 'UploadError', message = 'it gives no reason', retriable } = told;
	const hint = retriable
		? 'The upload was interrupted: run the item again.'
		: 'Give a direct, public URL of an MP4 or MOV file that the site’s robots.txt lets Meta read, or send the file itself.';
	return { verdict: retriable ? 'unknown' : 'fix-input', code: `upload/${type}`, message: `Meta did not take the upload: ${message}`, hint };
}

function parseError({ body, headers }: Reply): Failure | undefined {
	const error = errorIn(parsed(body));
	if (!error) return uploadRefusal(body);
	const { code, error_subcode: subcode, message = 'no message', error_user_msg: told, error_data: data } = error;
	const [verdict, hint] = meaningOf(error);
	const blamed = data?.blame_field_specs?.flat().join(', ');
	const regain = subcode === 2207042 ? DAY : usage(headers)?.regain || UNSTATED_WAIT;
	return {
		verdict,
		code: [code, subcode].filter(Boolean).join('/'),
		message: `Meta refused: ${told ?? message}${blamed ? ` (${blamed})` : ''}`,
		hint,
		...(verdict === 'wait' && { retryAfter: regain }),
	};
}

const percentages = ['call_count', 'total_time', 'total_cputime', 'acc_id_util_pct'];

function numbersIn(value: unknown): Usage[] {
	if (typeof value !== 'object' || value === null) return [];
	const fields: IDataObject = { ...value };
	const percent = Math.max(0, ...percentages.map((name) => Number(fields[name]) || 0));
	const minutes = Number(fields.estimated_time_to_regain_access) || 0;
	return [{ percent, regain: minutes * 60_000 }, ...Object.values(value).flatMap(numbersIn)];
}

/** https://developers.facebook.com/docs/graph-api/overview/rate-limiting: JSON in headers, present only after enough calls. */
function usage(headers: Reply['headers']): Usage | undefined {
	const seen = ['x-app-usage', 'x-business-use-case-usage', 'x-page-usage'].flatMap((name) => numbersIn(parsed(headers[name])));
	if (seen.length === 0) return undefined;
	return { percent: Math.max(...seen.map(({ percent }) => percent)), regain: Math.max(...seen.map(({ regain = 0 }) => regain)) };
}

/** Proves that the call comes from the app’s own server: https://developers.facebook.com/docs/graph-api/guides/secure-requests */
const proofOf = (token: string, secret: string) => createHmac('sha256', secret).update(token).digest('hex');

/** https://developers.facebook.com/docs/graph-api/reference/user/permissions */
async function introspect(api: Api): Promise<Introspection> {
	const { data } = await api.send<{ data: { permission: string; status: string }[] }>({ url: '/me/permissions' });
	return { scopes: data.filter(({ status }) => status === 'granted').map(({ permission }) => permission) };
}

const idIn = (field: unknown) => {
	const value = typeof field === 'object' && field !== null && 'value' in field ? field.value : field;
	return typeof value === 'string' && /^\d+$/.test(value) ? value : undefined;
};

/** Whether the page or account that a node names is among those the person gave access to. An expression is not known beforehand. */
async function diagnose(api: Api, input: IDataObject): Promise<Finding[]> {
	const [page, account] = [idIn(input.page), idIn(input.account)];
	if (!page && !account) return [];
	const fields = 'id,instagram_business_account{id}';
	const linked = { page: new Set<string>(), account: new Set<string>() };
	for await (const found of api.pages<{ id: string; instagram_business_account?: { id: string } }>({ url: '/me/accounts', qs: { fields, limit: 100 } })) {
		linked.page.add(found.id);
		if (found.instagram_business_account) linked.account.add(found.instagram_business_account.id);
	}
	const findings: Finding[] = [];
	if (page && !linked.page.has(page)) {
		findings.push({ problem: 'not-linked', message: `The connected person gave no access to page ${page}.`, fix: 'Open the credential, click Connect and tick this page, or choose another page in the node.' });
	}
	if (account && !linked.account.has(account)) {
		const fix = 'Make it a business or creator account, link it to its Facebook page (page settings > Linked accounts), then connect again and tick that page.';
		findings.push({ problem: 'not-linked', message: `Instagram account ${account} is not linked to any page that was ticked.`, fix });
	}
	return findings;
}

/** “There is no such object, or not for you”. */
export const isMissing = ({ code = '' }: Failure) => code === '100/33' || code === '803';

/** What all of Meta’s networks share; facebook.ts and instagram.ts add their own. */
export const meta = {
	name: 'Meta',
	credential: 'qmarkMetaOAuth2Api',
	docs: 'https://developers.facebook.com/docs/graph-api',
	verified: '2026-11 https://developers.facebook.com/docs/graph-api/changelog/versions',
	/** Default version and the day it is switched off. The dialog and token URLs in the credential name the same one. */
	version: { default: 'v25.0', until: '2028-07-29' },
	baseUrl: (credentials, host = 'api') => `${vendor(credentials, isHost(host) ? hosts[host] : host)}/${String(credentials.graphVersion || 'v25.0')}`,
	account: ({ clientId }) => String(clientId),
	identity: { request: { url: '/me', qs: { fields: 'id,name' } }, nameOf: ({ name, id }) => String(name ?? id) },
	introspect,
	diagnose,
	/** https://developers.facebook.com/docs/facebook-login/guides/access-tokens/get-long-lived: hours after Connect, then 60 days; a dead token cannot be exchanged. */
	token: {
		renewBefore: 10 * DAY,
		exchangeBelow: DAY,
		renewal: ({ access }) => ({ form: { grant_type: 'fb_exchange_token', fb_exchange_token: access } }),
	},
	concurrency: { read: 10, send: 4 },
	retry: { attempts: 4, firstDelay: 1_000 },
	timeout: 60_000,
	/** Milliseconds until a limit is tried again whose end Meta does not tell. */
	limitWait: UNSTATED_WAIT,
	usage,
	parseError,
	complete: (request, { clientSecret, accessToken }, token) => {
		if (!clientSecret || isUpload(request.host)) return request;
		const proof = { appsecret_proof: proofOf(token || String(accessToken), String(clientSecret)) };
		if (request.form) return { ...request, form: { ...request.form, ...proof } };
		if (request.urlencoded) return { ...request, urlencoded: { ...request.urlencoded, ...proof } };
		if (request.method === 'POST') return { ...request, body: { ...request.body, ...proof } };
		return { ...request, qs: { ...request.qs, ...proof } };
	},
	/** https://developers.facebook.com/docs/video-api/guides/reels-publishing: upload hosts want this word before the token. */
	scheme: (host) => (isUpload(host) ? 'OAuth' : undefined),
	pageItems: ({ data }) => (Array.isArray(data) ? data : []),
	/** The `next` URL that Meta gives holds the token; the cursor beside it does not. */
	nextPage: (request, { paging }) => {
		const { next, cursors }: { next?: string; cursors?: { after?: string } } = { ...(typeof paging === 'object' ? paging : {}) };
		return next && cursors?.after ? { ...request, qs: { ...request.qs, after: cursors.after } } : undefined;
	},
} as const satisfies Platform & { version: unknown; limitWait: number };

import { createHash } from 'node:crypto';
import type { Failure, Verdict } from '../core/errors';
import type { Credentials, Introspection, Platform, Reply } from '../core/platform';
import { tokenOf } from '../core/tokens';
import type { Request } from '../core/request';
import { google, hostedAt } from './google';

const MEGABYTE = 1024 * 1024;
const MINUTE = 60_000;

const limits = {
	/** Bytes of a message with its files, which grow by a third on their way: https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.messages/send */
	message: 35 * MEGABYTE,
	/** Of one message through the API: https://support.google.com/a/answer/166852 */
	recipients: 100,
	/** Larger messages are streamed to the upload host: https://developers.google.com/workspace/gmail/api/guides/uploads */
	json: 4 * MEGABYTE,
	/** Entries of one page: https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.messages/list */
	page: 500,
	/** Labels that one call adds or takes off. */
	labels: 100,
} as const;

const scope = (name: string) => `https://www.googleapis.com/auth/gmail.${name}`;

/** What operations need: https://developers.google.com/workspace/gmail/api/auth/scopes */
const scopes = { send: scope('send'), modify: scope('modify') } as const;

/** Quota units since May 2026, by method and path; before they were fewer. The first match counts. https://developers.google.com/workspace/gmail/api/reference/quota */
const units: readonly { method: RegExp; path: RegExp; units: number }[] = [
	{ method: /./, path: /\/(messages|drafts)\/send$/, units: 100 },
	{ method: /GET/, path: /\/messages\/[^/]+$/, units: 20 },
	{ method: /GET/, path: /\/threads\/[^/]+$/, units: 40 },
	{ method: /GET/, path: /\/(profile|labels|settings)\b/, units: 1 },
	{ method: /GET/, path: /\/history$/, units: 2 },
	{ method: /GET/, path: /\/threads$/, units: 10 },
	{ method: /PUT/, path: /\/drafts\//, units: 15 },
	{ method: /POST|DELETE/, path: /\/(drafts|threads)\b/, units: 10 },
	{ method: /POST/, path: /\/batchModify$/, units: 50 },
	{ method: /./, path: /^\/users\//, units: 5 },
];

const cost = ({ method = 'GET', url }: Request) => units.find((one) => one.method.test(method) && one.path.test(url))?.units ?? 0;

type Meaning = readonly [verdict: Verdict, hint: string];

const full = 'Open the credential, set “Access” to Full, click Connect and leave all boxes ticked in Google’s dialog.';
const taken: Meaning = ['fix-input', 'Choose another name: Gmail has this one already, or reserves it.'];

/** Gmail’s own, by `errors[].reason`: https://developers.google.com/workspace/gmail/api/guides/handle-errors */
const meanings: Readonly<Record<string, Meaning>> = {
	insufficientPermissions: ['reconnect', full],
	ACCESS_TOKEN_SCOPE_INSUFFICIENT: ['reconnect', full],
	badRequest: ['fix-input', 'Correct what Gmail names and run the item again.'],
	badContent: ['fix-input', 'Correct what Gmail names and run the item again.'],
	invalid: ['fix-input', 'Correct what Gmail names and run the item again.'],
	invalidArgument: ['fix-input', 'Correct what Gmail names and run the item again.'],
	failedPrecondition: ['stop', 'The account has no Gmail, or it is switched off: connect one that has, or ask the administrator.'],
	domainPolicy: ['stop', 'The administrator of this Google Workspace does not allow apps to use Gmail: ask them to trust the app.'],
	forbidden: ['stop', 'The connected person may not do this: check who is connected and what their administrator allows.'],
	notFound: ['fix-input', 'Check the ID: it does not exist in the connected mailbox, or was deleted.'],
	aborted: taken,
	alreadyExists: taken,
	conflict: taken,
	uploadTooLarge: ['fix-input', `Make the attachments smaller: a message takes ${limits.message / MEGABYTE} MB, and files grow by a third on their way.`],
};

/** Gmail tells only in its text when it will take calls again. */
function retryTime(message: string): number | undefined {
	const time = Date.parse(/Retry after (\d{4}-\d\d-\d\dT[\d:.]+Z)/i.exec(message)?.[1] ?? '');
	return Number.isNaN(time) ? undefined : time;
}

const reasonsIn = (body: unknown): string[] => {
	const error = typeof body === 'object' && body !== null && 'error' in body ? body.error : undefined;
	if (typeof error !== 'object' || error === null) return [];
	const { errors = [], details = [] }: { errors?: { reason?: string }[]; details?: { reason?: string }[] } = error;
	return [...errors, ...details].flatMap(({ reason }) => reason ?? []);
};

function slowedDown(failure: Failure, status: number): Failure {
	const time = retryTime(failure.message);
	const said = { verdict: 'wait', shared: status === 403 } as const;
	if (time === undefined) return { ...failure, ...said, hint: 'Gmail’s limit for this mailbox is used up for now: run again later, or send less often.' };
	const hint = `Gmail takes no more until ${new Date(time).toISOString()}: run again after that, or send less often.`;
	return { ...failure, ...said, retryAfter: Math.max(1_000, time - Date.now()), hint };
}

/** Gmail’s limit for a minute comes with 403 as well as 429, and holds for all calls; that of a day’s mails holds for sending alone. */
function parseError(reply: Reply): Failure | undefined {
	const failure = google.parseError(reply);
	if (!failure) return undefined;
	const { status, body } = reply;
	// It may have been done before it failed: reads are repeated all the same, and what was sent is looked for.
	if (status >= 500) return { ...failure, verdict: 'unknown', hint: 'Look at the mailbox before you send this item again: it may have been done.' };
	if (failure.verdict === 'wait' || status === 429) return slowedDown(failure, status);
	const known = reasonsIn(body).map((reason) => meanings[reason]).find(Boolean) ?? (status === 409 ? taken : status === 413 ? meanings.uploadTooLarge : undefined);
	return known && status !== 401 ? { ...failure, verdict: known[0], hint: known[1] } : failure;
}

/** A wider permission holds the narrower one. */
async function introspect(...asked: Parameters<typeof google.introspect>): Promise<Introspection> {
	const found = await google.introspect(...asked);
	const granted = found.scopes ?? [];
	const all = granted.includes('https://mail.google.com/') ? [...granted, scopes.modify, scopes.send] : granted.includes(scopes.modify) ? [...granted, scopes.send] : granted;
	return { ...found, scopes: found.scopes && [...new Set(all)] };
}

/** One mailbox in one Google Cloud project: the refresh token stands for both, and stays. */
const account = (credentials: Credentials) => {
	const { refresh, access = '' } = tokenOf(credentials) ?? {};
	return `${String(credentials.clientId)}/${createHash('sha256').update(refresh ?? access).digest('hex').slice(0, 16)}`;
};

/** https://developers.google.com/workspace/gmail/api/reference/rest */
export const gmail = {
	...google,
	name: 'Gmail',
	credential: 'qmarkGmailOAuth2Api',
	baseUrl: hostedAt({ api: 'gmail.googleapis.com/gmail/v1', upload: 'gmail.googleapis.com/upload/gmail/v1' }),
	account,
	introspect,
	parseError,
	concurrency: { read: 10, send: 8 },
	retry: { ...google.retry, punishes: true },
	/** Projects made since May 2026 have 6,000 units a minute for each mailbox, older ones 15,000. Two seconds more, because calls do not all arrive as fast. */
	quota: { units: ({ quotaUnitsPerMinute }) => Number(quotaUnitsPerMinute) || 6_000, window: MINUTE + 2_000, cost },
	nextPage: (request, { nextPageToken }) => (nextPageToken ? { ...request, qs: { ...request.qs, pageToken: nextPageToken } } : undefined),
	pageItems: ({ messages, threads, drafts, labels }) => [messages, threads, drafts, labels].find(Array.isArray) ?? [],
	limits,
	scopes,
	/** How often and how long a message is looked for whose answer was lost. In ms. */
	settling: { every: 1_500, atMost: 6_000 },
	/** Milliseconds after which Gmail’s search surely knows a message; the listing of a label knows it at once. */
	indexing: 10 * MINUTE,
} as const satisfies Platform & { limits: unknown; scopes: unknown; settling: unknown; indexing: unknown };

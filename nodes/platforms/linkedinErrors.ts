import type { Failure, Verdict } from '../core/errors';
import type { Reply } from '../core/platform';

type Meaning = readonly [verdict: Verdict, hint: string];

const DAY = 24 * 60 * 60_000;

const deadToken: Meaning = ['reconnect', 'The connection is not valid any more: open the credential and click Connect.'];
const outdated: Meaning = ['stop', 'In n8n open Settings > Community Nodes and update n8n-nodes-qmark.'];
const tooLong: Meaning = ['fix-input', 'Shorten the text that LinkedIn names and run the item again.'];
const correct: Meaning = ['fix-input', 'Correct what LinkedIn names and run the item again.'];
const inDoubt: Meaning = ['unknown', 'Look at LinkedIn before you send this item again: it may have arrived.'];
const wrongClient: Meaning = ['reconnect', 'Check Client ID and Client Secret in the credential against your app’s page “Auth” at linkedin.com/developers, then click Connect.'];

/** What an earlier post with the same text is refused by. */
export const DUPLICATE = 'DUPLICATE_POST';

/** By `code`, or where there is none by `serviceErrorCode`. https://learn.microsoft.com/en-us/linkedin/shared/api-guide/concepts/error-handling */
const byCode: Readonly<Record<string, Meaning>> = {
	...{ INVALID_ACCESS_TOKEN: deadToken, EXPIRED_ACCESS_TOKEN: deadToken, REVOKED_ACCESS_TOKEN: deadToken, EMPTY_ACCESS_TOKEN: deadToken },
	...{ 65600: deadToken, 65601: deadToken, 65602: deadToken, 65604: deadToken },
	...{ VERSION_MISSING: outdated, NONEXISTENT_VERSION: outdated },
	...{ FIELD_LENGTH_TOO_LONG: tooLong, FIELD_ARRAY_SIZE_TOO_HIGH: tooLong },
};

/** By the status, for what has no code of its own. */
const byStatus: Readonly<Record<number, Meaning>> = {
	400: correct,
	401: deadToken,
	403: ['reconnect', 'The connected person or the app may not do this: check the app’s products and the person’s role on the page, then connect again.'],
	404: ['fix-input', 'It does not exist, or the connected member may not see it: check the ID.'],
	411: ['stop', 'Something between n8n and LinkedIn has taken the length of the request away: check the proxy or gateway.'],
	422: correct,
	426: outdated,
	429: ['wait', 'LinkedIn’s limit for today is used up; it begins anew at midnight UTC. Your app’s page “Analytics” at linkedin.com/developers shows the limits.'],
	500: inDoubt,
	502: inDoubt,
	503: ['retry', 'Run again later: nothing was done.'],
	504: inDoubt,
};

/** https://learn.microsoft.com/en-us/linkedin/shared/authentication/authorization-code-flow: errors of the dialog and of the token endpoint. */
const byOAuth: Readonly<Record<string, Meaning>> = {
	// Of a refresh token too, where others say invalid_grant.
	invalid_request: deadToken,
	invalid_grant: deadToken,
	invalid_client: wrongClient,
	unauthorized_client: wrongClient,
	invalid_redirect_uri: ['stop', 'On your app’s page “Auth” at linkedin.com/developers add the OAuth Redirect URL that the credential shows, then click Connect.'],
	unauthorized_scope_error: ['reconnect', 'The app lacks the product with this permission: check “App Type” in the credential and the app’s page “Products”, then click Connect.'],
	user_cancelled_login: ['reconnect', 'Click Connect again and log in to LinkedIn.'],
	user_cancelled_authorize: ['reconnect', 'Click Connect again and allow what is asked.'],
	server_error: ['retry', 'Run again later: LinkedIn could not do it.'],
};

interface InputError {
	code?: string;
	description?: string;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** What is wrong with single fields: `errorDetails.inputErrors`. */
function inputErrors({ errorDetails }: Record<string, unknown>): InputError[] {
	if (!isRecord(errorDetails) || !Array.isArray(errorDetails.inputErrors)) return [];
	return errorDetails.inputErrors.filter(isRecord);
}

/** The URN of the post that another one would repeat, where the refusal names it. */
export const duplicateOf = ({ code, message }: Pick<Failure, 'code' | 'message'>): string | undefined => (code === DUPLICATE ? /urn:li:(?:share|ugcPost|activity):\d+/.exec(message)?.[0] : undefined);

function repeated(failure: Failure): Failure {
	const urn = duplicateOf(failure);
	const named = urn ? `The post ${urn} has the same text` : 'A post has the same text';
	return { ...failure, hint: `${named}: nothing was published again. Change the text, or wait a day or two; a deleted post counts, too.` };
}

/** Milliseconds until the day’s limits begin anew: at midnight UTC. */
export const untilMidnight = (now = Date.now()): number => DAY - (now % DAY);

function oauthFailure({ error, error_description: told }: Record<string, unknown>, status: number): Failure | undefined {
	if (status < 400 || typeof error !== 'string') return undefined;
	// A scope that the app does not have: HTTP 401 “Invalid scope”.
	const [verdict, hint] = byOAuth[/^invalid.scope$/i.test(error) ? 'unauthorized_scope_error' : error] ?? byStatus[status] ?? deadToken;
	return { verdict, code: error, message: `LinkedIn refused: ${String(told ?? error)}`, hint };
}

/** LinkedIn’s own envelope: the status first, its code second. */
export function parseError({ status, body, headers }: Reply): Failure | undefined {
	if (status < 400 || !isRecord(body)) return undefined;
	if (!('message' in body)) return oauthFailure(body, status);
	const details = inputErrors(body);
	const code = String(body.code ?? details[0]?.code ?? body.serviceErrorCode ?? status);
	const [verdict, hint] = byCode[code] ?? byStatus[status] ?? (status >= 500 ? inDoubt : ['stop', 'Look up what LinkedIn says above.'] as const);
	const named = details.map(({ description }) => description).filter(Boolean).join('; ');
	const failure: Failure = { verdict, code, message: `LinkedIn refused: ${String(body.message).trim()}${named ? ` (${named})` : ''}`, hint };
	if (code === DUPLICATE) return repeated(failure);
	if (verdict === 'wait' && headers['retry-after'] === undefined) return { ...failure, retryAfter: untilMidnight() };
	return failure;
}

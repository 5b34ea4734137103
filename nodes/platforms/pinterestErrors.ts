import type { Failure, Verdict } from '../core/errors';
import type { Reply } from '../core/platform';

type Meaning = readonly [verdict: Verdict, hint: string];

const SECONDS_OF_TODAY = 1_000_000_000;

/** The first number of a header; where several windows are counted, it is that of the tightest. */
const numberIn = (value: unknown): number => (typeof value === 'string' ? Number.parseFloat(value) : NaN);

/** What is left of the category that the call belongs to, and when it is given back, in ms. https://developers.pinterest.com/docs/reference/rate-limits/ */
export function allowanceIn(headers: Reply['headers']): { limit: number; left: number; regain?: number } | undefined {
	const [limit, left, reset] = [headers['x-ratelimit-limit'], headers['x-ratelimit-remaining'], headers['x-ratelimit-reset']].map(numberIn);
	if (limit === undefined || left === undefined || Number.isNaN(limit + left)) return undefined;
	const seconds = reset !== undefined && reset > SECONDS_OF_TODAY ? reset - Date.now() / 1000 : reset;
	return { limit, left, ...(seconds !== undefined && seconds > 0 && { regain: seconds * 1000 }) };
}

const trial = 'An app with trial access may not do this: ask Pinterest for standard access, or choose the environment “Sandbox” in the credential and connect again.';
const spam = 'Pinterest takes this for spam: create no Pins for a day, then fewer, with other texts, images and links.';

const meanings: Readonly<Record<string, Meaning>> = {
	'400': ['fix-input', 'Correct what Pinterest names and run the item again.'],
	'401': ['stop', 'This Pin or board belongs to another account: check the ID and who is connected.'],
	'401/2': ['reconnect', 'The connection is not valid any more: open the credential and click Connect.'],
	'401/3': ['reconnect', 'Open the credential, tick what this needs, and click Connect.'],
	'401/7': ['stop', 'This Pin or board belongs to another account: check the ID and who is connected.'],
	'403': ['stop', 'The connected account may not do this.'],
	'403/29': ['stop', 'The connected account may not do this: check that the board and the Pin are its own. Calls that are in beta need Pinterest’s permission for the app.'],
	'404': ['fix-input', 'It does not exist, or the connected account may not see it: check the ID.'],
	'404/30': ['fix-input', 'Pinterest has no such account: check “Ad Account ID” and who is connected.'],
	'404/40': ['fix-input', 'Choose the board anew: it does not exist any more, or the connected account may not see it.'],
	'404/50': ['fix-input', 'Check the Pin ID: the Pin does not exist any more, or the connected account may not see it.'],
	'404/2031': ['fix-input', 'Choose the section anew: it is not in this board any more.'],
	'409': ['retry', 'Someone changed it at the same moment: run the item again.'],
	'429': ['wait', 'Pinterest’s limit is used up for now: run again later.'],
	'503': ['retry', 'Pinterest is not available: run the item again later.'],
	'503/4197': ['stop', 'Pinterest has switched this call off: update QMARK.'],
};

/** Refusals of the store that takes videos, in XML. https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html */
const storage: Readonly<Record<string, Meaning>> = {
	AccessDenied: ['stop', 'The permission to upload has ended: run the item again, nothing was published.'],
	EntityTooLarge: ['fix-input', 'The video is too large for Pinterest: make it smaller.'],
	ExpiredToken: ['stop', 'The permission to upload has ended: run the item again, nothing was published.'],
	InternalError: ['retry', 'Run the item again: nothing was published.'],
	RequestTimeout: ['retry', 'The upload took too long: run the item again, nothing was published.'],
	ServiceUnavailable: ['retry', 'Run the item again later: nothing was published.'],
	SlowDown: ['retry', 'Run the item again later: nothing was published.'],
};

function storageFailure(body: string): Failure | undefined {
	const code = /<Code>(\w+)<\/Code>/.exec(body)?.[1];
	if (!code) return undefined;
	const [verdict, hint] = storage[code] ?? ['stop', 'Nothing was published. Report this code to QMARK.'];
	return { verdict, code, message: `Pinterest’s storage refused the video: ${code}.`, hint };
}

const textIn = (body: object, name: string): string => (name in body ? String(Object.entries(body).find(([key]) => key === name)?.[1] ?? '') : '');

/** Pinterest has no codes of their own for these: only their words tell them from the others. */
function worded(status: number, code: string, words: string): Meaning | undefined {
	if (status === 429 && /spam/i.test(words)) return ['stop', spam];
	if (status === 403 && code === '29' && /trial/i.test(words)) return ['stop', trial];
	return undefined;
}

/** https://developers.pinterest.com/docs/reference/error-codes/: the status decides, the code refines. Pinterest’s support asks for the number in `x-pinterest-rid`. */
export function parseError({ body, status, headers }: Reply): Failure | undefined {
	if (status < 400) return undefined;
	if (typeof body === 'string') return storageFailure(body);
	if (typeof body !== 'object' || body === null || !('code' in body)) return undefined;
	const code = String(body.code);
	const message = textIn(body, 'message') || 'no message';
	const doubtful: Meaning = status >= 500 ? ['unknown', 'Look at Pinterest before you send this item again.'] : ['fix-input', 'Correct what Pinterest names and run the item again.'];
	const [verdict, hint] = worded(status, code, `${message} ${textIn(body, 'message_detail')}`) ?? meanings[`${status}/${code}`] ?? meanings[String(status)] ?? doubtful;
	const rid = headers['x-pinterest-rid'];
	const regain = verdict === 'wait' && headers['retry-after'] === undefined ? allowanceIn(headers)?.regain : undefined;
	return { verdict, code, message: `Pinterest refused: ${message}${typeof rid === 'string' ? ` (request ${rid})` : ''}`, hint, ...(regain !== undefined && { retryAfter: regain }) };
}

import type { Failure, Verdict } from '../core/errors';
import type { Credentials, Reply } from '../core/platform';
import type { Request } from '../core/request';
import { accountMeanings, processingHints, recordMeanings } from './dataManagerReasons';

/** Google's Data Manager API, through which conversions and audiences go since 2026. It is one of the hosts of Google Ads, see googleAds.ts. */
export const dataManager = {
	docs: 'https://developers.google.com/data-manager/api',
	verified: '2026-11 https://developers.google.com/data-manager/api/reference/rest',
	host: 'dataManager',
	scope: 'https://www.googleapis.com/auth/datamanager',
	/** https://developers.google.com/data-manager/api/reference/rest/v1/events/ingest: one that is wrong makes Google refuse them all. */
	eventsPerCall: 2_000,
	/** https://developers.google.com/data-manager/api/reference/rest/v1/audienceMembers/ingest */
	membersPerCall: 10_000,
	/** Of one person. */
	identifiers: 10,
	/** https://developers.google.com/data-manager/api/reference/rest/v1/accountTypes.accounts.userLists/list */
	listsPerPage: 1_000,
	/** A person stays in an audience for so many days. https://support.google.com/google-ads/answer/6334160 */
	membershipDays: 540,
	/** What Google does to a request takes minutes to hours; asking more often tells nothing new. Milliseconds. */
	askEvery: 15_000,
} as const;

interface Violation {
	field?: string;
	description?: string;
	reason?: string;
}

interface Detail {
	reason?: string;
	domain?: string;
	requestId?: string;
	fieldViolations?: Violation[];
}

/** https://developers.google.com/data-manager/api/devguides/concepts/understand-errors */
interface Refusal {
	code?: number;
	message?: string;
	status?: string;
	details?: Detail[];
}

type Meaning = readonly [verdict: Verdict, hint: string];

const general: Meaning = ['fix-input', 'Correct what Google names and run the item again.'];

/** By the HTTP status, for reasons that came after this was written. */
const byStatus: Readonly<Record<number, Meaning>> = {
	400: general,
	403: ['stop', 'Check the access of the connected person in Google Ads.'],
	404: ['fix-input', 'Check the ID and the account.'],
	429: ['wait', 'Run again later.'],
	503: ['retry', 'Run again later.'],
};

const meaningOf = (reason: string): Meaning | undefined => (reason in recordMeanings ? ['fix-input', recordMeanings[reason] ?? general[1]] : accountMeanings[reason]);

const refusalIn = (body: unknown): Refusal | undefined => (typeof body === 'object' && body !== null && 'error' in body && typeof body.error === 'object' && body.error !== null ? body.error : undefined);

/** `events.events[3].user_data` is the fourth event. */
const told = ({ field = '', description = '' }: Violation) => [field.replace(/^(\w+)\.(?=\1\[)/, ''), description.replace(/\.$/, '')].filter(Boolean).join(': ');

/** A refusal of the Data Manager's own; what is Google's in general (tokens, permissions, an API that is off) has no reason of its list. */
export function dataManagerFailure({ body, status }: Reply): Failure | undefined {
	const { details = [], message = '', ...error } = refusalIn(body) ?? {};
	if (!details.some(({ domain }) => domain === 'datamanager.googleapis.com')) return undefined;
	const violations = details.flatMap(({ fieldViolations = [] }) => fieldViolations);
	const reasons = [...violations, ...details].flatMap(({ reason = '' }) => reason || []);
	const known = reasons.find(meaningOf);
	const [verdict, hint] = (known === undefined ? undefined : meaningOf(known)) ?? byStatus[status] ?? ['unknown', 'Look at Google Ads before you send this item again.'];
	const where = violations.slice(0, 3).map(told).filter(Boolean).join('; ');
	const more = violations.length > 3 ? ` and ${violations.length - 3} more` : '';
	const request = details.find(({ requestId }) => requestId)?.requestId;
	return { verdict, code: known ?? reasons[0] ?? error.status ?? String(status), message: `Google refused: ${message}${where && ` ${where}${more}.`}${request ? ` (Request ${request})` : ''}`, hint };
}

/** Whether a refusal of the whole request may be about a single record in it. */
export const isAboutRecord = ({ code = '' }: Failure): boolean => code in recordMeanings;

/** What a reason of the processing means and what to do, in a sentence. New ones appear from time to time. */
export const processingHint = (reason: string): string => processingHints[reason.replace(/^PROCESSING_(ERROR|WARNING)(_REASON)?_/, '')] ?? 'Look the reason up in Google’s reference.';

const digits = (id: unknown) => String(id ?? '').replace(/\D/g, '');

/** Through which account the person reaches the one that is meant: in each destination, and in a header where there is none. */
export function throughManager(request: Request, { loginCustomerId }: Credentials): Request {
	const login = digits(loginCustomerId);
	if (!login) return request;
	const { destinations } = request.body ?? {};
	if (Array.isArray(destinations)) {
		const loginAccount = { accountType: 'GOOGLE_ADS', accountId: login };
		return { ...request, body: { ...request.body, destinations: destinations.map((one) => ({ ...(typeof one === 'object' ? one : {}), loginAccount })) } };
	}
	return request.url.startsWith('/accountTypes/') ? { ...request, headers: { ...request.headers, 'login-account': `accountTypes/GOOGLE_ADS/accounts/${login}` } } : request;
}

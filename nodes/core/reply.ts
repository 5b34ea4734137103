import type { Failure } from './errors';
import { observe } from './governor';
import type { Reply } from './platform';
import { paceOf } from './session';
import type { Session } from './session';
import type { Request } from './request';

function retryAfterOf({ headers }: Reply): number | undefined {
	const value = headers['retry-after'];
	if (typeof value !== 'string') return undefined;
	const wait = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
	return Number.isFinite(wait) ? Math.max(0, wait) : undefined;
}

/** What the reply refuses, by the vendor's envelope first; a gateway's answer without one says nothing about the effect. */
function failureIn(reply: Reply, { platform }: Session, { encoding, accepts, whole }: Request): Failure | undefined {
	const { status, body } = reply;
	if (accepts?.includes(status)) return undefined;
	const failure = platform.parseError(reply);
	if (failure) return { status, retryAfter: retryAfterOf(reply), ...failure };
	if (status === 429) {
		return { status, verdict: 'wait', message: `${platform.name} asks to slow down.`, hint: 'Run again later, or send less often.', retryAfter: retryAfterOf(reply) };
	}
	if (status === 503) return { status, verdict: 'retry', message: `${platform.name} is not available.`, hint: 'Run again later: nothing was done.', retryAfter: retryAfterOf(reply) };
	if (status >= 500) return { status, verdict: 'unknown', message: `${platform.name} answered ${status} from a gateway.`, hint: `Look at ${platform.name} before you send this item again: it may have arrived.` };
	if (status >= 300) return { status, verdict: 'stop', message: `${platform.name} answered ${status}.`, hint: 'Check the base URL in the credential.' };
	if (encoding === undefined && !whole && status !== 204 && (typeof body !== 'object' || body === null)) {
		return { status, verdict: 'unknown', code: 'malformed', message: `${platform.name} answered with something that is not JSON.`, hint: `Look at ${platform.name} before you send this item again, and check that the base URL in the credential is the API’s.` };
	}
	return undefined;
}

/** The result, or why there is none; what the headers say of the allowance is taken note of. */
export function readReply(reply: Reply, session: Session, request: Request): Failure | { result: unknown } {
	const { platform, pace } = session;
	const { lane, whole } = request;
	const usage = platform.usage?.(reply.headers);
	if (usage) observe(pace, usage);
	// Without a lane nobody knows whose it is: it may not hold up the others.
	const laneUsage = lane ? platform.laneUsage?.(reply.headers) : undefined;
	if (laneUsage) observe(paceOf(session, lane), laneUsage);
	const failure = failureIn(reply, session, request);
	if (!failure) return { result: whole ? reply : platform.unwrap?.(reply.body) ?? reply.body };
	// A refusal for the limit may leave it to the headers to say for how long.
	const regain = laneUsage?.regain || usage?.regain;
	return failure.verdict === 'wait' && failure.retryAfter === undefined && regain ? { ...failure, retryAfter: regain } : failure;
}

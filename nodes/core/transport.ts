import { wait } from './wait';
import { PlatformError } from './errors';
import type { Failure } from './errors';
import { exchange } from './exchange';
import { heldFor, hold, spend, take } from './governor';
import type { Effect } from './operation';
import { redactText } from './redact';
import { renewAfterRefusal, renewIfDue } from './renewal';
import { readReply } from './reply';
import type { Request } from './request';
import type { Session } from './session';
import { accessTokenOf, paceOf } from './session';

/** A large file over a slow line takes this long, in ms. */
const UPLOAD_TIME = 60 * 60_000;

/** Bytes from which a file is worth a call beforehand. */
const LARGE = 5 * 1024 * 1024;

/** Longer waits than this are left to the workflow: the item fails with verdict `wait` and says how long. */
const LONGEST_WAIT = 5 * 60_000;

const seconds = (ms: number) => Math.ceil(ms / 1000);

/** What became of a call without an answer, where the platform can be asked; asking in vain leaves it unknown. */
async function reconciled(failure: Failure, { reconcile }: Request): Promise<Failure | { result: unknown }> {
	if (failure.verdict !== 'unknown' || !reconcile) return failure;
	try {
		return (await reconcile(failure)) ?? { ...failure, verdict: 'retry' };
	} catch {
		return failure;
	}
}

/** Sends until the platform accepts, refuses for good, or a repeat could do harm. */
export async function deliver(request: Request, effect: Effect, session: Session, token?: string): Promise<unknown> {
	const { platform, signal } = session;
	const harmless = request.idempotent ?? (request.method === undefined || request.method === 'GET');
	let renewed = false;
	for (let attempt = 1; ; attempt++) {
		await prepared(request, session);
		const { credentials } = session;
		const complete = (request.unsigned ? undefined : platform.complete?.(request, credentials, token ?? accessTokenOf(credentials) ?? '')) ?? request;
		await inPace(complete, effect, session);
		await request.before?.();
		const reply = await exchange(complete, session, token);
		const answer = 'headers' in reply ? readReply(reply, session, request) : reply;
		if ('result' in answer) return answer.result;
		const failure = request.once ? opened(answer) : answer;
		if (!renewed && !token && !request.unsigned && streamed(request) === undefined && hasEnded(failure, session) && (await renewAfterRefusal(session))) {
			renewed = true;
			continue;
		}
		const asked = await reconciled(failure, request);
		if ('result' in asked) return asked.result;
		const outcome: Failure = harmless && asked.verdict === 'unknown' ? { ...asked, verdict: 'retry', hint: 'Run the item again: a repeat does no harm.' } : asked;
		const { verdict, retryAfter } = outcome;
		const delay = retryAfter ?? platform.retry.firstDelay * 2 ** (attempt - 1) * (1 + Math.random() / 4);
		const again = verdict === 'retry' || verdict === 'wait';
		// Where the account has no part in a call, its pace has none either.
		const paced = verdict === 'wait' && !request.unsigned;
		if (platform.retry.punishes && paced && delay > LONGEST_WAIT) hold(paceOf(session, outcome.shared ? undefined : request.lane), delay);
		if (!again || attempt >= platform.retry.attempts || delay > LONGEST_WAIT || signal?.aborted) throw refusal(outcome, session);
		if (paced) hold(paceOf(session, outcome.shared ? undefined : request.lane), delay);
		else await wait(delay, signal);
	}
}

/** A server that has failed may have done it all the same. */
const opened = (failure: Failure): Failure =>
	failure.verdict === 'retry' && (failure.status ?? 0) >= 500 ? { ...failure, verdict: 'unknown', hint: 'Look at the network before this is sent again: it may have arrived.' } : failure;

/** Bytes of the files in a request: they are streamed, so it cannot be sent twice. */
const streamed = ({ file, form }: Request) =>
	[file, ...Object.values(form ?? {})].reduce<number | undefined>((sum, value) => (typeof value === 'object' ? (sum ?? 0) + value.size : sum), undefined);

/** Sees to a token that is good for the whole call. Before a large file a small call finds out whether the platform still takes it. */
async function prepared(request: Request, session: Session): Promise<void> {
	if (request.unsigned) return;
	const bytes = streamed(request);
	await renewIfDue(session, bytes === undefined ? 0 : UPLOAD_TIME);
	const { token, identity } = session.platform;
	if (!token || (bytes ?? 0) < LARGE || Date.now() - session.probedAt < UPLOAD_TIME) return;
	session.probedAt = Date.now();
	await deliver(identity.request, 'read', session);
}

/** Nothing was done for a refused token, so the call may be made again with another. */
const hasEnded = (failure: Failure, { platform: { token } }: Session) => token !== undefined && (token.hasEnded?.(failure) ?? failure.status === 401);

function refusal(failure: Failure, { secrets }: Session): PlatformError {
	const wait = failure.retryAfter === undefined ? '' : ` It asks to wait ${seconds(failure.retryAfter)} s.`;
	return new PlatformError({ ...failure, message: redactText(failure.message + wait, secrets), hint: redactText(failure.hint, secrets) });
}

/** Waits until the account is free: its steady pace for calls that are not reads, and every pause it was told to make. */
async function inPace(request: Request, effect: Effect, session: Session) {
	if (request.unsigned) return;
	const { platform: { rate, quota, name }, credentials, pace, signal } = session;
	const recipient = effect === 'read' ? undefined : rate?.recipient?.(request);
	const cost = rate?.cost?.(request);
	if (recipient) await take(`${pace}/${recipient.id}`, recipient.perSecond, { burst: recipient.burst, cost, signal });
	for (;;) {
		if (rate && effect !== 'read') await take(`${pace}/send`, rate.perSecond(credentials), { cost, signal });
		const held = Math.max(heldFor(pace), heldFor(paceOf(session, request.lane)));
		if (held === 0) break;
		if (held > LONGEST_WAIT) {
			const message = `${name} asked to pause for another ${seconds(held)} s.`;
			throw new PlatformError({ verdict: 'wait', message, hint: 'Run again after that.', retryAfter: held });
		}
		await wait(held, signal);
	}
	if (quota) await spend(`${pace}/quota`, quota.cost(request), { units: quota.units(credentials), window: quota.window }, signal);
}

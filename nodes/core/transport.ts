import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';
import { wait } from './wait';
import { PlatformError } from './errors';
import type { Failure } from './errors';
import { exchange } from './exchange';
import { heldFor, hold, observe, take } from './governor';
import type { Effect } from './operation';
import type { Reply } from './platform';
import { redactText } from './redact';
import type { Session } from './session';
import { accessTokenOf } from './session';
import type { Upload } from './upload';

/** One call of the platform's API. Exactly one of `body`, `form` and `file` at most. */
export interface Request {
	/** Default `GET`. */
	method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
	/** Path under the host's base URL. */
	url: string;
	/** Which of the platform's hosts answers. */
	host?: string;
	qs?: IDataObject;
	/** Sent as JSON. */
	body?: IDataObject;
	/** Sent as a multipart form, files streamed. */
	form?: Record<string, string | number | boolean | Upload | undefined>;
	/** Streamed as the whole body. */
	file?: Upload;
	headers?: Record<string, string>;
	/** Milliseconds; the platform's own timeout otherwise. */
	timeout?: number;
	encoding?: IHttpRequestOptions['encoding'];
	/** A repeat of this very call is harmless. Every `GET` is. */
	idempotent?: boolean;
	/** Asks the platform what became of a call in doubt: its result, or `undefined` when it surely did not happen. Throws where that cannot be told. */
	reconcile?: (doubt: Failure) => Promise<{ result: unknown } | undefined>;
}

/** Longer waits than this are left to the workflow: the item fails with verdict `wait` and says how long. */
const LONGEST_WAIT = 5 * 60_000;

const seconds = (ms: number) => Math.ceil(ms / 1000);

function retryAfterOf({ headers }: Reply): number | undefined {
	const value = headers['retry-after'];
	if (typeof value !== 'string') return undefined;
	const wait = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
	return Number.isFinite(wait) ? Math.max(0, wait) : undefined;
}

/** What the reply refuses, by the vendor's envelope first; a gateway's answer without one says nothing about the effect. */
function failureIn(reply: Reply, { platform }: Session, binary: boolean): Failure | undefined {
	const { status, body } = reply;
	const failure = platform.parseError(reply);
	if (failure) return { status, retryAfter: retryAfterOf(reply), ...failure };
	if (status === 429) {
		return { status, verdict: 'wait', message: `${platform.name} asks to slow down.`, hint: 'Run again later, or send less often.', retryAfter: retryAfterOf(reply) };
	}
	if (status === 503) return { status, verdict: 'retry', message: `${platform.name} is not available.`, hint: 'Run again later: nothing was done.', retryAfter: retryAfterOf(reply) };
	if (status >= 500) return { status, verdict: 'unknown', message: `${platform.name} answered ${status} from a gateway.`, hint: `Look at ${platform.name} before you send this item again: it may have arrived.` };
	if (status >= 300) return { status, verdict: 'stop', message: `${platform.name} answered ${status}.`, hint: 'Check the base URL in the credential.' };
	if (!binary && (typeof body !== 'object' || body === null)) {
		return { status, verdict: 'unknown', code: 'malformed', message: `${platform.name} answered with something that is not JSON.`, hint: `Look at ${platform.name} before you send this item again, and check that the base URL in the credential is the API’s.` };
	}
	return undefined;
}

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
	const { platform, credentials, pace, signal } = session;
	const harmless = request.idempotent ?? (request.method === undefined || request.method === 'GET');
	const signing = token ?? accessTokenOf(credentials) ?? '';
	const complete = platform.complete?.(request, credentials, signing) ?? request;
	for (let attempt = 1; ; attempt++) {
		await inPace(complete, effect, session);
		const reply = await exchange(complete, session, token);
		const failure = 'headers' in reply ? readReply(reply, session, request) : reply;
		if ('result' in failure) return failure.result;
		const asked = await reconciled(failure, request);
		if ('result' in asked) return asked.result;
		const outcome: Failure = harmless && asked.verdict === 'unknown' ? { ...asked, verdict: 'retry', hint: 'Run the item again: a repeat does no harm.' } : asked;
		const { verdict, retryAfter } = outcome;
		const delay = retryAfter ?? platform.retry.firstDelay * 2 ** (attempt - 1) * (1 + Math.random() / 4);
		const again = verdict === 'retry' || verdict === 'wait';
		if (!again || attempt >= platform.retry.attempts || delay > LONGEST_WAIT || signal?.aborted) throw refusal(outcome, session);
		if (verdict === 'wait') hold(pace, delay);
		else await wait(delay, signal);
	}
}

function readReply(reply: Reply, session: Session, { encoding }: Request): Failure | { result: unknown } {
	const { platform, pace } = session;
	const usage = platform.usage?.(reply.headers);
	if (usage) observe(pace, usage);
	return failureIn(reply, session, encoding !== undefined) ?? { result: platform.unwrap?.(reply.body) ?? reply.body };
}

function refusal(failure: Failure, { secrets }: Session): PlatformError {
	const wait = failure.retryAfter === undefined ? '' : ` It asks to wait ${seconds(failure.retryAfter)} s.`;
	return new PlatformError({ ...failure, message: redactText(failure.message + wait, secrets), hint: redactText(failure.hint, secrets) });
}

/** Waits until the account is free: its steady pace for calls that are not reads, and every pause it was told to make. */
async function inPace(request: Request, effect: Effect, { platform: { rate, name }, credentials, pace, signal }: Session) {
	const recipient = effect === 'read' ? undefined : rate?.recipient?.(request);
	const cost = rate?.cost?.(request);
	if (recipient) await take(`${pace}/${recipient.id}`, recipient.perSecond, { burst: recipient.burst, cost, signal });
	for (;;) {
		if (rate && effect !== 'read') await take(`${pace}/send`, rate.perSecond(credentials), { cost, signal });
		const held = heldFor(pace);
		if (held === 0) return;
		if (held > LONGEST_WAIT) {
			const message = `${name} asked to pause for another ${seconds(held)} s.`;
			throw new PlatformError({ verdict: 'wait', message, hint: 'Run again after that.', retryAfter: held });
		}
		await wait(held, signal);
	}
}

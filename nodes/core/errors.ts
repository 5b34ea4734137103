import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import type { Failure as Cause, INode } from 'n8n-workflow';

/**
 * What to do about a failure: `reconnect` the account · `fix-input` of this item · `wait` for the platform's limit ·
 * `retry` later, nothing happened · `unknown`: it may have happened, look before sending again · `stop`: a person must act.
 */
export type Verdict = 'reconnect' | 'fix-input' | 'wait' | 'retry' | 'unknown' | 'stop';

/** How a platform's refusal reads to us. `code` is the platform's own (`190/463`, `400`). */
export interface Failure {
	verdict: Verdict;
	message: string;
	/** The next step, as a sentence. */
	hint: string;
	code?: string;
	/** The HTTP status, where there was an answer. */
	status?: number;
	/** Milliseconds the platform asks us to wait. */
	retryAfter?: number;
	/** The limit is that of all calls, not only of the request's lane. */
	shared?: boolean;
}

/** A failure on its way to the runner, the only place that turns it into n8n's own error. */
export class PlatformError extends Error implements Failure {
	readonly verdict: Verdict;
	readonly hint: string;
	readonly code?: string;
	readonly status?: number;
	readonly retryAfter?: number;

	constructor(failure: Failure) {
		super(failure.message);
		this.name = 'PlatformError';
		this.verdict = failure.verdict;
		this.hint = failure.hint;
		this.code = failure.code;
		this.status = failure.status;
		this.retryAfter = failure.retryAfter;
	}
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** The error and all that caused it, outermost first. */
export function* causesOf(error: unknown): Generator<Record<string, unknown>> {
	const seen = new Set<unknown>();
	for (let cause = error; isRecord(cause) && !seen.has(cause); cause = cause.cause) {
		// Some errors are their own cause.
		seen.add(cause);
		yield cause;
	}
}

/** Refuses an input before anything is sent. `field` is its display name. */
export const refused = (field: string, message: string, hint: string) =>
	new PlatformError({ verdict: 'fix-input', code: 'input', message: `${field}: ${message}`, hint });

const causes: Partial<Record<Verdict, Exclude<Cause['cause'], 'rate-limited'>>> = {
	reconnect: 'credential-invalid',
	'fix-input': 'configuration-invalid',
	stop: 'configuration-invalid',
	retry: 'temporarily-unavailable',
};

function causeOf({ verdict, retryAfter }: Failure): Cause | undefined {
	if (verdict === 'wait') return { cause: 'rate-limited', retryAfterMs: retryAfter };
	const cause = causes[verdict];
	return cause && { cause };
}

/** Anything thrown while an item ran, as a failure: a platform's own keeps its verdict, the rest is a defect to report. */
export function failureOf(error: unknown): Failure {
	if (error instanceof PlatformError) return error;
	const message = error instanceof Error ? error.message : String(error);
	const description = error instanceof Error && 'description' in error ? error.description : undefined;
	const hint = typeof description === 'string' ? description : 'Check this node’s settings; if they are right, report this message to QMARK.';
	return { verdict: 'stop', message, hint };
}

/** The error that leaves the node: what happened, what to do next, and n8n's own `failure.cause`. */
export function toNodeError(node: INode, failure: Failure, itemIndex: number): NodeApiError {
	const { verdict, message, hint, code, status } = failure;
	const error = new NodeApiError(
		node,
		{ message, code: code ?? verdict },
		{
			message: `${message} [item ${itemIndex}]`,
			description: hint,
			httpCode: status === undefined ? undefined : String(status),
			itemIndex,
			level: 'warning',
			failure: causeOf(failure),
		},
	);
	Object.assign(error.context, { verdict, code, hint });
	return error;
}

/** The same for anything caught around the items; an error that is n8n's own already stays as it is. */
export const asNodeError = (node: INode, error: unknown): NodeApiError | NodeOperationError =>
	error instanceof NodeApiError || error instanceof NodeOperationError ? error : toNodeError(node, failureOf(error), 0);

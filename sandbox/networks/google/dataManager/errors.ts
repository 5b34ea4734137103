import { randomUUID } from 'node:crypto';
import { Refused, statusBody } from '../errors';

/** One thing that is wrong with a request. The field is named as Google's servers see it: `events.events[0].event_source`. */
export interface Violation {
	field: string;
	description: string;
	reason: string;
}

/** https://developers.google.com/data-manager/api/devguides/concepts/understand-errors */
export function refusal(status: number, message: string, reason: string, violations: Violation[] = []): Refused {
	const requestId = randomUUID();
	const details = [
		{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason, domain: 'datamanager.googleapis.com', metadata: { requestId } },
		...(violations.length > 0 ? [{ '@type': 'type.googleapis.com/google.rpc.BadRequest', fieldViolations: violations }] : []),
		{ '@type': 'type.googleapis.com/google.rpc.RequestInfo', requestId },
	];
	return new Refused(status, statusBody(status, message, { details }));
}

/** Nothing of a request is taken when any part of it is wrong. */
export function refuseIfAny(violations: Violation[]): void {
	if (violations.length > 0) throw refusal(400, 'There was a problem with the request.', 'INVALID_ARGUMENT', violations);
}

export const noPermission = () => refusal(403, 'The caller does not have permission', 'PERMISSION_DENIED');
export const missing = () => refusal(404, 'Requested entity was not found.', 'NOT_FOUND');

import { refuseIfAny } from './errors';
import type { DataManagerStore, Kind, Taken } from './store';

const counts = (reasons: Map<string, number>) => [...reasons].map(([reason, records]) => ({ recordCount: String(records), reason }));

function outcomeOf({ records, errors }: Taken): string {
	const failed = [...errors.values()].reduce((sum, one) => sum + one, 0);
	if (failed === 0) return 'SUCCESS';
	return failed === records ? 'FAILED' : 'PARTIAL_SUCCESS';
}

/** The numbers stand in a place of their own for each kind of request. */
function statsOf(kind: Kind, { records, identifiers }: Taken): object {
	const recordCount = String(records);
	if (kind === 'events') return { eventsIngestionStatus: { recordCount } };
	const people = { recordCount, userIdentifierCount: String(identifiers) };
	if (kind === 'remove') return { audienceMembersRemovalStatus: { userDataRemovalStatus: people } };
	return { audienceMembersIngestionStatus: { userDataIngestionStatus: { ...people, uploadMatchRateRange: 'MATCH_RATE_RANGE_61_TO_70' } } };
}

/** https://developers.google.com/data-manager/api/reference/rest/v1/requestStatus/retrieve */
export function statusOf(store: DataManagerStore, requestId: unknown): object {
	const found = typeof requestId === 'string' ? store.requests.get(requestId) : undefined;
	if (!found) refuseIfAny([{ field: 'request_id', description: 'The request ID used to retrieve the status of a request is not valid.', reason: 'INVALID_REQUEST_ID' }]);
	if (!found) return {};
	const isReady = store.now() >= found.readyAt;
	return {
		requestStatusPerDestination: found.taken.map((taken) => ({
			destination: taken.destination,
			requestStatus: isReady ? outcomeOf(taken) : 'PROCESSING',
			...(isReady && taken.errors.size > 0 && { errorInfo: { errorCounts: counts(taken.errors) } }),
			...(isReady && taken.warnings.size > 0 && { warningInfo: { warningCounts: counts(taken.warnings) } }),
			...statsOf(found.kind, taken),
		})),
	};
}

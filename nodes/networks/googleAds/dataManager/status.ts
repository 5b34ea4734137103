import type { datamanager_v1 } from 'googleapis/build/src/apis/datamanager/v1';
import type { Api } from '../../../core/api';
import { PlatformError, refused } from '../../../core/errors';
import { dataManager, processingHint } from '../../../platforms/dataManager';

type Reply = datamanager_v1.Schema$RetrieveRequestStatusResponse;
type OfDestination = datamanager_v1.Schema$RequestStatusPerDestination;
type Counted = datamanager_v1.Schema$ErrorCount;

/** As Google's names for it read to people. */
const words: Readonly<Record<string, string>> = { SUCCESS: 'success', PARTIAL_SUCCESS: 'partialSuccess', FAILED: 'failed', PROCESSING: 'processing' };
const wordOf = ({ requestStatus }: OfDestination): string => words[requestStatus ?? ''] ?? 'processing';

const countsOf = (counts: readonly Counted[] = []) => counts.map(({ reason, recordCount }) => ({ reason, records: Number(recordCount ?? 0), hint: processingHint(reason ?? '') }));

/** Where the counts stand, whatever was sent. */
const statsOf = ({ eventsIngestionStatus, audienceMembersIngestionStatus, audienceMembersRemovalStatus }: OfDestination): datamanager_v1.Schema$IngestUserDataStatus =>
	eventsIngestionStatus ?? audienceMembersIngestionStatus?.userDataIngestionStatus ?? audienceMembersRemovalStatus?.userDataRemovalStatus ?? {};

function destinationOf(one: OfDestination) {
	const { destination = {}, errorInfo, warningInfo } = one;
	const { recordCount, userIdentifierCount, uploadMatchRateRange } = statsOf(one);
	return {
		account: destination.operatingAccount?.accountId,
		destination: destination.productDestinationId,
		status: wordOf(one),
		...(recordCount && { records: Number(recordCount) }),
		...(userIdentifierCount && { identifiers: Number(userIdentifierCount) }),
		...(uploadMatchRateRange && { matchRate: uploadMatchRateRange.replace(/^MATCH_RATE_RANGE_/, '') }),
		errors: countsOf(errorInfo?.errorCounts),
		warnings: countsOf(warningInfo?.warningCounts),
	};
}

/** One word for all destinations. */
function overall(all: readonly OfDestination[]): string {
	const found = new Set(all.map(wordOf));
	if (found.size === 0 || found.has('processing')) return 'processing';
	return found.size === 1 ? ([...found][0] ?? 'processing') : 'partialSuccess';
}

const told = (requestId: string, { requestStatusPerDestination: all = [] }: Reply) => {
	const status = overall(all);
	return { requestId, status, destinations: all.map(destinationOf), ...(status === 'processing' && { next: 'Google is still at it: ask again later.' }) };
};

const isDone = ({ requestStatusPerDestination: all = [] }: Reply) => overall(all) !== 'processing';

/** A wait that ends without a result is no failure: what Google knows by then is the answer. */
async function awaited(api: Api, request: { host: string; url: string; qs: { requestId: string } }, minutes: number): Promise<Reply> {
	let last: Reply = {};
	const done = (body: Reply) => isDone((last = body));
	const atMost = minutes * 60_000;
	return await api.until<Reply>(request, done, { every: Math.min(dataManager.askEvery, Math.max(atMost / 4, 1_000)), atMost }).catch((error: unknown) => {
		if (error instanceof PlatformError && error.code === 'processing') return last;
		throw error;
	});
}

/** What became of a request; with `minutes`, once it is settled or that time is over. https://developers.google.com/data-manager/api/reference/rest/v1/requestStatus/retrieve */
export async function requestStatus(api: Api, requestId: string, minutes = 0) {
	const id = requestId.trim();
	if (/\s/.test(id)) throw refused('Request ID', `“${id}” is not one.`, 'Give the “requestId” of the item that was queued.');
	const request = { host: dataManager.host, url: '/requestStatus:retrieve', qs: { requestId: id } };
	return told(id, minutes > 0 ? await awaited(api, request, minutes) : await api.send<Reply>(request));
}

import type { datamanager_v1 } from 'googleapis/build/src/apis/datamanager/v1';

type Warning = datamanager_v1.Schema$FieldWarning;

export type Taken = Pick<datamanager_v1.Schema$IngestEventsResponse, 'requestId' | 'fieldWarnings'>;

/** Whether it is about the record at this place, or about none: `events.events[3].user_data` is the fourth. */
const isAbout = ({ field }: Warning, place: number): boolean => Number(/\b(?:events|audience_?members)\[(\d+)\]/i.exec(field ?? '')?.[1] ?? place) === place;

/** What a request that Google took means for one of its records: it is in the queue, and nobody knows yet whether it counts. */
export function takenAnswer({ requestId, fieldWarnings = [] }: Taken, place: number, { validateOnly, records }: { validateOnly: boolean; records: number }) {
	const warnings = fieldWarnings.filter((warning) => isAbout(warning, place)).map(({ description, reason }) => ({ reason, description }));
	const next = validateOnly ? 'Nothing was sent: “Validate Only” is on.' : 'Google has not looked at it yet: Get Status of Conversion tells what became of this request, after some minutes to hours.';
	return { status: validateOnly ? 'validated' : 'queued', ...(!validateOnly && { requestId }), ...(warnings.length > 0 && { warnings }), request: { records }, next };
}

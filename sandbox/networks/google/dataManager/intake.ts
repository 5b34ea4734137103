import { randomUUID } from 'node:crypto';
import type { Destination, Ingest, Individual } from './messages';
import type { DataManagerStore, Kind, Taken } from './store';

export const identifiersOf = ({ userData }: Individual): number => userData?.userIdentifiers?.length ?? 0;

/** The records of a request that are for this destination. */
export const recordsFor = <T extends Individual>({ reference }: Destination, records: readonly T[]): T[] =>
	records.filter(({ destinationReferences: list = [] }) => list.length === 0 || (reference !== undefined && list.includes(reference)));

/** What the person said, the record's own word before the request's. */
export const saidOf = (record: Individual, { consent }: Ingest) => ({ ...consent, ...record.consent });

/** Counts what became of a request's records. */
export function tally(store: DataManagerStore, destination: Destination, records: readonly Individual[], errors: readonly (string | undefined)[]): Taken {
	const counted = new Map<string, number>();
	for (const reason of errors) if (reason) counted.set(reason, (counted.get(reason) ?? 0) + 1);
	const { processingWarning } = store.settings;
	const warnings = new Map(processingWarning ? [[`PROCESSING_WARNING_REASON_${processingWarning}`, records.length] as const] : []);
	return { destination, records: records.length, identifiers: records.reduce((sum, one) => sum + identifiersOf(one), 0), errors: counted, warnings };
}

/** Keeps the request until somebody asks for it. Of one that was only to be validated nothing is kept. */
export function queued(store: DataManagerStore, kind: Kind, validateOnly: boolean | undefined, take: () => Taken[]): { requestId: string } {
	if (validateOnly) return { requestId: `v-${randomUUID()}` };
	const id = randomUUID();
	store.requests.set(id, { id, kind, readyAt: store.now() + store.settings.processingSeconds * 1000, taken: take() });
	return { requestId: id };
}

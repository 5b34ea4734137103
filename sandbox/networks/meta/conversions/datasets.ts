import { randomBytes } from 'node:crypto';
import { seed } from '../../seed';
import { Ref, type Call, type Describe, type Handler } from '../call';
import type { Edges } from '../edges';
import { invalid } from '../errors';
import { graphTime, type Meta } from '../state';
import { checkEvent } from './check';
import type { Dataset, StoredEvent } from './model';

const mostEvents = 1000;
/** The same name and ID within this time, in ms, is a repeat. */
const repeatTime = 48 * 3_600_000;

export const seedDatasets = (now: number): Dataset[] => [
	{ type: 'AdsPixel', ...seed.meta.dataset, accountId: seed.meta.adAccount.id, createdAt: now, updatedAt: now, values: {}, events: [] },
];

export const describeDataset: Describe<Dataset> = (dataset) => ({
	label: 'AdsPixel',
	defaults: ['id'],
	fields: {
		id: () => dataset.id,
		name: () => dataset.name,
		creation_time: () => graphTime(dataset.createdAt),
		is_unavailable: () => false,
		last_fired_time: () => {
			const last = dataset.events.at(-1);
			return last && graphTime(last.at);
		},
	},
});

/** Of a conversation Meta recognises no repeats. */
function isRepeat({ event_id: id, event_name: name, action_source: source }: Record<string, unknown>, earlier: StoredEvent[], now: number): boolean {
	if (id === undefined || source === 'business_messaging') return false;
	return earlier.some(({ event, at }) => event.event_id === id && event.event_name === name && now - at < repeatTime);
}

/** All or nothing: https://developers.facebook.com/docs/marketing-api/conversions-api/using-the-api#event-transaction-time */
function receive(dataset: Dataset, { params }: Call, meta: Meta): Record<string, unknown> {
	const events: unknown[] | undefined = params.records('data');
	if (!events || events.length === 0) throw invalid('The parameter data is required');
	if (events.length > mostEvents) throw invalid(`Param data must be an array with at most ${mostEvents} elements`, { subcode: 2804008 });
	const testCode = params.text('test_event_code');
	for (const event of events) checkEvent(event, meta.now);
	for (const event of events) {
		checkEvent(event, meta.now);
		dataset.events.push({ event, duplicate: isRepeat(event, dataset.events, meta.now), testCode, at: meta.now });
	}
	return { events_received: events.length, messages: [], fbtrace_id: `A${randomBytes(16).toString('base64url')}` };
}

export const datasetEdges: Edges<'AdsPixel', Handler<Dataset>> = {
	GET: (dataset) => new Ref(dataset, ['id', 'name']),
	'POST events': receive,
};

/** Not of Meta: what each dataset has received, for tests. */
export const receivedEvents = (meta: Meta): Record<string, unknown>[] =>
	meta.all('AdsPixel').flatMap(({ id, events }) => events.map(({ event, duplicate, testCode }) => ({ dataset: id, ...event, duplicate, ...(testCode !== undefined && { test_event_code: testCode }) })));

import type { Google } from '../state';
import { checkDestinations } from './access';
import { refuseIfAny, type Violation } from './errors';
import { personFaults } from './identifiers';
import { queued, recordsFor, saidOf, tally } from './intake';
import type { Destination, Event, Ingest } from './messages';
import type { DataManagerStore } from './store';

const MOST = 2_000;
const DAY = 86_400_000;
/** A clock may be so far ahead. */
const AHEAD = 10 * 60_000;
/** Older ones are refused at once, and those older than a click lives later. */
const [OLDEST, LIVES] = [400 * DAY, 90 * DAY];

const currencies = new Set(Intl.supportedValuesOf('currency'));

function eventFaults(event: Event, at: string, now: number, encoding: string | undefined): Violation[] {
	const { eventTimestamp, eventSource, currency, conversionValue, adIdentifiers = {}, userData } = event;
	const found: Violation[] = [];
	const age = now - Date.parse(eventTimestamp ?? '');
	if (eventTimestamp === undefined) found.push({ field: `${at}.event_timestamp`, description: 'Required field is missing.', reason: 'REQUIRED_FIELD_MISSING' });
	else if (age < -AHEAD || age > OLDEST) found.push({ field: `${at}.event_timestamp`, description: 'Event did not occur within the acceptable time window.', reason: 'EVENT_TIME_INVALID' });
	if (eventSource === undefined) found.push({ field: `${at}.event_source`, description: 'Required field is missing.', reason: 'REQUIRED_FIELD_MISSING' });
	if (currency !== undefined && !currencies.has(currency)) found.push({ field: `${at}.currency`, description: 'The currency code is not supported.', reason: 'INVALID_CURRENCY_CODE' });
	if (conversionValue !== undefined && conversionValue < 0) found.push({ field: `${at}.conversion_value`, description: 'Invalid number format.', reason: 'INVALID_NUMBER_FORMAT' });
	if (!userData && Object.values(adIdentifiers).every((one) => !one)) found.push({ field: at, description: 'Events data contains no user identifiers or ad identifiers.', reason: 'NO_IDENTIFIERS_PROVIDED' });
	if (adIdentifiers.gbraid && adIdentifiers.wbraid) found.push({ field: `${at}.ad_identifiers`, description: 'This event is not valid.', reason: 'INVALID_EVENT' });
	return [...found, ...personFaults(at, event, encoding)];
}

const terms = {
	off: ['DESTINATION_ACCOUNT_NOT_ENABLED_ENHANCED_CONVERSIONS_FOR_LEADS', 'The destination account is not enabled for enhanced conversions for leads.'],
	unsigned: ['DESTINATION_ACCOUNT_ENHANCED_CONVERSIONS_TERMS_NOT_SIGNED', "The destination account hasn't agreed to the terms for enhanced conversions."],
	prohibited: ['DESTINATION_ACCOUNT_DATA_POLICY_PROHIBITS_ENHANCED_CONVERSIONS', "Enhanced conversions can't be used for the destination account because of Google customer data policies."],
} as const;

/** What is wrong with where the events go. */
function destinationFaults({ settings, ads }: DataManagerStore, { destinations = [], events = [] }: Ingest): Violation[] {
	return destinations.flatMap(({ operatingAccount, productDestinationId }, index): Violation[] => {
		const action = ads.list(operatingAccount?.accountId ?? '', 'conversionActions').find(({ id }) => id === productDestinationId);
		const field = `destinations.destinations[${index}].product_destination_id`;
		if (!action || action.status !== 'ENABLED') return [{ field, description: 'Conversion action ID is not valid.', reason: 'INVALID_CONVERSION_ACTION_ID' }];
		if (action.type !== 'UPLOAD_CLICKS' && action.type !== 'WEBPAGE') return [{ field, description: 'The conversion action type is not valid.', reason: 'INVALID_CONVERSION_ACTION_TYPE' }];
		if (action.type === 'WEBPAGE') {
			return events.flatMap(({ transactionId }, place) => (transactionId ? [] : { field: `events.events[${place}].transaction_id`, description: 'Required field is missing.', reason: 'REQUIRED_FIELD_MISSING' }));
		}
		const place = events.findIndex(({ userData }) => userData);
		if (settings.enhancedConversions === 'on' || place < 0) return [];
		const [reason, description] = terms[settings.enhancedConversions];
		return [{ field: `events.events[${place}].destination_references[0]`, description, reason }];
	});
}

/** Clicks of the sandbox's ads are told by how they begin. */
const clicks = { gclid: /^(Cj0K|EAIaIQ)[\w-]+$/, gbraid: /^0AAAAA[\w-]+$/, wbraid: /^Cj[\w-]+$/ } as const;

/** What Google finds out about an event only when it looks at it, by its name without the prefix. */
function errorOf(store: DataManagerStore, event: Event, request: Ingest, account: string, conversionAction: string): string | undefined {
	const { transactionId, eventTimestamp = '', adIdentifiers = {} } = event;
	const { adUserData } = saidOf(event, request);
	if (adUserData === 'CONSENT_DENIED') return 'DENIED_CONSENT';
	if (adUserData !== 'CONSENT_GRANTED' && store.settings.consentDefault === 'unknown') return 'UNKNOWN_CONSENT';
	if (store.now() - Date.parse(eventTimestamp) > LIVES) return 'EVENT_TOO_OLD';
	for (const name of ['gclid', 'gbraid', 'wbraid'] as const) {
		const click = adIdentifiers[name];
		if (click !== undefined && !clicks[name].test(click)) return `INVALID_${name.toUpperCase()}`;
	}
	const earlier = store.events.filter((one) => one.error === undefined && one.account === account && one.conversionAction === conversionAction).map((one) => one.event);
	if (transactionId !== undefined && earlier.some((one) => one.transactionId === transactionId)) return 'DUPLICATE_TRANSACTION_ID';
	const { gclid } = adIdentifiers;
	if (transactionId === undefined && gclid !== undefined && earlier.some((one) => one.adIdentifiers?.gclid === gclid && one.eventTimestamp === eventTimestamp)) return 'DUPLICATE_GCLID';
	return undefined;
}

function take(store: DataManagerStore, destination: Destination, request: Ingest) {
	const records = recordsFor(destination, request.events ?? []);
	const account = destination.operatingAccount?.accountId ?? '';
	const conversionAction = destination.productDestinationId ?? '';
	const errors = records.map((event) => {
		const found = errorOf(store, event, request, account, conversionAction);
		const error = found && `PROCESSING_ERROR_REASON_${found}`;
		store.events.push({ account, conversionAction, event, ...(error && { error }) });
		return error;
	});
	return tally(store, destination, records, errors);
}

/** https://developers.google.com/data-manager/api/reference/rest/v1/events/ingest */
export function ingestEvents(google: Google, request: Ingest): { requestId: string } {
	const store = google.dataManager;
	const { destinations = [], events = [], encoding, validateOnly } = request;
	const faults = checkDestinations(google, destinations);
	if (events.length === 0) faults.push({ field: 'events', description: 'Required field is missing.', reason: 'REQUIRED_FIELD_MISSING' });
	if (events.length > MOST) faults.push({ field: 'events', description: `Maximum number of events allowed per request is ${MOST}.`, reason: 'TOO_MANY_EVENTS' });
	refuseIfAny(faults);
	refuseIfAny([...events.flatMap((event, index) => eventFaults(event, `events.events[${index}]`, store.now(), encoding)), ...destinationFaults(store, request)]);
	return queued(store, 'events', validateOnly, () => destinations.map((destination) => take(store, destination, request)));
}

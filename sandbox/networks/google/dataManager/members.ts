import type { Google } from '../state';
import { checkDestinations } from './access';
import { refuseIfAny, type Violation } from './errors';
import { personFaults } from './identifiers';
import { queued, recordsFor, saidOf, tally } from './intake';
import type { Destination, Identifier, Ingest, Member } from './messages';
import type { DataManagerStore } from './store';

const MOST = 10_000;

const dataOf = ({ userData, mobileData, userIdData }: Member) => [userData && 'CONTACT_ID', mobileData && 'MOBILE_ID', userIdData && 'USER_ID'].filter((one) => one !== undefined);

function memberFaults(member: Member, index: number, encoding: string | undefined): Violation[] {
	const at = `audience_members.audience_members[${index}]`;
	if (dataOf(member).length !== 1) return [{ field: at, description: 'This audience member is not valid.', reason: 'INVALID_AUDIENCE_MEMBER' }];
	return personFaults(at, member, encoding);
}

function listFaults({ list }: DataManagerStore, { destinations = [], audienceMembers = [] }: Ingest): Violation[] {
	return destinations.flatMap(({ operatingAccount, productDestinationId = '' }, index): Violation[] => {
		const found = list(operatingAccount?.accountId ?? '', productDestinationId);
		const field = `destinations.destinations[${index}].product_destination_id`;
		if (!found) return [{ field, description: 'User list is not valid.', reason: 'INVALID_USER_LIST_ID' }];
		const takes = found.ingestedUserListInfo.uploadKeyTypes;
		const other = found.membershipStatus !== 'OPEN' || audienceMembers.some((member) => !dataOf(member).every((kind) => takes.includes(kind)));
		return other ? [{ field, description: 'Type of the user list is not applicable for this request.', reason: 'INVALID_USER_LIST_TYPE' }] : [];
	});
}

function faultsOf(google: Google, request: Ingest): void {
	const { audienceMembers = [], encoding } = request;
	const faults = checkDestinations(google, request.destinations);
	const field = 'audience_members';
	if (audienceMembers.length === 0) faults.push({ field, description: 'Required field is missing.', reason: 'REQUIRED_FIELD_MISSING' });
	if (audienceMembers.length > MOST) faults.push({ field, description: 'Maximum number of audience members allowed per request is 10,000.', reason: 'TOO_MANY_AUDIENCE_MEMBERS' });
	refuseIfAny(faults);
	refuseIfAny([...audienceMembers.flatMap((member, index) => memberFaults(member, index, encoding)), ...listFaults(google.dataManager, request)]);
}

const keysOf = (list: Identifier[] = []) => list.map((one) => JSON.stringify(one));

/** People are the same when they share one identifier. */
function peopleOf(store: DataManagerStore, { operatingAccount, productDestinationId = '' }: Destination): Map<string, Identifier[]> {
	const key = `${operatingAccount?.accountId ?? ''}/${productDestinationId}`;
	const known = store.members.get(key) ?? new Map<string, Identifier[]>();
	store.members.set(key, known);
	return known;
}

function change(store: DataManagerStore, destination: Destination, request: Ingest, adds: boolean) {
	const records = recordsFor(destination, request.audienceMembers ?? []);
	const people = peopleOf(store, destination);
	const owners = new Map([...people].flatMap(([name, known]) => keysOf(known).map((key) => [key, name] as const)));
	const errors = records.map((member) => {
		const { adUserData, adPersonalization } = saidOf(member, request);
		if (adds && [adUserData, adPersonalization].includes('CONSENT_DENIED')) return 'PROCESSING_ERROR_REASON_DENIED_CONSENT';
		if (adds && store.settings.consentDefault === 'unknown' && ![adUserData, adPersonalization].every((one) => one === 'CONSENT_GRANTED')) return 'PROCESSING_ERROR_REASON_UNKNOWN_CONSENT';
		const identifiers = member.userData?.userIdentifiers ?? [];
		const keys = keysOf(identifiers);
		for (const key of keys) people.delete(owners.get(key) ?? '');
		const [name] = keys;
		if (!adds || name === undefined) return undefined;
		people.set(name, identifiers);
		for (const key of keys) owners.set(key, name);
		return undefined;
	});
	return tally(store, destination, records, errors);
}

const unsigned: Violation = { field: 'terms_of_service', description: 'Required terms and conditions are not accepted.', reason: 'TERMS_AND_CONDITIONS_NOT_SIGNED' };

/** https://developers.google.com/data-manager/api/reference/rest/v1/audienceMembers/ingest */
export function ingestMembers(google: Google, request: Ingest): { requestId: string } {
	const store = google.dataManager;
	faultsOf(google, request);
	const accepted = request.termsOfService?.customerMatchTermsOfServiceStatus === 'ACCEPTED' && store.settings.customerMatchTerms;
	if (!accepted) refuseIfAny([unsigned]);
	return queued(store, 'ingest', request.validateOnly, () => (request.destinations ?? []).map((destination) => change(store, destination, request, true)));
}

/** https://developers.google.com/data-manager/api/reference/rest/v1/audienceMembers/remove */
export function removeMembers(google: Google, request: Ingest): { requestId: string } {
	const store = google.dataManager;
	faultsOf(google, request);
	return queued(store, 'remove', request.validateOnly, () => (request.destinations ?? []).map((destination) => change(store, destination, request, false)));
}

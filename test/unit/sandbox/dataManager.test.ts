import { AdsStore } from '../../../sandbox/networks/google/ads/store';
import { fresh, DataManagerStore } from '../../../sandbox/networks/google/dataManager/store';
import { statusOf } from '../../../sandbox/networks/google/dataManager/status';

let now = 1_000_000;
const ads = new AdsStore(() => now);
const open = () => new DataManagerStore(
	() => now,
	() => ads,
);

test('what was taken, what is in it and how far it is survive a restart; what was deleted stays away', () => {
	const store = open();
	const destination = { operatingAccount: { accountType: 'GOOGLE_ADS', accountId: '2220000002' }, productDestinationId: '1' };
	store.requests.set('r1', { id: 'r1', kind: 'events', readyAt: now + 1000, taken: [{ destination, records: 2, identifiers: 0, errors: new Map([['PROCESSING_ERROR_REASON_EVENT_TOO_OLD', 1]]), warnings: new Map() }] });
	const id = store.newId();
	store.lists.set(`2220000002/${id}`, { name: 'x', id, displayName: 'Abonnés', ...fresh(30) });
	const [older] = open().listsOf('2220000002');
	store.gone.add(`2220000002/${older?.id ?? ''}`);
	const again = open();
	again.load(structuredClone(store.save()));
	expect(statusOf(again, 'r1')).toMatchObject({ requestStatusPerDestination: [{ requestStatus: 'PROCESSING' }] });
	now += 1000;
	expect(statusOf(again, 'r1')).toMatchObject({ requestStatusPerDestination: [{ requestStatus: 'PARTIAL_SUCCESS', errorInfo: { errorCounts: [{ recordCount: '1', reason: 'PROCESSING_ERROR_REASON_EVENT_TOO_OLD' }] } }] });
	expect(older?.displayName).toBe('Clients fidèles');
	expect(again.listsOf('2220000002').map(({ displayName }) => displayName)).toEqual(['Abonnés']);
	expect(again.newId()).not.toBe(id);
	again.reset();
	expect(again.listsOf('2220000002').map(({ displayName }) => displayName)).toEqual(['Clients fidèles']);
});

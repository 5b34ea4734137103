import { takenAnswer } from '../../../nodes/networks/googleAds/dataManager/answer';

const warning = (field: string) => ({ field, reason: 'SOMETHING', description: field });
const warnings = [warning('events.events[1].user_data.user_identifiers[0]'), warning('destinations.destinations[0].product_destination_id'), warning('encoding')];
const told = (place: number) => takenAnswer({ requestId: 'r-1', fieldWarnings: warnings }, place, { validateOnly: false, records: 2 }).warnings?.map(({ description }) => description);

test('a warning is about the record that it names, and one that names none is about all', () => {
	const common = ['destinations.destinations[0].product_destination_id', 'encoding'];
	expect(told(0)).toEqual(common);
	expect(told(1)).toEqual(['events.events[1].user_data.user_identifiers[0]', ...common]);
	expect(takenAnswer({ requestId: 'r-1', fieldWarnings: [warning('audience_members[1].consent')] }, 0, { validateOnly: false, records: 2 })).not.toHaveProperty('warnings');
});

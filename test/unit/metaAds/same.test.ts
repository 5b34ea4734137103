import { same } from '../../../nodes/networks/meta/ads/same';

const places = { countries: ['CH', 'LI'] };
const shown = { age_min: 18, age_max: 65, geo_locations: { ...places, location_types: ['home', 'recent'] } };

test.each([
	{ name: 'daily_budget', wanted: 1250, live: '1250', equal: true },
	{ name: 'daily_budget', wanted: 1250, live: '1251', equal: false },
	{ name: 'spend_cap', wanted: 0, live: undefined, equal: true },
	{ name: 'name', wanted: 'A', live: undefined, equal: false },
	{ name: 'end_time', wanted: '2027-05-01T08:00:00.000Z', live: '2027-05-01T10:00:00+0200', equal: true },
	{ name: 'end_time', wanted: '2027-05-01T08:00:00.000Z', live: '2027-05-01T08:00:01+0000', equal: false },
	{ name: 'targeting', wanted: { geo_locations: { countries: ['LI', 'CH'] } }, live: shown, equal: true },
	{ name: 'targeting', wanted: { geo_locations: places, genders: [2] }, live: shown, equal: false },
	{ name: 'targeting', wanted: { geo_locations: places }, live: { ...shown, genders: [2] }, equal: false },
	{ name: 'targeting', wanted: { geo_locations: places }, live: { ...shown, age_min: 25 }, equal: false },
	{ name: 'targeting', wanted: { interests: [{ id: 6003139266461 }] }, live: { interests: [{ id: '6003139266461', name: 'Flowers' }] }, equal: true },
	{ name: 'targeting', wanted: { interests: [{ id: '1' }] }, live: { interests: [{ id: '1' }, { id: '2' }] }, equal: false },
	{ name: 'special_ad_categories', wanted: [], live: ['HOUSING'], equal: false },
	{ name: 'promoted_object', wanted: { page_id: '1' }, live: undefined, equal: false },
	{ name: 'creative', wanted: { creative_id: '1' }, live: { creative_id: '1' }, equal: true },
])('$name $wanted is $live: $equal', ({ name, wanted, live, equal }) => {
	expect(same(name, wanted, live)).toBe(equal);
});

import type { BoundEdge } from '../nodes';
import type { Call } from '../call';
import { words } from '../words';
import { searchHashtag } from './hashtags';

/** Pages with an address, as `location_id` of an Instagram post takes them. */
const places = [
	{ id: '110000000000301', name: 'Nantes', location: { city: 'Nantes', country: 'France', latitude: 47.218, longitude: -1.5536 } },
	{ id: '110000000000302', name: 'Jardin des plantes de Nantes', location: { city: 'Nantes', country: 'France', latitude: 47.2195, longitude: -1.5427 } },
	{ id: '110000000000303', name: 'Lisboa', location: { city: 'Lisboa', country: 'Portugal', latitude: 38.7223, longitude: -9.1393 } },
];

/** https://developers.facebook.com/docs/pages/searching */
function searchPlaces({ params }: Call, linkOf: (id: string) => string): { data: unknown[] } {
	const wanted = params.required('q').toLowerCase();
	return { data: places.filter(({ name }) => name.toLowerCase().includes(wanted)).map((place) => ({ ...place, link: linkOf(place.id) })) };
}

/** Searches stand at no node: what answers this path, if it is one. */
export function searchAt(method: string, path: string): BoundEdge | undefined {
	if (method !== 'GET') return undefined;
	if (path === 'ig_hashtag_search') return { rule: { params: words('user_id q'), scopes: ['instagram_basic'] }, run: searchHashtag };
	if (path === 'pages/search')
		return { rule: { params: ['q'], scopes: ['pages_read_engagement'] }, run: (call, meta) => searchPlaces(call, (id) => meta.url('www.facebook.com', `/${id}`)) };
	return undefined;
}

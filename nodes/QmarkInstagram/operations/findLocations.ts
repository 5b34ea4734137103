import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { pageSize } from '../fields';

/** https://developers.facebook.com/docs/pages/searching */
export const findLocations = operation({
	resource: 'location',
	operation: 'search',
	effect: 'read',
	scopes: ['pages_read_engagement'],
	name: 'Search',
	action: 'Search locations',
	description: 'Find Facebook pages by name; the ID of one with an address is what “Location ID” takes. The app may need Meta’s review for Page Public Metadata Access.',
	fields: [{ displayName: 'Name', name: 'query', type: 'string', required: true, default: '', placeholder: 'e.g. Nantes' }, ...many],
	run: ({ query, ...wanted }, api) => api.pages({ url: '/pages/search', qs: { q: query, fields: 'id,name,location,link', limit: pageSize(wanted) } }),
});

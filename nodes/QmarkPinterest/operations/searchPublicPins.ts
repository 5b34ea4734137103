import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { pageLimit, reads } from '../../networks/pinterest/requests';
import { options } from '../fields';
import { country, locale, query } from '../listFields';

/** https://developers.pinterest.com/docs/api/v5/search_partner_pins */
export const searchPublicPins = operation({
	resource: 'pin',
	operation: 'searchPublic',
	effect: 'read',
	scopes: ['boards:read', 'pins:read'],
	name: 'Search Public',
	action: 'Search public pins',
	description: 'Find Pins of anybody by a word. In beta: Pinterest lets some apps do so.',
	fields: [query, country, ...many, options(locale)],
	run: ({ query: term, country: country_code, options: { locale: language }, ...wanted }, api) =>
		api.pages(reads('/search/partner/pins', { term, country_code, locale: language, ...pageLimit(wanted) })),
});

import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { asOwner, listFilters, pageSize, reads } from '../../networks/pinterest/requests';
import { adAccountId, creativeType, options, pinMetrics } from '../fields';
import { pinFilter, protectedPins } from '../listFields';

/** https://developers.pinterest.com/docs/api/v5/pins-list */
export const getManyPins = operation({
	resource: 'pin',
	operation: 'getAll',
	effect: 'read',
	scopes: ['boards:read', 'pins:read'],
	name: 'Get Many',
	action: 'Get many pins',
	description: 'Get the Pins of the account, newest first; those of one board are under Board',
	fields: [...many, options(adAccountId, creativeType, pinFilter, protectedPins, pinMetrics)],
	run: ({ options: more, ...wanted }, api) =>
		api.pages(reads('/pins', { ...asOwner(more), ...pageSize(wanted), ...listFilters(more) })),
});

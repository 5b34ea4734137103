import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { asOwner, idIn, listFilters, pageSize, reads } from '../../networks/pinterest/requests';
import { adAccountId, board, creativeType, options, pinMetrics } from '../fields';

/** https://developers.pinterest.com/docs/api/v5/boards-list_pins */
export const getBoardPins = operation({
	resource: 'board',
	operation: 'getPins',
	effect: 'read',
	scopes: ['boards:read', 'pins:read'],
	name: 'Get Pins',
	action: 'Get the pins of a board',
	description: 'Get the Pins of a board, newest first',
	fields: [board, ...many, options(adAccountId, creativeType, pinMetrics)],
	run: ({ boardId: id, options: more, ...wanted }, api) =>
		api.pages(reads(`/boards/${idIn('Board', id)}/pins`, { ...asOwner(more), ...pageSize(wanted), ...listFilters(more) })),
});

import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { asOwner, idIn, pageSize, reads } from '../../networks/pinterest/requests';
import { adAccountId, board, options } from '../fields';

/** https://developers.pinterest.com/docs/api/v5/board_sections-list */
export const getManySections = operation({
	resource: 'boardSection',
	operation: 'getAll',
	effect: 'read',
	scopes: ['boards:read'],
	name: 'Get Many',
	action: 'Get many board sections',
	description: 'Get the sections of a board',
	fields: [board, ...many, options(adAccountId)],
	run: ({ boardId: id, options: more, ...wanted }, api) => api.pages(reads(`/boards/${idIn('Board', id)}/sections`, { ...asOwner(more), ...pageSize(wanted) })),
});

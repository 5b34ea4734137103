import { operation } from '../../core/operation';
import { deleteBoard as remove } from '../../networks/pinterest/boards';
import { adAccountId, board, options } from '../fields';

/** https://developers.pinterest.com/docs/api/v5/boards-delete */
export const deleteBoard = operation({
	resource: 'board',
	operation: 'delete',
	effect: 'write',
	scopes: ['boards:read', 'boards:write'],
	name: 'Delete',
	action: 'Delete a board',
	description: 'Delete a board with all of its Pins',
	fields: [board, options(adAccountId)],
	run: async ({ boardId: id, options: more }, api) => await remove(api, id, more),
});

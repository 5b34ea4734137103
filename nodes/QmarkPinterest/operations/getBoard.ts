import { operation } from '../../core/operation';
import { asOwner, idIn, reads } from '../../networks/pinterest/requests';
import { adAccountId, board, options } from '../fields';

/** https://developers.pinterest.com/docs/api/v5/boards-get */
export const getBoard = operation({
	resource: 'board',
	operation: 'get',
	effect: 'read',
	scopes: ['boards:read'],
	name: 'Get',
	action: 'Get a board',
	description: 'Get a board of the account, or one that is shared with it',
	fields: [board, options(adAccountId)],
	run: async ({ boardId: id, options: more }, api) => await api.send(reads(`/boards/${idIn('Board', id)}`, asOwner(more))),
});

import { operation } from '../../core/operation';
import { createBoard as create } from '../../networks/pinterest/boards';
import { boardDescription, boardName, boardPrivacy } from '../boardFields';
import { adAccountId, options } from '../fields';

/** https://developers.pinterest.com/docs/api/v5/boards-create */
export const createBoard = operation({
	resource: 'board',
	operation: 'create',
	effect: 'write',
	scopes: ['boards:read', 'boards:write'],
	name: 'Create',
	action: 'Create a board',
	description: 'Create a board',
	fields: [boardName, boardDescription, boardPrivacy, options(adAccountId)],
	run: async ({ options: more, ...board }, api) => await create(api, board, more),
});

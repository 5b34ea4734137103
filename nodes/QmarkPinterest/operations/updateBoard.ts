import { operation } from '../../core/operation';
import { boardChange } from '../../networks/pinterest/boards';
import { asOwner, idIn, writes } from '../../networks/pinterest/requests';
import { boardDescription, newName, updatedPrivacy } from '../boardFields';
import { adAccountId, board, options, updateFields } from '../fields';

/** https://developers.pinterest.com/docs/api/v5/boards-update */
export const updateBoard = operation({
	resource: 'board',
	operation: 'update',
	effect: 'write',
	scopes: ['boards:read', 'boards:write'],
	name: 'Update',
	action: 'Update a board',
	description: 'Change name, description or privacy of a board',
	fields: [board, updateFields(boardDescription, newName, updatedPrivacy), options(adAccountId)],
	run: async ({ boardId: id, updateFields: change, options: more }, api) =>
		await api.send({ ...writes('PATCH', `/boards/${idIn('Board', id)}`, asOwner(more)), body: boardChange(change), idempotent: true }),
});

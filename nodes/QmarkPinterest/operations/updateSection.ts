import { operation } from '../../core/operation';
import { sectionName as nameOf } from '../../networks/pinterest/boards';
import { asOwner, idIn, writes } from '../../networks/pinterest/requests';
import { sectionName } from '../boardFields';
import { adAccountId, board as inBoard, options, requiredSection } from '../fields';

/** https://developers.pinterest.com/docs/api/v5/board_sections-update */
export const updateSection = operation({
	resource: 'boardSection',
	operation: 'update',
	effect: 'write',
	scopes: ['boards:read', 'boards:write'],
	name: 'Update',
	action: 'Update a board section',
	description: 'Rename a section of a board',
	fields: [inBoard, requiredSection, sectionName, options(adAccountId)],
	run: async ({ boardId: board, sectionId: id, name, options: more }, api) =>
		await api.send({ ...writes('PATCH', `/boards/${idIn('Board', board)}/sections/${idIn('Section', id)}`, asOwner(more)), body: { name: nameOf(name) }, idempotent: true }),
});

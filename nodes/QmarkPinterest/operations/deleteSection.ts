import { operation } from '../../core/operation';
import { deleteSection as remove } from '../../networks/pinterest/boards';
import { adAccountId, board, options, requiredSection } from '../fields';

/** https://developers.pinterest.com/docs/api/v5/board_sections-delete */
export const deleteSection = operation({
	resource: 'boardSection',
	operation: 'delete',
	effect: 'write',
	scopes: ['boards:read', 'boards:write'],
	name: 'Delete',
	action: 'Delete a board section',
	description: 'Delete a section of a board with all of its Pins',
	fields: [board, requiredSection, options(adAccountId)],
	run: async ({ boardId: from, sectionId: id, options: more }, api) => await remove(api, from, id, more),
});

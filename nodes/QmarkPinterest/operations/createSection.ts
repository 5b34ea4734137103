import { operation } from '../../core/operation';
import { createSection as create } from '../../networks/pinterest/boards';
import { sectionName } from '../boardFields';
import { adAccountId, board, options } from '../fields';

/** https://developers.pinterest.com/docs/api/v5/board_sections-create */
export const createSection = operation({
	resource: 'boardSection',
	operation: 'create',
	effect: 'write',
	scopes: ['boards:read', 'boards:write'],
	name: 'Create',
	action: 'Create a board section',
	description: 'Create a section in a board',
	fields: [board, sectionName, options(adAccountId)],
	run: async ({ boardId: id, name, options: more }, api) => await create(api, id, name, more),
});

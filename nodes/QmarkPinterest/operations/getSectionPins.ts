import { many } from '../../core/fields';
import { operation } from '../../core/operation';
import { asOwner, idIn, pageSize, reads } from '../../networks/pinterest/requests';
import { adAccountId, board, options, requiredSection } from '../fields';

/** https://developers.pinterest.com/docs/api/v5/board_sections-list_pins */
export const getSectionPins = operation({
	resource: 'boardSection',
	operation: 'getPins',
	effect: 'read',
	scopes: ['boards:read', 'pins:read'],
	name: 'Get Pins',
	action: 'Get the pins of a board section',
	description: 'Get the Pins of a section, newest first',
	fields: [board, requiredSection, ...many, options(adAccountId)],
	run: ({ boardId: from, sectionId: id, options: more, ...wanted }, api) =>
		api.pages(reads(`/boards/${idIn('Board', from)}/sections/${idIn('Section', id)}/pins`, { ...asOwner(more), ...pageSize(wanted) })),
});

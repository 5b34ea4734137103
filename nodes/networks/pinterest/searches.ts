import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { refused } from '../../core/errors';
import { listSearch } from '../../core/search';
import { pinterest } from '../../platforms/pinterest';
import { sectionsOf } from './boards';
import type { Board, Section } from './boards';
import { reads } from './requests';

const lock = (privacy: unknown) => (privacy === 'SECRET' ? ' (secret)' : privacy === 'PROTECTED' ? ' (protected)' : '');

/** The boards of the account; Pinterest lets nobody create Pins on those for ads alone. https://developers.pinterest.com/docs/api/v5/boards-list */
export const searchBoards = listSearch<Board>(pinterest, reads('/boards', { page_size: pinterest.limits.pageSize }), ({ id, name, privacy, is_ads_only: adsOnly }) =>
	adsOnly ? undefined : { name: `${name}${lock(privacy)}`, value: id },
);

/** The board that the panel names. */
function chosenBoard(context: ILoadOptionsFunctions): string {
	const value: unknown = context.getCurrentNodeParameter('boardId', { extractValue: true });
	if (typeof value === 'string' && value !== '') return value;
	throw refused('Board', 'is empty.', 'Choose the board first.');
}

/** Its sections. https://developers.pinterest.com/docs/api/v5/board_sections-list */
export const searchSections = listSearch<Section>(pinterest, (context) => sectionsOf(chosenBoard(context)), ({ id, name }) => ({ name, value: id }));

import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../core/api';
import { PlatformError, refused } from '../../core/errors';
import { pinterest } from '../../platforms/pinterest';
import { timeOf } from './listed';
import { removed } from './removed';
import { asOwner, given, idIn, reads, textIn, writes } from './requests';

/** https://developers.pinterest.com/docs/api/v5/boards-get */
export interface Board extends IDataObject {
	id: string;
	name: string;
	created_at?: string;
	is_ads_only?: boolean;
	collaborator_count?: number;
	owner?: { username?: string };
}

export interface Section extends IDataObject {
	id: string;
	name: string;
}

interface Owner {
	adAccountId?: string;
}

/** The first item of a listing that is the one; all of it is looked through. */
async function firstOf<T extends object>(items: AsyncIterable<T>, isIt: (item: T) => boolean): Promise<T | undefined> {
	for await (const item of items) if (isIt(item)) return item;
	return undefined;
}

/** What a call without an answer made. Not being listed proves nothing, as Pinterest may still be at work: then it stays in doubt, and is never sent again. */
async function madeOf<T extends object>(items: AsyncIterable<T>, isIt: (item: T) => boolean): Promise<{ result: T }> {
	const result = await firstOf(items, isIt);
	if (result) return { result };
	throw new PlatformError({ verdict: 'unknown', message: 'Pinterest does not list it.', hint: 'Look at Pinterest before you send this item again.' });
}

const listing = (url: string, owner: Owner) => reads(url, { ...asOwner(owner), page_size: pinterest.limits.pageSize });

/** Clocks differ. In ms. */
const SKEW = 60_000;

/** Creates a board once: without an answer, the list of boards tells what became of it. https://developers.pinterest.com/docs/api/v5/boards-create */
export async function createBoard(api: Api, board: { name: string; description?: string; privacy: string }, owner: Owner): Promise<IDataObject> {
	const began = Date.now();
	const isIt = ({ name, created_at: at }: Board) => name === board.name.trim() && timeOf(at) >= began - SKEW;
	const reconcile = async () => await madeOf(api.pages<Board>(listing('/boards', owner)), isIt);
	return await api.send({ ...writes('POST', '/boards', asOwner(owner)), body: given({ ...board, name: board.name.trim() }), once: true, reconcile });
}

/** What a change of a board names. https://developers.pinterest.com/docs/api/v5/boards-update */
export function boardChange({ name, description, privacy }: { name?: string; description?: string; privacy?: string }): IDataObject {
	const change = { ...given({ name: textIn('Name', name), privacy }), ...(description !== undefined && { description: textIn('Description', description) ?? null }) };
	if (Object.keys(change).length === 0) throw refused('Update Fields', 'none is added.', 'Add the fields that shall change.');
	return change;
}

export const deleteBoard = async (api: Api, boardId: string, owner: Owner) => await removed(api, idIn('Board', boardId), '/boards', asOwner(owner));

/** A section's name, which may not be empty. */
export const sectionName = (name: string) => textIn('Name', name.trim(), pinterest.limits.section);

export const sectionsOf = (board: string, owner: Owner = {}) => listing(`/boards/${idIn('Board', board)}/sections`, owner);

/** Creates a section once: without an answer, the board's sections tell. Two of one name help nobody. https://developers.pinterest.com/docs/api/v5/board_sections-create */
export async function createSection(api: Api, boardId: string, name: string, owner: Owner): Promise<IDataObject> {
	const [board, wanted] = [idIn('Board', boardId), sectionName(name)];
	const reconcile = async () => await madeOf(api.pages<Section>(sectionsOf(board, owner)), (section) => section.name === wanted);
	return await api.send({ ...writes('POST', `/boards/${board}/sections`, asOwner(owner)), body: { name: wanted }, once: true, reconcile });
}

/** Pinterest gives no single section, so its list tells whether it is there. https://developers.pinterest.com/docs/api/v5/board_sections-delete */
export async function deleteSection(api: Api, boardId: string, sectionId: string, owner: Owner): Promise<IDataObject> {
	const [board, id] = [idIn('Board', boardId), idIn('Section', sectionId)];
	const isThere = async () => (await firstOf(api.pages<Section>(sectionsOf(board, owner)), (section) => section.id === id)) !== undefined;
	return await removed(api, id, `/boards/${board}/sections`, asOwner(owner), isThere);
}

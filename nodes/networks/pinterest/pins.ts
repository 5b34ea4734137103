import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../core/api';
import { refused } from '../../core/errors';
import { pinterest } from '../../platforms/pinterest';
import { gone, removed } from './removed';
import { jsonBody } from './jsonFiles';
import { isTelling, like, newestPins, reconciling, remember } from './listed';
import type { Known, Pin } from './listed';
import { asOwner, given, optionalId, idIn, pinIdIn, textIn, webAddress, writes } from './requests';

const { limits } = pinterest;

/** With the address at which people see it. */
export const shown = <T extends Pin>(pin: T) => ({ ...pin, url: pinterest.pinUrl(pin.id) });

/** The fields of a new Pin, and its additional ones. */
export interface PinInput {
	boardId: string;
	sectionId: string;
	title: string;
	description: string;
	link: string;
	additionalFields: { adAccountId?: string; altText?: string; dominantColor?: string };
}

function colorIn(value: unknown): string | undefined {
	const color = String(value ?? '');
	if (color === '' || /^#[0-9a-f]{6}$/i.test(color)) return color || undefined;
	throw refused('Dominant Color', `“${color.slice(0, 80)}” is no colour.`, 'Give it as #6E7874.');
}

/** The body of a new Pin but its media. */
export const pinOf = ({ boardId, sectionId, title, description, link, additionalFields: { altText, dominantColor } }: PinInput) => ({
	board_id: idIn('Board', boardId),
	board_section_id: optionalId('Section', sectionId),
	title: title || undefined,
	description: description || undefined,
	link: link ? webAddress('Link', link) : undefined,
	alt_text: textIn('Alt Text', altText, limits.altText),
	dominant_color: colorIn(dominantColor),
});

export type NewPin = Partial<ReturnType<typeof pinOf>> & { board_id: string; media_source: object };

/** https://developers.pinterest.com/docs/api/v5/pins-create */
export const createRequest = (pin: NewPin, owner: { ad_account_id?: string } = {}) => ({ ...writes('POST', '/pins', owner), ...jsonBody(pin) });

/** Creates a Pin once: without an answer, the board tells what became of it. */
export async function createPin(api: Api, input: PinInput, media: { source: object; kind: Known['kind'] }): Promise<IDataObject> {
	const pin = { ...pinOf(input), media_source: media.source };
	const owner = asOwner(input.additionalFields);
	const reconcile = isTelling(pin) ? reconciling(api, newestPins(pin.board_id, pin.board_section_id, owner), like({ ...pin, kind: media.kind })) : undefined;
	const created = await api.send<Pin>({ ...createRequest(pin, owner), once: true, reconcile });
	remember(created);
	return { ...shown(created) };
}

/** A Pin that is somebody's, on a board of the account too. https://developers.pinterest.com/docs/api/v5/pins-save */
export async function savePin(api: Api, { pinId, boardId, sectionId, options }: { pinId: string; boardId: string; sectionId: string; options: { adAccountId?: string } }): Promise<IDataObject> {
	const [id, board, section] = [pinIdIn(pinId), idIn('Board', boardId), optionalId('Section', sectionId)];
	const owner = asOwner(options);
	const reconcile = reconciling(api, newestPins(board, section, owner), ({ parent_pin_id: parent }) => parent === id);
	const saved = await api.send<Pin>({ ...writes('POST', `/pins/${id}/save`, owner), body: given({ board_id: board, board_section_id: section }), once: true, reconcile });
	remember(saved);
	return { ...shown(saved) };
}

export interface PinChange {
	altText?: string;
	boardId?: string;
	description?: string;
	link?: string;
	sectionId?: string;
	title?: string;
}

/** What is there and empty is emptied. */
const emptied = (value: string | undefined, checked: (value: string) => string | undefined) => (value === undefined ? undefined : (checked(value) ?? null));

/** Of what an update names, what Pinterest knows; refuses an update of nothing. https://developers.pinterest.com/docs/api/v5/pins-update */
export function changeOf({ altText, boardId, description, link, sectionId, title }: PinChange): IDataObject {
	const change = {
		alt_text: emptied(altText, (text) => textIn('Alt Text', text, limits.altText)),
		board_id: optionalId('Board ID', boardId),
		board_section_id: emptied(sectionId, (text) => optionalId('Section ID', text)),
		description: emptied(description, (text) => textIn('Description', text, limits.description)),
		link: emptied(link, (text) => (text ? webAddress('Link', text) : undefined)),
		title: emptied(title, (text) => textIn('Title', text, limits.title)),
	};
	const named = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
	if (Object.keys(named).length === 0) throw refused('Update Fields', 'none is added.', 'Add the fields that shall change.');
	return named;
}

/** https://developers.pinterest.com/docs/api/v5/pins-delete */
export const deletePin = async (api: Api, pinId: string, owner: { ad_account_id?: string } = {}) => await removed(api, pinIdIn(pinId), '/pins', owner);

/** The same where it may be gone already. */
export const withoutPin = async (api: Api, id: string): Promise<void> => void (await deletePin(api, id).catch(gone));

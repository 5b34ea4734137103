import type { gmail_v1 } from 'googleapis/build/src/apis/gmail/v1';
import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../core/api';
import { PlatformError, failureOf, refused } from '../../core/errors';
import { gmail } from '../../platforms/gmail';
import { lookedFor } from './look';
import { at, one } from './paths';

type Kind = 'messages' | 'threads';

/** Gmail alone puts these on: https://developers.google.com/workspace/gmail/api/guides/labels */
const RESERVED = ['CHAT', 'DRAFT', 'SENT'];

function labelsOf(ids: readonly unknown[]): string[] {
	const labels = ids.map(String).filter((id) => id !== '');
	const field = 'Label Names or IDs';
	if (labels.length === 0) throw refused(field, 'none is chosen.', 'Choose at least one label.');
	if (labels.length > gmail.limits.labels) throw refused(field, `${labels.length} are chosen; Gmail takes ${gmail.limits.labels} at once.`, 'Use several items.');
	const reserved = labels.find((id) => RESERVED.includes(id));
	if (reserved) throw refused(field, `“${reserved}” is put on by Gmail itself.`, 'Choose another label.');
	return labels;
}

interface Change {
	add?: readonly unknown[];
	remove?: readonly unknown[];
}

/** Puts labels on and takes others off. Doing it again changes nothing. */
export const relabel = async (api: Api, kind: Kind, id: string, { add, remove }: Change): Promise<object> =>
	await api.send({
		method: 'POST',
		url: one(kind, id, 'modify'),
		body: { ...(add && { addLabelIds: labelsOf(add) }), ...(remove && { removeLabelIds: labelsOf(remove) }) },
		idempotent: true,
	});

/** Into the trash, where Gmail deletes it after 30 days, or out of it. */
export const moveTrash = async (api: Api, kind: Kind, id: string, verb: 'trash' | 'untrash'): Promise<object> => await api.send({ method: 'POST', url: one(kind, id, verb), idempotent: true });

const isGone = (error: unknown): undefined => {
	const failure = failureOf(error);
	if (failure.status !== 404) throw new PlatformError(failure);
	return undefined;
};

/** Deletes a draft or label. Without an answer, whether it is still there tells what became of the call. */
export async function remove(api: Api, kind: 'drafts' | 'labels', id: string): Promise<{ id: string; deleted: true }> {
	const url = one(kind, id);
	const reconcile = lookedFor(async () => ((await api.send({ url, ...(kind === 'drafts' && { qs: { format: 'minimal' } }) }).catch(isGone)) === undefined ? { deleted: true } : undefined));
	await api.send({ method: 'DELETE', url, reconcile });
	return { id, deleted: true };
}

type Label = gmail_v1.Schema$Label;

/** What a label may have, as the panel’s fields name it. */
export interface LabelOptions {
	backgroundColor?: string;
	labelListVisibility?: string;
	messageListVisibility?: string;
	name?: string;
	textColor?: string;
}

function labelBody({ backgroundColor, textColor, ...plain }: LabelOptions): IDataObject {
	if (!backgroundColor !== !textColor) throw refused('Text Color', 'is set without a background color, or the other way round.', 'Set both, or neither.');
	const color = { backgroundColor: backgroundColor?.toLowerCase(), textColor: textColor?.toLowerCase() };
	return { ...Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== '')), ...(textColor && { color }) };
}

/** A new label. Names are unique, so that one without an answer is found by its name. */
export async function createLabel(api: Api, name: string, options: LabelOptions): Promise<Label> {
	const reconcile = lookedFor(async () => (await api.send<gmail_v1.Schema$ListLabelsResponse>({ url: at('labels') })).labels?.find((label) => label.name === name.trim()));
	return await api.send<Label>({ method: 'POST', url: at('labels'), body: { name: name.trim(), ...labelBody(options) }, reconcile });
}

/** Changes what is given and nothing else. */
export async function updateLabel(api: Api, id: string, changes: LabelOptions): Promise<Label> {
	const body = labelBody(changes);
	if (Object.keys(body).length === 0) throw refused('Update Fields', 'hold no change.', 'Add at least one field.');
	return await api.send<Label>({ method: 'PATCH', url: one('labels', id), body, idempotent: true });
}

import type { IPollFunctions } from 'n8n-workflow';
import { refused } from '../core/errors';

export type EventName = 'newMessage' | 'labelAdded';

/** What the node is to start on, and what it is to give. */
export interface Filter {
	events: readonly EventName[];
	/** All of these a new message must have. */
	labelIds: readonly string[];
	/** One of these is put on a message. */
	addedLabelIds: readonly string[];
	search: string;
	includeSent: boolean;
	includeSpamTrash: boolean;
	attachments: boolean;
	prefix: string;
	raw: boolean;
}

const textsIn = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
const isEvent = (name: string): name is EventName => name === 'newMessage' || name === 'labelAdded';

interface Collection {
	search?: string;
	includeSent?: boolean;
	includeSpamTrash?: boolean;
	downloadAttachments?: boolean;
	attachmentPrefix?: string;
	raw?: boolean;
}

export function filterOf(context: IPollFunctions): Filter {
	const collection = (name: string): Collection => ({ ...Object(context.getNodeParameter(name, {})) });
	const { search = '', includeSent = false, includeSpamTrash = false } = collection('filters');
	const { downloadAttachments = false, attachmentPrefix = 'attachment_', raw = false } = collection('options');
	const events = textsIn(context.getNodeParameter('events', [])).filter(isEvent);
	if (events.length === 0) throw refused('Events', 'none is chosen.', 'Choose at least one.');
	const addedLabelIds = events.includes('labelAdded') ? textsIn(context.getNodeParameter('addedLabelIds', [])) : [];
	if (events.includes('labelAdded') && addedLabelIds.length === 0) throw refused('Added Label Names or IDs', 'none is chosen.', 'Choose the labels to start on, or take “Label Added” out of “Events”.');
	const labelIds = events.includes('newMessage') ? textsIn(context.getNodeParameter('labelIds', [])) : [];
	return { events, labelIds, addedLabelIds, search: search.trim(), includeSent, includeSpamTrash, attachments: downloadAttachments, prefix: attachmentPrefix, raw };
}

/** In the trash or taken for spam. */
export const isGone = (labels: readonly string[]): boolean => labels.includes('TRASH') || labels.includes('SPAM');

/** Sent from here and to nobody here: what one writes to oneself is in the inbox too. */
const isSent = (labels: readonly string[]) => labels.includes('SENT') && !labels.includes('INBOX');

/** The labels asked of a new message. What the filters let in beside the inbox cannot be in it. */
export const asked = ({ labelIds, includeSent, includeSpamTrash }: Filter, labels: readonly string[] = []): readonly string[] => {
	const isElsewhere = (includeSent && isSent(labels)) || (includeSpamTrash && isGone(labels));
	return isElsewhere ? labelIds.filter((id) => id !== 'INBOX') : labelIds;
};

/** Whether a message that has just come with these labels is one to start on. */
export function fits(filter: Filter, labels: readonly string[]): boolean {
	if (labels.includes('DRAFT') || labels.includes('CHAT')) return false;
	if (isSent(labels) && !filter.includeSent) return false;
	if (isGone(labels) && !filter.includeSpamTrash) return false;
	return asked(filter, labels).every((id) => labels.includes(id));
}

import type { Request, Router } from 'express';
import { gmailError } from '../errors';
import { route } from '../route';
import type { Google } from '../state';
import { enter, invalid, missing } from './call';
import { readJson } from './intake';
import type { Label } from './labels';
import type { Mailbox } from './mailbox';
import { base } from './messages';

interface Params extends Record<string, string> {
	userId: string;
	id: string;
}

const lists = ['labelShow', 'labelShowIfUnread', 'labelHide'];
const messageLists = ['show', 'hide'];

/** The palette's colours are hexadecimal and of lower case. The sandbox takes any such; Gmail only those of its list. */
const isColour = (value: unknown): value is string => typeof value === 'string' && /^#[\da-f]{6}$/.test(value);

const labelIn = (mailbox: Mailbox, id: string): Label => {
	const label = mailbox.labels.get(id);
	if (!label) throw missing();
	return label;
};

/** What a body says of a label, checked. `id` is of the label that may keep its name. */
function readLabel(mailbox: Mailbox, body: Record<string, unknown>, id?: string): Partial<Label> {
	const { name, labelListVisibility, messageListVisibility, color } = body;
	const wanted: Partial<Label> = {};
	if (name !== undefined) {
		if (typeof name !== 'string' || name.trim() === '' || name.length > 225) throw invalid('Invalid label name');
		const same = [...mailbox.labels.values()].find((label) => label.id !== id && label.name.toLowerCase() === name.trim().toLowerCase());
		if (same?.type === 'system') throw invalid('Invalid label name');
		if (same) throw gmailError(409, 'Label name exists or conflicts', 'aborted');
		wanted.name = name.trim();
	}
	if (labelListVisibility !== undefined) {
		if (!lists.includes(String(labelListVisibility))) throw invalid(`Invalid value at 'label_list_visibility' (TYPE_ENUM), "${String(labelListVisibility)}"`);
		wanted.labelListVisibility = String(labelListVisibility);
	}
	if (messageListVisibility !== undefined) {
		if (!messageLists.includes(String(messageListVisibility))) throw invalid(`Invalid value at 'message_list_visibility' (TYPE_ENUM), "${String(messageListVisibility)}"`);
		wanted.messageListVisibility = String(messageListVisibility);
	}
	if (color !== undefined) {
		const { textColor, backgroundColor } = { textColor: undefined, backgroundColor: undefined, ...(typeof color === 'object' ? color : {}) };
		if (!isColour(textColor) || !isColour(backgroundColor)) throw invalid('Label color is not on the allowed color palette');
		wanted.color = { textColor, backgroundColor };
	}
	return wanted;
}

function counted(mailbox: Mailbox, label: Label): object {
	const messages = mailbox.order.filter(({ labels }) => labels.includes(label.id));
	const unread = messages.filter(({ labels }) => labels.includes('UNREAD'));
	const threads = (list: typeof messages) => new Set(list.map(({ threadId }) => threadId)).size;
	return { ...label, messagesTotal: messages.length, messagesUnread: unread.length, threadsTotal: threads(messages), threadsUnread: threads(unread) };
}

const fields = ['id', 'name', 'labelListVisibility', 'messageListVisibility', 'color', 'type'];

/** https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.labels */
export function labelRoutes(router: Router, google: Google): void {
	const labels = `${base}/labels`;
	const one = `${labels}/:id`;
	router.get(
		labels,
		route<Params>((req) => ({ labels: [...enter(req, google, 'labels.list').mailbox.labels.values()] })),
	);
	router.get(
		one,
		route<Params>((req) => {
			const { mailbox } = enter(req, google, 'labels.get');
			return counted(mailbox, labelIn(mailbox, req.params.id));
		}),
	);
	router.post(
		labels,
		route<Params>(async (req) => {
			const body = await readJson(req, fields);
			const { mailbox } = enter(req, google, 'labels.create');
			const { name, ...wanted } = readLabel(mailbox, body);
			if (name === undefined) throw invalid('Missing label name');
			const label: Label = { id: `Label_${++mailbox.made}`, name, messageListVisibility: 'show', labelListVisibility: 'labelShow', type: 'user', ...wanted };
			mailbox.labels.set(label.id, label);
			return label;
		}),
	);
	const update = (whole: boolean) =>
		route<Params>(async (req) => {
			const body = await readJson(req, fields);
			const { mailbox, label } = userLabel(req, google, 'labels.update');
			if (whole && body.name === undefined) throw invalid('Missing label name');
			Object.assign(label, readLabel(mailbox, body, label.id));
			return label;
		});
	router.put(one, update(true));
	router.patch(one, update(false));
	router.delete(
		one,
		route<Params>((req, res) => {
			const { mailbox, label } = userLabel(req, google, 'labels.delete');
			for (const message of mailbox.order) if (message.labels.includes(label.id)) mailbox.relabel(message, [], [label.id]);
			mailbox.labels.delete(label.id);
			res.status(204);
			return {};
		}),
	);
}

function userLabel(req: Request<Params>, google: Google, name: 'labels.update' | 'labels.delete') {
	const { mailbox } = enter(req, google, name);
	const label = labelIn(mailbox, req.params.id);
	if (label.type === 'system') throw invalid(name === 'labels.delete' ? 'Invalid delete request' : 'Invalid update request');
	return { mailbox, label };
}

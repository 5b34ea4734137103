import type { Request, Router } from 'express';
import { gmailError } from '../errors';
import { route } from '../route';
import type { Google } from '../state';
import { enter, invalid, missing, textsIn, type Call } from './call';
import { readIntake, readJson } from './intake';
import { isSettable } from './labels';
import type { Mailbox, Stored } from './mailbox';
import { pageOf } from './pages';
import { place, send } from './post';
import { attachmentOf, messageResource, readingOf } from './resource';
import { found, type Search } from './search';

interface Params extends Record<string, string> {
	userId: string;
	id: string;
	attachment: string;
}

export const base = '/gmail/v1/users/:userId';
export const uploads = `/upload${base}`;

export const messageIn = (mailbox: Mailbox, id: string): Stored => {
	const message = mailbox.messages.get(id);
	if (!message) throw missing();
	return message;
};

export const short = ({ id, threadId, labels }: Stored) => ({ id, threadId, labelIds: labels });

export const listParameters = ['q', 'labelIds', 'maxResults', 'pageToken', 'includeSpamTrash'];

/** What a listing asks for. */
export function searchOf({ query, mailbox, metadataOnly }: Call): Search {
	const q = query.text('q') ?? '';
	if (q !== '' && metadataOnly) throw gmailError(403, "Metadata scope does not support 'q' parameter", 'forbidden');
	const labelIds = query.list('labelIds');
	const unknown = labelIds.find((id) => !mailbox.labels.has(id));
	if (unknown !== undefined) throw invalid(`Invalid label: ${unknown}`);
	return { q, labelIds, includeSpamTrash: query.flag('includeSpamTrash') };
}

/** Labels to put on and to take off, as a body says them. */
export function labelling(mailbox: Mailbox, body: Record<string, unknown>): { add: string[]; remove: string[] } {
	const [add, remove] = [textsIn(body, 'addLabelIds'), textsIn(body, 'removeLabelIds')];
	if (add.length + remove.length === 0) throw invalid('No label add or removes specified');
	if (add.length > 100 || remove.length > 100) throw invalid('Too many labels: at most 100 may be added and 100 removed');
	const wrong = [...add, ...remove].find((id) => !mailbox.labels.has(id) || !isSettable(id));
	if (wrong !== undefined) throw invalid(`Invalid label: ${wrong}`);
	if (add.some((id) => remove.includes(id))) throw invalid('Cannot both add and remove the same label');
	return { add, remove };
}

export const trash = (mailbox: Mailbox, message: Stored) => mailbox.relabel(message, ['TRASH'], ['INBOX', 'SPAM']);
export const untrash = (mailbox: Mailbox, message: Stored) => mailbox.relabel(message, [], ['TRASH']);

/** https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.messages */
export function messageRoutes(router: Router, google: Google): void {
	const { gmail } = google;
	const messages = `${base}/messages`;
	const one = `${messages}/:id`;

	for (const upload of [false, true]) {
		const prefix = upload ? `${uploads}/messages` : messages;
		const parameters = upload ? ['uploadType'] : [];
		router.post(
			`${prefix}/send`,
			route<Params>(async (req) => {
				const intake = await readIntake(req, { upload });
				const { mailbox } = enter(req, google, 'messages.send', parameters);
				return short(send(gmail, mailbox, intake));
			}),
		);
		for (const [path, name] of [[prefix, 'messages.insert'], [`${prefix}/import`, 'messages.import']] as const) {
			router.post(
				path,
				route<Params>(async (req) => {
					const { raw, threadId, labelIds } = await readIntake(req, { upload });
					const { mailbox, query } = enter(req, google, name, [...parameters, 'internalDateSource', 'deleted', 'neverMarkSpam', 'processForCalendar']);
					if (!raw) throw invalid("'raw' RFC822 payload message string or uploading message via /upload/* URL required");
					const unknown = labelIds.find((id) => !mailbox.labels.has(id));
					if (unknown !== undefined) throw invalid(`Invalid label: ${unknown}`);
					const dated = query.choice('internalDateSource', ['receivedTime', 'dateHeader'], name === 'messages.import' ? 'dateHeader' : 'receivedTime') === 'dateHeader';
					return short(place(gmail, mailbox, raw, { labels: labelIds, threadId, at: dated ? dateOf(raw) : undefined }));
				}),
			);
		}
	}

	router.get(
		messages,
		route<Params>((req) => {
			const call = enter(req, google, 'messages.list', listParameters);
			const { mailbox, query } = call;
			const all = found(searchOf(call), { mailbox, clock: gmail.world.clock });
			const { page, nextPageToken } = pageOf(all, ({ id }) => id, { token: query.text('pageToken'), most: query.count('maxResults', 500) });
			return {
				...(page.length > 0 && { messages: page.map(({ id, threadId }) => ({ id, threadId })) }),
				...(nextPageToken !== undefined && { nextPageToken }),
				resultSizeEstimate: page.length + (nextPageToken === undefined ? 0 : 1),
			};
		}),
	);
	router.post(
		`${messages}/batchModify`,
		route<Params>(async (req, res) => {
			const { mailbox, ids, body } = await batch(req, google, 'messages.batchModify', ['ids', 'addLabelIds', 'removeLabelIds']);
			const { add, remove } = labelling(mailbox, body);
			for (const id of ids) {
				const message = mailbox.messages.get(id);
				if (message) mailbox.relabel(message, add, remove);
			}
			res.status(204);
			return {};
		}),
	);
	router.post(
		`${messages}/batchDelete`,
		route<Params>(async (req, res) => {
			const { mailbox, ids } = await batch(req, google, 'messages.batchDelete', ['ids']);
			for (const id of ids) {
				const message = mailbox.messages.get(id);
				if (message) mailbox.remove(message);
			}
			res.status(204);
			return {};
		}),
	);
	router.get(
		one,
		route<Params>((req) => {
			const call = enter(req, google, 'messages.get', ['format', 'metadataHeaders']);
			return messageResource(messageIn(call.mailbox, req.params.id), readingOf(call, gmail.settings.encodedHeaders));
		}),
	);
	router.get(
		`${one}/attachments/:attachment`,
		route<Params>((req) => attachmentOf(messageIn(enter(req, google, 'attachments.get').mailbox, req.params.id), req.params.attachment)),
	);
	router.post(
		`${one}/modify`,
		route<Params>(async (req) => {
			const body = await readJson(req, ['addLabelIds', 'removeLabelIds']);
			const { mailbox } = enter(req, google, 'messages.modify');
			const message = messageIn(mailbox, req.params.id);
			const { add, remove } = labelling(mailbox, body);
			mailbox.relabel(message, add, remove);
			return short(message);
		}),
	);
	for (const [verb, change] of [['trash', trash], ['untrash', untrash]] as const) {
		router.post(
			`${one}/${verb}`,
			route<Params>((req) => {
				const { mailbox } = enter(req, google, `messages.${verb}`);
				const message = messageIn(mailbox, req.params.id);
				change(mailbox, message);
				return short(message);
			}),
		);
	}
	router.delete(
		one,
		route<Params>((req, res) => {
			const { mailbox } = enter(req, google, 'messages.delete');
			mailbox.remove(messageIn(mailbox, req.params.id));
			res.status(204);
			return {};
		}),
	);
}

async function batch(req: Request<Params>, google: Google, name: 'messages.batchModify' | 'messages.batchDelete', known: string[]) {
	const body = await readJson(req, known);
	const { mailbox } = enter(req, google, name);
	const ids = textsIn(body, 'ids');
	if (ids.length === 0) throw invalid('No message ids specified');
	if (ids.length > 1000) throw invalid('Too many message ids: at most 1000');
	return { mailbox, ids, body };
}

/** The moment that the message's own Date names. */
function dateOf(raw: Buffer): number | undefined {
	const at = Date.parse(/^date:\s*(.+)$/im.exec(raw.toString('latin1', 0, 20_000))?.[1] ?? '');
	return Number.isNaN(at) ? undefined : at;
}

import type { Router } from 'express';
import { route } from '../route';
import type { Google } from '../state';
import { enter, invalid, missing } from './call';
import { readIntake, type Intake } from './intake';
import { older, type Draft, type Mailbox, type Stored } from './mailbox';
import { base, messageIn, searchOf, short, uploads } from './messages';
import { pageOf } from './pages';
import { checkedSending, place, send } from './post';
import { messageResource, readingOf } from './resource';
import type { Gmail } from './store';
import { found } from './search';

interface Params extends Record<string, string> {
	userId: string;
	id: string;
}

const draftIn = (mailbox: Mailbox, id: string | undefined): { draft: Draft; message: Stored } => {
	const draft = mailbox.drafts.get(id ?? '');
	if (!draft) throw missing();
	return { draft, message: messageIn(mailbox, draft.messageId) };
};

function write(gmail: Gmail, mailbox: Mailbox, { raw, threadId }: Intake): Stored {
	if (!raw) throw invalid('Missing draft message');
	if (threadId !== undefined && !mailbox.threads.has(threadId)) throw missing();
	return place(gmail, mailbox, raw, { labels: ['DRAFT'], threadId });
}

const shown = ({ id }: Draft, message: Stored) => ({ id, message: short(message) });

/** https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.drafts */
export function draftRoutes(router: Router, google: Google): void {
	const { gmail } = google;
	const drafts = `${base}/drafts`;

	for (const upload of [false, true]) {
		const prefix = upload ? `${uploads}/drafts` : drafts;
		const parameters = upload ? ['uploadType'] : [];
		router.post(
			prefix,
			route<Params>(async (req) => {
				const intake = await readIntake(req, { upload, draft: true });
				const { mailbox } = enter(req, google, 'drafts.create', parameters);
				const message = write(gmail, mailbox, intake);
				const draft = { id: `r${7_000_000_000_000_000 + ++mailbox.made}`, messageId: message.id };
				mailbox.drafts.set(draft.id, draft);
				return shown(draft, message);
			}),
		);
		// The draft keeps its id; the message in it is a new one.
		router.put(
			`${prefix}/:id`,
			route<Params>(async (req) => {
				const intake = await readIntake(req, { upload, draft: true });
				const { mailbox } = enter(req, google, 'drafts.update', parameters);
				const { draft, message: old } = draftIn(mailbox, req.params.id);
				const message = write(gmail, mailbox, intake);
				draft.messageId = message.id;
				mailbox.remove(old);
				return shown(draft, message);
			}),
		);
		router.post(
			`${prefix}/send`,
			route<Params>(async (req) => {
				const { id, raw, threadId } = await readIntake(req, { upload, draft: true });
				const { mailbox } = enter(req, google, 'drafts.send', parameters);
				const { draft, message } = draftIn(mailbox, id);
				const sending = { raw: raw ?? message.raw, threadId: threadId ?? (message.threadId === message.id ? undefined : message.threadId) };
				checkedSending(gmail, mailbox, sending);
				const sent = send(gmail, mailbox, sending);
				mailbox.drafts.delete(draft.id);
				mailbox.remove(message);
				return short(sent);
			}),
		);
	}

	router.get(
		drafts,
		route<Params>((req) => {
			const call = enter(req, google, 'drafts.list', ['q', 'maxResults', 'pageToken', 'includeSpamTrash']);
			const { mailbox, query } = call;
			const search = { ...searchOf(call), labelIds: ['DRAFT'] };
			const matching = new Set(found(search, { mailbox, clock: gmail.world.clock }));
			const all = [...mailbox.drafts.values()].flatMap((draft) => {
				const message = mailbox.messages.get(draft.messageId);
				return message && matching.has(message) ? [{ draft, message }] : [];
			});
			all.sort((one, other) => older(other.message, one.message));
			const { page, nextPageToken } = pageOf(all, ({ draft }) => draft.id, { token: query.text('pageToken'), most: query.count('maxResults', 500) });
			return {
				...(page.length > 0 && { drafts: page.map(({ draft: { id }, message }) => ({ id, message: { id: message.id, threadId: message.threadId } })) }),
				...(nextPageToken !== undefined && { nextPageToken }),
				resultSizeEstimate: all.length,
			};
		}),
	);
	router.get(
		`${drafts}/:id`,
		route<Params>((req) => {
			const call = enter(req, google, 'drafts.get', ['format']);
			const { draft, message } = draftIn(call.mailbox, req.params.id);
			return { id: draft.id, message: messageResource(message, readingOf({ ...call, metadataOnly: false }, gmail.settings.encodedHeaders)) };
		}),
	);
	router.delete(
		`${drafts}/:id`,
		route<Params>((req, res) => {
			const { mailbox } = enter(req, google, 'drafts.delete');
			const { draft, message } = draftIn(mailbox, req.params.id);
			mailbox.drafts.delete(draft.id);
			mailbox.remove(message);
			res.status(204);
			return {};
		}),
	);
}

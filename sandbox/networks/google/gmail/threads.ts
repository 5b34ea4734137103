import type { Router } from 'express';
import { route } from '../route';
import type { Google } from '../state';
import { enter, missing } from './call';
import { readJson } from './intake';
import type { Mailbox, Stored } from './mailbox';
import { base, labelling, listParameters, searchOf, trash, untrash } from './messages';
import { pageOf } from './pages';
import { messageResource, readingOf, snippetOf } from './resource';
import { found } from './search';

interface Params extends Record<string, string> {
	userId: string;
	id: string;
}

const threadIn = (mailbox: Mailbox, id: string): readonly Stored[] => {
	const messages = mailbox.threads.get(id);
	if (!messages) throw missing();
	return messages;
};

const latest = (messages: readonly Stored[]) => String(Math.max(...messages.map(({ historyId }) => historyId)));

/** Threads of found messages, each where its newest one stands. */
function* threadsOf(messages: Iterable<Stored>): Generator<string> {
	const known = new Set<string>();
	for (const { threadId } of messages) {
		if (known.has(threadId)) continue;
		known.add(threadId);
		yield threadId;
	}
}

/** https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.threads */
export function threadRoutes(router: Router, google: Google): void {
	const { gmail } = google;
	const threads = `${base}/threads`;
	const one = `${threads}/:id`;
	router.get(
		threads,
		route<Params>((req) => {
			const call = enter(req, google, 'threads.list', listParameters);
			const { mailbox, query } = call;
			const all = threadsOf(found(searchOf(call), { mailbox, clock: gmail.world.clock }));
			const { page, nextPageToken } = pageOf(all, (id) => id, { token: query.text('pageToken'), most: query.count('maxResults', 500) });
			const shown = page.map((id) => {
				const messages = threadIn(mailbox, id);
				const newest = messages.at(-1);
				return { id, snippet: newest ? snippetOf(newest) : '', historyId: latest(messages) };
			});
			return {
				...(shown.length > 0 && { threads: shown }),
				...(nextPageToken !== undefined && { nextPageToken }),
				resultSizeEstimate: page.length + (nextPageToken === undefined ? 0 : 1),
			};
		}),
	);
	router.get(
		one,
		route<Params>((req) => {
			const call = enter(req, google, 'threads.get', ['format', 'metadataHeaders']);
			const messages = threadIn(call.mailbox, req.params.id);
			const reading = readingOf(call, gmail.settings.encodedHeaders);
			return { id: req.params.id, historyId: latest(messages), messages: messages.map((message) => messageResource(message, reading)) };
		}),
	);
	const answer = (mailbox: Mailbox, id: string) => ({ id, historyId: latest(threadIn(mailbox, id)), messages: threadIn(mailbox, id).map(({ id: message, threadId, labels }) => ({ id: message, threadId, labelIds: labels })) });
	router.post(
		`${one}/modify`,
		route<Params>(async (req) => {
			const body = await readJson(req, ['addLabelIds', 'removeLabelIds']);
			const { mailbox } = enter(req, google, 'threads.modify');
			const messages = threadIn(mailbox, req.params.id);
			const { add, remove } = labelling(mailbox, body);
			for (const message of messages) mailbox.relabel(message, add, remove);
			return answer(mailbox, req.params.id);
		}),
	);
	for (const [verb, change] of [['trash', trash], ['untrash', untrash]] as const) {
		router.post(
			`${one}/${verb}`,
			route<Params>((req) => {
				const { mailbox } = enter(req, google, `threads.${verb}`);
				for (const message of threadIn(mailbox, req.params.id)) change(mailbox, message);
				return answer(mailbox, req.params.id);
			}),
		);
	}
	router.delete(
		one,
		route<Params>((req, res) => {
			const { mailbox } = enter(req, google, 'threads.delete');
			for (const message of threadIn(mailbox, req.params.id)) mailbox.remove(message);
			res.status(204);
			return {};
		}),
	);
}

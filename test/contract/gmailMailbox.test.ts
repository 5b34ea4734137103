import type { gmail_v1 } from 'googleapis/build/src/apis/gmail/v1';
import { bruno, camille, letter, open, openSandbox, rawOf, refusal } from './gmailClient';
import type { Sandbox } from './gmailClient';

/** Drafts, threads, labels, history and limits of the sandbox’s Gmail, by Google’s own client. */
let sandbox: Sandbox;
let users: gmail_v1.Gmail['users'];
beforeAll(async () => {
	sandbox = await openSandbox();
});
afterAll(async () => await sandbox.close());
beforeEach(async () => {
	await sandbox.reset();
	await sandbox.settings({ google: { accessSeconds: 30 * 86_400 } });
	({ users } = await open(sandbox));
});

const userId = 'me';
const raw = (headers: Record<string, string> = {}) => rawOf(letter(headers));
const send = async (headers: Record<string, string> = {}) => (await users.messages.send({ userId, requestBody: { raw: raw(headers) } })).data;
const arrive = async (mail: object) => await sandbox.settings({ google: { mail: { to: camille.name, ...mail } } });
const newest = async () => (await users.messages.list({ userId, maxResults: 1 })).data.messages?.[0]?.id ?? '';
const profile = async () => (await users.getProfile({ userId })).data;

test('a draft keeps its id through changes, is listed and sent, and is gone then', async () => {
	const { data: draft } = await users.drafts.create({ userId, requestBody: { message: { raw: raw() } } });
	expect(draft).toMatchObject({ id: expect.stringMatching(/^r\d+$/), message: { labelIds: ['DRAFT'] } });
	const id = draft.id ?? '';
	const media = { mimeType: 'message/rfc822', body: letter({ Subject: 'Tulips' }) };
	const { data: changed } = await users.drafts.update({ userId, id, requestBody: { message: {} }, media });
	expect([changed.id, changed.message?.id === draft.message?.id]).toEqual([id, false]);
	expect((await users.drafts.list({ userId, q: 'subject:tulips' })).data.drafts).toEqual([{ id, message: { id: changed.message?.id, threadId: changed.message?.threadId } }]);
	expect((await users.drafts.get({ userId, id, format: 'raw' })).data.message?.raw).toBe(raw({ Subject: 'Tulips' }));
	expect(await refusal(users.messages.get({ userId, id: draft.message?.id ?? '' }))).toMatchObject({ status: 404 });
	const { data: sent } = await users.drafts.send({ userId, requestBody: { id } });
	expect(sent).toMatchObject({ labelIds: ['SENT'] });
	expect((await users.drafts.list({ userId })).data.drafts).toBeUndefined();
	expect(await refusal(users.drafts.send({ userId, requestBody: { id } }))).toMatchObject({ status: 404 });
	const { data: other } = await users.drafts.create({ userId, media: { mimeType: 'message/rfc822', body: 'Subject: to nobody yet\r\n\r\nx' } });
	expect(await refusal(users.drafts.send({ userId, requestBody: { id: other.id } }))).toMatchObject({ status: 400, message: 'Recipient address required' });
	expect((await users.drafts.delete({ userId, id: other.id ?? '' })).status).toBe(204);
});

test('answers from outside join the thread; a thread is labelled, trashed, brought back and deleted as one', async () => {
	const sent = await send();
	const { data: message } = await users.messages.get({ userId, id: sent.id ?? '', format: 'metadata' });
	const messageId = message.payload?.headers?.find(({ name }) => name === 'Message-ID')?.value;
	await arrive({ subject: 'Re: Bouquets', inReplyTo: messageId, text: 'Oui' });
	await arrive({ subject: 'Re: Something else', inReplyTo: messageId });
	const id = sent.threadId ?? '';
	const thread = async () => (await users.threads.get({ userId, id, format: 'minimal' })).data;
	expect((await thread()).messages?.map(({ labelIds }) => labelIds)).toEqual([['SENT'], ['UNREAD', 'CATEGORY_PERSONAL', 'INBOX']]);
	expect((await users.threads.list({ userId, maxResults: 1, q: 'oui' })).data.threads).toMatchObject([{ id, snippet: 'Oui' }]);
	expect((await users.threads.list({ userId })).data.threads).toHaveLength(2);
	await users.threads.modify({ userId, id, requestBody: { addLabelIds: ['STARRED'] } });
	expect((await thread()).messages?.every(({ labelIds }) => labelIds?.includes('STARRED'))).toBe(true);
	await users.threads.trash({ userId, id });
	expect((await users.threads.list({ userId })).data.threads).toHaveLength(1);
	await users.threads.untrash({ userId, id });
	expect((await users.threads.list({ userId })).data.threads).toHaveLength(2);
	await users.threads.delete({ userId, id });
	expect(await refusal(users.threads.get({ userId, id }))).toMatchObject({ status: 404 });
});

test('labels are made, counted, renamed, coloured and deleted; what may not be is refused', async () => {
	const { data: label } = await users.labels.create({ userId, requestBody: { name: 'Leads/New', labelListVisibility: 'labelShow' } });
	const id = label.id ?? '';
	await arrive({});
	await users.messages.batchModify({ userId, requestBody: { ids: [await newest(), 'unknown'], addLabelIds: [id] } });
	expect((await users.labels.get({ userId, id })).data).toMatchObject({ name: 'Leads/New', type: 'user', messagesTotal: 1, messagesUnread: 1, threadsTotal: 1 });
	const color = { textColor: '#ffffff', backgroundColor: '#16a766' };
	expect((await users.labels.patch({ userId, id, requestBody: { color } })).data).toMatchObject({ name: 'Leads/New', color });
	expect((await users.labels.update({ userId, id, requestBody: { name: 'Leads/Old' } })).data.name).toBe('Leads/Old');
	expect((await users.labels.list({ userId })).data.labels?.map(({ name }) => name)).toEqual(expect.arrayContaining(['INBOX', 'TRASH', 'CATEGORY_SOCIAL', 'Leads/Old']));
	expect(await refusal(users.labels.create({ userId, requestBody: { name: 'leads/old' } }))).toMatchObject({ status: 409, message: 'Label name exists or conflicts' });
	expect(await refusal(users.labels.create({ userId, requestBody: { name: 'Inbox' } }))).toMatchObject({ status: 400 });
	expect(await refusal(users.labels.delete({ userId, id: 'INBOX' }))).toMatchObject({ status: 400, message: 'Invalid delete request' });
	const modify = async (requestBody: object) => await refusal(users.messages.modify({ userId, id: await newest(), requestBody }));
	expect(await modify({})).toMatchObject({ status: 400, message: 'No label add or removes specified' });
	expect(await modify({ addLabelIds: ['SENT'] })).toMatchObject({ status: 400, message: 'Invalid label: SENT' });
	expect(await modify({ addLabelIds: ['Label_99'] })).toMatchObject({ status: 400, message: 'Invalid label: Label_99' });
	await users.labels.delete({ userId, id });
	expect((await users.messages.get({ userId, id: await newest(), format: 'minimal' })).data.labelIds).not.toContain(id);
	expect(await refusal(users.messages.list({ userId, labelIds: [id] }))).toMatchObject({ status: 400 });
});

describe('history', () => {
	const history = async (startHistoryId: string | null | undefined, more: gmail_v1.Params$Resource$Users$History$List = {}) =>
		(await users.history.list({ userId, startHistoryId: startHistoryId ?? '', ...more })).data;

	test('tells every change after an id, by kind and label, in pages; nothing is absent', async () => {
		const start = (await profile()).historyId;
		expect(await history(start)).toEqual({ historyId: start });
		await arrive({ subject: 'One' });
		const one = await newest();
		await arrive({ subject: 'Two', labels: ['SPAM'] });
		await users.messages.modify({ userId, id: one, requestBody: { addLabelIds: ['STARRED'], removeLabelIds: ['UNREAD', 'IMPORTANT'] } });
		await users.messages.trash({ userId, id: one });
		await users.messages.delete({ userId, id: one });
		const all = await history(start);
		const kinds = (all.history ?? []).map((record) => Object.keys(record).filter((key) => !['id', 'messages'].includes(key)).join());
		expect(kinds).toEqual(['messagesAdded', 'messagesAdded', 'labelsAdded', 'labelsRemoved', 'labelsAdded', 'labelsRemoved', 'messagesDeleted']);
		expect(all.history?.[0]).toMatchObject({ messages: [{ id: one }], messagesAdded: [{ message: { id: one, labelIds: ['UNREAD', 'CATEGORY_PERSONAL', 'INBOX'] } }] });
		expect(all.history?.[2]).toMatchObject({ labelsAdded: [{ labelIds: ['STARRED'] }] });
		const numbers = (all.history ?? []).map(({ id }) => Number(id));
		expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
		expect(Number(all.historyId)).toBe(numbers.at(-1));
		expect((await history(start, { historyTypes: ['messageAdded', 'messageDeleted'] })).history).toHaveLength(3);
		expect((await history(start, { historyTypes: ['messageAdded'], labelId: 'INBOX' })).history).toHaveLength(1);
		const first = await history(start, { maxResults: 4 });
		const rest = await history(start, { maxResults: 4, pageToken: first.nextPageToken ?? '' });
		expect([...(first.history ?? []), ...(rest.history ?? [])]).toEqual(all.history);
		expect(rest.nextPageToken).toBeUndefined();
	});

	test('an id that is too old is 404, and so is one that was never given', async () => {
		const start = (await profile()).historyId;
		await arrive({});
		await sandbox.advance(8 * 86_400);
		await arrive({});
		expect(await refusal(history(start))).toMatchObject({ status: 404, reason: 'notFound' });
		const later = (await profile()).historyId;
		expect(await history(later)).toEqual({ historyId: later });
		await sandbox.settings({ google: { forgetHistory: true } });
		expect(await refusal(history(later))).toMatchObject({ status: 404 });
		expect(await refusal(history('999999999'))).toMatchObject({ status: 404 });
		expect(await refusal(history(''))).toMatchObject({ status: 400 });
	});
});

describe('limits', () => {
	test('quota units of a minute: 403, and the text ends with the time', async () => {
		await sandbox.settings({ google: { unitsPerMinute: 210 } });
		await send();
		await send();
		await users.messages.list({ userId });
		const refused = await refusal(send());
		expect(refused).toMatchObject({ status: 403, reason: 'userRateLimitExceeded', message: expect.stringMatching(/Retry after \d{4}-\d\d-\d\dT[\d:.]+Z$/) });
		const { users: others } = await open(sandbox, bruno);
		expect((await others.getProfile({ userId })).status).toBe(200);
		await sandbox.advance(60);
		await send();
		await sandbox.settings({ google: { unitTable: 'new' } });
		const id = await newest();
		for (let count = 0; count < 5; count++) await users.messages.get({ userId, id });
		expect(await refusal(users.messages.get({ userId, id }))).toMatchObject({ status: 403 });
	});

	test('mails of a day: 429 until the first of them is a day old', async () => {
		await sandbox.settings({ google: { dailyMessages: 2 } });
		await send();
		await sandbox.advance(3600);
		await send();
		expect(await refusal(send())).toMatchObject({ status: 429, reason: 'rateLimitExceeded', message: expect.stringMatching(/Retry after \S+Z$/) });
		await sandbox.advance(23 * 3600 + 1);
		await send();
		expect(await refusal(send())).toMatchObject({ status: 429 });
	});
});

test('messages are inserted and deleted in bulk without being sent', async () => {
	const { data } = await users.messages.insert({ userId, internalDateSource: 'dateHeader', requestBody: { raw: raw({ Date: 'Tue, 01 Sep 2026 10:00:00 +0000' }), labelIds: ['INBOX'] } });
	expect((await users.messages.get({ userId, id: data.id ?? '', format: 'minimal' })).data.internalDate).toBe(String(Date.UTC(2026, 8, 1, 10)));
	expect(await (await fetch(`${sandbox.origin}/mail.google.com/_deliveries`)).json()).toEqual({});
	await users.messages.batchDelete({ userId, requestBody: { ids: [data.id ?? ''] } });
	expect(await profile()).toMatchObject({ emailAddress: camille.name, messagesTotal: 0, threadsTotal: 0 });
	expect((await users.settings.sendAs.list({ userId })).data.sendAs).toMatchObject([{ sendAsEmail: camille.name, isPrimary: true }]);
});

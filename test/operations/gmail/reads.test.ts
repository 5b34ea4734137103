import type { INodeParameters } from 'n8n-workflow';
import { Mailbox, me, noise, sha } from './mailbox';

const mailbox = new Mailbox();
beforeAll(async () => await mailbox.start());
beforeEach(async () => {
	for (;;) {
		const { messages = [] } = await mailbox.gmail<{ messages?: { id: string }[] }>('messages?maxResults=500');
		if (messages.length === 0) return;
		await mailbox.gmail('messages/batchModify', { ids: messages.map(({ id }) => id), addLabelIds: ['TRASH'] });
	}
});
afterAll(async () => await mailbox.stop());

const all = { returnAll: true, simple: true } satisfies INodeParameters;
const subjects = async (filters: INodeParameters = {}, more: INodeParameters = {}) => (await mailbox.json('getAll', { ...all, filters, ...more })).map(({ subject }) => subject);

test('Get: what all networks’ messages share, and what only mail has', async () => {
	const { id, threadId } = await mailbox.arrived({ from: 'Inês <ines@example.com>', subject: 'Olá 🌸', text: 'Bom dia', html: '<p>Bom dia</p>', headers: { Cc: 'rui@example.com' }, attachments: [{ filename: 'a.txt', contentType: 'text/plain', content: 'YQ==' }] });
	const message = await mailbox.one('get', { messageId: id, simple: true });
	expect(message).toMatchObject({
		...{ id: `gmail:${id}`, provider: 'gmail', providerMessageId: id, account: me, direction: 'in', threadId, subject: 'Olá 🌸', text: 'Bom dia' },
		from: { id: 'ines@example.com', name: 'Inês' },
		recipients: { to: [{ id: me }], cc: [{ id: 'rui@example.com' }] },
		labels: expect.arrayContaining(['INBOX', 'UNREAD']),
		media: [{ fileName: 'a.txt', mime: 'text/plain', bytes: 1 }],
	});
});

test('Get, raw: Gmail’s own resource', async () => {
	const { id } = await mailbox.arrived({ subject: 'Raw', text: 'x' });
	expect(await mailbox.one('get', { messageId: id, simple: false })).toMatchObject({ id, payload: { headers: expect.arrayContaining([{ name: 'Subject', value: 'Raw' }]) } });
});

test('a text that Gmail holds back for its size is fetched', async () => {
	const text = 'palavra '.repeat(540_000);
	const raw = Buffer.from(`To: ${me}\r\nSubject: Long\r\n\r\n${text}`).toString('base64url');
	const { id } = await mailbox.gmail<{ id: string }>('messages', { raw, labelIds: ['INBOX'] });
	expect(String((await mailbox.one('get', { messageId: id, simple: true })).text)).toHaveLength(text.trim().length);
});

test('Get Many: the newest first, as many as wanted and no more asked for', async () => {
	for (const subject of ['1', '2', '3', '4']) await mailbox.arrived({ subject, text: 'x' });
	const calls = await mailbox.wire(async () => expect(await mailbox.json('getAll', { returnAll: false, limit: 3, simple: true, filters: {} })).toMatchObject([{ subject: '4' }, { subject: '3' }, { subject: '2' }]));
	expect(calls.filter(({ call }) => /messages\/./.test(call))).toHaveLength(3);
	expect(calls.find(({ call }) => call === 'GET /messages')?.query).toEqual({ maxResults: '3' });
});

test('Get Many: all pages', async () => {
	const raw = (subject: string) => Buffer.from(`To: ${me}\r\nSubject: ${subject}\r\n\r\nx`).toString('base64url');
	await Promise.all(Array.from({ length: 510 }, async (_, index) => await mailbox.gmail('messages', { raw: raw(`n${index}`), labelIds: ['INBOX'] })));
	const found = await subjects();
	expect(found).toHaveLength(510);
	expect(new Set(found).size).toBe(510);
});

test('Get Many: by label, sender, search, read status and time', async () => {
	await mailbox.arrived({ subject: 'A', text: 'fatura', from: 'Rui Costa <rui@example.com>' });
	const { id } = await mailbox.arrived({ subject: 'B', text: 'outra', from: 'ines@example.com' });
	await mailbox.arrived({ subject: 'Junk', text: 'spam', labels: ['SPAM'] });
	await mailbox.run('markAsRead', { messageId: id });
	expect(await subjects()).toEqual(['B', 'A']);
	expect(await subjects({ sender: 'Rui "Costa"' })).toEqual(['A']);
	expect(await subjects({ q: 'fatura' })).toEqual(['A']);
	expect(await subjects({ readStatus: 'unread' })).toEqual(['A']);
	expect(await subjects({ readStatus: 'read' })).toEqual(['B']);
	expect(await subjects({ labelIds: ['INBOX', 'UNREAD'] })).toEqual(['A']);
	expect(await subjects({ includeSpamTrash: true, q: 'in:spam' })).toEqual(['Junk']);
	expect(await subjects({ receivedAfter: new Date(Date.now() + 60_000).toISOString() })).toEqual([]);
	expect(await subjects({ receivedBefore: new Date(Date.now() + 60_000).toISOString(), receivedAfter: '2020-01-01T00:00:00Z' })).toEqual(['B', 'A']);
	await expect(subjects({ receivedAfter: 'tomorrow' })).rejects.toThrow(/^Received After: “tomorrow” is not a date/);
});

test('Download Attachments: every file as it was sent, whatever its name', async () => {
	const files = [noise(40_000), Buffer.from('é'), noise(1)];
	const names = ['relatório final.pdf', '花束.txt', `${'x'.repeat(120)}.bin`];
	const attachments = files.map((content, index) => ({ filename: names[index], contentType: 'application/octet-stream', content: content.toString('base64') }));
	const { id } = await mailbox.arrived({ subject: 'Files', text: 'x', attachments });
	const [item] = await mailbox.run('downloadAttachments', { messageId: id, prefix: 'attachment_' });
	expect(item?.json).toMatchObject({ subject: 'Files' });
	expect(Object.keys(item?.binary ?? {})).toEqual(['attachment_0', 'attachment_1', 'attachment_2']);
	expect(Object.values(item?.binary ?? {}).map(({ fileName }) => fileName)).toEqual(names);
	const bytes = Object.values(item?.binary ?? {}).map(({ data }) => sha(Buffer.from(data, 'base64')));
	expect(bytes).toEqual(files.map(sha));
});

test('Threads: Get has all messages, Get Many the threads', async () => {
	const first = await mailbox.arrived({ subject: 'Fio', text: 'um', messageId: '<t1@mail.example.com>' });
	await mailbox.arrived({ subject: 'Re: Fio', text: 'dois', messageId: '<t2@mail.example.com>', inReplyTo: '<t1@mail.example.com>' });
	const thread = await mailbox.one('get', { threadId: first.threadId, simple: true }, { resource: 'thread' });
	expect(thread).toMatchObject({ id: first.threadId, messages: [{ text: 'um' }, { text: 'dois' }] });
	expect(await mailbox.one('get', { threadId: first.threadId, simple: false }, { resource: 'thread' })).toMatchObject({ messages: [{ payload: {} }, { payload: {} }] });
	await mailbox.arrived({ subject: 'Outro', text: 'x' });
	const threads = await mailbox.json('getAll', { returnAll: true, filters: { labelIds: ['INBOX'] } }, { resource: 'thread' });
	expect(threads).toMatchObject([{ snippet: 'x' }, { id: first.threadId, snippet: 'dois' }]);
});

test('Profile: the address, with its senders where they are wanted', async () => {
	expect(await mailbox.one('get', { options: {} }, { resource: 'profile' })).toEqual({ emailAddress: me, messagesTotal: expect.any(Number), threadsTotal: expect.any(Number), historyId: expect.any(String) });
	expect(await mailbox.one('get', { options: { senders: true } }, { resource: 'profile' })).toMatchObject({ emailAddress: me, sendAs: [{ sendAsEmail: me }] });
});

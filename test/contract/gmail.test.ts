import { Readable } from 'node:stream';
import { simpleParser } from 'mailparser';
import type { gmail_v1 } from 'googleapis/build/src/apis/gmail/v1';
import { bruno, camille, full, letter, open, openSandbox, rawOf, refusal, scope } from './gmailClient';
import type { Sandbox } from './gmailClient';

/** Google’s own client, which we did not write, drives the sandbox. */
let sandbox: Sandbox;
let users: gmail_v1.Gmail['users'];
let others: gmail_v1.Gmail['users'];
beforeAll(async () => {
	sandbox = await openSandbox();
});
afterAll(async () => await sandbox.close());
beforeEach(async () => {
	await sandbox.reset();
	await sandbox.settings({ google: { accessSeconds: 30 * 86_400 } });
	({ users } = await open(sandbox));
	({ users: others } = await open(sandbox, bruno));
});

const userId = 'me';
const send = async (headers: Record<string, string> = {}, threadId?: string, text?: string) =>
	(await users.messages.send({ userId, requestBody: { raw: rawOf(letter(headers, text)), threadId } })).data;
const read = async (id: string | null | undefined, format = 'full', from = users) => (await from.messages.get({ userId, id: id ?? '', format })).data;
const ids = async (asked: gmail_v1.Params$Resource$Users$Messages$List = {}, from = users) =>
	((await from.messages.list({ userId, ...asked })).data.messages ?? []).map(({ id }) => id);
const header = ({ payload }: gmail_v1.Schema$Message, name: string) => payload?.headers?.find((one) => one.name === name)?.value;
const arrive = async (mail: object) => await sandbox.settings({ google: { mail: { to: camille.name, ...mail } } });

describe('sending', () => {
	test('a message is stored, and arrives at the other account with an id and a thread of its own', async () => {
		const sent = await send({ To: `ines@example.com, Bruno <${bruno.name}>`, Bcc: 'secret@example.com', 'Message-ID': '<given@example.com>', 'X-Own': 'kept' });
		expect(sent).toEqual({ id: expect.any(String), threadId: sent.id, labelIds: ['SENT'] });
		const stored = await read(sent.id);
		expect(header(stored, 'From')).toBe(camille.name);
		expect(header(stored, 'Message-ID')).toMatch(/^<CA[^@]+@mail\.gmail\.com>$/);
		expect([header(stored, 'X-Google-Original-Message-ID'), header(stored, 'X-Own'), header(stored, 'Bcc')]).toEqual(['<given@example.com>', 'kept', 'secret@example.com']);
		const [arrived] = await ids({ labelIds: ['INBOX', 'UNREAD'] }, others);
		const received = await read(arrived, 'full', others);
		expect(arrived).not.toBe(sent.id);
		expect([header(received, 'Message-ID'), header(received, 'Bcc')]).toEqual([header(stored, 'Message-ID'), undefined]);
		const deliveries = await (await fetch(`${sandbox.origin}/mail.google.com/_deliveries`)).json();
		expect(deliveries).toEqual({ 'ines@example.com': 1, [bruno.name]: 1, 'secret@example.com': 1 });
	});

	test('with keepsMessageId the given Message-ID stays', async () => {
		await sandbox.settings({ google: { keepsMessageId: true } });
		const stored = await read((await send({ 'Message-ID': '<given@example.com>' })).id);
		expect([header(stored, 'Message-ID'), header(stored, 'X-Google-Original-Message-ID')]).toEqual(['<given@example.com>', undefined]);
	});

	test('by media upload, alone and behind JSON with a thread', async () => {
		const message = (headers: Record<string, string>) => ({ mimeType: 'message/rfc822', body: Readable.from([letter(headers)]) });
		const { data: first } = await users.messages.send({ userId, media: message({}) });
		const parent = header(await read(first.id), 'Message-ID') ?? '';
		const reply = { Subject: 'Re: Bouquets', 'In-Reply-To': parent, References: parent };
		const { data: second } = await users.messages.send({ userId, requestBody: { threadId: first.threadId }, media: message(reply) });
		expect(second.threadId).toBe(first.threadId);
		expect((await users.threads.get({ userId, id: first.threadId ?? '' })).data.messages).toHaveLength(2);
		const wrong = { mimeType: 'text/plain', body: 'x' };
		expect(await refusal(users.messages.send({ userId, media: wrong }))).toMatchObject({ status: 400, reason: 'badContent' });
	});

	test.each<[string, Record<string, string>, boolean]>([
		['all three rules kept', { Subject: 'RE: Bouquets' }, true],
		['another subject', { Subject: 'Tulips' }, false],
		['no reference', { Subject: 'Re: Bouquets', 'In-Reply-To': '' }, false],
	])('a thread is joined: %s', async (_, headers, joins) => {
		const first = await send();
		const parent = header(await read(first.id), 'Message-ID') ?? '';
		const second = await send({ 'In-Reply-To': parent, ...headers }, first.threadId ?? '');
		expect(second.threadId === first.threadId).toBe(joins);
	});

	test.each<[string, object, object]>([
		['nothing', {}, { status: 400, message: expect.stringContaining('raw') }],
		['no recipient', { raw: rawOf('Subject: x\r\n\r\nx') }, { status: 400, message: 'Recipient address required' }],
		['no address', { raw: rawOf('To: Camille\r\n\r\nx') }, { status: 400, message: 'Invalid To header' }],
		['too many', { raw: rawOf(letter({ To: Array.from({ length: 101 }, (__, index) => `p${index}@example.com`).join(', ') })) }, { status: 400 }],
		['an unknown thread', { raw: rawOf(letter({})), threadId: '123' }, { status: 404, reason: 'notFound' }],
		['a stray field', { raw: rawOf(letter({})), to: 'x' }, { status: 400, message: expect.stringContaining('Unknown name "to"') }],
	])('is refused: %s', async (_, requestBody, expected) => {
		expect(await refusal(users.messages.send({ userId, requestBody }))).toMatchObject(expected);
	});
});

describe('reading', () => {
	const file = { filename: 'Préparé.pdf', contentType: 'application/pdf', content: Buffer.from('%PDF-made-up').toString('base64') };

	test('the tree of a message is as mailparser reads its bytes, in every format', async () => {
		await arrive({ from: 'Inês Almeida <ines@example.com>', subject: 'Été', text: 'Bonjour à tous', html: '<p>Bonjour à <b>tous</b></p>', attachments: [file] });
		const [id] = await ids();
		const message = await read(id);
		const parsed = await simpleParser(Buffer.from((await read(id, 'raw')).raw ?? '', 'base64url'));
		expect(header(message, 'Subject')).toBe(parsed.subject);
		expect(header(message, 'From')).toBe('Inês Almeida <ines@example.com>');
		const [alternative, attached] = message.payload?.parts ?? [];
		const [plain, html] = (alternative?.parts ?? []).map(({ body }) => Buffer.from(body?.data ?? '', 'base64url').toString());
		expect([plain, html]).toEqual([parsed.text?.trim(), parsed.html]);
		expect([attached?.partId, attached?.filename, attached?.mimeType, attached?.body?.data]).toEqual(['1', file.filename, file.contentType, undefined]);
		const { data } = await users.messages.attachments.get({ userId, messageId: id ?? '', id: attached?.body?.attachmentId ?? '' });
		expect(Buffer.from(data.data ?? '', 'base64url')).toEqual(parsed.attachments[0]?.content);
		expect(message).toMatchObject({ snippet: 'Bonjour à tous', internalDate: expect.stringMatching(/^\d{13}$/), labelIds: ['UNREAD', 'CATEGORY_PERSONAL', 'INBOX'] });
		expect((await read(id)).payload?.parts?.[1]?.body?.attachmentId).not.toBe(attached?.body?.attachmentId);
		expect((await read(id, 'minimal')).payload).toBeUndefined();
		const metadata = await users.messages.get({ userId, id: id ?? '', format: 'metadata', metadataHeaders: ['subject'] });
		expect(metadata.data.payload).toEqual({ mimeType: 'multipart/mixed', headers: [{ name: 'Subject', value: 'Été' }] });
	});

	test('pages hold what they promise though mail arrives between them', async () => {
		for (let count = 0; count < 7; count++) await arrive({ subject: `No ${count}` });
		const seen: (string | null | undefined)[] = [];
		let pageToken: string | undefined;
		do {
			const { data } = await users.messages.list({ userId, maxResults: 3, pageToken });
			seen.push(...(data.messages ?? []).map(({ id }) => id));
			pageToken = data.nextPageToken ?? undefined;
			await arrive({ subject: 'Later' });
		} while (pageToken);
		expect(new Set(seen).size).toBe(7);
		expect((await users.messages.list({ userId, q: 'subject:nothing' })).data).toEqual({ resultSizeEstimate: 0 });
		expect((await ids({ maxResults: 900 })).length).toBe(10);
	});

	test.each([
		['from:ines@example.com', ['A', 'B', 'D']],
		['from:almeida -subject:roses', ['B']],
		['subject:"red roses"', ['A']],
		['red', ['A', 'C']],
		['"roses red"', []],
		['is:unread has:attachment', ['B']],
		['is:starred', ['A']],
		['in:inbox subject:{roses tulips}', ['A', 'B']],
		['tulips OR noon', ['B', 'C']],
		['{from:bruno tulips}', ['B', 'C']],
		['from:(bruno OR nobody)', ['C']],
		['label:big-clients', ['A']],
		['in:spam', ['D']],
		['in:anywhere from:almeida', ['A', 'B', 'D']],
		['rfc822msgid:<b@example.com>', ['B']],
		['newer_than:1d -is:starred', ['B', 'C']],
		['older_than:1d', []],
		['filename:list.csv', ['B']],
	])('q %s', async (q, expected) => {
		const { data: label } = await users.labels.create({ userId, requestBody: { name: 'Big clients' } });
		const from = 'Inês Almeida <ines@example.com>';
		await arrive({ from, subject: 'A red roses', text: 'hello' });
		await arrive({ from, subject: 'B tulips', messageId: '<b@example.com>', attachments: [{ filename: 'list.csv', content: 'eA==' }] });
		await arrive({ from: bruno.name, subject: 'C', text: 'Red at noon' });
		await arrive({ from, subject: 'D', labels: ['SPAM'] });
		const [first] = await ids({ q: 'subject:A' });
		await users.messages.modify({ userId, id: first ?? '', requestBody: { addLabelIds: [label.id ?? '', 'STARRED'], removeLabelIds: ['UNREAD'] } });
		const found = await Promise.all((await ids({ q, includeSpamTrash: q.startsWith('from:ines') })).map(async (id) => header(await read(id, 'metadata'), 'Subject')?.[0]));
		expect(found.toSorted()).toEqual(expected);
	});

	test('dates cut to the second, and what the search cannot read it refuses', async () => {
		await arrive({ subject: 'Old' });
		await sandbox.advance(3 * 86_400);
		await arrive({ subject: 'New' });
		const [newest] = await ids();
		const second = Math.floor(Number((await read(newest, 'minimal')).internalDate) / 1000);
		expect([(await ids({ q: `after:${second}` })).length, (await ids({ q: `before:${second}` })).length, (await ids({ q: `after:${second + 1}` })).length]).toEqual([1, 1, 0]);
		expect((await ids({ q: `after:${new Date(second * 1000 - 86_400_000).toISOString().slice(0, 10).replaceAll('-', '/')}` })).length).toBe(1);
		for (const q of ['deliveredto:x', 'after:yesterday', 'is:odd', '"open', '(red', 'OR red']) expect(await refusal(users.messages.list({ userId, q }))).toMatchObject({ status: 400, message: expect.stringContaining('cannot read') });
	});
});

test('scopes are asked for by method', async () => {
	const sent = await send();
	const id = sent.id ?? '';
	const [sending, metadata, modifying] = await Promise.all(['send', 'metadata', 'modify'].map(async (name) => (await open(sandbox, camille, scope(name))).users));
	if (!sending || !metadata || !modifying) throw new Error('Three clients were asked for.');
	expect(await refusal(sending.getProfile({ userId }))).toMatchObject({ status: 403, reason: 'insufficientPermissions' });
	expect((await sending.messages.send({ userId, requestBody: { raw: rawOf(letter({})) } })).status).toBe(200);
	expect((await metadata.messages.list({ userId })).data.messages).toHaveLength(2);
	expect(await refusal(metadata.messages.list({ userId, q: 'x' }))).toMatchObject({ status: 403, message: expect.stringContaining("'q'") });
	expect(await refusal(metadata.messages.get({ userId, id }))).toMatchObject({ status: 403, message: expect.stringContaining('FULL') });
	expect(await refusal(modifying.messages.delete({ userId, id }))).toMatchObject({ status: 403, reason: 'insufficientPermissions' });
	expect((await users.messages.delete({ userId, id })).status).toBe(204);
	expect(await refusal(users.messages.get({ userId, id }))).toMatchObject({ status: 404, reason: 'notFound' });
	expect(await refusal(users.messages.list({ userId: bruno.name }))).toMatchObject({ status: 403, message: expect.stringContaining('Delegation') });
	expect((await open(sandbox, camille, `${full} openid`)).users).toBeDefined();
});

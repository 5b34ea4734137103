import { Mailbox, file, html, me, noise, sha, text } from './mailbox';

const mailbox = new Mailbox();
beforeAll(async () => await mailbox.start());
afterAll(async () => await mailbox.stop());

const draft = { resource: 'draft' };

test('create, get, update, list, send', async () => {
	const created = await mailbox.one('create', { subject: 'Rascunho', ...text, additionalFields: { to: 'ines@example.com', bcc: 'rui@example.com' } }, draft);
	expect(created).toEqual({ id: expect.any(String), message: { id: expect.any(String), threadId: expect.any(String), labelIds: ['DRAFT'] } });
	const { id: draftId } = created;
	expect(await mailbox.one('get', { draftId: String(draftId), simple: true }, draft)).toMatchObject({ draftId, subject: 'Rascunho', text: 'Bonjour', recipients: { to: [{ id: 'ines@example.com' }] } });
	const updated = await mailbox.one('update', { draftId: String(draftId), subject: 'Proposta', ...html, additionalFields: { to: 'ines@example.com', bcc: 'rui@example.com' } }, draft);
	expect(updated.id).toBe(draftId);
	expect(await mailbox.one('get', { draftId: String(draftId), simple: false }, draft)).toMatchObject({ id: draftId, message: { payload: { headers: expect.arrayContaining([{ name: 'Subject', value: 'Proposta' }]) } } });
	expect(await mailbox.json('getAll', { returnAll: true, simple: true, filters: { q: 'subject:Proposta' } }, draft)).toMatchObject([{ draftId, subject: 'Proposta' }]);
	const sent = await mailbox.one('send', { draftId: String(draftId) }, draft);
	expect(sent).toMatchObject({ id: expect.any(String), labelIds: ['SENT'] });
	expect((await mailbox.read(sent.id)).parsed.subject).toBe('Proposta');
	expect(await mailbox.deliveries()).toMatchObject({ 'ines@example.com': 1, 'rui@example.com': 1 });
	await expect(mailbox.run('send', { draftId: String(draftId) }, draft)).rejects.toMatchObject({ context: { verdict: 'fix-input' } });
});

test('as an answer it stands in the thread and stays there when it is written anew', async () => {
	const original = await mailbox.arrived({ subject: 'Pergunta', text: 'Quando?', messageId: '<p1@mail.example.com>' });
	const created = await mailbox.one('create', { subject: '', ...text, additionalFields: { replyToMessageId: original.id, quote: true } }, draft);
	const { message } = await mailbox.gmail<{ message: { threadId: string } }>(`drafts/${String(created.id)}`);
	expect(message.threadId).toBe(original.threadId);
	expect(await mailbox.one('get', { draftId: String(created.id), simple: true }, draft)).toMatchObject({ subject: 'Re: Pergunta', recipients: { to: [{ id: 'ines@example.com' }] }, text: expect.stringContaining('> Quando?') });
	await mailbox.run('update', { draftId: String(created.id), subject: 'Re: Pergunta', ...text, additionalFields: { to: 'ines@example.com' } }, draft);
	const sent = await mailbox.one('send', { draftId: String(created.id) }, draft);
	expect(sent.threadId).toBe(original.threadId);
	expect((await mailbox.read(sent.id)).parsed.inReplyTo).toBe('<p1@mail.example.com>');
});

test('with a file of 5 MB, streamed', async () => {
	const bytes = noise(5 * 1024 * 1024);
	const input = { subject: 'Grande', ...text, additionalFields: { attachments: 'data' } };
	const calls = await mailbox.wire(async () => {
		const created = await mailbox.one('create', input, { ...draft, binary: { data: file('g.bin', 'image/x-raw', bytes) } });
		const { message } = await mailbox.gmail<{ message: { id: string } }>(`drafts/${String(created.id)}?format=minimal`);
		expect(sha((await mailbox.read(message.id)).parsed.attachments[0]?.content ?? Buffer.alloc(0))).toBe(sha(bytes));
	});
	expect(calls.map(({ call }) => call)).toContain('POST /upload/drafts');
});

test('without anything: an empty draft, without recipients', async () => {
	const created = await mailbox.one('create', { subject: '', emailType: 'text', text: '', additionalFields: {} }, draft);
	expect(await mailbox.one('get', { draftId: String(created.id), simple: true }, draft)).toMatchObject({ subject: '', text: '', account: me });
});

describe('when an answer is lost', () => {
	const drafts = async () => ((await mailbox.gmail<{ drafts?: object[] }>('drafts')).drafts ?? []).length;

	test('a new draft is found by its key and not written twice', async () => {
		const before = await drafts();
		await mailbox.fault({ match: '/me/drafts', kind: 'reset', when: 'after' });
		expect(await mailbox.one('create', { subject: 'Uma vez', ...text, additionalFields: {} }, draft)).toMatchObject({ id: expect.any(String), message: { labelIds: ['DRAFT'] } });
		expect(await drafts()).toBe(before + 1);
	});

	test('a draft that was sent is not sent again', async () => {
		const { id } = await mailbox.one('create', { subject: 'Enviado', ...text, additionalFields: { to: 'once@example.com' } }, draft);
		await mailbox.fault({ match: '/drafts/send', kind: 'status', status: 502, when: 'after' });
		expect(await mailbox.one('send', { draftId: String(id) }, draft)).toMatchObject({ labelIds: ['SENT'] });
		expect((await mailbox.deliveries())['once@example.com']).toBe(1);
	});

	test('a draft that was deleted is gone', async () => {
		const { id } = await mailbox.one('create', { subject: 'Fora', ...text, additionalFields: {} }, draft);
		await mailbox.fault({ match: `/drafts/${String(id)}`, kind: 'reset', when: 'after' });
		expect(await mailbox.one('delete', { draftId: String(id) }, draft)).toEqual({ id, deleted: true });
	});
});

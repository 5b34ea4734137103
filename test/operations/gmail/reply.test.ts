import { Mailbox, colleague, file, me, noise, sha, text } from './mailbox';

const mailbox = new Mailbox();
beforeAll(async () => await mailbox.start());
afterAll(async () => await mailbox.stop());

const addresses = (found: { value: { address?: string }[] } | { value: { address?: string }[] }[] | undefined) => [found ?? []].flat().flatMap(({ value }) => value.map(({ address }) => address));

describe('Reply', () => {
	test.each([{ encodedHeaders: false }, { encodedHeaders: true }])('lands in the thread and goes to the sender: %o', async (setting) => {
		await mailbox.settings(setting);
		const original = await mailbox.arrived({ from: '"Lopes, Inês" <ines@example.com>', subject: 'Orçamento', text: 'Quanto custa?', messageId: `<q${Math.random()}@mail.example.com>` });
		const sent = await mailbox.one('reply', { messageId: original.id, ...text });
		expect(sent.threadId).toBe(original.threadId);
		const { parsed } = await mailbox.read(sent.id);
		const asked = await mailbox.read(original.id);
		expect(parsed.subject).toBe('Re: Orçamento');
		expect([parsed.to].flat()[0]?.value).toEqual([{ name: 'Lopes, Inês', address: 'ines@example.com' }]);
		expect(parsed.inReplyTo).toBe(asked.parsed.messageId);
		expect([parsed.references].flat()).toEqual([asked.parsed.messageId]);
	});
	afterAll(async () => await mailbox.settings({ encodedHeaders: false }));

	test('carries the whole conversation in References, and “Re:” only once', async () => {
		const original = await mailbox.arrived({ subject: 'RE: Entrega', text: 'Sim', messageId: '<second@mail.example.com>', inReplyTo: '<first@mail.example.com>' });
		const { parsed } = await mailbox.read((await mailbox.one('reply', { messageId: original.id, ...text })).id);
		expect(parsed.subject).toBe('RE: Entrega');
		expect(parsed.references).toEqual(['<first@mail.example.com>', '<second@mail.example.com>']);
	});

	test('goes where Reply-To points; to all but oneself with “Reply to All”', async () => {
		const headers = { 'Reply-To': 'Vendas <sales@example.com>', Cc: `Rui <rui@example.com>, ${me}, ${colleague}` };
		const original = await mailbox.arrived({ subject: 'Grupo', text: 'Olá', headers });
		const alone = await mailbox.read((await mailbox.one('reply', { messageId: original.id, ...text })).id);
		expect([addresses(alone.parsed.to), addresses(alone.parsed.cc)]).toEqual([['sales@example.com'], []]);
		const extras = { replyAll: true, cc: 'boss@example.com' };
		const all = await mailbox.read((await mailbox.one('reply', { messageId: original.id, ...text, additionalFields: extras })).id);
		expect([addresses(all.parsed.to), addresses(all.parsed.cc)]).toEqual([['sales@example.com'], ['rui@example.com', colleague, 'boss@example.com']]);
	});

	test('an answer to one’s own message goes to who got that', async () => {
		const sent = await mailbox.one('send', { to: 'ines@example.com', subject: 'Lembrete', ...text });
		const again = await mailbox.one('reply', { messageId: String(sent.id), ...text });
		expect(again.threadId).toBe(sent.threadId);
		expect(addresses((await mailbox.read(again.id)).parsed.to)).toEqual(['ines@example.com']);
	});

	test('quotes what it answers', async () => {
		const original = await mailbox.arrived({ subject: 'Citação', text: 'Linha 1\nLinha <2>' });
		const answer = { messageId: original.id, emailType: 'both', html: '<p>Sim</p>', text: 'Sim', additionalFields: { quote: true } };
		const { parsed } = await mailbox.read((await mailbox.one('reply', answer)).id);
		expect(parsed.text).toMatch(/^Sim\n\nOn .+, Inês Almeida <ines@example\.com> wrote:\n\n> Linha 1\n> Linha <2>/);
		expect(parsed.html).toMatch(/^<p>Sim<\/p>.*<blockquote[^>]*>Linha 1<br>Linha &#60;2&#62;<\/blockquote>/s);
	});

	test('Thread: Reply answers its newest message', async () => {
		const first = await mailbox.arrived({ subject: 'Conversa', text: '1', messageId: '<c1@mail.example.com>' });
		await mailbox.arrived({ subject: 'Re: Conversa', text: '2', from: 'rui@example.com', messageId: '<c2@mail.example.com>', inReplyTo: '<c1@mail.example.com>' });
		const sent = await mailbox.one('reply', { threadId: first.threadId, ...text }, { resource: 'thread' });
		const { parsed, threadId } = await mailbox.read(sent.id);
		expect(threadId).toBe(first.threadId);
		expect([addresses(parsed.to), parsed.inReplyTo]).toEqual([['rui@example.com'], '<c2@mail.example.com>']);
	});

	test.each([
		{ messageId: 'none', says: /Requested entity was not found/, hint: /Check the ID/ },
		{ messageId: '<a@mail.example.com>', says: /^Message ID: “<a@mail\.example\.com>” is not an ID of Gmail’s/, hint: /Message-ID header/ },
	])('refused: $messageId', async ({ messageId, says, hint }) => {
		const failed = mailbox.run('reply', { messageId, ...text });
		await expect(failed).rejects.toThrow(says);
		await expect(failed).rejects.toMatchObject({ description: expect.stringMatching(hint), context: { verdict: 'fix-input' } });
	});
});

describe('Forward', () => {
	const bytes = noise(60_000);
	const attachments = [{ filename: 'fatura nº 1.pdf', contentType: 'application/pdf', content: bytes.toString('base64') }];

	test('passes text and files on', async () => {
		const original = await mailbox.arrived({ from: 'Inês <ines@example.com>', subject: 'Fatura', html: '<html><head><style>p{}</style></head><body><p>Em anexo</p></body></html>', attachments });
		const own = file('nota.txt', 'text/plain', Buffer.from('nota'));
		const note = { emailType: 'html', html: '<p>Veja</p>', additionalFields: { attachments: 'data' } };
		const { parsed } = await mailbox.read((await mailbox.one('forward', { messageId: original.id, to: 'contas@example.com', ...note }, { binary: { data: own } })).id);
		expect(parsed.subject).toBe('Fwd: Fatura');
		expect(addresses(parsed.to)).toEqual(['contas@example.com']);
		expect(parsed.html).toMatch(/^<p>Veja<\/p><br>.*Forwarded message.*From: Inês &#60;ines@example\.com&#62;.*<p>Em anexo<\/p>/s);
		expect(parsed.attachments.map(({ filename, content }) => [filename, sha(content)])).toEqual([['nota.txt', sha(Buffer.from('nota'))], ['fatura nº 1.pdf', sha(bytes)]]);
	});

	test('a text only, without the files and without a note', async () => {
		const original = await mailbox.arrived({ subject: 'Fwd: Fatura', text: 'Em anexo', attachments });
		const { parsed } = await mailbox.read((await mailbox.one('forward', { messageId: original.id, to: 'contas@example.com', emailType: 'text', text: '', additionalFields: { leaveOutAttachments: true } })).id);
		expect([parsed.subject, parsed.attachments, parsed.html]).toEqual(['Fwd: Fatura', [], false]);
		expect(parsed.text).toMatch(/^-+ Forwarded message -+\nFrom: .+\nDate: .+\nSubject: Fwd: Fatura\nTo: .+\n\nEm anexo/);
	});
});

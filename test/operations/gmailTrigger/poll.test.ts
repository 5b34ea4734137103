import { Watcher, bruno, camille } from './watcher';

const watcher = new Watcher();
beforeAll(async () => await watcher.open());
afterAll(async () => await watcher.close());

describe('new messages', () => {
	test('the first poll only remembers where the mailbox is; later ones give what came, in order, once', async () => {
		await watcher.begin();
		await watcher.arrive({ subject: 'Before' });
		expect(await watcher.poll()).toEqual([]);
		expect(await watcher.poll()).toEqual([]);
		await watcher.arrive({ subject: 'One' });
		await watcher.arrive({ subject: 'Two' });
		expect(await watcher.subjects()).toEqual(['One', 'Two']);
		expect(await watcher.poll()).toEqual([]);
	});

	test('a quiet mailbox costs one call', async () => {
		await watcher.begin();
		await watcher.poll();
		await watcher.forgetCalls();
		await watcher.poll();
		expect(await watcher.calls()).toEqual(['GET profile']);
		await watcher.arrive();
		await watcher.forgetCalls();
		await watcher.poll();
		expect(await watcher.calls()).toEqual(['GET profile', 'GET history', 'GET messages/ID']);
	});

	test('an item is a message as all networks have it', async () => {
		await watcher.begin();
		await watcher.poll();
		await watcher.arrive({ from: '"Almeida, Inês" <Ines@Example.com>', subject: 'Re: Été', text: 'Oui, volontiers', messageId: '<answer@example.com>', inReplyTo: '<asked@example.com>', headers: { 'Reply-To': 'shop@example.com' } });
		const [item] = await watcher.poll();
		const id = await watcher.newest();
		expect(item).toEqual({
			json: {
				event: 'newMessage',
				id: `gmail:${id}`,
				provider: 'gmail',
				providerMessageId: id,
				account: camille.name,
				conversationId: `gmail:${camille.name}:${id}`,
				direction: 'in',
				from: { id: 'ines@example.com', name: 'Almeida, Inês', email: 'ines@example.com' },
				to: { id: camille.name, email: camille.name },
				kind: 'text',
				subject: 'Re: Été',
				text: 'Oui, volontiers',
				media: [],
				replyTo: '<asked@example.com>',
				sentAt: expect.stringMatching(/^\d{4}-.*Z$/),
				threadId: id,
				labels: ['UNREAD', 'CATEGORY_PERSONAL', 'INBOX'],
				recipients: { to: [{ id: camille.name, email: camille.name }], cc: [] },
				isAutomatic: false,
				headers: { messageId: '<answer@example.com>', references: '<asked@example.com>', replyTo: 'shop@example.com' },
			},
		});
	});

	test('headers are read the same where Gmail leaves them encoded', async () => {
		await watcher.begin();
		await watcher.settings({ encodedHeaders: true });
		await watcher.poll();
		await watcher.arrive({ from: 'Inês Almeida <ines@example.com>', subject: 'Été à Nantes', attachments: [{ filename: 'Préparé.pdf', content: 'eA==' }] });
		expect((await watcher.poll())[0]?.json).toMatchObject({ subject: 'Été à Nantes', from: { name: 'Inês Almeida' }, media: [{ fileName: 'Préparé.pdf' }] });
	});

	test('autoresponders, bounces and newsletters are told apart', async () => {
		await watcher.begin();
		await watcher.poll();
		await watcher.arrive({ subject: 'Out of office', headers: { 'Auto-Submitted': 'auto-replied' } });
		await watcher.arrive({ subject: 'Undelivered', from: 'Mail Delivery Subsystem <mailer-daemon@example.com>' });
		await watcher.arrive({ subject: 'News', headers: { 'List-Unsubscribe': '<https://example.com/u>' } });
		await watcher.arrive({ subject: 'A person', headers: { 'Auto-Submitted': 'no' } });
		expect((await watcher.poll()).map(({ json }) => json.isAutomatic)).toEqual([true, true, true, false]);
	});

	test('one that is deleted before it is read is left out', async () => {
		await watcher.begin();
		await watcher.poll();
		await watcher.arrive({ subject: 'Gone' });
		await watcher.arrive({ subject: 'Stays' });
		// Its own record still tells of it.
		const { messages } = await watcher.call<{ messages: { id: string }[] }>('GET', '/messages');
		await watcher.sandbox.fault({ network: 'google', match: `/messages/${messages[1]?.id}`, kind: 'status', status: 404 });
		expect(await watcher.subjects()).toEqual(['Stays']);
		expect(await watcher.poll()).toEqual([]);
	});

	test('when a poll fails half-way, the next gives all, and each once', async () => {
		await watcher.begin();
		await watcher.poll();
		for (const subject of ['One', 'Two', 'Three']) await watcher.arrive({ subject });
		const before = structuredClone(watcher.staticData);
		const { messages } = await watcher.call<{ messages: { id: string }[] }>('GET', '/messages');
		await watcher.sandbox.fault({ network: 'google', match: `/messages/${messages[0]?.id}`, kind: 'status', status: 400 });
		await expect(watcher.poll()).rejects.toThrow();
		expect(watcher.staticData).toEqual(before);
		await watcher.arrive({ subject: 'Four' });
		expect(await watcher.subjects()).toEqual(['One', 'Two', 'Three', 'Four']);
		expect(await watcher.poll()).toEqual([]);
	});

	test('another account behind the credential begins anew', async () => {
		await watcher.begin();
		await watcher.poll();
		await watcher.arrive({ subject: 'For Camille' });
		await watcher.connect(bruno.id);
		await watcher.settings({ mail: { to: bruno.name, subject: 'Earlier' } });
		expect(await watcher.poll()).toEqual([]);
		await watcher.settings({ mail: { to: bruno.name, subject: 'For Bruno' } });
		expect(await watcher.subjects()).toEqual(['For Bruno']);
	});

	test('of a flood each poll takes a part, in order, until all is given', async () => {
		await watcher.begin();
		await watcher.poll();
		const all = Array.from({ length: 450 }, (_, index) => `No ${index}`);
		await watcher.settings({ mail: all.map((subject) => ({ to: camille.name, subject })) });
		const counts: number[] = [];
		const given: unknown[] = [];
		for (let poll = 0; poll < 4; poll++) {
			const subjects = await watcher.subjects();
			counts.push(subjects.length);
			given.push(...subjects);
		}
		expect(counts).toEqual([200, 200, 50, 0]);
		expect(given).toEqual(all);
	});

	test('two polls at once do not give anything twice', async () => {
		await watcher.begin();
		await watcher.poll();
		await watcher.arrive({ subject: 'One' });
		const [first, second] = await Promise.all([watcher.poll(), watcher.poll()]);
		expect([first.length, second.length].toSorted()).toEqual([0, 1]);
	});
});

test('attachments are fetched and the API’s own message added where that is wanted', async () => {
	await watcher.begin({ options: { downloadAttachments: true, raw: true, attachmentPrefix: 'file_' } });
	await watcher.poll();
	const content = Buffer.from('%PDF-made-up');
	await watcher.arrive({ text: 'See here', html: '<p>See <b>here</b></p>', attachments: [{ filename: 'Préparé.pdf', contentType: 'application/pdf', content: content.toString('base64') }, { filename: 'notes.txt', contentType: 'text/plain', content: 'eA==' }] });
	const [item] = await watcher.poll();
	expect(item?.json).toMatchObject({ text: 'See here', media: [{ kind: 'document', mime: 'application/pdf', fileName: 'Préparé.pdf', bytes: content.length, partId: '1', id: expect.any(String) }, { fileName: 'notes.txt', partId: '2' }] });
	expect(item?.json.raw).toMatchObject({ payload: { mimeType: 'multipart/mixed' } });
	expect(item?.binary?.file_0).toMatchObject({ fileName: 'Préparé.pdf', mimeType: 'application/pdf' });
	expect(Buffer.from(item?.binary?.file_0?.data ?? '', 'base64')).toEqual(content);
	expect(item?.binary?.file_1).toMatchObject({ fileName: 'notes.txt' });
});

describe('in the editor', () => {
	test('the newest messages that fit are shown, and nothing is remembered', async () => {
		await watcher.begin({ filters: { search: 'subject:tulips' } });
		for (const subject of ['Tulips 1', 'Roses', 'Tulips 2', 'Tulips 3', 'Tulips 4']) await watcher.arrive({ subject });
		expect((await watcher.poll('manual')).map(({ json }) => json.subject)).toEqual(['Tulips 4', 'Tulips 3', 'Tulips 2']);
		expect(watcher.staticData).toEqual({});
	});

	test('of added labels, messages that have one', async () => {
		await watcher.begin({ events: ['labelAdded'], addedLabelIds: ['STARRED'] });
		await watcher.arrive({ subject: 'Starred' });
		await watcher.call('POST', `/messages/${await watcher.newest()}/modify`, { addLabelIds: ['STARRED'] });
		await watcher.arrive({ subject: 'Other' });
		expect((await watcher.poll('manual')).map(({ json }) => [json.event, json.subject, json.addedLabels])).toEqual([['labelAdded', 'Starred', ['STARRED']]]);
	});

	test('with nothing to show it says so', async () => {
		await watcher.begin();
		await expect(watcher.poll('manual')).rejects.toThrow('No message in the mailbox fits');
	});
});

describe('refusals', () => {
	test.each<[string, object, string]>([
		['no event', { events: [] }, 'Events: none is chosen.'],
		['no label to watch', { events: ['labelAdded'] }, 'Added Label Names or IDs: none is chosen.'],
	])('%s', async (_, parameters, said) => {
		await watcher.begin({ ...parameters });
		await expect(watcher.poll()).rejects.toThrow(said);
	});

	test('a connection for sending only is told what it lacks', async () => {
		await watcher.begin();
		await watcher.connect(camille.id, 'send');
		await expect(watcher.poll()).rejects.toMatchObject({ description: expect.stringContaining('“Access” to Full') });
	});
});

import type { INodeParameters } from 'n8n-workflow';
import { Mailbox, colleague, file, html, me, noise, sha, text } from './mailbox';

const mailbox = new Mailbox();
beforeAll(async () => await mailbox.start());
afterAll(async () => await mailbox.stop());

test('Send: HTML with a text made of it, an emoji in the subject, and Gmail’s answer', async () => {
	const calls = await mailbox.wire(async () => {
		const sent = await mailbox.one('send', { to: 'ines@example.com', subject: 'Fête des mères 🌸', ...html });
		expect(sent).toEqual({ id: expect.any(String), threadId: expect.any(String), labelIds: ['SENT'] });
		const { parsed, source } = await mailbox.read(sent.id);
		expect(parsed.subject).toBe('Fête des mères 🌸');
		expect(parsed.text?.trim()).toBe('Bonjour');
		expect(parsed.html).toBe('<p>Bonjour</p>');
		expect(source).toMatch(/^X-QMARK-ID: [\da-f-]{36}\r$/m);
	});
	expect(calls[0]).toMatchObject({ call: 'POST /messages/send', status: 200 });
});

test('each type sends what it shows and nothing else', async () => {
	const both = { emailType: 'both', html: '<b>A</b>', text: 'B' };
	for (const [content, shown] of [[both, { html: '<b>A</b>', text: 'B' }], [{ ...both, emailType: 'text' }, { html: false, text: 'B' }], [{ ...both, emailType: 'html' }, { html: '<b>A</b>', text: 'A' }]] as const) {
		const { parsed } = await mailbox.read((await mailbox.one('send', { to: 'ines@example.com', subject: 'Types', ...content })).id);
		expect({ html: parsed.html, text: parsed.text?.trim() }).toEqual(shown);
	}
});

test('everybody gets it, the hidden ones too; names keep their commas and accents', async () => {
	const before = await mailbox.deliveries();
	const extras = { cc: 'Bruno <bruno@example.org>; carla@example.org', bcc: colleague, replyTo: 'hello@example.com', from: `"Atelier Camélia" <${me}>` };
	const sent = await mailbox.one('send', { to: '"Moreau, Inês" <ines.m@example.com>, josé@bücher.example'.replace('josé', 'jose'), subject: 'To all', ...text, additionalFields: extras });
	const { parsed, source } = await mailbox.read(sent.id);
	expect([parsed.to].flat()[0]?.value).toEqual([{ name: 'Moreau, Inês', address: 'ines.m@example.com' }, { name: '', address: expect.stringMatching(/^jose@(xn--bcher-kva|bücher)\.example$/) }]);
	expect(source).toContain('jose@xn--bcher-kva.example');
	expect(parsed.from?.value).toEqual([{ name: 'Atelier Camélia', address: me }]);
	expect(parsed.replyTo?.value).toMatchObject([{ address: 'hello@example.com' }]);
	const after = await mailbox.deliveries();
	for (const address of ['ines.m@example.com', 'jose@xn--bcher-kva.example', 'bruno@example.org', 'carla@example.org', colleague]) expect([address, (after[address] ?? 0) - (before[address] ?? 0)]).toEqual([address, 1]);
});

test('files, inline images and headers of one’s own', async () => {
	const png = noise(2_000);
	const csv = Buffer.from('é;1\r\n');
	const sent = await mailbox.one(
		'send',
		{
			...{ to: 'ines@example.com', subject: 'Files', emailType: 'html', html: '<img src="cid:logo">' },
			additionalFields: {
				attachments: 'list, photo',
				inlineImages: { image: [{ binaryField: 'photo', contentId: 'logo' }] },
				customHeaders: { header: [{ name: 'List-Unsubscribe', value: '<https://shop.example/u?t=1>, <mailto:u@shop.example>' }, { name: 'X-Campaign', value: 'Été' }] },
			},
		},
		{ binary: { list: file('été à Porto.csv', 'text/csv', csv), photo: file('logo.png', 'image/png', png) } },
	);
	const { parsed, source } = await mailbox.read(sent.id);
	expect(parsed.attachments.map(({ filename, contentType, cid, content }) => ({ filename, contentType, cid, sha: sha(content) }))).toEqual([
		{ filename: 'logo.png', contentType: 'image/png', cid: 'logo', sha: sha(png) },
		{ filename: 'été à Porto.csv', contentType: 'text/csv', cid: undefined, sha: sha(csv) },
		{ filename: 'logo.png', contentType: 'image/png', cid: undefined, sha: sha(png) },
	]);
	expect(source.replace(/\r\n /g, ' ')).toContain('List-Unsubscribe: <https://shop.example/u?t=1>, <mailto:u@shop.example>\r\n');
});

test('a message of 4 MB and more is streamed to the upload host, byte by byte the same; its 5 MB come back through Download Attachments', async () => {
	const bytes = noise(5 * 1024 * 1024 + 11);
	let id: unknown;
	const calls = await mailbox.wire(async () => {
		id = (await mailbox.one('send', { to: 'ines@example.com', subject: 'Grande foto', ...html, additionalFields: { attachments: 'data' } }, { binary: { data: file('foto.bin', 'application/octet-stream', bytes) } })).id;
	});
	expect(calls.at(-1)).toMatchObject({ call: 'POST /upload/messages/send', query: { uploadType: 'multipart' }, status: 200 });
	const { parsed } = await mailbox.read(id);
	expect(parsed.subject).toBe('Grande foto');
	expect(sha(parsed.attachments[0]?.content ?? Buffer.alloc(0))).toBe(sha(bytes));
	const [item] = await mailbox.run('downloadAttachments', { messageId: String(id), prefix: 'file_' });
	expect(item?.binary).toMatchObject({ file_0: { fileName: 'foto.bin', fileSize: '5.24 MB' } });
});

test('the same in its thread: a large answer keeps its place', async () => {
	const original = await mailbox.arrived({ subject: 'Photos?', text: 'Please send them' });
	const bytes = noise(4 * 1024 * 1024);
	const sent = await mailbox.one('reply', { messageId: original.id, ...text, additionalFields: { attachments: 'data' } }, { binary: { data: file('a.bin', 'image/x-raw', bytes) } });
	expect(sent.threadId).toBe(original.threadId);
});

const letter = { to: 'ines@example.com', subject: 'Hi', ...text };
const refusals: { name: string; parameters: INodeParameters; says: RegExp; hint?: RegExp }[] = [
	{ name: 'nobody', parameters: { to: '' }, says: /^To: is empty\. \[item 0\]/ },
	{ name: 'only commas', parameters: { to: ' , ' }, says: /^To: nobody is to get the message/ },
	{ name: 'no address', parameters: { to: 'ines' }, says: /^To: “ines” is not an email address/, hint: /name@example\.com/ },
	{ name: 'an address without a dot', parameters: { to: 'ines@localhost' }, says: /^To: “ines@localhost” is not an email address/ },
	{ name: 'a wrong copy', parameters: { additionalFields: { cc: 'a b@example.com' } }, says: /^CC: “a b@example\.com” is not an email address/ },
	{ name: 'a line break in the subject', parameters: { subject: 'Hi\r\nBcc: evil@example.com' }, says: /^Subject: holds a line break/ },
	{ name: 'a line break in a name', parameters: { to: '"A\nB" <a@example.com>' }, says: /^To: holds a line break/ },
	{ name: 'a line break in a header', parameters: { additionalFields: { customHeaders: { header: [{ name: 'X-A', value: 'a\nBcc: b@example.com' }] } } }, says: /^Custom Headers: X-A: holds a line break/ },
	{ name: 'a header that the node sets', parameters: { additionalFields: { customHeaders: { header: [{ name: 'bcc', value: 'b@example.com' }] } } }, says: /^Custom Headers: “bcc” is set by this node/ },
	{ name: 'a header without a name', parameters: { additionalFields: { customHeaders: { header: [{ name: 'X A', value: '1' }] } } }, says: /^Custom Headers: “X A” is not the name of a header/ },
	{ name: '101 recipients', parameters: { to: Array.from({ length: 101 }, (_, index) => `p${index}@example.com`).join(',') }, says: /^To, CC and BCC: have 101 recipients; Gmail takes 100/ },
	{ name: 'two senders', parameters: { additionalFields: { from: 'a@example.com, b@example.com' } }, says: /^From: names several senders/ },
	{ name: 'a file that is not there', parameters: { additionalFields: { attachments: 'nothing' } }, says: /^Input Binary Field: the item has no binary field “nothing”/ },
	{ name: 'an odd content ID', parameters: { additionalFields: { inlineImages: { image: [{ binaryField: 'small', contentId: 'my logo' }] } } }, says: /^Inline Images: “my logo” is not a content ID/ },
	{ name: 'too much for a message', parameters: { additionalFields: { attachments: 'large' } }, says: /^Attachments: make a message of 36\.\d MB; Gmail takes 35\.0 MB/ },
	{ name: 'no text', parameters: { text: '' }, says: /^Text: is empty/ },
];

test.each(refusals)('refused before anything is sent: $name', async ({ name, parameters, says, hint = /./ }) => {
	const binary = { small: file('s.png', 'image/png', noise(10)), ...(name.startsWith('too much') && { large: file('l.bin', 'application/zip', Buffer.alloc(27 * 1024 * 1024)) }) };
	const calls = await mailbox.wire(async () => {
		const failed = mailbox.run('send', { ...letter, ...parameters }, { binary });
		await expect(failed).rejects.toThrow(says);
		await expect(failed).rejects.toMatchObject({ description: expect.stringMatching(hint), context: { verdict: 'fix-input' } });
	});
	expect(calls).toEqual([]);
});

test('one bad item leaves the others alone', async () => {
	const items = ['ines@example.com', 'nobody', 'rui@example.com'].map((to) => ({ json: { to } }));
	const output = await mailbox.run('send', { ...letter, to: '={{ $json.to }}' }, { items, continueOnFail: true });
	expect(output.map(({ json }) => json.error ?? 'sent')).toEqual(['sent', 'To: “nobody” is not an email address.', 'sent']);
	expect(output.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
});

test('“Send Only” sends, and what it may not do says how to change that', async () => {
	expect(await mailbox.one('send', letter, { access: 'send' })).toMatchObject({ labelIds: ['SENT'] });
	const failed = mailbox.run('getAll', { returnAll: false, limit: 1, simple: false }, { access: 'send' });
	await expect(failed).rejects.toMatchObject({ description: expect.stringMatching(/set “Access” to Full/), context: { verdict: 'reconnect' } });
});

import type { Upload } from '../../../nodes/core/upload';
import { addressesOf } from '../../../nodes/networks/gmail/mime/addresses';
import { composeMessage } from '../../../nodes/networks/gmail/mime/compose';
import type { Mail } from '../../../nodes/networks/gmail/mime/compose';
import { encodedWords } from '../../../nodes/networks/gmail/mime/headers';
import { plainTextOf } from '../../../nodes/networks/gmail/mime/plainText';
import { both, bytesOf, faultsOf, parsed, uploadOf } from './sameMail';

const to = [{ address: 'ines@example.com' }];
const png = uploadOf('logo.png', 'image/png', Buffer.from('image'));
const pdf = uploadOf('a.pdf', 'application/pdf', Buffer.from('paper'));
const sourceOf = async (mail: Mail) => (await bytesOf(composeMessage(mail))).toString('latin1');
const unfolded = async (mail: Mail) => (await sourceOf(mail)).replace(/\r\n /g, ' ');

/** The levels of a message: `mixed(plain, pdf)`. */
async function levelsOf(mail: Mail): Promise<string> {
	const read = (part: string): string => {
		const [head = '', body = ''] = part.split(/\r\n\r\n([\s\S]*)/);
		const type = /Content-Type: \w+\/([\w-]+)/.exec(head)?.[1] ?? '';
		const boundary = /boundary="([^"]+)"/.exec(head)?.[1];
		if (!boundary) return type;
		const parts = body.split(new RegExp(`(?:^|\\r\\n)--${boundary}(?:--)?\\r\\n`)).slice(1, -1);
		return `${type}(${parts.map(read).join(', ')})`;
	};
	return read(await sourceOf(mail));
}

test.each<{ mail: Mail; levels: string }>([
	{ mail: {}, levels: 'plain' },
	{ mail: { text: 'a' }, levels: 'plain' },
	{ mail: { text: 'a', attachments: [pdf] }, levels: 'mixed(plain, pdf)' },
	{ mail: { html: 'a' }, levels: 'alternative(plain, html)' },
	{ mail: { html: 'a', text: 'b', attachments: [pdf, png] }, levels: 'mixed(alternative(plain, html), pdf, png)' },
	{ mail: { html: 'a', inline: [{ file: png, contentId: 'l' }] }, levels: 'alternative(plain, related(html, png))' },
	{ mail: { html: 'a', inline: [{ file: png, contentId: 'l' }], attachments: [pdf] }, levels: 'mixed(alternative(plain, related(html, png)), pdf)' },
	{ mail: { text: 'a', inline: [{ file: png, contentId: 'l' }] }, levels: 'mixed(plain, png)' },
])('only the levels that are needed: $levels', async ({ mail, levels }) => {
	expect(await levelsOf(mail)).toBe(levels);
});

describe('like nodemailer, as mailparser reads both', () => {
	const nasty = ['.', '..', '.\r\n.', '-- \r\nsignature', 'From here', 'a=b=3D', ' leading and trailing ', '\ttab\t', 'x'.repeat(3000), '花'.repeat(700), 'é'.repeat(76), `${'x'.repeat(75)}=`, '\u2028', 'שלום עולם', 'مرحبا', '👩‍👩‍👧‍👦'.repeat(40), ''];
	test.each(nasty)('the text %j', async (text) => {
		const { ours, theirs, bytes } = await both({ from: { address: 'me@example.com' }, to, subject: text.replace(/\s+/g, ' ').trim(), text: `${text}\nend`, html: `<pre>${text}</pre>` });
		expect(faultsOf(bytes)).toEqual([]);
		expect(ours).toEqual(theirs);
	});

	test.each(['a.pdf', 'ação nº 1.pdf', '花束.png', `${'very long '.repeat(20)}.txt`, `${'長い名前'.repeat(40)}.bin`, 'we"ird\\.txt', "it's 50%.txt", '🌸.gif', '.hidden', '%41.txt'])('the file %j', async (name) => {
		const { ours, theirs, bytes } = await both({ to, text: 'x', attachments: [uploadOf(name, 'application/pdf', Buffer.from('1'))] });
		expect(faultsOf(bytes)).toEqual([]);
		expect(ours.files[0]?.filename).toBe(name);
		expect(ours).toEqual(theirs);
	});

	test.each([1, 2, 56, 57, 58, 113, 114, 115, 58_367, 58_368, 58_369, 200_000])('a file of %i bytes', async (size) => {
		for (const piece of [1_000, 58_368, 65_536, 1_000_000]) {
			const { ours, size: said, bytes } = await both({ to, text: 'x', attachments: [uploadOf('a.bin', 'image/x', Buffer.alloc(size, 'ab'), piece)] });
			expect(said).toBe(bytes.length);
			expect(ours.files[0]?.bytes).toBe(Buffer.alloc(size, 'ab').toString('base64'));
		}
	});
});

describe('headers', () => {
	test('all of them, in their places', async () => {
		const source = await unfolded({
			...{ from: { name: 'Atelier, Camélia', address: 'me@example.com' }, to: [...to, { name: 'Rui "R" Costa', address: 'rui@example.com' }], cc: to, bcc: [{ address: 'hidden@example.com' }], replyTo: to },
			...{ subject: 'Olá', text: 'x', date: new Date('2026-11-24T10:00:00Z'), messageId: '<own@example.com>', inReplyTo: '<b@x>', references: '<a@x>\r\n <b@x> <a@x>', key: 'key-1' },
			headers: [{ name: 'X-Campaign', value: 'Verão' }, { name: 'List-Unsubscribe', value: `<https://shop.example/${'u'.repeat(200)}>` }],
		});
		const head = source.slice(0, source.indexOf('\r\n\r\n')).split('\r\n');
		expect(head).toEqual([
			'From: =?UTF-8?Q?Atelier=2C_Cam=C3=A9lia?= <me@example.com>',
			'To: ines@example.com, "Rui \\"R\\" Costa" <rui@example.com>',
			...['Cc: ines@example.com', 'Bcc: hidden@example.com', 'Reply-To: ines@example.com', 'Subject: =?UTF-8?Q?Ol=C3=A1?='],
			...['Date: Tue, 24 Nov 2026 10:00:00 +0000', 'Message-ID: <own@example.com>', 'In-Reply-To: <b@x>', 'References: <a@x> <b@x>'],
			...['X-Campaign: =?UTF-8?B?VmVyw6Nv?=', `List-Unsubscribe: <https://shop.example/${'u'.repeat(200)}>`, 'X-QMARK-ID: key-1'],
			...['MIME-Version: 1.0', 'Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: 7bit'],
		]);
	});

	test('a long name of a file: in pieces, and plainly for old readers', async () => {
		const source = await unfolded({ text: 'x', attachments: [uploadOf(`relatório ${'x'.repeat(80)}.pdf`, 'application/pdf', Buffer.from('1'))] });
		expect(source).toMatch(/Content-Disposition: attachment; filename\*0\*=utf-8''relat%C3%B3rio%20x+; filename\*1\*=x+\.pdf\r\n/);
		expect(source).toMatch(/Content-Type: application\/pdf; name="x+\.pdf"\r\n/);
	});

	test.each(['花'.repeat(200), '👩‍👩‍👧‍👦 é'.repeat(30), 'ascii and é '.repeat(40)])('encoded words hold whole characters and at most 75 signs: %#', (text) => {
		const words = encodedWords(text);
		for (const word of words) {
			expect(word.length).toBeLessThanOrEqual(75);
			const [, way, coded = ''] = /^=\?UTF-8\?([BQ])\?(.*)\?=$/.exec(word) ?? [];
			const bytes = way === 'B' ? Buffer.from(coded, 'base64') : Buffer.from(decodeURIComponent(coded.replace(/_/g, ' ').replace(/=/g, '%')));
			expect(bytes.toString('utf8')).not.toContain('\ufffd');
		}
	});

	test.each<{ name: string; mail: Mail; says: RegExp }>([
		{ name: 'subject', mail: { subject: 'a\r\nBcc: b@example.com' }, says: /^Subject: holds a line break/ },
		{ name: 'name of a person', mail: { to: [{ name: 'a\nb', address: 'a@example.com' }] }, says: /^To: holds a line break/ },
		{ name: 'value of a header', mail: { headers: [{ name: 'X-A', value: 'a\rb' }] }, says: /^Custom Headers: X-A: holds a line break/ },
		{ name: 'name of a header', mail: { headers: [{ name: 'X-A\r\nBcc', value: 'a' }] }, says: /is not the name of a header/ },
		{ name: 'name of a file', mail: { attachments: [uploadOf('a\r\nb', 'image/png', Buffer.from('1'))] }, says: /^Attachments: holds a line break/ },
		{ name: 'content ID', mail: { html: 'x', inline: [{ file: png, contentId: 'a\r\nb' }] }, says: /is not a content ID/ },
		{ name: 'key', mail: { key: 'a\nb' }, says: /holds a line break/ },
		{ name: 'control characters', mail: { subject: 'a\u0000b' }, says: /^Subject: holds a control character/ },
		{ name: 'a line that no server takes', mail: { headers: [{ name: 'X-A', value: 'x'.repeat(1000) }] }, says: /has a word of 1000 characters; a line takes 998/ },
	])('refused: a line break or worse in the $name', ({ mail, says }) => {
		expect(() => composeMessage({ text: 'x', ...mail })).toThrow(says);
	});

	test('a type of one’s own: line breaks and unknown forms become a plain file', async () => {
		for (const mime of ['image/png\r\nBcc: a@example.com', 'message/rfc822', 'multipart/mixed', '']) {
			const source = await unfolded({ text: 'x', attachments: [uploadOf('a', mime, Buffer.from('1'))] });
			expect(source).not.toMatch(/^Bcc/m);
			expect(source).toMatch(/Content-Type: (application\/octet-stream|image\/png); name="a"/);
		}
	});

	test.each(['logo', 'cid:logo', '<logo>'])('the content ID %s', async (contentId) => {
		expect(await sourceOf({ html: 'x', inline: [{ file: png, contentId }] })).toContain('Content-ID: <logo>\r\n');
	});
});

describe('bytes', () => {
	test('a boundary stands in no part, whatever the text says', async () => {
		const text = '--qmark=_0123456789abcdef0123456789abcdef\r\n--qmark=_0123456789abcdef0123456789abcdef--';
		const { parts } = { parts: await parsed(await bytesOf(composeMessage({ to, text, html: text, attachments: [pdf] }))) };
		expect(parts.text?.trim().replace(/\r?\n/g, '\r\n')).toBe(text);
		expect(parts.attachments).toHaveLength(1);
	});

	test('a file of 25 MB is read as it is sent, in small pieces', async () => {
		const size = 25 * 1024 * 1024;
		const block = Buffer.alloc(65_536, 7);
		let read = 0;
		const large: Upload = { ...uploadOf('l.bin', 'image/x', Buffer.alloc(0)), size, read: async function* () {
			for (; read < size; read += block.length) yield block;
		} };
		const composed = composeMessage({ to, text: 'x', attachments: [large] });
		expect(read).toBe(0);
		let sent = 0;
		for await (const piece of composed.read()) {
			expect(piece.length).toBeLessThan(100_000);
			sent += piece.length;
			// No further ahead than one block of what the network has taken.
			expect(read).toBeLessThan((sent / 78) * 57 + 3 * block.length);
		}
		expect(sent).toBe(composed.size);
	});

	test('each call reads anew, with the same bytes', async () => {
		const composed = composeMessage({ to, html: '<p>x</p>', attachments: [pdf] });
		expect(await bytesOf(composed)).toEqual(await bytesOf(composed));
	});

	test('a file that is not as long as n8n says is refused before the message ends', async () => {
		const wrong: Upload = { ...pdf, size: pdf.size + 1 };
		await expect(bytesOf(composeMessage({ to, text: 'x', attachments: [wrong] }))).rejects.toThrow(/^The file “a\.pdf” has 5 bytes, not 6/);
	});
});

describe('addresses', () => {
	test.each([
		{ text: '', list: [] },
		{ text: ' a@example.com ;b@example.com,, ', list: [{ address: 'a@example.com' }, { address: 'b@example.com' }] },
		{ text: 'Camille Moreau <c@example.com>', list: [{ name: 'Camille Moreau', address: 'c@example.com' }] },
		{ text: '"Moreau, \\"C\\" <x>" <c@example.com>, d+e@mail.example.co.uk', list: [{ name: 'Moreau, "C" <x>', address: 'c@example.com' }, { address: 'd+e@mail.example.co.uk' }] },
		{ text: 'Bücher <kontakt@Bücher.example>', list: [{ name: 'Bücher', address: 'kontakt@xn--bcher-kva.example' }] },
		{ text: 'x@例え.テスト', list: [{ address: 'x@xn--r8jz45g.xn--zckzah' }] },
		{ text: "o'neil@example.com", list: [{ address: "o'neil@example.com" }] },
	])('$text', ({ text, list }) => {
		expect(addressesOf(text, 'To')).toEqual(list);
	});

	test.each(['a', 'a@', '@b.example', 'a@b', 'a b@example.com', 'a@@example.com', 'Foo, Bar <a@example.com>', 'a@1.2.3.4', 'a@exa_mple.com', 'a@example..com', 'a@-x.example', '<a@example.com', '"a@example.com', 'josé@example.com', 'a@bü cher.example', 'a@x.example/../'])('refused: %s', (text) => {
		expect(() => addressesOf(text, 'CC')).toThrow(/^CC: “.*” is not an email address/);
	});

	test('100 recipients go, 101 do not', () => {
		const people = Array.from({ length: 101 }, (_, index) => ({ address: `p${index}@example.com` }));
		expect(() => composeMessage({ to: people.slice(0, 60), bcc: people.slice(60, 100) })).not.toThrow();
		expect(() => composeMessage({ to: people.slice(0, 60), bcc: people.slice(60) })).toThrow(/101 recipients; Gmail takes 100/);
	});
});

test.each([
	{ html: '<p>Olá <b>Inês</b>,</p><p>tudo&nbsp;bem?</p>', text: 'Olá Inês,\n\ntudo bem?' },
	{ html: 'a<br>b<br/>c', text: 'a\nb\nc' },
	{ html: '<ul><li>um</li><li>dois</li></ul>', text: '- um\n- dois' },
	{ html: '<a href="https://shop.example/?a=1&amp;b=2">Loja</a> <a href="https://x.example">https://x.example</a> <a href="mailto:a@example.com">a@example.com</a>', text: 'Loja (https://shop.example/?a=1&b=2) https://x.example a@example.com' },
	{ html: '<img src="cid:logo" alt="Logótipo"><div>A</div><div>B</div>', text: 'Logótipo\nA\nB' },
	{ html: '<html><head><title>T</title><style>p{}</style></head><body><!-- no -->x<script>y()</script></body></html>', text: 'x' },
	{ html: '&lt;b&gt; &amp;amp; &eacute; &#233; &#x1F338; &unknown; &#9999999;', text: '<b> &amp; é é 🌸 &unknown; &#9999999;' },
	{ html: '<table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>', text: '1 2\n3' },
	{ html: '', text: '' },
])('plain text of $html', ({ html, text }) => {
	expect(plainTextOf(html)).toBe(text);
});

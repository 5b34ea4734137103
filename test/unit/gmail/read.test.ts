import { messageOf } from '../../../nodes/networks/gmail/read';
import type { Resource } from '../../../nodes/networks/gmail/read';
import { heldBack, mediaOf, textOf } from '../../../nodes/networks/gmail/read/body';
import type { Part } from '../../../nodes/networks/gmail/read/body';
import { partiesOf } from '../../../nodes/networks/gmail/read/parties';
import { decodeText, decodeWords } from '../../../nodes/networks/gmail/read/words';

const account = 'camille@ateliercamelia.example';
const headers = (values: Record<string, string>) => Object.entries(values).map(([name, value]) => ({ name, value }));
const leaf = (mimeType: string, text: string | Buffer, more: Part = {}): Part => {
	const bytes = Buffer.from(text);
	return { mimeType, filename: '', body: { size: bytes.length, data: bytes.toString('base64url') }, ...more };
};
const whole = (kind: string, ...parts: Part[]): Part => ({ mimeType: `multipart/${kind}`, filename: '', body: { size: 0 }, parts });
const file = (mimeType: string, filename: string, more: Part = {}): Part => ({ mimeType, filename, body: { size: 9, attachmentId: 'ANG' }, ...more });

describe('encoded words', () => {
	test.each([
		['plain', 'plain'],
		['=?UTF-8?B?w4l0w6k=?=', 'Été'],
		['=?iso-8859-1?Q?caf=E9_cr=E8me?= now', 'café crème now'],
		['=?UTF-8?Q?a?= =?UTF-8?Q?b?=\t=?UTF-8?Q?c?= d', 'abc d'],
		['=?UTF-8?B?w4k=?= and =?UTF-8?B?dMOp?=', 'É and té'],
		// One character cut between two words, as some senders do.
		['=?UTF-8?B?w4nD?= =?UTF-8?B?qQ==?=', 'Éé'],
		['=?ISO-2022-JP?B?GyRCRnxLXDhsGyhC?=', '日本語'],
		['=?no-such-charset?Q?caf=E9?=', 'café'],
		['=?UTF-8?X?broken?=', '=?UTF-8?X?broken?='],
	])('%s', (value, expected) => {
		expect(decodeWords(value)).toBe(expected);
	});
});

test('a text is UTF-8 where it can be, whatever it says it is', () => {
	expect(decodeText(Buffer.from('Été'), 'iso-8859-1')).toBe('Été');
	expect(decodeText(Buffer.from('Été', 'latin1'), 'iso-8859-1')).toBe('Été');
	expect(decodeText(Buffer.from([0x80]), '')).toBe('€');
	expect(decodeText(Buffer.from('Été', 'utf16le'), 'utf-16le')).toBe('Été');
	expect(decodeText(Buffer.from('\u001b$BF|K\\8l\u001b(B', 'latin1'), 'iso-2022-jp')).toBe('日本語');
});

test.each([
	['ines@example.com', [{ id: 'ines@example.com', email: 'ines@example.com' }]],
	['Inês <Ines@Example.com>', [{ id: 'ines@example.com', name: 'Inês', email: 'ines@example.com' }]],
	['"Almeida, \\"Inês\\"" <i@x.pt>, b@x.pt', [{ id: 'i@x.pt', name: 'Almeida, "Inês"', email: 'i@x.pt' }, { id: 'b@x.pt', email: 'b@x.pt' }]],
	['Almeida, Inês <i@x.pt>, Bruno <b@x.pt>', [{ id: 'i@x.pt', name: 'Almeida, Inês', email: 'i@x.pt' }, { id: 'b@x.pt', name: 'Bruno', email: 'b@x.pt' }]],
	["'i@x.pt' <i@x.pt>", [{ id: 'i@x.pt', email: 'i@x.pt' }]],
	['Friends: i@x.pt, b@x.pt;', [{ id: 'i@x.pt', email: 'i@x.pt' }, { id: 'b@x.pt', email: 'b@x.pt' }]],
	['undisclosed-recipients:;', []],
	['i@x.pt (Inês)', [{ id: 'i@x.pt', email: 'i@x.pt' }]],
	['', []],
	['nobody at all', []],
])('addresses: %s', (header, expected) => {
	expect(partiesOf(header)).toEqual(expected);
});

describe('bodies', () => {
	const plain = leaf('text/plain', 'Plain\r\ntext');
	const html = leaf('text/html', '<p>HTML</p>');

	test.each<[string, Part, string]>([
		['plain text alone', plain, 'Plain\ntext'],
		['HTML alone', leaf('text/html', '<h1>Été</h1><p>Un&nbsp;<b>mot</b></p>'), 'Été\n\nUn mot'],
		['alternatives', whole('alternative', plain, html), 'Plain\ntext'],
		['an empty alternative', whole('alternative', leaf('text/plain', ' \r\n'), html), 'HTML'],
		['text, picture, text', whole('mixed', leaf('text/plain', 'Above'), file('image/png', 'a.png'), leaf('text/plain', 'Below')), 'Above\nBelow'],
		['HTML with its pictures', whole('related', whole('alternative', plain, html), file('image/png', 'logo.png')), 'Plain\ntext'],
		['a text file beside it', whole('mixed', plain, file('text/plain', 'notes.txt')), 'Plain\ntext'],
		['a footer in HTML', whole('mixed', leaf('text/plain', 'Body'), leaf('text/html', '<p>Footer</p>')), 'Body\nFooter'],
		['a forwarded message', whole('mixed', plain, { ...file('message/rfc822', 'fwd.eml'), parts: [leaf('text/plain', 'Inside')] }), 'Plain\ntext'],
		['its own charset', leaf('text/plain', Buffer.from('Été', 'latin1'), { headers: headers({ 'content-type': 'text/plain; charset="ISO-8859-1"' }) }), 'Été'],
		['nothing', {}, ''],
	])('%s', (_, payload, expected) => {
		expect(textOf(payload).plain).toBe(expected);
	});

	test('files are told by kind, pictures inside a text too, the text of an attached message not', () => {
		const logo = file('image/png', 'logo.png', { partId: '0.1', headers: headers({ 'Content-ID': '<logo@x>' }) });
		const forwarded = { ...file('message/rfc822', 'fwd.eml', { partId: '1' }), parts: [leaf('text/plain', 'Inside'), file('image/png', 'inside.png')] };
		const invitation = leaf('text/calendar', 'BEGIN', { partId: '2', headers: headers({ 'Content-Disposition': 'attachment' }) });
		expect(mediaOf(whole('mixed', whole('related', html, logo), forwarded, invitation))).toEqual([
			{ kind: 'image', id: 'ANG', mime: 'image/png', fileName: 'logo.png', bytes: 9, partId: '0.1', contentId: 'logo@x' },
			{ kind: 'document', id: 'ANG', mime: 'message/rfc822', fileName: 'fwd.eml', bytes: 9, partId: '1' },
			{ kind: 'document', mime: 'text/calendar', bytes: 5, partId: '2' },
		]);
	});

	test('a text that Gmail holds back is found, a file is not taken for one', () => {
		const large: Part = { mimeType: 'text/html', filename: '', body: { size: 9_000_000, attachmentId: 'ANG' } };
		expect(heldBack(whole('mixed', plain, large, file('text/plain', 'notes.txt')))).toEqual([large]);
	});
});

describe('a message', () => {
	const resource = (values: Record<string, string>, labelIds = ['INBOX']): Resource => ({ id: '19a1', threadId: '19a0', internalDate: '1790000000000', labelIds, payload: leaf('text/plain', 'Hi', { headers: headers(values) }) });

	test('in: the account stands for all recipients', () => {
		const message = messageOf(resource({ from: '=?UTF-8?Q?Moreau=2C_In=C3=AAs?= <i@x.pt>', TO: `Someone <s@x.pt>, Camille <${account}>`, Cc: 'c@x.pt', 'In-Reply-To': '<a@x> (yesterday)' }), account);
		expect(message).toMatchObject({ id: 'gmail:19a1', conversationId: `gmail:${account}:19a0`, direction: 'in', from: { id: 'i@x.pt', name: 'Moreau, Inês' }, to: { id: account, name: 'Camille' }, replyTo: '<a@x>', sentAt: '2026-09-21T14:13:20.000Z' });
		expect(message.recipients).toEqual({ to: [expect.objectContaining({ id: 's@x.pt' }), expect.objectContaining({ id: account })], cc: [{ id: 'c@x.pt', email: 'c@x.pt' }] });
	});

	test('out: to its first recipient', () => {
		expect(messageOf(resource({ From: account, To: 's@x.pt, t@x.pt' }, ['SENT']), account)).toMatchObject({ direction: 'out', to: { id: 's@x.pt' }, from: { id: account } });
		expect(messageOf(resource({ From: account, To: account }, ['SENT', 'INBOX']), account).direction).toBe('in');
	});

	test('without anything is still a message', () => {
		expect(messageOf({}, account)).toMatchObject({ from: { id: '' }, subject: '', text: '', media: [], labels: [], isAutomatic: false });
	});

	test.each<[Record<string, string>, boolean]>([
		[{}, false],
		[{ 'Auto-Submitted': 'no' }, false],
		[{ 'Auto-Submitted': 'auto-replied; owner-email="x"' }, true],
		[{ Precedence: 'bulk' }, true],
		[{ Precedence: 'first-class' }, false],
		[{ 'X-Autoreply': 'yes' }, true],
		[{ 'Return-Path': '<>' }, true],
		[{ 'Return-Path': '<i@x.pt>' }, false],
		[{ 'List-ID': 'Florists <florists.x.pt>' }, true],
		[{ From: 'MAILER-DAEMON@x.pt' }, true],
	])('is automatic with %o: %s', (values, expected) => {
		expect(messageOf(resource({ From: 'i@x.pt', ...values }), account).isAutomatic).toBe(expected);
	});
});

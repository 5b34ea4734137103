import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

export interface Mail {
	from: string;
	to: string[];
	subject: string;
	text: string;
}

const quotedPrintable = (text: string) => Buffer.from(text.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))), 'latin1').toString('utf8');
const decoded = (text: string, encoding: string) => (encoding === 'base64' ? Buffer.from(text, 'base64').toString('utf8') : encoding === 'quoted-printable' ? quotedPrintable(text) : text);
/** https://www.rfc-editor.org/rfc/rfc2047: spaces between two encoded words are no part of the text. */
const words = (text: string) =>
	text.replace(/\?=\s+=\?/g, '?==?').replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, word: string) => decoded(kind.toLowerCase() === 'b' ? word : word.replaceAll('_', ' '), kind.toLowerCase() === 'b' ? 'base64' : 'quoted-printable'));

function read(raw: string): Pick<Mail, 'subject' | 'text'> {
	const [head = '', ...body] = raw.split('\r\n\r\n');
	const header = (name: string) => new RegExp(`^${name}: (.*(?:\r\n[ \t].*)*)`, 'im').exec(head)?.[1] ?? '';
	return { subject: words(header('Subject')), text: decoded(body.join('\r\n\r\n'), header('Content-Transfer-Encoding').toLowerCase()).replaceAll('\r\n', '\n').trimEnd() };
}

const address = (line: string) => /<([^>]*)>/.exec(line)?.[1] ?? '';

/** A mail server that keeps what it is given, one text part a mail: https://www.rfc-editor.org/rfc/rfc5321 as far as n8n's Send Email speaks it. */
export async function openMailbox() {
	const mails: Mail[] = [];
	const serve = (socket: Socket) => {
		let unread = '';
		let mail = { from: '', to: new Array<string>() };
		let data: string | undefined;
		const answer = (line: string) => socket.write(`${line}\r\n`);
		const take = (line: string) => {
			if (data !== undefined) {
				if (line !== '.') return void (data += `${line.replace(/^\./, '')}\r\n`);
				mails.push({ ...mail, ...read(data) });
				data = undefined;
				return answer('250 kept');
			}
			if (/^EHLO|^HELO/i.test(line)) return answer('250 mailbox');
			if (/^QUIT/i.test(line)) return socket.end('221 bye\r\n');
			if (/^MAIL FROM/i.test(line)) mail = { from: address(line), to: [] };
			else if (/^RCPT TO/i.test(line)) mail.to.push(address(line));
			else if (/^DATA/i.test(line)) return (data = ''), answer('354 go on');
			else if (!/^RSET|^NOOP/i.test(line)) return answer('502 not known here');
			return answer('250 ok');
		};
		socket.on('error', () => socket.destroy()).on('data', (bytes: Buffer) => {
			unread += bytes.toString('latin1');
			const lines = unread.split('\r\n');
			unread = lines.pop() ?? '';
			lines.forEach(take);
		});
		answer('220 mailbox');
	};
	const server = createServer(serve).listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	return { port, mails, close: async () => await new Promise((resolve) => server.close(resolve)) };
}

import { SMTPServer } from 'smtp-server';
import type { AddressInfo } from 'node:net';

/** A quoted-printable or base64 part of a mail, as text. https://www.rfc-editor.org/rfc/rfc2045#section-6 */
function decoded(part: string): string {
	const [head = '', ...rest] = part.split(/\r?\n\r?\n/);
	const body = rest.join('\n\n');
	if (/transfer-encoding: base64/i.test(head)) return Buffer.from(body, 'base64').toString();
	if (!/transfer-encoding: quoted-printable/i.test(head)) return body;
	const bytes = body.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
	return Buffer.from(bytes, 'latin1').toString();
}

/** A mail server on the loopback address that keeps what it is given, as plain texts. */
export async function openInbox() {
	const mails: { to: string; text: string }[] = [];
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS'],
		onData: (stream, { envelope }, done) => {
			const pieces: Buffer[] = [];
			stream.on('data', (piece: Buffer) => pieces.push(piece));
			stream.on('end', () => {
				const whole = Buffer.concat(pieces).toString('utf8');
				const boundary = /boundary="?([^"\r\n;]+)/.exec(whole)?.[1];
				const parts = boundary ? whole.split(`--${boundary}`) : [whole];
				mails.push({ to: envelope.rcptTo.map(({ address }) => address).join(), text: parts.map(decoded).join('\n') });
				done();
			});
		},
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.server.address() as AddressInfo;
	return { mails, port, close: async () => await new Promise<void>((resolve) => server.close(resolve)) };
}

export type Inbox = Awaited<ReturnType<typeof openInbox>>;

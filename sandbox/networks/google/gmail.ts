import { Router, type Request } from 'express';
import { readBody } from '../body';
import { escape, htmlPage, pageHeaders } from '../html';
import { seed } from '../seed';
import { authorize, type Api } from './bearer';
import { gmailError } from './errors';
import { addressesOf, readHeaders } from './mime';
import { notFound, route } from './route';
import { profileScopes, sendScopes } from './scopes';
import type { Account, Google } from './state';

const authError = { message: 'Invalid Credentials', domain: 'global', reason: 'authError', location: 'Authorization', locationType: 'header' };

const api: Api = {
	service: 'gmail.googleapis.com',
	unauthenticated: () => ({ errors: [authError] }),
	insufficient: { errors: [{ message: 'Insufficient Permission', domain: 'global', reason: 'insufficientPermissions' }] },
};

/** The account that the token speaks for; `userId` may only be that one's address, or `me`. */
function caller(req: Request<{ userId: string }>, google: Google, method: string, scopes: readonly string[]): Account {
	const { grant } = authorize(req, google, api, `caribou.api.proto.MailboxService.${method}`, scopes);
	const account = google.account(grant.account);
	if (!account || !['me', account.name].includes(req.params.userId))
		throw gmailError(403, `Delegation denied for ${account?.name ?? grant.account}`, 'forbidden');
	return account;
}

/** Gmail reads the recipients from the message itself. https://developers.google.com/workspace/gmail/api/guides/sending */
function readMail(raw: unknown): { to: string; subject: string } {
	if (typeof raw !== 'string' || raw === '')
		throw gmailError(400, "'raw' RFC822 payload message string or uploading message via /upload/* URL required", 'invalidArgument');
	if (!/^[\w-]+={0,2}$/.test(raw))
		throw gmailError(400, 'Invalid value for ByteString: "raw" must be base64url, without line ends', 'invalidArgument');
	const headers = readHeaders(Buffer.from(raw, 'base64url').toString('utf8'));
	let recipients = 0;
	for (const name of ['To', 'Cc', 'Bcc']) {
		const addresses = addressesOf(headers.get(name.toLowerCase()) ?? '');
		if (!addresses) throw gmailError(400, `Invalid ${name} header`, 'invalidArgument');
		recipients += addresses.length;
	}
	if (recipients === 0) throw gmailError(400, 'Recipient address required', 'invalidArgument');
	return { to: headers.get('to') ?? '', subject: headers.get('subject') ?? '' };
}

/** `gmail.googleapis.com`. https://developers.google.com/workspace/gmail/api/reference/rest */
export function gmailRouter(google: Google): Router {
	const router = Router();
	const { clock, timeline, origin } = google.world;
	router.get(
		'/gmail/v1/users/:userId/profile',
		route<{ userId: string }>((req) => {
			const { id, name } = caller(req, google, 'GetProfile', profileScopes);
			const mails = google.mails.filter(({ account }) => account === id);
			const threads = new Set(mails.map(({ threadId }) => threadId));
			return { emailAddress: name, messagesTotal: mails.length, threadsTotal: threads.size, historyId: String(1000 + google.sent) };
		}),
	);
	router.post(
		'/gmail/v1/users/:userId/messages/send',
		route<{ userId: string }>(async (req) => {
			const { fields } = await readBody(req);
			// The journal tells how large a message was, not what was in it.
			req.body = { ...fields, raw: typeof fields.raw === 'string' ? Buffer.from(fields.raw, 'base64url') : fields.raw };
			const { id: account, name } = caller(req, google, 'SendMessage', sendScopes);
			const { to, subject } = readMail(fields.raw);
			const { threadId } = fields;
			if (threadId !== undefined && !google.mails.some((mail) => mail.account === account && mail.threadId === threadId))
				throw gmailError(404, 'Requested entity was not found.', 'notFound');
			const id = (0x19a000000000000n + BigInt(++google.sent)).toString(16);
			const mail = { id, threadId: typeof threadId === 'string' ? threadId : id, account, to, subject, sentAt: clock.now() };
			google.keep(mail);
			const url = `${origin}/mail.google.com/mail/u/0/#sent/${id}`;
			timeline.add({ network: 'gmail', account: name, kind: 'email', text: `${subject}\nTo: ${to}`, media: [], url });
			return { id, threadId: mail.threadId, labelIds: ['SENT'] };
		}),
	);
	return router.use(notFound);
}

/** The "Sent" of all accounts at `mail.google.com/mail/u/0/`, newest first; `#sent/<id>` leads to one mail, as it does at Gmail. */
export function mailboxRouter(google: Google): Router {
	const router = Router();
	router.get('/mail/u/0/', (_req, res) => {
		const mails = google.mails.toReversed().map(({ id, account, to, subject, sentAt }) => {
			const from = seed.google.accounts.find((known) => known.id === account)?.name ?? account;
			const lines = [`From: ${from}`, `To: ${to}`, new Date(sentAt).toISOString()].map((line) => `<p class="soft">${escape(line)}</p>`);
			return `<fieldset id="sent/${id}"><h1>${escape(subject || '(no subject)')}</h1>${lines.join('')}</fieldset>`;
		});
		res.set(pageHeaders).send(htmlPage('Sent', mails.join('') || '<p>Nothing has been sent.</p>'));
	});
	return router.use(notFound);
}

import { Router } from 'express';
import { escape, htmlPage, pageHeaders } from '../../html';
import { notFound, route } from '../route';
import type { Google } from '../state';
import { enter } from './call';
import { draftRoutes } from './drafts';
import { historyRoutes } from './history';
import { labelRoutes } from './labelRoutes';
import { older } from './mailbox';
import { base, messageRoutes } from './messages';
import { fieldsOf, valueOf } from './mime';
import { threadRoutes } from './threads';

/** `gmail.googleapis.com`. https://developers.google.com/workspace/gmail/api/reference/rest */
export function gmailRouter(google: Google): Router {
	const router = Router();
	router.get(
		`${base}/profile`,
		route<{ userId: string }>((req) => {
			const { mailbox } = enter(req, google, 'getProfile');
			const { address, messages, threads, historyId } = mailbox;
			return { emailAddress: address, messagesTotal: messages.size, threadsTotal: threads.size, historyId: String(historyId) };
		}),
	);
	router.get(
		`${base}/settings/sendAs`,
		route<{ userId: string }>((req) => {
			const { address } = enter(req, google, 'settings.sendAs.list').mailbox;
			return { sendAs: [{ sendAsEmail: address, displayName: '', replyToAddress: '', signature: '', isPrimary: true, isDefault: true }] };
		}),
	);
	for (const routes of [messageRoutes, draftRoutes, threadRoutes, labelRoutes, historyRoutes]) routes(router, google);
	return router.use(notFound);
}

/** So many mails are on the page. */
const SHOWN = 500;

/**
 * The "Sent" of all accounts at `mail.google.com/mail/u/0/`, newest first; `#sent/<id>` leads to one mail, as it does at Gmail.
 * `_deliveries` tells tests how many mails went to each address.
 */
export function mailboxRouter({ gmail }: Google): Router {
	const router = Router();
	router.get('/mail/u/0/', (_req, res) => {
		const sent = gmail.all().flatMap(({ order }) => order.filter(({ labels }) => labels.includes('SENT')));
		const mails = sent.sort(older).slice(-SHOWN).reverse().map(({ id, from, raw, subject, at }) => {
			const lines = [`From: ${from}`, `To: ${valueOf(fieldsOf(raw), 'To')}`, new Date(at).toISOString()].map((line) => `<p class="soft">${escape(line)}</p>`);
			return `<fieldset id="sent/${id}"><h1>${escape(subject || '(no subject)')}</h1>${lines.join('')}</fieldset>`;
		});
		res.set(pageHeaders).send(htmlPage('Sent', mails.join('') || '<p>Nothing has been sent.</p>'));
	});
	router.get('/_deliveries', (_req, res) => {
		res.json(Object.fromEntries(gmail.deliveries));
	});
	return router.use(notFound);
}

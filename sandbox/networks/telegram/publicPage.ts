import express, { type Router } from 'express';
import { postPage } from '../page/post';
import { nameOf } from './chats';
import type { TelegramState } from './state';

/** The fake `t.me`: what a person sees behind a message's link. */
export function publicPages(state: TelegramState): Router {
	const router = express.Router();
	router.get(['/:name/:message', '/c/:name/:message'], (req, res) => {
		const { name, message } = req.params;
		const chat = state.chats.named(String(name));
		const stored = chat?.messages.get(Number(message));
		if (!chat || !stored) {
			res
				.status(404)
				.type('html')
				.send(
					postPage({
						network: 'telegram',
						account: 'Telegram',
						text: 'There is no such message in the sandbox, or it was deleted.',
						media: [],
					}),
				);
			return;
		}
		const { text = '', media = [] } = stored.shown ?? {};
		const at = new Date(stored.message.date * 1000).toISOString();
		res.type('html').send(postPage({ network: 'telegram', account: nameOf(chat.info), text, media, at }));
	});
	return router;
}

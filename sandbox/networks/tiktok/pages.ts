import { Router } from 'express';
import { escape, htmlPage, pageHeaders } from '../html';
import { textOf } from './posts';
import type { TikTok } from './state';

/** The public pages of posts on www.tiktok.com, and profile pictures. */
export function pagesRouter(tiktok: TikTok): Router {
	const router = Router();
	router.get('/@:username/:kind/:id', (request, response) => {
		const post = [...tiktok.posts.values()].find(({ id, kind }) => id === request.params.id && kind === request.params.kind);
		if (!post) {
			response.status(404).set(pageHeaders).send(htmlPage('Not available', "<h1>This post isn't available</h1>"));
			return;
		}
		const { name } = tiktok.account(post.account);
		const media = post.shown.map((url) => (post.kind === 'photo' ? `<img src="${escape(url)}" alt="">` : `<video src="${escape(url)}" controls></video>`)).join('');
		const when = `${new Date(post.at).toUTCString()}${post.onlyMe ? ' · only me' : ''}`;
		const body = `<h1>${escape(name)}</h1><p class="soft">${when}</p>${media}<p class="text">${escape(textOf(post))}</p>`;
		response.set(pageHeaders).send(htmlPage(name, body));
	});
	router.get('/inbox', (_request, response) => {
		response.set(pageHeaders).send(htmlPage('Inbox', '<h1>Inbox</h1><p>On a phone, a person opens the draft here and posts it.</p>'));
	});
	router.get('/avatar/:file', (request, response) => {
		const letter = escape(request.params.file.slice(0, 1).toUpperCase());
		const style = 'font-family="sans-serif" font-size="52" fill="#fff" text-anchor="middle"';
		const disc = `<circle cx="50" cy="50" r="50"/><text x="50" y="68" ${style}>${letter}</text>`;
		response.type('image/svg+xml').send(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">${disc}</svg>`);
	});
	return router;
}

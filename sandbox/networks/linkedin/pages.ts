import { Router } from 'express';
import { escape, htmlPage, pageHeaders } from '../html';
import { nameOf, type Post } from './posts';
import type { LinkedIn } from './state';
import { shownMedia } from './uploads';

/** What a post shows beside its words. */
const media = (linkedin: LinkedIn, { content }: Post): string =>
	shownMedia(linkedin, content)
		.map(({ kind, url, alt = '' }) => (kind === 'image' ? `<p><img src="${escape(url)}" alt="${escape(alt)}"></p>` : kind === 'video' ? `<p><video src="${escape(url)}" controls></video></p>` : `<p><a href="${escape(url)}">${escape(url.split('/').at(-1) ?? '')}</a></p>`))
		.join('');

/** The public pages of posts on www.linkedin.com. */
export function pagesRouter(linkedin: LinkedIn): Router {
	const router = Router();
	router.get('/feed/update/:urn', (request, response) => {
		const post = linkedin.posts.get(request.params.urn);
		if (!post) {
			response.status(404).set(pageHeaders).send(htmlPage('Not available', '<h1>This post cannot be displayed</h1>'));
			return;
		}
		const name = nameOf(post.author);
		const link = post.link ? `<p><a href="${escape(post.link.url)}">${escape(post.link.title)}</a></p>` : '';
		const body = `<h1>${escape(name)}</h1><p class="soft">${new Date(post.at).toUTCString()}</p><p class="text">${escape(post.text)}</p>${link}${media(linkedin, post)}`;
		response.set(pageHeaders).send(htmlPage(name, body));
	});
	return router;
}

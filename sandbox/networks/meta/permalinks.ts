import { Router, type Response } from 'express';
import { escape, htmlPage, pageHeaders } from '../html';
import type { Shown } from './model';
import { shownBy } from './posts';
import type { Meta } from './state';

const show = ({ kind, url, alt }: Shown): string =>
	kind === 'video' ? `<video controls src="${escape(url)}"></video>` : `<img src="${escape(url)}" alt="${escape(alt ?? '')}">`;

export interface Shows {
	account: string;
	text: string;
	shown: Shown[];
	at: number;
	comments: { by: string; text: string }[];
}

/** A post as its public page shows it. */
export function sendPost(response: Response, post: Shows | undefined): void {
	if (!post) {
		const body = '<h1>This content is not available</h1><p>It was deleted, is not published yet, or never was.</p>';
		response.status(404).set(pageHeaders).send(htmlPage('Not available', body));
		return;
	}
	const comments = post.comments.map(({ by, text }) => `<li><strong>${escape(by)}</strong> ${escape(text)}</li>`).join('');
	const body = `<h1>${escape(post.account)}</h1><p class="soft">${new Date(post.at).toUTCString()}</p><p class="text">${escape(post.text)}</p>${post.shown.map(show).join('')}${comments && `<ul>${comments}</ul>`}`;
	response.set(pageHeaders).send(htmlPage(post.account, body));
}

function facebookPost(meta: Meta, id: string): Shows | undefined {
	const post = meta.find('PagePost', id);
	if (!post || post.state !== 'published' || post.hidden) return undefined;
	const comments = meta.all('Comment').filter((comment) => comment.objectId === post.id && !comment.hidden);
	return {
		account: meta.page(post.pageId).name,
		text: [post.message, post.link ?? ''].join('\n').trim(),
		shown: shownBy(post, meta),
		at: post.createdAt,
		comments: comments.map(({ from, message }) => ({ by: from.name, text: message })),
	};
}

function instagramPost(meta: Meta, key: string): Shows | undefined {
	const media = meta.all('IGMedia').find((one) => one.albumId === undefined && (one.shortcode === key || one.id === key));
	if (!media) return undefined;
	const parts = [media, ...media.children.flatMap((id) => meta.find('IGMedia', id) ?? [])];
	const comments = meta.all('IGComment').filter((comment) => comment.mediaId === media.id && !comment.hidden);
	return {
		account: meta.igUser(media.igId).username,
		text: media.caption,
		shown: parts.flatMap((one) => one.shown ?? []),
		at: media.createdAt,
		comments: comments.map(({ from, text }) => ({ by: from.username, text })),
	};
}

/** Profile pictures: the first letter on a coloured disc. */
function avatar(meta: Meta, id: string): string {
	const node = meta.nodes.get(id);
	const letter = node && 'name' in node ? node.name.slice(0, 1) : '?';
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><circle cx="50" cy="50" r="50" fill="#b0235f"/><text x="50" y="68" font-family="sans-serif" font-size="52" fill="#fff" text-anchor="middle">${escape(letter)}</text></svg>`;
}

/** The public addresses of posts on www.facebook.com. */
export function facebookPages(meta: Meta): Router {
	const router = Router();
	router.get('/avatar/:file', (request, response) => {
		response.type('image/svg+xml').send(avatar(meta, request.params.file.replace(/\.svg$/, '')));
	});
	router.get('/reel/:video', (request, response) => {
		sendPost(response, facebookPost(meta, meta.find('Video', request.params.video)?.postId ?? ''));
	});
	router.get('/photo/:photo', (request, response) => {
		sendPost(response, facebookPost(meta, meta.find('Photo', request.params.photo)?.postId ?? ''));
	});
	router.get('/stories/:page/:number', (request, response) => {
		sendPost(response, facebookPost(meta, `${request.params.page}_${request.params.number}`));
	});
	router.get('/:page/posts/:number', (request, response) => {
		const page = meta.all('Page').find(({ username, id }) => username === request.params.page || id === request.params.page);
		sendPost(response, page && facebookPost(meta, `${page.id}_${request.params.number}`));
	});
	return router;
}

/** `wa.me/<number>`, the address of a chat with that number. https://faq.whatsapp.com/5913398998672934 */
export function whatsAppChats(meta: Meta): Router {
	const router = Router();
	router.get('/:number', (request, response) => {
		const chat = meta.messages.filter(({ to }) => to === request.params.number);
		const [first] = chat;
		const shown = first && { account: `+${first.to}`, text: chat.map(({ text }) => text).join('\n\n'), shown: [], at: first.createdAt, comments: [] };
		sendPost(response, shown);
	});
	return router;
}

/** The public addresses of posts on www.instagram.com. */
export function instagramPages(meta: Meta): Router {
	const router = Router();
	router.get(['/p/:key', '/reel/:key', '/stories/:username/:key'], (request, response) => {
		sendPost(response, instagramPost(meta, String(request.params.key)));
	});
	return router;
}

import { Router } from 'express';
import { errorBody } from '../meta/errors';
import { authorizeRouter } from '../meta/login/authorize';
import type { SavedLogin } from '../meta/login/login';
import { sendPost } from '../meta/permalinks';
import type { CreateNetwork } from '../world';
import { threadsGraph } from './graph';
import { jsonRefusal } from './login';
import { Threads, type SavedThreads } from './state';

/** How its codes and tokens begin, to be looked for where they must not be. */
export const tokenPrefixes = ['AQSANDBOX', 'THSANDBOX'] as const;

function postPages(threads: Threads): Router {
	const router = Router();
	router.get('/:username/post/:shortcode', (request, response) => {
		const [post] = threads.all(({ shortcode }) => shortcode === request.params.shortcode);
		const replies = post ? threads.all(({ replyTo, hidden }) => replyTo === post.id && !hidden).reverse() : [];
		const shown = post && {
			account: post.from.username,
			text: [post.text, post.link ?? '', ...Object.values(post.poll ?? {}).map((option) => `▫️ ${option}`)].join('\n').trim(),
			shown: post.shown,
			at: post.createdAt,
			comments: replies.map(({ from, text }) => ({ by: from.username, text })),
		};
		sendPost(response, shown);
	});
	return router;
}

interface Saved {
	login: SavedLogin;
	/** Missing from what a sandbox before this one wrote. */
	state?: SavedThreads;
}

/** Threads: its own login and its API v1.0, under both of its domains. */
export const createThreads: CreateNetwork = (world) => {
	const threads = new Threads(world);
	const { login } = threads;
	const site = Router();
	site.use(authorizeRouter(login, jsonRefusal), postPages(threads));
	const graph = threadsGraph(threads);
	return {
		name: 'threads',
		hosts: { 'www.threads.net': site, 'www.threads.com': site, 'graph.threads.net': graph, 'graph.threads.com': graph },
		errorBody,
		configure: (settings) => login.configure(settings),
		reset: () => threads.reset(),
		save: (): Saved => ({ login: login.save(), state: threads.save() }),
		load: (saved: Saved) => {
			login.load(saved.login);
			if (saved.state) threads.load(saved.state);
		},
	};
};

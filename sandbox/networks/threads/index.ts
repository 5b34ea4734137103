import { Router } from 'express';
import { errorBody } from '../meta/errors';
import { authorizeRouter } from '../meta/login/authorize';
import type { SavedLogin } from '../meta/login/login';
import { sendPost } from '../meta/permalinks';
import type { CreateNetwork } from '../world';
import { threadsGraph, type Threads } from './graph';
import { createLogin, jsonRefusal } from './login';
import { Posts } from './posts';

/** How its codes and tokens begin, to be looked for where they must not be. */
export const tokenPrefixes = ['AQSANDBOX', 'THSANDBOX'] as const;

function postPages({ login, posts }: Threads): Router {
	const router = Router();
	router.get('/:username/post/:shortcode', (request, response) => {
		const post = posts.byShortcode(request.params.shortcode);
		const shown = post?.published && {
			account: login.accountOf(post.account).name,
			text: post.text,
			shown: post.imageUrl === undefined ? [] : [{ kind: 'image' as const, url: post.imageUrl, alt: post.alt }],
			at: post.published.at,
			comments: [],
		};
		sendPost(response, shown);
	});
	return router;
}

interface Saved {
	login: SavedLogin;
	posts: ReturnType<Posts['save']>;
}

/** Threads: its own login and a thin piece of its API, under both of its domains. */
export const createThreads: CreateNetwork = (world) => {
	const threads: Threads = { world, login: createLogin(world), posts: new Posts(world) };
	const { login, posts } = threads;
	const site = Router();
	site.use(authorizeRouter(login, jsonRefusal), postPages(threads));
	const graph = threadsGraph(threads);
	return {
		name: 'threads',
		hosts: { 'www.threads.net': site, 'www.threads.com': site, 'graph.threads.net': graph, 'graph.threads.com': graph },
		errorBody,
		configure: (settings) => login.configure(settings),
		reset: () => {
			login.reset();
			posts.clear();
		},
		save: (): Saved => ({ login: login.save(), posts: posts.save() }),
		load: (saved: Saved) => {
			login.load(saved.login);
			posts.load(saved.posts);
		},
	};
};

import { Router, type Request, type Response } from 'express';
import { checkParams, methodOf } from '../meta/envelope';
import { forbidden, GraphError, invalid } from '../meta/errors';
import { readIntake } from '../meta/intake';
import type { Login } from '../meta/login/login';
import { answerRenewal, tokenText } from '../meta/login/renewal';
import { Params } from '../meta/params';
import { graphTime } from '../meta/state';
import { words } from '../meta/words';
import type { Token } from '../oauth/grants';
import type { World } from '../world';
import { accessToken, debugToken } from './oauth';
import { found, type Post, type Posts } from './posts';

/** Everything the fake Threads holds. */
export interface Threads {
	world: World;
	login: Login;
	posts: Posts;
}

interface Call {
	method: 'GET' | 'POST' | 'DELETE';
	params: Params;
	token: Token;
	username: string;
}

const createParams = words(`media_type text image_url alt_text reply_control topic_tag link_attachment auto_publish_text`);

/** Picks the asked fields; an unknown one is refused. */
function pick(all: Record<string, unknown>, params: Params, label: string): Record<string, unknown> {
	const wanted = (params.text('fields') ?? 'id').split(',').map((field) => field.trim());
	const unknown = wanted.find((field) => !(field in all));
	if (unknown !== undefined) throw invalid(`Tried accessing nonexisting field (${unknown}) on node type (${label})`);
	return Object.fromEntries(['id', ...wanted].map((field) => [field, all[field]]));
}

function needs(scope: string, { grant }: Token): void {
	if (!grant.scopes.includes(scope)) throw forbidden(`Permissions error: this call requires the permission ${scope}.`);
}

function describePost(post: Post, { params, username, token }: Call, { posts }: Threads): Record<string, unknown> {
	const { published } = post;
	if (!published || params.text('fields')?.includes('status'))
		return pick({ id: post.id, status: posts.statusOf(post), error_message: undefined }, params, 'ThreadsContainer');
	const fields = {
		id: published.id,
		permalink: posts.permalink(published.shortcode, username),
		shortcode: published.shortcode,
		text: post.text,
		media_type: post.media === 'TEXT' ? 'TEXT_POST' : 'IMAGE',
		media_product_type: 'THREADS',
		media_url: post.imageUrl,
		alt_text: post.alt,
		username,
		owner: { id: token.grant.account },
		timestamp: graphTime(published.at),
	};
	return pick(fields, params, 'ThreadsMedia');
}

/** Calls on the account itself. https://developers.facebook.com/docs/threads/reference/user */
async function answerAccount(edge: string | undefined, call: Call, threads: Threads): Promise<unknown> {
	const { method, params, token, username } = call;
	const { account } = token.grant;
	switch (edge === undefined ? method : `${method} ${edge}`) {
		case 'GET':
			checkParams(params, new Map(), []);
			return pick({ id: account, username, name: username, is_verified: false, threads_biography: '' }, params, 'ThreadsUser');
		case 'GET threads':
			return { data: threads.posts.publishedBy(account).map((post) => describePost(post, call, threads)) };
		case 'POST threads': {
			needs('threads_content_publish', token);
			checkParams(params, new Map(), createParams);
			const post = await threads.posts.create(account, params);
			const atOnce = params.flag('auto_publish_text') === true && post.media === 'TEXT';
			return { id: atOnce ? threads.posts.publish(post, username) : post.id };
		}
		case 'POST threads_publish': {
			needs('threads_content_publish', token);
			checkParams(params, new Map(), ['creation_id']);
			const id = params.required('creation_id');
			return { id: threads.posts.publish(found(threads.posts.find(id, account), method, id), username) };
		}
		default:
			throw new GraphError(100, `(#100) Tried accessing nonexisting field (${edge}) on node type (ThreadsUser)`);
	}
}

async function answer(request: Request, response: Response, threads: Threads): Promise<void> {
	const { login, posts, world } = threads;
	const params = new Params((await readIntake(request, world.media)).values);
	const [first, second, ...rest] = request.path.split('/').filter((segment) => segment !== '' && segment !== 'v1.0');
	if (first === 'oauth' && second === 'access_token') {
		accessToken(request, params, response, login);
		return;
	}
	if (answerRenewal(first, request, params, response, login)) return;
	if (first === 'debug_token') {
		response.json(debugToken(request, params, login));
		return;
	}
	const token = login.valid(tokenText(request, params));
	needs('threads_basic', token);
	const method = methodOf(request.method, params);
	if (first === undefined || rest.length > 0) throw new GraphError(2500, `Unknown path components: ${request.path}`);
	const { id: account, name: username } = login.accountOf(token.grant.account);
	const call: Call = { method, params, token, username };
	if (first === 'me' || first === account) {
		response.json(await answerAccount(second, call, threads));
		return;
	}
	const post = found(method === 'GET' && second === undefined ? posts.find(first, account) : undefined, method, first);
	response.json(describePost(post, call, threads));
}

/** graph.threads.net, without batches, replies and insights. */
export function threadsGraph(threads: Threads): Router {
	const router = Router();
	/** Not of Threads: what the app's own server answered to its callbacks. */
	router.get('/_callbacks', (_request, response) => {
		response.json(threads.login.callbacks.list);
	});
	router.use(async (request, response) => {
		try {
			await answer(request, response, threads);
		} catch (error) {
			if (!(error instanceof GraphError)) throw error;
			response.status(error.status).json(error.body());
		}
	});
	return router;
}

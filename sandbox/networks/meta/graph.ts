import { Router, type Response } from 'express';
import { answersBroken } from '../oauth/endpoint';
import { seed } from '../seed';
import type { StoredMedia } from '../world';
import { audienceRows } from './ads/audiences';
import type { Call } from './call';
import { receivedEvents } from './conversions/datasets';
import { searchAt } from './discovery/searches';
import type { EdgeRule } from './edges';
import { bearerOf, checkParams, defaultVersion, methodOf, splitPath } from './envelope';
import { forbidden, GraphError, invalid, notFound } from './errors';
import { readIntake } from './intake';
import { businessOf, edgeOf, maySee } from './nodes';
import { accessToken, debugToken } from './oauth';
import { Params } from './params';
import { checkProof } from './proof';
import { Renderer } from './render';
import type { Meta } from './state';
import { storyOf } from './stories';
import { unknownToken } from './tokenErrors';
import type { Token } from './tokens';
import type { Business } from './usage';

const batchLimit = 50;

/** One call, from the network or from within a batch. */
interface Asked {
	method: string;
	/** Path with or without version, no query. */
	path: string;
	values: Record<string, unknown>;
	files: Map<string, StoredMedia>;
	/** From the Authorization header. */
	bearer?: string;
}

interface Answer {
	status: number;
	version: string;
	business?: Business;
	body: unknown;
}

function checkRule({ token: kind, scopes }: EdgeRule, token: Token): void {
	const missing = scopes?.filter((scope) => !token.grant.scopes.includes(scope)) ?? [];
	if (missing.some((scope) => scope.startsWith('instagram_'))) {
		throw new GraphError(10, `(#10) Application does not have permission for this action; it requires ${missing.join(', ')}.`, {
			status: 403,
		});
	}
	if (missing.length > 0) throw forbidden(`Permissions error: this call requires the permission ${missing.join(', ')}.`);
	if (kind === 'page' && token.kind !== 'PAGE') {
		throw forbidden(
			`Permissions error: a page access token of this page is required for this call${scopes ? `, with the permission ${scopes.join(', ')}` : ''}.`,
		);
	}
}

/** `me` is the person or, with a page token, the page. */
const idOf = (segment: string, token: Token): string =>
	segment === 'app' ? seed.meta.appId : segment !== 'me' ? segment : token.kind === 'PAGE' && token.pageId !== undefined ? token.pageId : token.grant.userId;

function tokenOf(asked: Asked, params: Params, segments: string[], meta: Meta): Token {
	const value = asked.bearer ?? params.text('access_token');
	if (value !== undefined && value !== '') {
		const token = meta.tokens.valid(value);
		checkProof(seed.meta.appSecret, value, params.text('appsecret_proof'), meta.settings.requireAppSecretProof);
		return token;
	}
	if (segments[0] === 'me') throw new GraphError(2500, 'An active access token must be used to query information about the current user.');
	throw new GraphError(104, 'An access token is required to request this resource.');
}

async function batch(asked: Asked, params: Params, meta: Meta): Promise<unknown[]> {
	const parts = params.records('batch') ?? [];
	if (parts.length > batchLimit) throw invalid(`Too many requests in batch message. Maximum batch size is ${batchLimit}`);
	if (parts.length > meta.settings.batchMost) throw new GraphError(960, 'Request aborted. This could happen if a dependent request failed or the entire request timed out.');
	const shared = { access_token: asked.bearer ?? params.text('access_token'), appsecret_proof: params.text('appsecret_proof') };
	const answers: unknown[] = [];
	for (const part of parts) {
		const url = new URL(`/${String(part.relative_url ?? '').replace(/^\//, '')}`, 'http://localhost');
		if (meta.settings.batchUnanswered > 0) {
			meta.settings.batchUnanswered -= 1;
			answers.push(null);
			continue;
		}
		const form = typeof part.body === 'string' ? new URLSearchParams(part.body) : [];
		const values = { ...shared, ...Object.fromEntries(url.searchParams), ...Object.fromEntries(form) };
		const { status, body } = await answer({ method: String(part.method ?? 'GET'), path: url.pathname, values, files: new Map() }, meta);
		answers.push({
			code: status,
			headers: [{ name: 'Content-Type', value: 'application/json; charset=UTF-8' }],
			body: JSON.stringify(body),
		});
	}
	return answers;
}

async function answer(asked: Asked, meta: Meta): Promise<Answer> {
	let version = defaultVersion;
	let business: Business | undefined;
	try {
		meta.agenda.settle();
		const path = splitPath(asked.path);
		version = path.version;
		const { segments } = path;
		const params = new Params(asked.values);
		const [first, second] = segments;
		if (first === 'oauth' && second === 'access_token') return { status: 200, version, body: accessToken(params, meta) };
		if (first === undefined && params.has('batch')) return { status: 200, version, body: await batch(asked, params, meta) };
		const token = tokenOf(asked, params, segments, meta);
		if (first === 'debug_token') {
			checkParams(params, asked.files, ['input_token']);
			return { status: 200, version, body: debugToken(params, token, meta) };
		}
		const method = methodOf(asked.method, params);
		const search = searchAt(method, segments.join('/'));
		if (search) {
			meta.usage.count(undefined);
			checkParams(params, asked.files, search.rule.params);
			checkRule(search.rule, token);
			const call: Call = { method, version, path: segments.join('/'), params, files: asked.files, token };
			return { status: 200, version, body: new Renderer(meta, call).answer(await search.run(call, meta)) };
		}
		if (first === undefined || segments.length > 2) throw new GraphError(2500, `Unknown path components: /${segments.join('/')}`);
		const id = idOf(first, token);
		const node = meta.nodes.get(id) ?? storyOf(id, meta);
		business = node && businessOf(node);
		meta.usage.count(business);
		if (!node) throw notFound(method, id);
		if (!maySee(token, node, meta)) throw notFound(method, id);
		const edge = edgeOf(node, second === undefined ? method : `${method} ${second}`);
		if (!edge && second !== undefined)
			throw new GraphError(100, `(#100) Tried accessing nonexisting field (${second}) on node type (${node.type})`);
		if (!edge) throw notFound(method, id);
		checkParams(params, asked.files, edge.rule.params, id);
		checkRule(edge.rule, token);
		const call: Call = { method, version, path: segments.with(0, id).join('/'), params, files: asked.files, token };
		return { status: 200, version, business, body: new Renderer(meta, call).answer(await edge.run(call, meta)) };
	} catch (error) {
		if (error instanceof GraphError) return { status: error.status, version, business, body: error.body() };
		throw error;
	}
}

function send(response: Response, { status, version, business, body }: Answer, meta: Meta): void {
	meta.usage.writeHeaders(response, business);
	response
		.status(status)
		.set({ 'facebook-api-version': version, 'cache-control': 'private, no-cache, no-store, must-revalidate' })
		.json(body);
}

/** graph.facebook.com and graph-video.facebook.com. */
export function graphRouter(meta: Meta): Router {
	const router = Router();
	/** Not of Meta: what the app's own server answered to its callbacks. */
	router.get('/_webhooks', (_request, response) => {
		response.json(meta.webhooks.deliveries);
	});
	router.get('/_callbacks', (_request, response) => {
		response.json(meta.callbacks.list);
	});
	/** Not of Meta either: what the datasets have received, and who is in the audiences. */
	router.get('/_events', (_request, response) => void response.json(receivedEvents(meta)));
	router.get('/_audiences', (_request, response) => void response.json(audienceRows(meta)));
	router.use(async (request, response) => {
		try {
			const intake = await readIntake(request, meta.world.media);
			if (/\/oauth\/access_token$/.test(request.path) && answersBroken(response, meta.settings.tokenEndpoint, unknownToken().body())) return;
			send(response, await answer({ method: request.method, path: request.path, ...intake, bearer: bearerOf(request) }, meta), meta);
		} catch (error) {
			if (!(error instanceof GraphError)) throw error;
			send(response, { status: error.status, version: defaultVersion, body: error.body() }, meta);
		}
	});
	return router;
}

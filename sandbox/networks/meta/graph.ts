import { Router, type Request, type Response } from 'express';
import type { StoredMedia } from '../world';
import type { Call } from './call';
import { commonParams, type EdgeRule } from './edges';
import { forbidden, GraphError, invalid, notFound } from './errors';
import { readIntake } from './intake';
import type { GraphNode } from './model';
import { businessOf, edgeOf, pageIdOf } from './nodes';
import { accessToken, debugToken } from './oauth';
import { Params } from './params';
import { Renderer } from './render';
import type { Meta } from './state';
import type { Token } from './tokens';
import type { Business } from './usage';

const newestVersion = 26;
/** Older ones are answered by this one, as Meta does once a version has expired. */
const oldestVersion = 21;
const defaultVersion = 'v25.0';
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

function splitPath(path: string): { version: string; segments: string[] } {
	const [first, ...rest] = path.split('/').filter((segment) => segment !== '');
	const number = /^v(\d+)\.\d+$/.exec(first ?? '')?.[1];
	if (number === undefined) return { version: defaultVersion, segments: first === undefined ? [] : [first, ...rest] };
	if (Number(number) > newestVersion) throw new GraphError(2500, `Unknown path components: ${path}`);
	return { version: Number(number) < oldestVersion ? `v${oldestVersion}.0` : (first ?? defaultVersion), segments: rest };
}

function methodOf(asked: Asked, params: Params): Call['method'] {
	const method = (asked.method === 'POST' ? (params.text('method') ?? 'POST') : asked.method).toUpperCase();
	if (method === 'GET' || method === 'POST' || method === 'DELETE') return method;
	throw new GraphError(2500, `Unsupported method ${method}`);
}

/** Meta's own SDKs repeat the id of the object among the parameters; that one is let through, as by Meta. */
function checkParams(params: Params, files: Map<string, StoredMedia>, allowed: readonly string[], id?: string): void {
	const isKnown = (name: string): boolean =>
		allowed.includes(name) || commonParams.includes(name) || (name === 'id' && params.text(name) === id);
	const unknown = [...params.names(), ...files.keys()].find((name) => !isKnown(name));
	if (unknown !== undefined) throw invalid(`Unknown parameter: ${unknown}`);
}

function checkAccess(node: GraphNode, method: string, token: Token, meta: Meta): void {
	const pageId = pageIdOf(node, meta);
	const visible =
		pageId === undefined
			? node.type === 'Application' || token.kind === 'USER'
			: token.kind === 'PAGE'
				? token.pageId === pageId
				: token.kind === 'USER' && token.grant.pageIds.includes(pageId);
	if (!visible) throw notFound(method, node.id);
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
const idOf = (segment: string, token: Token, meta: Meta): string =>
	segment !== 'me' ? segment : token.kind === 'PAGE' && token.pageId !== undefined ? token.pageId : (meta.all('User')[0]?.id ?? segment);

function tokenOf(asked: Asked, params: Params, segments: string[], meta: Meta): Token {
	const value = asked.bearer ?? params.text('access_token');
	if (value !== undefined && value !== '') {
		const token = meta.tokens.valid(value);
		meta.tokens.checkProof(token, params.text('appsecret_proof'));
		return token;
	}
	if (segments[0] === 'me') throw new GraphError(2500, 'An active access token must be used to query information about the current user.');
	throw new GraphError(104, 'An access token is required to request this resource.');
}

async function batch(asked: Asked, params: Params, meta: Meta): Promise<unknown[]> {
	const parts = params.records('batch') ?? [];
	if (parts.length > batchLimit) throw invalid(`Too many requests in batch message. Maximum batch size is ${batchLimit}`);
	const shared = { access_token: asked.bearer ?? params.text('access_token'), appsecret_proof: params.text('appsecret_proof') };
	const answers: unknown[] = [];
	for (const part of parts) {
		const url = new URL(`/${String(part.relative_url ?? '').replace(/^\//, '')}`, 'http://localhost');
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
		const method = methodOf(asked, params);
		if (first === undefined || segments.length > 2) throw new GraphError(2500, `Unknown path components: /${segments.join('/')}`);
		const id = idOf(first, token, meta);
		const node = meta.nodes.get(id);
		business = node && businessOf(node);
		meta.usage.count(business);
		if (!node) throw notFound(method, id);
		checkAccess(node, method, token, meta);
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

export const bearerOf = (request: Request): string | undefined =>
	/^(?:Bearer|OAuth)\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];

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
	router.use(async (request, response) => {
		try {
			const intake = await readIntake(request, meta.world.media);
			send(response, await answer({ method: request.method, path: request.path, ...intake, bearer: bearerOf(request) }, meta), meta);
		} catch (error) {
			if (!(error instanceof GraphError)) throw error;
			send(response, { status: error.status, version: defaultVersion, body: error.body() }, meta);
		}
	});
	return router;
}

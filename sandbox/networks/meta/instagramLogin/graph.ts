import { Router, type Request, type Response } from 'express';
import type { Token as GrantToken } from '../../oauth/grants';
import { seed } from '../../seed';
import type { Call } from '../call';
import { checkParams, methodOf, splitPath } from '../envelope';
import { GraphError, invalid, notFound } from '../errors';
import { feedOf } from '../igUsers';
import { readIntake } from '../intake';
import { answerRenewal, tokenText } from '../login/renewal';
import { businessOf, edgeOf } from '../nodes';
import { Params } from '../params';
import { checkProof } from '../proof';
import { Renderer } from '../render';
import type { Meta } from '../state';
import type { Token } from '../tokens';
import { words } from '../words';
import { appScopedId } from './login';

const host = 'graph.instagram.com';
/** What only Facebook Login can do. https://developers.facebook.com/docs/instagram-platform/content-publishing */
const facebookOnly = words('upload_type product_tags audio_configuration branded_content_sponsor_ids is_paid_partnership');

/** The permissions of Instagram Login are those of Facebook Login by another name. */
const businessName = (scope: string): string => scope.replace(/^instagram_/, 'instagram_business_');

function checkScopes(needed: readonly string[], { grant }: GrantToken): void {
	const missing = needed.map(businessName).filter((scope) => !grant.scopes.includes(scope));
	if (missing.length === 0) return;
	throw new GraphError(10, `(#10) Application does not have permission for this action; it requires ${missing.join(', ')}.`, { status: 403 });
}

/** `GET /me`: both kinds of account show themselves. https://developers.facebook.com/docs/instagram-platform/reference/me */
function profile(account: string, params: Params, meta: Meta): Record<string, unknown> {
	const { id, name, type } = meta.instagramLogin.accountOf(account);
	const node = meta.find('IGUser', id);
	const fields: Record<string, unknown> = {
		id: appScopedId(id),
		user_id: id,
		username: name,
		name: node?.name ?? name,
		account_type: type,
		biography: node?.biography ?? '',
		profile_picture_url: meta.url('www.facebook.com', `/avatar/${id}.svg`),
		followers_count: node?.followers ?? 0,
		follows_count: 211,
		media_count: node ? feedOf(node, meta).length : 0,
	};
	const wanted = (params.text('fields') ?? 'id').split(',').map((field) => field.trim());
	const unknown = wanted.find((field) => !(field in fields));
	if (unknown !== undefined) throw invalid(`Tried accessing nonexisting field (${unknown}) on node type (IGUser)`);
	return Object.fromEntries(['id', ...wanted].map((field) => [field, fields[field]]));
}

/** The same token as the edges shared with Facebook Login see it. */
const asMetaToken = ({ value, grant, issuedAt, expiresAt }: GrantToken): Token => ({
	value,
	kind: 'USER',
	grant: { userId: grant.account, scopes: grant.scopes, declined: [], pageIds: [] },
	issuedAt,
	expiresAt,
	dataAccessExpiresAt: 0,
	longLived: true,
});

async function answer(request: Request, response: Response, meta: Meta): Promise<void> {
	meta.agenda.settle();
	const { values, files } = await readIntake(request, meta.world.media);
	const { version, segments } = splitPath(request.path);
	const params = new Params(values);
	const [first, second] = segments;
	if (answerRenewal(first, request, params, response, meta.instagramLogin)) return;
	const token = meta.instagramLogin.valid(tokenText(request, params));
	checkProof(seed.instagramLogin.appSecret, token.value, params.text('appsecret_proof'));
	const method = methodOf(request.method, params);
	if (first === undefined || segments.length > 2) throw new GraphError(2500, `Unknown path components: /${segments.join('/')}`);
	const { account } = token.grant;
	const id = first === 'me' ? account : first;
	const node = meta.nodes.get(id);
	const business = node && businessOf(node);
	meta.usage.count(business);
	meta.usage.writeHeaders(response, business);
	response.set('facebook-api-version', version);
	if (id === account && method === 'GET' && second === undefined) {
		checkParams(params, files, [], id);
		checkScopes(['instagram_basic'], token);
		response.json(profile(account, params, meta));
		return;
	}
	const owner = node && (node.type === 'IGUser' ? node.id : 'igId' in node ? node.igId : undefined);
	if (!node || owner !== account) throw notFound(method, id);
	const edge = edgeOf(node, second === undefined ? method : `${method} ${second}`);
	if (!edge && second !== undefined)
		throw new GraphError(100, `(#100) Tried accessing nonexisting field (${second}) on node type (${node.type})`);
	if (!edge) throw notFound(method, id);
	const allowed = edge.rule.params.filter((name) => !facebookOnly.includes(name));
	checkParams(params, files, allowed, id);
	checkScopes(edge.rule.scopes ?? [], token);
	const call: Call = { method, version, path: segments.with(0, id).join('/'), params, files, token: asMetaToken(token), host };
	response.json(new Renderer(meta, call).answer(await edge.run(call, meta)));
}

/** graph.instagram.com: the Instagram half of the Graph API, for tokens of Instagram Login. */
export function instagramGraph(meta: Meta): Router {
	const router = Router();
	/** Not of Meta: what the app's own server answered to its callbacks. */
	router.get('/_callbacks', (_request, response) => {
		response.json(meta.instagramLogin.callbacks.list);
	});
	router.use(async (request, response) => {
		try {
			await answer(request, response, meta);
		} catch (error) {
			if (!(error instanceof GraphError)) throw error;
			response.status(error.status).json(error.body());
		}
	});
	return router;
}

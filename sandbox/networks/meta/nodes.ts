import { seed } from '../seed';
import type { Call, Description, Handler } from './call';
import { commentEdges, describeComment } from './comments';
import { containerEdges, describeContainer } from './containers';
import { edges, type EdgeRule } from './edges';
import { describeIgComment, igCommentEdges } from './igComments';
import { describeIgMedia, igMediaEdges } from './igMedia';
import { describeIgUser, igUserEdges } from './igUsers';
import type { App, GraphNode, User, WhatsAppBusiness, WhatsAppNumber } from './model';
import { describePage, pageEdges } from './pages';
import { describePhoto, photoEdges } from './photos';
import { describePost, postEdges } from './posts';
import type { Meta } from './state';
import { isPersonal, type Token } from './tokens';
import type { Business } from './usage';
import { appEdges, describeApp, describeUser, userEdges } from './users';
import { describeVideo, videoEdges } from './videos';
import { describeWhatsAppBusiness, describeWhatsAppNumber, whatsAppBusinessEdges, whatsAppNumberEdges } from './whatsapp';

export interface BoundEdge {
	rule: EdgeRule;
	run(call: Call, meta: Meta): unknown;
}

function bind<K extends string, N>(
	rules: Record<K, EdgeRule>,
	handlers: Record<K, Handler<N>>,
	node: N,
	key: string,
): BoundEdge | undefined {
	const known = (name: string): name is K => Object.hasOwn(rules, name);
	if (!known(key)) return undefined;
	const handler = handlers[key];
	return { rule: rules[key], run: (call, meta) => handler(node, call, meta) };
}

/** What answers `GET`, `POST comments` … of this node; undefined where Meta has no such edge. */
export function edgeOf(node: GraphNode, key: string): BoundEdge | undefined {
	switch (node.type) {
		case 'User':
			return bind(edges.User, userEdges, node, key);
		case 'Application':
			return bind(edges.Application, appEdges, node, key);
		case 'WhatsAppBusinessAccount':
			return bind(edges.WhatsAppBusinessAccount, whatsAppBusinessEdges, node, key);
		case 'WhatsAppBusinessPhoneNumber':
			return bind(edges.WhatsAppBusinessPhoneNumber, whatsAppNumberEdges, node, key);
		case 'Page':
			return bind(edges.Page, pageEdges, node, key);
		case 'PagePost':
			return bind(edges.PagePost, postEdges, node, key);
		case 'Photo':
			return bind(edges.Photo, photoEdges, node, key);
		case 'Video':
			return bind(edges.Video, videoEdges, node, key);
		case 'Comment':
			return bind(edges.Comment, commentEdges, node, key);
		case 'IGUser':
			return bind(edges.IGUser, igUserEdges, node, key);
		case 'IGContainer':
			return bind(edges.IGContainer, containerEdges, node, key);
		case 'IGMedia':
			return bind(edges.IGMedia, igMediaEdges, node, key);
		case 'IGComment':
			return bind(edges.IGComment, igCommentEdges, node, key);
	}
}

/** Fields of a node as this token sees them. */
export function describe(node: GraphNode, meta: Meta, token: Token): Description {
	switch (node.type) {
		case 'User':
			return describeUser(node, meta, token);
		case 'Application':
			return describeApp(node, meta, token);
		case 'WhatsAppBusinessAccount':
			return describeWhatsAppBusiness(node, meta, token);
		case 'WhatsAppBusinessPhoneNumber':
			return describeWhatsAppNumber(node, meta, token);
		case 'Page':
			return describePage(node, meta, token);
		case 'PagePost':
			return describePost(node, meta, token);
		case 'Photo':
			return describePhoto(node, meta, token);
		case 'Video':
			return describeVideo(node, meta, token);
		case 'Comment':
			return describeComment(node, meta, token);
		case 'IGUser':
			return describeIgUser(node, meta, token);
		case 'IGContainer':
			return describeContainer(node, meta, token);
		case 'IGMedia':
			return describeIgMedia(node, meta, token);
		case 'IGComment':
			return describeIgComment(node, meta, token);
	}
}

/** Nodes of no page: people, apps, and what a business has with WhatsApp. */
const isPageless = (node: GraphNode): node is User | App | WhatsAppBusiness | WhatsAppNumber =>
	['User', 'Application', 'WhatsAppBusinessAccount', 'WhatsAppBusinessPhoneNumber'].includes(node.type);

/** The page a node belongs to, by which access is decided; undefined for nodes of no page. */
function pageIdOf(node: Exclude<GraphNode, User | App | WhatsAppBusiness | WhatsAppNumber>, meta: Meta): string {
	if (node.type === 'Page') return node.id;
	if ('pageId' in node) return node.pageId;
	return meta.igUser(node.igId).pageId;
}

/** People see themselves and the pages they ticked; the business's people and system users see its WhatsApp numbers. */
export function maySee(token: Token, node: GraphNode, meta: Meta): boolean {
	const { userId, pageIds } = token.grant;
	if (node.type === 'Application') return true;
	if (isPageless(node)) {
		if (!isPersonal(token)) return false;
		return node.type === 'User' ? userId === node.id : userId === seed.meta.user.id || userId === seed.meta.systemUser.id;
	}
	const pageId = pageIdOf(node, meta);
	return token.kind === 'PAGE' ? token.pageId === pageId : isPersonal(token) && pageIds.includes(pageId);
}

/** Whose hourly quota a call on this node eats. */
export function businessOf(node: GraphNode): Business | undefined {
	if (isPageless(node)) return undefined;
	if (node.type === 'Page') return { type: 'pages', id: node.id };
	if (node.type === 'IGUser') return { type: 'instagram', id: node.id };
	return 'igId' in node ? { type: 'instagram', id: node.igId } : { type: 'pages', id: node.pageId };
}

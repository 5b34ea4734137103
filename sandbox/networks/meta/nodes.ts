import { seed } from '../seed';
import { isOfAdAccount, mayAdvertise } from './ads/access';
import { adAccountEdges, describeAdAccount } from './ads/accounts';
import { adEdges, describeAd } from './ads/ads';
import { adSetEdges, describeAdSet } from './ads/adSets';
import { campaignEdges, describeCampaign } from './ads/campaigns';
import { creativeEdges, describeCreative } from './ads/creatives';
import { describeImage, imageEdges } from './ads/images';
import { describeReport, reportHandlers } from './ads/insights';
import type { AdsNode } from './ads/model';
import { audienceEdges, describeAudience } from './ads/audiences';
import { describeRule, ruleEdges } from './ads/rules';
import { adVideoEdges, describeAdVideo } from './ads/videos';
import type { Call, Description, Handler } from './call';
import { commentEdges, describeComment } from './comments';
import { containerEdges, describeContainer } from './containers';
import { describeIgHashtag, describeIgPublicComment, describeIgPublicMedia, describeIgStranger } from './discovery/describe';
import { hashtagEdges } from './discovery/hashtags';
import type { DiscoveryNode } from './discovery/model';
import { datasetEdges, describeDataset } from './conversions/datasets';
import { edges, type EdgeRule } from './edges';
import { describeIgComment, igCommentEdges } from './igComments';
import { describeForm, describeLead, formEdges, leadEdges } from './leads/leads';
import { describeIgMedia, igMediaEdges } from './igMedia';
import { describeIgUser, igUserEdges } from './igUsers';
import type { App, GraphNode, User, WhatsAppBusiness, WhatsAppNumber } from './model';
import { describeAttachment, describeMessage, describePerson, describeThread, messageEdges, personEdges, threadEdges } from './messaging/conversations';
import { describePage, pageEdges } from './pages';
import { describePhoto, photoEdges } from './photos';
import { describePost, postEdges } from './posts';
import type { Meta } from './state';
import { isPersonal, type Token } from './tokens';
import type { Business } from './usage';
import { appEdges, describeApp, describeUser, userEdges } from './users';
import { describeVideo, videoEdges } from './videos';
import { describeWhatsAppBusiness, describeWhatsAppNumber, whatsAppBusinessEdges, whatsAppNumberEdges } from './whatsapp';
import { describeMedia, mediaEdges } from './whatsapp/media';
import type { WhatsAppMedia, WhatsAppTemplate } from './whatsapp/model';
import { describeTemplate, templateEdges } from './whatsapp/templates';

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
		case 'WhatsAppMessageTemplate':
			return node.status === 'DELETED' ? undefined : bind(edges.WhatsAppMessageTemplate, templateEdges, node, key);
		case 'WhatsAppMedia':
			return bind(edges.WhatsAppMedia, mediaEdges, node, key);
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
		case 'AdAccount':
			return bind(edges.AdAccount, adAccountEdges, node, key);
		case 'Campaign':
			return bind(edges.Campaign, campaignEdges, node, key);
		case 'AdSet':
			return bind(edges.AdSet, adSetEdges, node, key);
		case 'Ad':
			return bind(edges.Ad, adEdges, node, key);
		case 'AdCreative':
			return bind(edges.AdCreative, creativeEdges, node, key);
		case 'AdImage':
			return bind(edges.AdImage, imageEdges, node, key);
		case 'AdReportRun':
			return bind(edges.AdReportRun, reportHandlers, node, key);
		case 'AdVideo':
			return bind(edges.AdVideo, adVideoEdges, node, key);
		case 'CustomAudience':
			return bind(edges.CustomAudience, audienceEdges, node, key);
		case 'AdRule':
			return bind(edges.AdRule, ruleEdges, node, key);
		case 'AdsPixel':
			return bind(edges.AdsPixel, datasetEdges, node, key);
		case 'LeadgenForm':
			return bind(edges.LeadgenForm, formEdges, node, key);
		case 'Lead':
			return bind(edges.Lead, leadEdges, node, key);
		case 'IGHashtag':
			return bind(edges.IGHashtag, hashtagEdges, node, key);
		case 'MessagingPerson':
			return bind(edges.MessagingPerson, personEdges, node, key);
		case 'UnifiedThread':
			return bind(edges.UnifiedThread, threadEdges, node, key);
		case 'UnifiedMessage':
			return bind(edges.UnifiedMessage, messageEdges, node, key);
		// Kept files are sent, and not shown.
		case 'MessageAttachment':
			return undefined;
		// Of others: they are seen through the account's own edges only.
		case 'IGStranger':
		case 'IGPublicMedia':
		case 'IGPublicComment':
			return undefined;
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
		case 'WhatsAppMessageTemplate':
			return describeTemplate(node, meta, token);
		case 'WhatsAppMedia':
			return describeMedia(node, meta, token);
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
		case 'AdAccount':
			return describeAdAccount(node, meta, token);
		case 'Campaign':
			return describeCampaign(node, meta, token);
		case 'AdSet':
			return describeAdSet(node, meta, token);
		case 'Ad':
			return describeAd(node, meta, token);
		case 'AdCreative':
			return describeCreative(node, meta, token);
		case 'AdImage':
			return describeImage(node, meta, token);
		case 'AdReportRun':
			return describeReport(node, meta, token);
		case 'AdVideo':
			return describeAdVideo(node, meta, token);
		case 'CustomAudience':
			return describeAudience(node, meta, token);
		case 'AdRule':
			return describeRule(node, meta, token);
		case 'AdsPixel':
			return describeDataset(node, meta, token);
		case 'LeadgenForm':
			return describeForm(node, meta, token);
		case 'Lead':
			return describeLead(node, meta, token);
		case 'MessagingPerson':
			return describePerson(node, meta, token);
		case 'UnifiedThread':
			return describeThread(node, meta, token);
		case 'UnifiedMessage':
			return describeMessage(node, meta, token);
		case 'MessageAttachment':
			return describeAttachment(node, meta, token);
		case 'IGHashtag':
			return describeIgHashtag(node, meta, token);
		case 'IGStranger':
			return describeIgStranger(node, meta, token);
		case 'IGPublicMedia':
			return describeIgPublicMedia(node, meta, token);
		case 'IGPublicComment':
			return describeIgPublicComment(node, meta, token);
	}
}

/** Other people's nodes, and hashtags. */
const isDiscovered = (node: GraphNode): node is DiscoveryNode => ['IGStranger', 'IGPublicMedia', 'IGPublicComment', 'IGHashtag'].includes(node.type);

/** Nodes of no page: people, apps, and what a business has with WhatsApp. */
const isPageless = (node: GraphNode): node is User | App | WhatsAppBusiness | WhatsAppNumber | WhatsAppMedia | WhatsAppTemplate =>
	['User', 'Application', 'WhatsAppBusinessAccount', 'WhatsAppBusinessPhoneNumber', 'WhatsAppMedia', 'WhatsAppMessageTemplate'].includes(node.type);

/** The page a node belongs to, by which access is decided; undefined for nodes of no page. */
function pageIdOf(node: Exclude<GraphNode, AdsNode | DiscoveryNode | User | App | WhatsAppBusiness | WhatsAppNumber | WhatsAppMedia | WhatsAppTemplate>, meta: Meta): string {
	if (node.type === 'Page') return node.id;
	if ('pageId' in node) return node.pageId;
	return meta.igUser(node.igId).pageId;
}

/** People see themselves and the pages they ticked; the business's people and system users see its WhatsApp numbers. */
export function maySee(token: Token, node: GraphNode, meta: Meta): boolean {
	const { userId, pageIds } = token.grant;
	if (node.type === 'Application') return true;
	if (isOfAdAccount(node)) return mayAdvertise(token);
	if (isDiscovered(node)) return node.type === 'IGHashtag' && isPersonal(token);
	if (isPageless(node)) {
		if (!isPersonal(token)) return false;
		return node.type === 'User' ? userId === node.id : userId === seed.meta.user.id || userId === seed.meta.systemUser.id;
	}
	const pageId = pageIdOf(node, meta);
	return token.kind === 'PAGE' ? token.pageId === pageId : isPersonal(token) && pageIds.includes(pageId);
}

/** Whose hourly quota a call on this node eats. */
export function businessOf(node: GraphNode): Business | undefined {
	if (isPageless(node) || isDiscovered(node)) return undefined;
	if (isOfAdAccount(node)) return { type: 'ads_management', id: node.accountId };
	if (node.type === 'Page') return { type: 'pages', id: node.id };
	if (node.type === 'IGUser') return { type: 'instagram', id: node.id };
	return 'igId' in node ? { type: 'instagram', id: node.igId } : { type: 'pages', id: node.pageId };
}

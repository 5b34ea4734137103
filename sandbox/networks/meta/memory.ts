import type { Callback } from './callbacks';
import { endDownload } from './containers';
import type { SavedLogin } from './login/login';
import type { GraphNode, WhatsAppMessage } from './model';
import { setRelease } from './posts';
import type { Meta } from './state';
import type { SavedTokens } from './tokens';
import { encodingOf, planEncoding } from './videos';
import type { SavedWhatsApp } from './whatsapp/state';

/** So many of the newest posts, photos, comments … come back after a restart. */
const remembered = 20_000;
/** People and accounts never change: they come from the seed. */
const seeded: readonly GraphNode['type'][] = [
	'Application',
	'User',
	'IGUser',
	'WhatsAppBusinessAccount',
	'WhatsAppBusinessPhoneNumber',
	'AdAccount',
];

/** What comes back after a restart: all that was published and agreed to, none of the settings and call counts. */
export interface SavedMeta {
	nodes: GraphNode[];
	issued: number;
	tokens: SavedTokens;
	instagramLogin: SavedLogin;
	messages: WhatsAppMessage[];
	whatsapp: SavedWhatsApp;
	callbacks: Callback[];
	webhooks: ReturnType<Meta['webhooks']['save']>;
	/** Keys of the agenda: what each of them does is planned anew from its node. */
	planned: string[];
}

export function saveMeta(meta: Meta): SavedMeta {
	const nodes = [...meta.nodes.values()].filter(({ type }) => !seeded.includes(type)).slice(-remembered);
	return {
		nodes,
		issued: meta.issued,
		tokens: meta.tokens.save(),
		instagramLogin: meta.instagramLogin.save(),
		messages: meta.messages,
		whatsapp: meta.whatsapp.save(),
		callbacks: meta.callbacks.save(),
		webhooks: meta.webhooks.save(),
		planned: meta.agenda.planned,
	};
}

/** What became due while the sandbox was stopped happens with the first call, or within a fifth of a second. */
export function loadMeta(meta: Meta, { nodes, issued, tokens, instagramLogin, messages, whatsapp, callbacks, webhooks, planned }: SavedMeta): void {
	meta.issued = issued;
	meta.tokens.load(tokens);
	meta.instagramLogin.load(instagramLogin);
	meta.messages = messages;
	meta.whatsapp.load(whatsapp);
	meta.callbacks.load(callbacks);
	meta.webhooks.load(webhooks);
	for (const node of nodes) {
		meta.keep(node);
		if (node.type === 'IGContainer') endDownload(node);
		else if (node.type === 'Video' && planned.includes(encodingOf(node))) planEncoding(meta, node);
		else if (node.type === 'PagePost' && node.publishAt !== undefined && planned.includes(node.id))
			setRelease(meta, node, { state: 'scheduled', at: node.publishAt });
	}
}

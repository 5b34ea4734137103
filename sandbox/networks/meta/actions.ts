import { seed } from '../seed';
import { growDelivery } from './ads/insightsGrow';
import { isTexts } from '../oauth/grantSettings';
import type { Callback } from './callbacks';
import { addComment } from './comments';
import { mention } from './discovery/mentions';
import { addIgComment } from './igComments';
import { directMessage } from './messaging/incoming';
import { lead } from './leads/actions';
import { addVisitorPost } from './pageProfile/visitors';
import type { Comment, IgComment } from './model';
import type { Meta } from './state';
import { whatsAppMessage, whatsAppTemplate } from './whatsapp/incoming';
import { changeSettings } from './whatsapp/settings';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Something that happens at once when a test names it among the settings; answers a sentence when it cannot. */
type Action = (meta: Meta, value: unknown) => string | undefined;

const personId = (name: string): string => `7${Buffer.from(name).toString('hex').slice(0, 12)}`.replace(/[a-f]/g, '0');

function tellComment(meta: Meta, { id, pageId, objectId, parentId, message, from, createdAt }: Comment): void {
	const value = { item: 'comment', verb: 'add', post_id: objectId, comment_id: id, parent_id: parentId ?? objectId, from, message };
	meta.webhooks.send('page', { id: pageId, changes: [{ field: 'feed', value: { ...value, created_time: Math.floor(createdAt / 1000) } }] });
}

function tellIgComment(meta: Meta, { id, igId, mediaId, parentId, text, from }: IgComment): void {
	const media = { id: mediaId, media_product_type: meta.find('IGMedia', mediaId)?.product };
	const value = { id, text, from, media, ...(parentId !== undefined && { parent_id: parentId }) };
	meta.webhooks.send('instagram', { id: igId, changes: [{ field: 'comments', value }] });
}

/** `{on, from, text}`: a follower writes under a post or replies to a comment. */
const comment: Action = (meta, value) => {
	if (!isRecord(value) || typeof value.on !== 'string' || typeof value.text !== 'string')
		return 'meta setting "comment" needs {"on": "<post, media or comment id>", "from": "<name>", "text": "<words>"}.';
	const name = typeof value.from === 'string' ? value.from : 'Inês';
	const node = meta.nodes.get(value.on);
	const id = personId(name);
	if (node?.type === 'IGMedia' || node?.type === 'IGComment') {
		tellIgComment(meta, addIgComment(meta, node, value.text, { id, username: name }));
	} else if (node?.type === 'PagePost' || node?.type === 'Photo' || node?.type === 'Video' || node?.type === 'Comment') {
		tellComment(meta, addComment(meta, node, { message: value.text, from: { id, name } }));
	} else {
		return `meta setting "comment": ${value.on} is no post, photo, video, Instagram media or comment of the sandbox.`;
	}
	return undefined;
};

/** `{in: 'caption' | 'comment' | 'tag', text}`: somebody names the Instagram account, or tags it on a picture. */
const mentionAccount: Action = (meta, value) => {
	const { in: where, text = '' } = isRecord(value) ? value : {};
	if ((where !== 'caption' && where !== 'comment' && where !== 'tag') || typeof text !== 'string')
		return 'meta setting "mention" needs {"in": "caption", "comment" or "tag", "text": "<words>"}.';
	mention(meta, meta.igUser(seed.meta.instagram.id), where, text);
	return undefined;
};

/** `{from, text, tagged}`: somebody writes on the page, or elsewhere with the page named in it. */
const visitorPost: Action = (meta, value) => {
	const { from = 'Inês', text, tagged = false } = isRecord(value) ? value : {};
	if (typeof from !== 'string' || typeof text !== 'string' || typeof tagged !== 'boolean')
		return 'meta setting "visitorPost" needs {"from": "<name>", "text": "<words>", "tagged": true or false}.';
	addVisitorPost(meta, meta.page(seed.meta.page.id), { id: personId(from), name: from }, text, tagged ? 'tagged' : 'visitor_posts');
	return undefined;
};

/** `true` (password changed, 460) or another subcode of error 190: 458, 459, 492. */
const revokeTokens: Action = (meta, value) => {
	const subcode = value === true ? 460 : value;
	if (typeof subcode !== 'number' || !Number.isInteger(subcode))
		return 'meta setting "revokeTokens" is true or a subcode of error 190 such as 458 or 460.';
	meta.tokens.revoke(subcode);
	return undefined;
};

const isPerson = (id: string): boolean => id === seed.meta.user.id || id === seed.meta.otherUser.id;

/** `true` for all people, or `{"account": "<id>"}`: theirs and their pages' tokens die. Nobody logs in as a system user. */
const endsTokens =
	(name: string, subcode: number): Action =>
	(meta, value) => {
		const account = isRecord(value) ? value.account : undefined;
		if (value !== true && (typeof account !== 'string' || !isPerson(account)))
			return `meta setting "${name}" is true, or {"account": "<id>"} with ${seed.meta.user.id} or ${seed.meta.otherUser.id}.`;
		meta.tokens.revoke(subcode, (id) => (value === true ? isPerson(id) : id === account));
		return undefined;
	};

/** `{"url", "user"?}`: Meta calls the app's own server. */
const callsBack =
	(kind: Callback['kind'], before: (meta: Meta, user: string) => void = () => undefined): Action =>
	(meta, value) => {
		const { url, user = seed.meta.user.id } = isRecord(value) ? value : {};
		if (typeof url !== 'string' || typeof user !== 'string' || !isPerson(user))
			return `meta setting "${kind}" needs {"url": "http://127.0.0.1:…", "user": "<id>"}, with ${seed.meta.user.id} or ${seed.meta.otherUser.id}.`;
		before(meta, user);
		return meta.callbacks.send(kind, url, user);
	};

/** By the name under which `POST /_sandbox/settings {"meta": {…}}` takes them. */
export const actions: Partial<Record<string, Action>> = {
	/** Milliseconds between the tries of a notification that the app does not take. */
	webhookPauses: (meta, value) => {
		if (!Array.isArray(value) || !value.every((pause) => typeof pause === 'number' && pause >= 0)) return 'meta setting "webhookPauses" is a list of milliseconds.';
		meta.webhooks.pauses = value;
		return undefined;
	},
	/** `{object, entry}`: notifies as if it had happened. */
	webhook: (meta, value) => {
		const { object, entry } = isRecord(value) ? value : {};
		if ((object !== 'page' && object !== 'instagram' && object !== 'whatsapp_business_account') || !isRecord(entry) || typeof entry.id !== 'string')
			return 'meta setting "webhook" needs {"object": "page", "entry": {"id": "…", "changes": […]}}.';
		meta.webhooks.send(object, { ...entry, id: entry.id });
		return undefined;
	},
	adDelivery: growDelivery,
	comment,
	mention: mentionAccount,
	visitorPost,
	lead,
	directMessage,
	revokeTokens,
	revoke: endsTokens('revoke', 458),
	passwordChanged: endsTokens('passwordChanged', 460),
	dropScopes: (meta, value) => {
		if (!isTexts(value)) return 'meta setting "dropScopes" is a list of permissions.';
		meta.tokens.dropScopes(value, isPerson);
		return undefined;
	},
	systemUserSeconds: (meta, value) => {
		if (typeof value !== 'number' || !(value >= 0)) return 'meta setting "systemUserSeconds" is a number of seconds, or 0 for a token that never ends.';
		meta.tokens.issueSystemUser(value);
		return undefined;
	},
	deauthorize: callsBack('deauthorize', (meta, user) => meta.tokens.revoke(458, (id) => id === user)),
	dataDeletion: callsBack('dataDeletion'),
	whatsapp: (meta, value) => (isRecord(value) ? changeSettings(meta.whatsapp.settings, value) : 'meta setting "whatsapp" is an object of settings of its own.'),
	whatsappMessage: whatsAppMessage,
	whatsappTemplate: whatsAppTemplate,
	instagramLogin: (meta, value) =>
		isRecord(value) ? meta.instagramLogin.configure(value) : 'meta setting "instagramLogin" is an object of settings of its own.',
};

import { seed } from '../seed';
import { isTexts } from '../oauth/grantSettings';
import type { Callback } from './callbacks';
import { addComment } from './comments';
import { addIgComment } from './igComments';
import type { Meta } from './state';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Something that happens at once when a test names it among the settings; answers a sentence when it cannot. */
type Action = (meta: Meta, value: unknown) => string | undefined;

/** `{on, from, text}`: a follower writes under a post or replies to a comment. */
const comment: Action = (meta, value) => {
	if (!isRecord(value) || typeof value.on !== 'string' || typeof value.text !== 'string')
		return 'meta setting "comment" needs {"on": "<post, media or comment id>", "from": "<name>", "text": "<words>"}.';
	const name = typeof value.from === 'string' ? value.from : 'Inês';
	const node = meta.nodes.get(value.on);
	const id = `7${Buffer.from(name).toString('hex').slice(0, 12)}`.replace(/[a-f]/g, '0');
	if (node?.type === 'IGMedia' || node?.type === 'IGComment') {
		addIgComment(meta, node, value.text, { id, username: name });
	} else if (node?.type === 'PagePost' || node?.type === 'Photo' || node?.type === 'Video' || node?.type === 'Comment') {
		addComment(meta, node, { message: value.text, from: { id, name } });
	} else {
		return `meta setting "comment": ${value.on} is no post, photo, video, Instagram media or comment of the sandbox.`;
	}
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
	comment,
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
	instagramLogin: (meta, value) =>
		isRecord(value) ? meta.instagramLogin.configure(value) : 'meta setting "instagramLogin" is an object of settings of its own.',
};

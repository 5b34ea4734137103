import type { TelegramUpdate } from '@gramio/types';
import { ApiError, badRequest } from './errors';
import { noWebhook, type Handler, type TelegramState } from './state';

export type UpdateKind = Exclude<keyof TelegramUpdate, 'update_id'>;
/** Not delivered unless asked for. https://core.telegram.org/bots/api#getupdates */
const ON_REQUEST = ['chat_member', 'message_reaction', 'message_reaction_count'];
const PORTS = ['', '443', '80', '88', '8443'];
const LONGEST_POLL = 50;

/** Queues an update for getUpdates, or delivers it to the webhook. */
export function push(state: TelegramState, kind: UpdateKind, update: Omit<TelegramUpdate, 'update_id'>): void {
	const allowed = state.allowedUpdates;
	if (allowed.length > 0 ? !allowed.includes(kind) : ON_REQUEST.includes(kind)) return;
	const made = { update_id: ++state.lastUpdateId, ...update };
	state.updates.push(made);
	state.deliveries.note(state, made);
	state.poll?.wake();
	state.deliveries.wake(state);
}

export const getUpdates: Handler = async (params, state) => {
	if (state.webhook.url !== '')
		throw new ApiError(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
	state.poll?.stop();
	if (params.has('allowed_updates')) state.allowedUpdates = params.list('allowed_updates').map(String);
	const offset = params.integer('offset') ?? 0;
	if (offset > 0) state.updates = state.updates.filter(({ update_id: id }) => id >= offset);
	else if (offset < 0) state.updates = state.updates.slice(offset);
	const seconds = Math.min(params.integer('timeout') ?? 0, LONGEST_POLL);
	if (state.updates.length === 0 && seconds > 0) await nextUpdate(state, seconds);
	return state.updates.slice(0, Math.min(Math.max(params.integer('limit') ?? 100, 1), 100));
};

async function nextUpdate(state: TelegramState, seconds: number): Promise<void> {
	await new Promise<void>((resolve, reject) => {
		const timer = setTimeout(resolve, seconds * 1000);
		timer.unref();
		const stop = () => {
			clearTimeout(timer);
			reject(new ApiError(409, 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running'));
		};
		const wake = () => {
			clearTimeout(timer);
			resolve();
		};
		state.poll = { wake, stop };
	}).finally(() => {
		state.poll = undefined;
	});
}

/** Real Telegram wants HTTPS on its four ports; a loopback address may be plain HTTP, because n8n in the sandbox is. */
export const setWebhook: Handler = (params, state) => {
	const url = params.text('url');
	const secret = params.text('secret_token');
	if (url !== '') checkWebhook(url, state.localServer);
	if (secret !== '' && !/^[\w-]{1,256}$/.test(secret)) throw badRequest('secret token contains illegal characters');
	const connections = params.integer('max_connections') ?? 40;
	if (connections < 1 || connections > 100) throw badRequest('max_connections must be from 1 to 100');
	if (url !== '') checkPace(state);
	if (params.has('allowed_updates')) state.allowedUpdates = params.list('allowed_updates').map(String);
	if (params.flag('drop_pending_updates')) state.updates = [];
	state.poll?.stop();
	if (url === '') {
		state.removeWebhook();
		return true;
	}
	// The same webhook once more is none: what is under way to it stays so.
	const isSame = state.webhook.url === url && state.webhookSecret === secret && state.webhook.max_connections === connections;
	if (isSame) return true;
	state.webhook = { ...noWebhook(), url, max_connections: connections };
	state.webhookSecret = secret;
	state.deliveries.begin(state);
	return true;
};

/** https://github.com/tdlib/telegram-bot-api: a webhook is set once a second at most. */
function checkPace(state: TelegramState): void {
	const now = state.world.clock.now();
	if (now - state.webhookSetAt < state.webhookInterval) throw new ApiError(429, 'Too Many Requests: retry after 1', { retry_after: 1 });
	state.webhookSetAt = now;
}

function checkWebhook(url: string, local: boolean): void {
	const parsed = URL.canParse(url) ? new URL(url) : undefined;
	if (!parsed) throw badRequest('bad webhook: invalid URL');
	if (local || /^(127\.|localhost$|\[::1\]$)/.test(parsed.hostname)) return;
	if (parsed.protocol !== 'https:') throw badRequest('bad webhook: An HTTPS URL must be provided for webhook');
	if (!PORTS.includes(parsed.port)) throw badRequest('bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443');
}

export const deleteWebhook: Handler = (params, state) => {
	state.removeWebhook();
	if (params.flag('drop_pending_updates')) state.updates = [];
	return true;
};

export const getWebhookInfo: Handler = (_params, state) => {
	const allowed = state.webhook.url !== '' && state.allowedUpdates.length > 0 && { allowed_updates: state.allowedUpdates };
	return { ...state.webhook, pending_update_count: state.updates.length, ...allowed };
};

export const answerCallbackQuery: Handler = (params, state) => {
	if (params.text('text').length > 200) throw badRequest('MESSAGE_TOO_LONG');
	if (!state.callbacks.delete(params.text('callback_query_id')))
		throw badRequest('query is too old and response timeout expired or query ID is invalid');
	return true;
};

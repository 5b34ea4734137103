import type { TelegramWebhookInfo } from '@gramio/types';
import type { Api } from '../../core/api';
import { refused } from '../../core/errors';
import type { Holder, Subscription } from '../../core/webhook/holder';
import { callbackUrl, fieldsOfAll, listenersIn, placeIn } from '../../core/webhook/listeners';
import { repeatable } from '../../networks/telegram/call';
import { isUpdateKind, usualKinds, webhook } from '../../platforms/telegramUpdates';
import { codeOf, kindsOf } from './codes';

const lastFailed = ({ last_error_message: message = '', pending_update_count: waiting }: TelegramWebhookInfo, status: number): boolean => waiting > 0 && new RegExp(`\\b${status}\\b`).test(message);

/** Telegram delivers in vain: the front door is gone, or the secret is that of an earlier token. */
export const isBroken = (info: TelegramWebhookInfo): boolean => lastFailed(info, 404) || lastFailed(info, 401);

/** What a webhook is worth: one whose front door is gone leads to those who listen behind it. */
function subscriptionIn(info: TelegramWebhookInfo): Subscription | undefined {
	const { url = '', allowed_updates: allowed } = info;
	if (url === '') return undefined;
	const fields = (allowed?.filter(isUpdateKind) ?? usualKinds).map(codeOf);
	const listeners = listenersIn(url);
	if (listeners.length === 0 || !lastFailed(info, 404)) return { callback: url, fields };
	const rest = listeners.filter(({ place }) => place !== placeIn(url));
	return rest.length > 0 ? { callback: callbackUrl(url, rest), fields } : undefined;
}

function taken(callback: string, own: string) {
	const place = URL.canParse(callback) ? new URL(callback).origin : callback;
	const isHere = URL.canParse(callback) && place === new URL(own).origin;
	const whose = isHere ? `another trigger of this n8n, such as its own Telegram Trigger (${new URL(callback).pathname})` : listenersIn(callback).length > 0 ? `QMARK in another n8n, or in this one under an earlier WEBHOOK_URL, at ${place}` : place;
	return {
		message: `Telegram already sends this bot’s updates to ${whose}, and a bot has one webhook.`,
		description: 'Switch off what listens there, use another bot, or turn on “Take Over the Webhook” under Event Options: the other one then hears nothing any more. Workflows with QMARK Telegram Trigger in one n8n share a bot.',
	};
}

interface Known {
	api: Api;
	/** Address of this node. */
	own: string;
	secret: string;
	/** Deliveries at once; what Telegram has unless given. */
	connections?: number;
}

/** The one webhook of a bot. https://core.telegram.org/bots/api#getting-updates */
export function botHolder({ api, own, secret, connections }: Known): Holder & { info(): Promise<TelegramWebhookInfo> } {
	let last: TelegramWebhookInfo | undefined;
	const info = async () => (last = await api.send<TelegramWebhookInfo>(repeatable('getWebhookInfo')));
	return {
		info,
		taken: (callback) => taken(callback, own),
		read: async () => subscriptionIn(await info()),
		// Nobody but the listeners has a say in what comes.
		write: async (url) => {
			if (url.length > webhook.longest && url.length > (last?.url?.length ?? 0)) {
				throw refused('Webhook URL', `names all workflows that listen to the bot and would have ${url.length} characters; Telegram delivers to ${webhook.longest}.`, 'Choose fewer events, take a workflow back, or use another bot.');
			}
			const most = connections ?? last?.max_connections;
			const parameters = { url, secret_token: secret, allowed_updates: kindsOf(fieldsOfAll(url)), ...(most !== undefined && { max_connections: most }) };
			await api.send(repeatable('setWebhook', parameters));
		},
		// What is waiting waits for whoever listens next.
		remove: async (_, all) => void (all && (await api.send(repeatable('deleteWebhook', { drop_pending_updates: false })))),
	};
}

import { randomUUID } from 'node:crypto';
import axios from 'axios';
import { QmarkTelegramTrigger } from '../../../nodes/QmarkTelegramTrigger/QmarkTelegramTrigger.node';
import { secretOf } from '../../../nodes/QmarkTelegramTrigger/secret';
import { updateKinds } from '../../../nodes/platforms/telegramUpdates';
import type { Delivery } from '../../../sandbox/networks/telegram/deliveries';
import { seed } from '../../../sandbox/networks/seed';
import { openInstance } from '../../support/webhooks';
import type { WebhookNode } from '../../support/webhooks';

const { token, bot, customer, group } = seed.telegram;
export const secret = secretOf(token);
export const everything = [...updateKinds];

const http = axios.create({ validateStatus: () => true, transformRequest: (body: string) => body });

/** Without a secret where it is empty. */
export const post = async (url: string, body: string, token = secret, query = '') =>
	await http.post(`${url}/events${query}`, body, { headers: { 'content-type': 'application/json', ...(token && { 'x-telegram-bot-api-secret-token': token }) } });

export const deliver = async ({ url }: { url: string }, update: unknown) => await post(url, JSON.stringify(update));

export const now = () => Math.floor(Date.now() / 1000);
export const person = { id: customer.id, is_bot: false, first_name: 'Inês', last_name: 'Almeida', username: 'ines_demo', language_code: 'pt' };
export const privateChat = { id: customer.id, type: 'private', first_name: 'Inês', last_name: 'Almeida', username: 'ines_demo' };
export const groupChat = { id: group.id, type: 'supergroup', title: group.title, username: group.username };
export const botUser = { ...bot, is_bot: true };

/** A message of the person's, in a private chat unless it says otherwise. */
export const messageUpdate = (id: number, content: object = { text: 'Bonjour, des tulipes ?' }, more: object = {}) => ({
	update_id: 900_000_000 + id,
	message: { message_id: id, from: person, chat: privateChat, date: 1_795_000_000, ...content, ...more },
});

/** An n8n with room for several triggers on the same bot; `baseUrl` is that of a Bot API. */
export async function openTriggers(baseUrl = 'http://127.0.0.1:9') {
	const instance = await openInstance();
	return {
		...instance,
		trigger: (events: string[], { parameters, ...more }: Partial<WebhookNode> = {}) =>
			instance.add({
				node: new QmarkTelegramTrigger(),
				parameters: { events, ...parameters },
				credentials: { qmarkTelegramApi: { accessToken: token, baseUrl, messagesPerSecond: 1000 } },
				webhookId: randomUUID(),
				...more,
			}),
	};
}

/** What the sandbox has delivered, once nothing is on its way any more. */
export async function delivered(origin: string, count = 1): Promise<Delivery[]> {
	for (const end = Date.now() + 20_000; ; await new Promise((resolve) => setTimeout(resolve, 25))) {
		const { data } = await http.get<Delivery[]>(`${origin}/api.telegram.org/_webhooks`);
		if (data.length >= count && data.every(({ done }) => done)) return data;
		if (Date.now() > end) throw new Error(`An update was not taken: ${JSON.stringify(data.filter(({ done }) => !done).slice(0, 3))}`);
	}
}

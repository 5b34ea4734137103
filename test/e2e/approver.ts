import axios from 'axios';
import { setTimeout as delay } from 'node:timers/promises';
import { freshConnections } from '../../sandbox/n8n/http';
import type { Inbox } from './inbox';

export interface Message {
	text: string;
	/** Address behind its button, empty without one. */
	url: string;
}

interface Recorded {
	path: string;
	body: { chat_id?: string | number; text?: string; reply_markup?: string | { inline_keyboard?: { url?: string }[][] } };
	status: number;
}

const browser = axios.create({ httpAgent: freshConnections, proxy: false, validateStatus: () => true, timeout: 10_000 });

/** What a condition needs until it holds; fails with what it last saw. */
export async function until<T>(look: () => Promise<T>, holds: (seen: T) => boolean, seconds = 90): Promise<T> {
	for (const deadline = Date.now() + seconds * 1000; ; await delay(500)) {
		const seen = await look();
		if (holds(seen)) return seen;
		if (Date.now() > deadline) throw new Error(`After ${seconds} seconds it is still ${JSON.stringify(seen).slice(0, 600)}.`);
	}
}

/** Opens the form, as a preview robot does. While the execution is on its way to waiting, n8n leaves this without a reply. */
async function open(url: string) {
	const look = async () => await browser.get<string>(url, { headers: { 'User-Agent': 'TelegramBot (like TwitterBot)' }, timeout: 3000 }).then(({ status, data }) => ({ status, data }), () => ({ status: 0, data: '' }));
	return await until(look, ({ status }) => status === 200, 30);
}

/** The person who is asked: reads messages and fills in forms, as a browser does. */
export function approverAt(origin: string, chat: string, inbox?: Inbox) {
	const messages = async (): Promise<Message[]> => {
		const { data } = await browser.get<Recorded[]>(`${origin}/_sandbox/requests?network=telegram`);
		return data
			.filter(({ path, body, status }) => path.endsWith('/sendMessage') && status === 200 && String(body.chat_id) === chat)
			.map(({ body: { text = '', reply_markup: markup } }) => {
				const keyboard: { inline_keyboard?: { url?: string }[][] } = typeof markup === 'string' ? JSON.parse(markup) : (markup ?? {});
				return { text, url: keyboard.inline_keyboard?.flat()[0]?.url ?? '' };
			});
	};
	const about = async (id: string) => (await messages()).filter(({ text }) => new RegExp(`: ${id}$`, 'm').test(text));
	return {
		/** Messages to this person whose title names the content. */
		about,
		/** Those with a form, once there are as many. */
		questions: async (id: string, count = 1) => await until(async () => (await about(id)).filter(({ url }) => url !== ''), (found) => found.length >= count),
		mails: (id: string) => (inbox?.mails ?? []).filter(({ text }) => text.includes(id)),
		open,
		/** Sends the form with its fields in their order: decision, text, date, remark. */
		answer: async (url: string, ...fields: string[]) => {
			await open(url);
			const form = new FormData();
			for (const [index, value] of fields.entries()) form.append(`field-${index}`, value);
			// Of two answers at once, n8n leaves one without a reply.
			return await browser.post<unknown>(url, form).then(({ status }) => status, () => 0);
		},
	};
}

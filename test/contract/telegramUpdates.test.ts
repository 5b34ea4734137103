import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import axios from 'axios';
import { Telegraf } from 'telegraf';
import { updateKinds } from '../../nodes/platforms/telegramUpdates';
import { secretOf } from '../../nodes/QmarkTelegramTrigger/secret';
import { contentKinds } from '../../sandbox/networks/telegram/messageContent';
import { seed } from '../../sandbox/networks/seed';
import { delivered, openTriggers } from '../operations/telegramTrigger/triggers';
import { openSandbox } from '../support/sandbox';
import type { Sandbox } from '../support/sandbox';
import { root } from '../support/sources';

const { token, group } = seed.telegram;

let sandbox: Sandbox;
beforeAll(async () => (sandbox = await openSandbox()));
afterAll(async () => await sandbox.close());
beforeEach(async () => {
	await sandbox.reset();
	await sandbox.settings({ telegram: { webhookInterval: 0, webhookPauses: [30] } });
});

const happens = async (telegram: object) => await sandbox.settings({ telegram });
const api = axios.create({ validateStatus: () => true });
const call = async (method: string, body: object = {}) => (await api.post(`${sandbox.origin}/api.telegram.org/bot${token}/${method}`, body)).data.result;
const all = [...updateKinds];

/** A day of everything that can happen, in an order of its own. */
async function everythingHappens(): Promise<void> {
	for (const kind of all) await happens({ update: { kind } });
	for (const content of contentKinds) await happens({ message: { content, caption: 'Ça' } });
	const deeds: object[] = [{ start: { payload: 'flyer' } }, { album: {} }, { join: { link: 'Summer' } }, { leave: {} }, { joinRequest: { link: 'Reel' } }, { block: {} }, { unblock: {} }];
	for (const telegram of [...deeds, { message: { chat_id: group.id, thread: 4, text: 'Bonjour' } }]) await happens(telegram);
}

/** All updates of that day, as getUpdates gives them. */
async function updatesOfTheDay(): Promise<Record<string, unknown>[]> {
	await call('getUpdates', { allowed_updates: all });
	await everythingHappens();
	return await call('getUpdates', { limit: 100 });
}

/** telegraf behind a webhook of its own: what it reads of each update, by number. */
async function telegrafListens(secretToken: string) {
	const bot = new Telegraf(token, { telegram: { apiRoot: `${sandbox.origin}/api.telegram.org/`, webhookReply: false } });
	const read = new Map<number, { type: string; chat?: number; from?: number; text?: string; payload?: string }>();
	bot.botInfo = { ...seed.telegram.bot, is_bot: true, can_join_groups: true, can_read_all_group_messages: false, supports_inline_queries: false };
	bot.use((context) => {
		const payload = 'payload' in context && typeof context.payload === 'string' ? context.payload : undefined;
		const { update, updateType, chat, from } = context;
		read.set(update.update_id, { type: updateType, chat: chat?.id, from: from?.id, text: 'message' in update && 'text' in update.message ? update.message.text : undefined, payload });
	});
	const server = createServer(bot.webhookCallback('/telegraf', { secretToken }));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/telegraf`;
	return { read, url, close: () => void server.close() };
}

/** Kinds from after telegraf's release: it hands them on without a chat. */
const known = ['message', 'edited_message', 'channel_post', 'edited_channel_post', 'inline_query', 'chosen_inline_result', 'callback_query', 'shipping_query', 'pre_checkout_query', 'poll', 'poll_answer', 'my_chat_member', 'chat_member', 'chat_join_request', 'message_reaction', 'message_reaction_count'];

test('telegraf, which we did not write, takes the sandbox’s deliveries and reads in them what the trigger reads', async () => {
	const telegraf = await telegrafListens(secretOf(token));
	const triggers = await openTriggers(`${sandbox.origin}/api.telegram.org`);
	try {
		await call('setWebhook', { url: telegraf.url, secret_token: secretOf(token), allowed_updates: all });
		await everythingHappens();
		const count = (await delivered(sandbox.origin, all.length)).length;
		expect(telegraf.read.size).toBe(count);
		const byTelegraf = new Map(telegraf.read);

		// The very same day once more, for the trigger.
		await sandbox.reset();
		await sandbox.settings({ telegram: { webhookInterval: 0 } });
		const trigger = triggers.trigger(all, { parameters: { acknowledge: 'lastNode', eventOptions: { ignoreOwn: false } } });
		await trigger.hook('create');
		await everythingHappens();
		await delivered(sandbox.origin, count);
		expect(trigger.started).toHaveLength(count);
		for (const item of trigger.started) {
			const theirs = byTelegraf.get(Number(item.update_id));
			expect({ id: item.update_id, event: item.event }).toEqual({ id: item.update_id, event: theirs?.type });
			if (!known.includes(String(item.event))) continue;
			const { chat, from }: { chat?: unknown; from?: unknown } = item;
			const idOf = (party: unknown) => (typeof party === 'object' && party !== null && 'id' in party ? Number(party.id) : undefined);
			if (theirs?.chat !== undefined) expect([item.event, idOf(chat)]).toEqual([item.event, theirs.chat]);
			if (theirs?.from !== undefined) expect([item.event, idOf(from)]).toEqual([item.event, theirs.from]);
			if (theirs?.text !== undefined) expect(item.text).toBe(theirs.text);
		}
	} finally {
		telegraf.close();
		await triggers.close();
	}
});

test('telegraf turns away a delivery with another secret', async () => {
	const telegraf = await telegrafListens('one');
	await call('setWebhook', { url: telegraf.url, secret_token: 'other' });
	await happens({ message: { text: 'a' } });
	for (let look = 0; look < 100 && (await call('getWebhookInfo')).last_error_message === undefined; look++) await new Promise((resolve) => setTimeout(resolve, 20));
	expect(await call('getWebhookInfo')).toMatchObject({ pending_update_count: 1, last_error_message: expect.stringContaining('403') });
	expect(telegraf.read.size).toBe(0);
	telegraf.close();
});

interface Field {
	name: string;
	types: string[];
	required: boolean;
}

interface Specification {
	types: Record<string, { fields?: Field[]; subtypes?: string[] }>;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Fields and types that came with Bot API 10.2 and 10.3. */
const newer = new Set(['subscription', 'stopped_message_generation', 'can_send_welcome_messages']);

/** What is missing in a value of `type`, or too much, or of another form, with its place. */
function findings({ types }: Specification, type: string, value: unknown, place: string): string[] {
	const element = /^Array of (.+)$/.exec(type)?.[1];
	if (element) return Array.isArray(value) ? value.flatMap((one, index) => findings({ types }, element, one, `${place}[${index}]`)) : [`${place} is no list`];
	const simple: Record<string, string> = { Integer: 'number', Float: 'number', String: 'string', Boolean: 'boolean', True: 'boolean' };
	if (simple[type]) return typeof value === simple[type] && (type !== 'Integer' || Number.isSafeInteger(value)) ? [] : [`${place} is no ${type}`];
	const { fields = [], subtypes } = types[type] ?? {};
	if (subtypes) {
		const best = subtypes.map((subtype) => findings({ types }, subtype, value, place)).sort((a, b) => a.length - b.length);
		return best[0] ?? [];
	}
	if (!isObject(value)) return [`${place} is no ${type}`];
	const missing = fields.filter(({ name, required }) => required && value[name] === undefined).map(({ name }) => `${place}.${name} is missing`);
	const inner = Object.entries(value).flatMap(([name, one]) => {
		if (newer.has(name)) return [];
		const field = fields.find((each) => each.name === name);
		if (!field) return [`${place}.${name} is unknown`];
		return field.types.map((each) => findings({ types }, each, one, `${place}.${name}`)).sort((a, b) => a.length - b.length)[0] ?? [];
	});
	return [...missing, ...inner];
}

test('every update of the sandbox’s has the fields that Telegram’s machine-readable list of Bot API 10.1 requires, and no others', async () => {
	const file = join(root, '../shared/specs/telegram-bot-api.json');
	if (!existsSync(file)) {
		console.log('Skipped: ../shared/specs/telegram-bot-api.json is not there, so the sandbox’s updates were not compared with it.');
		return;
	}
	const specification: Specification = JSON.parse(readFileSync(file, 'utf8'));
	const updates = await updatesOfTheDay();
	expect(updates.length).toBeGreaterThan(all.length + contentKinds.length);
	expect(new Set(updates.flatMap((update) => Object.keys(update)))).toEqual(new Set(['update_id', ...all]));
	expect(updates.flatMap((update) => findings(specification, 'Update', update, String(Object.keys(update)[1])))).toEqual([]);
});

test('the kinds of update are those of the generated types of Bot API 10.3', () => {
	const text = readFileSync(join(root, 'node_modules/@gramio/types/out/objects.d.ts'), 'utf8');
	const body = /^export interface TelegramUpdate \{\n([\s\S]*?)^\}/m.exec(text)?.[1] ?? '';
	expect([...body.matchAll(/^ {4}(\w+)\?:/gm)].map(([, name]) => name).sort()).toEqual([...all].sort());
});

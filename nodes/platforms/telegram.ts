import type { Failure, Verdict } from '../core/errors';
import type { Platform, Reply } from '../core/platform';

/** https://core.telegram.org/bots/api#making-requests: the whole envelope of every answer. */
interface Envelope {
	ok: boolean;
	result?: unknown;
	error_code?: number;
	description?: string;
	parameters?: { retry_after?: number; migrate_to_chat_id?: number };
}

const isEnvelope = (body: unknown): body is Envelope => typeof body === 'object' && body !== null && 'ok' in body && typeof body.ok === 'boolean';

/**
 * Telegram has no sub-codes: within one `error_code` only the start of its fixed English description tells cases apart.
 * The first match counts. https://core.telegram.org/bots/api#responseparameters
 */
const refusals: readonly { code: number; says: RegExp; verdict: Verdict; hint: string }[] = [
	{ code: 400, says: /upgraded to a supergroup/, verdict: 'fix-input', hint: 'The group has a new chat ID now: use that one.' },
	{ code: 400, says: /chat not found/, verdict: 'fix-input', hint: 'Check “Chat”: a numeric ID or @channelname. A person must press Start first, and a channel must have the bot as an administrator.' },
	{ code: 400, says: /can't parse entities/, verdict: 'fix-input', hint: 'Check the markup in the text, escape what is meant literally, or set “Format” to Plain Text.' },
	{ code: 400, says: /too long|too_long/i, verdict: 'fix-input', hint: 'Shorten it: a message takes 4096 characters, a caption 1024.' },
	{ code: 400, says: /text is empty|must be non-empty/, verdict: 'fix-input', hint: 'Fill in “Text”.' },
	{ code: 400, says: /not modified/, verdict: 'fix-input', hint: 'The message already reads exactly like this; nothing needs to be done.' },
	{ code: 400, says: /failed to get HTTP URL content|wrong type of the web page|wrong file identifier/, verdict: 'fix-input', hint: 'Telegram could not fetch the file: give a direct, public URL (photos up to 5 MB, other files up to 20 MB), or upload it from a binary field.' },
	{ code: 400, says: /file is too big/, verdict: 'fix-input', hint: 'Telegram takes photos up to 10 MB and other files up to 50 MB, and gives files up to 20 MB; a self-hosted Bot API server takes 2000 MB.' },
	{ code: 400, says: /not enough rights|have no rights|administrator rights|CHAT_WRITE_FORBIDDEN/, verdict: 'stop', hint: 'Make the bot an administrator of the chat with the right to do this.' },
	{ code: 400, says: /./, verdict: 'fix-input', hint: 'Correct what Telegram names and run the item again.' },
	{ code: 401, says: /./, verdict: 'reconnect', hint: 'The bot token is not valid any more: get it from @BotFather and put it in the credential.' },
	{ code: 403, says: /blocked|deactivated/, verdict: 'stop', hint: 'This person does not want messages from the bot any more: take them off the list.' },
	{ code: 403, says: /initiate conversation/, verdict: 'stop', hint: 'A bot cannot write first: the person must press Start.' },
	{ code: 403, says: /./, verdict: 'stop', hint: 'Add the bot to the chat again, or take the chat off the list.' },
	{ code: 404, says: /./, verdict: 'reconnect', hint: 'Check the token and the base URL in the credential.' },
	{ code: 409, says: /./, verdict: 'stop', hint: 'Another program receives this bot’s updates: one bot has one receiver.' },
	{ code: 413, says: /./, verdict: 'fix-input', hint: 'Make the file smaller: Telegram takes photos up to 10 MB and other files up to 50 MB.' },
	{ code: 429, says: /./, verdict: 'wait', hint: 'Run again later, or send less often.' },
];

function parseError({ body }: Reply): Failure | undefined {
	if (!isEnvelope(body) || body.ok) return undefined;
	const { error_code: code = 500, description = 'no description', parameters = {} } = body;
	const known = refusals.find((refusal) => refusal.code === code && refusal.says.test(description));
	const newChat = parameters.migrate_to_chat_id === undefined ? '' : ` New chat ID: ${parameters.migrate_to_chat_id}.`;
	return {
		verdict: known?.verdict ?? 'retry',
		code: String(code),
		message: `Telegram refused: ${description}.${newChat}`.replace('..', '.'),
		hint: known?.hint ?? 'Run again later: nothing was sent.',
		...(parameters.retry_after !== undefined && { retryAfter: parameters.retry_after * 1000 }),
	};
}

/** Markup does not count: https://core.telegram.org/bots/api#sendmessage says “after entities parsing”. */
const visible = (text: string) => text.replace(/<[^>]*>/g, '').replace(/&(lt|gt|amp|quot|#\d+);/g, '_');

export const telegram = {
	name: 'Telegram',
	credential: 'qmarkTelegramApi',
	docs: 'https://core.telegram.org/bots/api',
	verified: '2026-11 Bot API 10.3',
	baseUrl: ({ baseUrl, accessToken }, host) => `${String(baseUrl).replace(/\/+$/, '')}${host === 'file' ? '/file' : ''}/bot${String(accessToken)}`,
	account: ({ baseUrl, accessToken }) => `${String(baseUrl)}/${String(accessToken).split(':')[0]}`,
	concurrency: { read: 50, send: 50 },
	rate: {
		/** https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this; 3 % are left for clocks that differ. */
		perSecond: ({ messagesPerSecond }) => (Number(messagesPerSecond) || 30) * 0.97,
		recipient: ({ body, form }) => {
			const chat = body?.chat_id ?? form?.chat_id;
			if (chat === undefined) return undefined;
			const isGroup = String(chat).startsWith('-') || String(chat).startsWith('@');
			return { id: String(chat), ...(isGroup ? { perSecond: 20 / 60, burst: 20 } : { perSecond: 1, burst: 3 }) };
		},
	},
	retry: { attempts: 5, firstDelay: 500 },
	timeout: 60_000,
	limits: {
		text: 4096,
		caption: 1024,
		albumItems: { least: 2, most: 10 },
		pollQuestion: 300,
		pollOptions: 12,
		callbackData: 64,
		upload: { photo: 10 * 1024 * 1024, other: 50 * 1024 * 1024, selfHosted: 2000 * 1024 * 1024 },
		download: 20 * 1024 * 1024,
	},
	parseError,
	unwrap: (body: unknown) => (isEnvelope(body) ? body.result : body),
	textLength: (text: string, { parseMode }: { parseMode?: unknown }) => (parseMode === 'HTML' ? visible(text) : parseMode === 'MarkdownV2' ? text.replace(/\\(.)/g, '$1') : text).length,
} as const satisfies Platform & { limits: unknown };

import type { Failure, Verdict } from '../core/errors';
import type { Platform, Reply } from '../core/platform';
import type { PostFacts } from '../model/postFacts';

/** https://core.telegram.org/bots/api#making-requests: the whole envelope of every answer. */
interface Envelope {
	ok: boolean;
	result?: unknown;
	error_code?: number;
	description?: string;
	parameters?: { retry_after?: number; migrate_to_chat_id?: number };
}

const isEnvelope = (body: unknown): body is Envelope => typeof body === 'object' && body !== null && 'ok' in body && typeof body.ok === 'boolean';

/** Refusals that an operation tells apart. */
const words = { unchanged: /message is not modified/, gone: /message to delete not found/ };

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
	{ code: 400, says: words.unchanged, verdict: 'fix-input', hint: 'The message already reads exactly like this; nothing needs to be done.' },
	{ code: 400, says: /message to \w+( \w+)* not found|message can't be/, verdict: 'fix-input', hint: 'Check “Message ID” and “Chat”: the message may be deleted, too old or of a kind that does not allow this.' },
	{ code: 400, says: /thread not found|TOPIC_CLOSED/, verdict: 'fix-input', hint: 'Check “Topic ID”: the topic must exist in this group and be open.' },
	{ code: 400, says: /file_id|remote file identifier/, verdict: 'fix-input', hint: 'Check “File ID”: a file can be sent again only by the bot that got it, and only as the same kind.' },
	{ code: 400, says: /failed to get HTTP URL content|wrong type of the web page|wrong file identifier/, verdict: 'fix-input', hint: 'Telegram could not fetch the file: give a direct, public URL (photos up to 5 MB, other files up to 20 MB), or upload it from a binary field.' },
	{ code: 400, says: /IMAGE_PROCESS_FAILED|PHOTO_INVALID_DIMENSIONS/, verdict: 'fix-input', hint: 'Send a JPEG, PNG or WebP photo whose width and height together stay below 10000 pixels and whose longer side is at most 20 times the shorter, or send it as a document.' },
	{ code: 400, says: /file is too big/, verdict: 'fix-input', hint: 'Telegram takes photos up to 10 MB and other files up to 50 MB, and gives files up to 20 MB; a self-hosted Bot API server takes 2000 MB.' },
	{ code: 400, says: /not enough rights|have no rights|administrator rights|CHAT_WRITE_FORBIDDEN/, verdict: 'stop', hint: 'Make the bot an administrator of the chat with the right to do this.' },
	{ code: 400, says: /./, verdict: 'fix-input', hint: 'Correct what Telegram names and run the item again.' },
	{ code: 401, says: /./, verdict: 'reconnect', hint: 'The bot token is not valid any more: get it from @BotFather and put it in the credential.' },
	{ code: 403, says: /blocked|deactivated/, verdict: 'stop', hint: 'This person does not want messages from the bot any more: take them off the list.' },
	{ code: 403, says: /initiate conversation/, verdict: 'stop', hint: 'A bot cannot write first: the person must press Start.' },
	{ code: 403, says: /./, verdict: 'stop', hint: 'Add the bot to the chat again, or take the chat off the list.' },
	{ code: 404, says: /./, verdict: 'reconnect', hint: 'Check the token and the base URL in the credential.' },
	{ code: 409, says: /webhook is active/, verdict: 'stop', hint: 'This bot’s updates go to a webhook, so its chats cannot be listed: choose “By ID” or “By Username” and enter the chat.' },
	{ code: 409, says: /./, verdict: 'stop', hint: 'Another program receives this bot’s updates: one bot has one receiver.' },
	{ code: 413, says: /./, verdict: 'fix-input', hint: 'Make the file smaller: Telegram takes photos up to 10 MB and other files up to 50 MB.' },
	// The server answers so for what it was still doing when it was restarted.
	{ code: 500, says: /restart/, verdict: 'unknown', hint: 'Look at the chat before you send this item again: it may have arrived.' },
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

/** Markup does not count: https://core.telegram.org/bots/api#sendmessage says “after entities parsing”. In doubt the lower count: Telegram has the last word. */
const visible: Partial<Record<string, (text: string) => string>> = {
	HTML: (text) => text.replace(/<[^>]*>/g, '').replace(/&(lt|gt|amp|quot|#\d+|#x[\da-f]+);/gi, '_'),
	MarkdownV2: (text) =>
		text
			.replace(/\\([\x01-\x7e])/g, 'x')
			.replace(/\]\([^)\n]*\)/g, '')
			.replace(/^(\*\*)?>/gm, '')
			.replace(/!(?=\[)|[*_~`|[\]]/g, ''),
};

const MEGABYTE = 1024 * 1024;

const limits = {
	text: 4096,
	caption: 1024,
	albumItems: { least: 2, most: 10 },
	pollQuestion: 300,
	pollOption: 100,
	pollOptions: 12,
	pollExplanation: 200,
	/** In bytes, as UTF-8. */
	callbackData: 64,
	commands: 100,
	commandDescription: 256,
	inviteLinkName: 32,
	photo: 10 * MEGABYTE,
	download: 20 * MEGABYTE,
} as const;

const sending = 'https://core.telegram.org/bots/api#sending-files';
const anyFile = { bytes: 50 * MEGABYTE, urlBytes: 20 * MEGABYTE, source: sending };

/** What a message holds, sent as plain text. */
const posts: PostFacts = {
	text: { most: limits.text, underMedia: limits.caption, count: (text) => text.length, source: 'https://core.telegram.org/bots/api#sendmessage' },
	textOnly: true,
	thread: true,
	link: 'text',
	media: { most: limits.albumItems.most, together: [['image', 'video'], ['audio'], ['document']], source: 'https://core.telegram.org/bots/api#sendmediagroup' },
	files: {
		image: {
			...{ taken: 'JPEG, PNG, WebP or GIF', mimes: ['image/jpeg', 'image/png', 'image/webp', 'image/gif'] },
			...{ bytes: limits.photo, urlBytes: 5 * MEGABYTE, perimeter: 10_000, ratio: { least: 1 / 20, most: 20 } },
			source: 'https://core.telegram.org/bots/api#sendphoto',
		},
		video: { ...anyFile, taken: 'MP4', mimes: ['video/mp4', 'video/quicktime'], source: 'https://core.telegram.org/bots/api#sendvideo' },
		audio: { ...anyFile, taken: 'MP3 or M4A', mimes: ['audio/mpeg', 'audio/mp4', 'audio/ogg'], source: 'https://core.telegram.org/bots/api#sendaudio' },
		document: { ...anyFile, taken: 'any file', mimes: [], byUrl: { taken: 'PDF, ZIP or GIF', mimes: ['application/pdf', 'application/zip', 'image/gif'] } },
	},
};

export const telegram = {
	name: 'Telegram',
	credential: 'qmarkTelegramApi',
	docs: 'https://core.telegram.org/bots/api',
	verified: '2026-11 Bot API 10.3',
	baseUrl: ({ baseUrl, accessToken }, host) => `${String(baseUrl).replace(/\/+$/, '')}${host === 'file' ? '/file' : ''}/bot${String(accessToken)}`,
	account: ({ baseUrl, accessToken }) => `${String(baseUrl)}/${String(accessToken).split(':')[0]}`,
	identity: { request: { url: '/getMe' }, nameOf: ({ username }) => `@${String(username)}` },
	concurrency: { read: 50, send: 50 },
	rate: {
		/** https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this; 4 % are left for calls that arrive closer together than they left. */
		perSecond: ({ messagesPerSecond }) => (Number(messagesPerSecond) || 30) * 0.96,
		/** An album counts each of its items. */
		cost: ({ body, form }) => {
			const album: unknown = body?.media ?? (typeof form?.media === 'string' ? JSON.parse(form.media) : undefined);
			return Array.isArray(album) ? album.length : 1;
		},
		recipient: ({ body, form }) => {
			const chat = body?.chat_id ?? form?.chat_id;
			if (chat === undefined) return undefined;
			const isGroup = String(chat).startsWith('-') || String(chat).startsWith('@');
			return { id: String(chat), ...(isGroup ? { perSecond: 20 / 60, burst: 20 } : { perSecond: 1, burst: 3 }) };
		},
	},
	retry: { attempts: 5, firstDelay: 500 },
	timeout: 60_000,
	/** https://core.telegram.org/bots/api#sending-files and #using-a-local-bot-api-server */
	uploadLimit: ({ baseUrl }) => (String(baseUrl).startsWith('https://api.telegram.org') ? 50 : 2000) * MEGABYTE,
	limits,
	posts,
	/** Milliseconds after which a message that was never answered, and cannot be read back, was surely not sent. */
	settling: 60_000,
	words,
	parseError,
	pageItems: (body: object) => (Array.isArray(body) ? body : [body]),
	unwrap: (body: unknown) => (isEnvelope(body) ? body.result : body),
	textLength: (text: string, { parseMode }: { parseMode?: unknown }) => (visible[String(parseMode)]?.(text) ?? text).trim().length,
} as const satisfies Platform & { limits: unknown; posts: PostFacts; settling: unknown; words: unknown };

import { refused } from '../core/errors';
import type { Failure } from '../core/errors';
import type { Credentials, Platform, Reply } from '../core/platform';
import type { Request } from '../core/request';
import type { PostFacts } from '../model/postFacts';
import { chatStateOf, refusalOf } from './telegramRefusals';

/** https://core.telegram.org/bots/api#making-requests: the whole envelope of every answer. */
interface Envelope {
	ok: boolean;
	result?: unknown;
	error_code?: number;
	description?: string;
	parameters?: { retry_after?: number; migrate_to_chat_id?: number };
}

const isEnvelope = (body: unknown): body is Envelope => typeof body === 'object' && body !== null && 'ok' in body && typeof body.ok === 'boolean';

/** Refusals that an operation tells apart. `moved` also holds the chat's new ID, where `parseError` wrote it. */
const words = {
	unchanged: /message is not modified/,
	gone: /message to delete not found/,
	moved: /New chat ID: (-?\d+)/,
	markup: /can't parse entities/,
	refunded: /CHARGE_ALREADY_REFUNDED/,
	/** What is answered once and cannot be answered again. */
	answered: /query is too old|HIDE_REQUESTER_MISSING|USER_ALREADY_PARTICIPANT/,
	topicDone: /TOPIC_NOT_MODIFIED|TOPIC_ID_INVALID|TOPIC_DELETED/,
	storyGone: /STORY_/,
};

function parseError({ body }: Reply): Failure | undefined {
	if (!isEnvelope(body) || body.ok) return undefined;
	const { error_code: code = 500, description = 'no description', parameters = {} } = body;
	const known = refusalOf(code, description);
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
	pollDescription: 1024,
	/** In bytes, as UTF-8. */
	callbackData: 64,
	copiedText: 256,
	callbackAnswer: 200,
	/** Messages that one call deletes, forwards or copies. */
	batch: 100,
	commands: 100,
	commandDescription: 256,
	inviteLinkName: 32,
	topicName: 128,
	invoiceTitle: 32,
	invoiceDescription: 255,
	/** In bytes, as UTF-8. */
	invoicePayload: 128,
	suggestedTips: 4,
	storyCaption: 2048,
	storyVideo: 30 * MEGABYTE,
	/** Telegram Stars. */
	stars: { subscription: 10_000, paidMedia: 25_000 },
	photo: 10 * MEGABYTE,
	download: 20 * MEGABYTE,
} as const;

/** Digits behind the point of a currency's prices; https://core.telegram.org/bots/payments/currencies.json has them as `exp`. */
const whole = ['CLP', 'ISK', 'JPY', 'KRW', 'PYG', 'UGX', 'VND', 'XTR'];
const thousandths = ['BHD', 'IQD', 'JOD'];
const decimals = (currency: string) => (whole.includes(currency) ? 0 : thousandths.includes(currency) ? 3 : 2);

/** Telegram's own money, in which a price needs no payment provider. */
const STARS = 'XTR';

/** An invoice in real money names the bot's payment provider, by a token that only the credential holds: https://core.telegram.org/bots/api#sendinvoice */
function complete(request: Request, { paymentProviderToken: token }: Credentials): Request {
	const { url, body } = request;
	if (!body || !/^\/(sendInvoice|createInvoiceLink)$/.test(url) || body.currency === STARS) return request;
	if (!token) throw refused('Payment Provider Token', 'is empty in the credential.', 'Connect a provider in @BotFather > Payments and put its token into the credential, or sell for Telegram Stars (XTR).');
	return { ...request, body: { ...body, provider_token: String(token) } };
}

/** Transactions that one page holds. */
const TRANSACTIONS = 100;

const transactionsIn = ({ transactions }: { transactions?: unknown }): object[] | undefined => (Array.isArray(transactions) ? transactions : undefined);

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
		/** An album counts each of its items, and so do messages that are forwarded or copied together. */
		cost: ({ body, form }) => {
			const together: unknown = body?.media ?? (body?.from_chat_id ? body.message_ids : undefined) ?? (typeof form?.media === 'string' ? JSON.parse(form.media) : undefined);
			return Array.isArray(together) ? together.length : 1;
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
	/** Milliseconds for which Telegram waits for what a bot says to an order. https://core.telegram.org/bots/api#answerprecheckoutquery */
	answerWithin: 10_000,
	/** Seconds between two payments of a subscription; Telegram has no other period. */
	subscriptionPeriod: 30 * 24 * 3600,
	stars: STARS,
	decimals,
	chatStateOf,
	parseError,
	complete,
	pageItems: (body: object) => transactionsIn(body) ?? (Array.isArray(body) ? body : [body]),
	/** https://core.telegram.org/bots/api#getstartransactions */
	nextPage: (request: Request, body: object): Request | undefined =>
		transactionsIn(body)?.length === TRANSACTIONS ? { ...request, body: { ...request.body, offset: Number(request.body?.offset ?? 0) + TRANSACTIONS } } : undefined,
	unwrap: (body: unknown) => (isEnvelope(body) ? body.result : body),
	textLength: (text: string, { parseMode }: { parseMode?: unknown }) => (visible[String(parseMode)]?.(text) ?? text).trim().length,
} as const satisfies Platform & { limits: unknown; posts: PostFacts } & Record<'settling' | 'words' | 'answerWithin' | 'subscriptionPeriod' | 'stars' | 'decimals' | 'chatStateOf', unknown>;

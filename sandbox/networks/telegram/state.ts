import type { TelegramBotCommand, TelegramUpdate, TelegramWebhookInfo } from '@gramio/types';
import type { World } from '../world';
import { Chats } from './chats';
import { FileShelf } from './files';
import { defaultRates, RateLimiter } from './limits';
import type { Params } from './params';

/** Everything the fake Telegram remembers between two calls. */
export class TelegramState {
	chats = new Chats();
	files: FileShelf;
	limiter: RateLimiter;
	/** A self-hosted Bot API server: uploads up to 2000 MB, downloads without limit. https://github.com/tdlib/telegram-bot-api */
	localServer = false;
	/** By scope and language. */
	commands = new Map<string, TelegramBotCommand[]>();
	webhook: TelegramWebhookInfo = noWebhook();
	webhookSecret = '';
	/** Waiting to be fetched or delivered, oldest first. */
	updates: TelegramUpdate[] = [];
	/** Kinds of update asked for; empty means Telegram's default. */
	allowedUpdates: string[] = [];
	/** The getUpdates call that waits, if one does. */
	poll?: { wake(): void; stop(): void };
	delivering = false;
	lastUpdateId = 700_000_000;
	/** Open callback queries, by id. */
	callbacks = new Set<string>();

	constructor(readonly world: World) {
		this.files = new FileShelf(world.media);
		this.limiter = new RateLimiter(world.clock, { ...defaultRates });
	}

	reset(): void {
		this.poll?.wake();
		Object.assign(this, new TelegramState(this.world), { poll: undefined });
	}

	/** Seconds since 1970, as Telegram dates everything. */
	now(): number {
		return Math.floor(this.world.clock.now() / 1000);
	}
}

/** What a method without a webhook reports. */
export function noWebhook(): TelegramWebhookInfo {
	return { url: '', has_custom_certificate: false, pending_update_count: 0 };
}

/** One method: checked parameters in, the `result` member out. */
export type Handler = (params: Params, state: TelegramState) => unknown;

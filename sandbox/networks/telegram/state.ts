import type { TelegramBotCommand, TelegramUpdate, TelegramWebhookInfo } from '@gramio/types';
import type { World } from '../world';
import { Chats, type SavedChat } from './chats';
import { newDealings } from './dealings';
import { Deliveries } from './deliveries';
import { FileShelf, type SavedFiles } from './files';
import { defaultRates, RateLimiter } from './limits';
import type { Params } from './params';

type Kept = 'commands' | 'webhook' | 'webhookSecret' | 'updates' | 'allowedUpdates' | 'lastUpdateId' | 'callbacks' | 'dealings';

/** What comes back after a restart: all that people and bots have done, none of the settings. */
export type SavedTelegram = Pick<TelegramState, Kept> & { chats: SavedChat[]; files: SavedFiles };

/** Everything the fake Telegram remembers between two calls. */
export class TelegramState {
	chats = new Chats();
	files: FileShelf;
	limiter: RateLimiter;
	/** A self-hosted Bot API server: uploads up to 2000 MB, downloads without limit. https://github.com/tdlib/telegram-bot-api */
	localServer = false;
	/** Refuse parameters that Telegram does not know, where Telegram ignores them. */
	strictParameters = true;
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
	deliveries = new Deliveries();
	/** Milliseconds from one setWebhook to the next, and the time of the last one, by the sandbox's clock. */
	webhookInterval = 1000;
	webhookSetAt = 0;
	lastUpdateId = 700_000_000;
	/** Open callback queries, by id. */
	callbacks = new Set<string>();
	/** Payments, stories and the like. */
	dealings = newDealings();

	constructor(readonly world: World) {
		this.files = new FileShelf(world.media);
		this.limiter = new RateLimiter(world.clock, { ...defaultRates });
	}

	reset(): void {
		this.poll?.wake();
		this.deliveries.stop();
		Object.assign(this, new TelegramState(this.world), { poll: undefined });
	}

	/** What waits goes on waiting. */
	removeWebhook(): void {
		this.deliveries.stop();
		this.webhook = noWebhook();
		this.webhookSecret = '';
	}

	save(): SavedTelegram {
		const { commands, webhook, webhookSecret, updates, allowedUpdates, lastUpdateId, callbacks, dealings } = this;
		const kept = { commands, webhook, webhookSecret, updates, allowedUpdates, lastUpdateId, callbacks, dealings };
		return { ...kept, chats: this.chats.save(), files: this.files.save() };
	}

	load({ chats, files, ...kept }: SavedTelegram): void {
		this.chats.load(chats);
		this.files.load(files);
		Object.assign(this, kept);
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

import type { Clock } from '../world';
import { ApiError } from './errors';

/** What a test may set; 0 switches a limit off. https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this */
export interface RateSettings {
	perSecond: number;
	perChatPerSecond: number;
	perGroupPerMinute: number;
}

/** Telegram publishes 1 a second per chat and 20 a minute per group, and tolerates short bursts; the defaults let a demo run. */
export const defaultRates: RateSettings = { perSecond: 30, perChatPerSecond: 20, perGroupPerMinute: 0 };

/** Sliding windows over message-sending calls: of the bot as a whole, of each chat, of each group. */
export class RateLimiter {
	private windows = new Map<string, number[]>();

	constructor(
		private readonly clock: Clock,
		readonly rates: RateSettings,
	) {}

	/** Counts `messages` (an album counts each item). @throws ApiError 429 with `retry_after` when a window is full; a refused call is not counted. */
	spend(chat: { id: number; isGroup: boolean }, messages: number): void {
		const now = this.clock.now();
		const windows = [
			{ key: 'bot', limit: this.rates.perSecond, span: 1000 },
			{ key: `chat ${chat.id}`, limit: this.rates.perChatPerSecond, span: 1000 },
			{ key: `group ${chat.id}`, limit: chat.isGroup ? this.rates.perGroupPerMinute : 0, span: 60_000 },
		].filter(({ limit }) => limit > 0);
		for (const { key, limit, span } of windows) {
			const times = this.recent(key, now - span);
			const oldest = times[0];
			if (oldest !== undefined && times.length + messages > Math.max(limit, messages)) {
				const seconds = Math.max(1, Math.ceil((oldest + span - now) / 1000));
				throw new ApiError(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
			}
		}
		for (const { key } of windows) {
			for (let count = 0; count < messages; count++) this.windows.get(key)?.push(now);
		}
		if (this.windows.size > 20_000) this.forgetIdle(now - 60_000);
	}

	reset(): void {
		this.windows.clear();
	}

	private recent(key: string, after: number): number[] {
		const known = this.windows.get(key) ?? [];
		const first = known.findIndex((time) => time > after);
		const times = first === 0 ? known : first === -1 ? [] : known.slice(first);
		this.windows.set(key, times);
		return times;
	}

	private forgetIdle(before: number): void {
		for (const [key, times] of this.windows) {
			if ((times.at(-1) ?? 0) < before) this.windows.delete(key);
		}
	}
}

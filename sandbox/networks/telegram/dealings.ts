import type { TelegramStarTransaction, TelegramStory } from '@gramio/types';
import { seed } from '../seed';

/** A payment in Telegram Stars that can be given back. */
interface Charge {
	userId: number;
	amount: number;
	refunded: boolean;
}

/** What the bot has to do with people beyond messages. */
export interface Dealings {
	/** Checkout and shipping queries that wait for an answer: their ID → until when, in seconds since 1970. */
	queries: Map<string, number>;
	charges: Map<string, Charge>;
	/** Oldest first. */
	transactions: TelegramStarTransaction[];
	stories: Map<number, TelegramStory & { until: number; caption: string; timelineId: string }>;
	lastStory: number;
	lastInvoice: number;
	/** Stickers of the sandbox's set, by their file IDs, once they are asked for. */
	stickers: string[];
}

/** https://core.telegram.org/bots/api#sendinvoice: the payment fails when nobody answers for so long. */
export const ANSWER_SECONDS = 10;

const EARLIER = 130;
const STARS = 50;

/** Enough sales of before for more than one page. */
export function newDealings(): Dealings {
	const { id, first_name } = seed.telegram.customer;
	const user = { id, is_bot: false, first_name };
	const transactions = Array.from({ length: EARLIER }, (_, index): TelegramStarTransaction => ({
		...{ id: `SANDBOX-stars-${index + 1}`, amount: STARS, date: 1_790_000_000 + index * 60 },
		source: { type: 'user', transaction_type: 'invoice_payment', user, invoice_payload: `order-${index + 1}` },
	}));
	const charges = new Map(transactions.map(({ id: charge }) => [charge, { userId: id, amount: STARS, refunded: false }]));
	return { queries: new Map(), charges, transactions, stories: new Map(), lastStory: 0, lastInvoice: 0, stickers: [] };
}

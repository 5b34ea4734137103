import { equal, hmac } from '../core/webhook/proof';

/**
 * What Telegram repeats with every delivery: known to every workflow that has the bot's token, without a place to keep it, and to nobody else.
 * https://core.telegram.org/bots/api#setwebhook
 */
export const secretOf = (accessToken: string): string => hmac(accessToken, 'QMARK: secret token of the webhook').toString('base64url');

/** Whether a call carries that secret. Nothing is proven by a token that is not there. */
export const isProven = (header: unknown, accessToken: string): boolean =>
	accessToken !== '' && typeof header === 'string' && equal(Buffer.from(header), Buffer.from(secretOf(accessToken)));

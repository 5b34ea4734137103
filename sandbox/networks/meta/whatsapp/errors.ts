import { GraphError } from '../errors';

/** WhatsApp says what is wrong in `error_data`. https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes */
export const refusal = (code: number, details: string): GraphError =>
	new GraphError(code, `(#${code}) ${titles[code] ?? 'Message failed to send'}`, { data: { messaging_product: 'whatsapp', details } });

export const invalidMessage = (details: string): GraphError => refusal(100, details);

export const titles: Readonly<Record<number, string>> = {
	100: 'Invalid parameter',
	130403: 'Message blocked',
	130429: 'Rate limit hit',
	130472: "User's number is part of an experiment",
	131008: 'Required parameter is missing',
	131009: 'Parameter value is not valid',
	131021: 'Recipient cannot be sender',
	131026: 'Message undeliverable',
	131047: 'Re-engagement message',
	131048: 'Spam rate limit hit',
	131049: 'This message was not delivered to maintain healthy ecosystem engagement.',
	131050: 'User has stopped receiving marketing messages',
	131051: 'Unsupported message type',
	131053: 'Media upload error',
	131056: '(Business Account, Consumer Account) pair rate limit hit',
	131062: 'Business-scoped user IDs are not supported for this message',
	132000: 'Number of parameters does not match the expected number of params',
	132001: 'Template name does not exist in the translation',
	132012: 'Parameter format does not match format in the created template',
	132015: 'Template is Paused',
	132016: 'Template is Disabled',
};

/** Every kind of event, by TikTok's own name, which misspells one. An app hears of all of them. https://developers.tiktok.com/doc/webhooks-events */
export const eventKinds = [
	'authorization.removed',
	'portability.download.ready',
	'post.publish.complete',
	'post.publish.failed',
	'post.publish.inbox_delivered',
	'post.publish.no_longer_publicaly_available',
	'post.publish.publicly_available',
	'video.publish.completed',
	'video.upload.failed',
] as const;

export type EventKind = (typeof eventKinds)[number];

export const isEventKind = (name: unknown): name is EventKind => eventKinds.some((kind) => kind === name);

/** Why an account is not connected any more: `reason` of `authorization.removed`. */
export const removalReasons: Readonly<Record<number, string>> = {
	0: 'unknown',
	1: 'disconnected by the user',
	2: 'account deleted',
	3: 'age changed',
	4: 'account banned',
	5: 'revoked by the developer',
};

/** https://developers.tiktok.com/doc/webhooks-verification */
export const webhook = {
	/** `t=<seconds>,s=<hex>`: the time and the signature. */
	header: 'tiktok-signature',
	/** Seconds. TikTok names no age from which on a signature is a replay; this one is usual. */
	oldest: 300,
	/** Seconds. TikTok tries for three days to deliver an event; what is older nobody sends again but somebody who has kept it. */
	longest: 72 * 60 * 60,
} as const;

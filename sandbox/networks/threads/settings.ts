/** What tests may change through `POST /_sandbox/settings {"threads": {…}}`, beside the login's own. */
export interface Settings {
	/** Encoding time of videos, by the sandbox's clock. */
	processingSeconds: number;
	/** Seconds for which publishing does not find a container that was just made, as Threads is known to do. */
	unfoundSeconds: number;
	/** Posts, replies and deletions of a rolling day. https://developers.facebook.com/docs/threads/overview#rate-limiting */
	publishingQuota: number;
	replyQuota: number;
	deleteQuota: number;
	/** Threads keeps the account from publishing. */
	restricted: boolean;
}

export const defaults: Readonly<Settings> = { processingSeconds: 2, unfoundSeconds: 0, publishingQuota: 250, replyQuota: 1000, deleteQuota: 100, restricted: false };

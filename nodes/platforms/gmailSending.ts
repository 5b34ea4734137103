/** What a mailbox may send, beside the API's quota. */
export const gmailSending = {
	/** Messages within 24 hours: https://support.google.com/a/answer/166852; for a personal account as Google’s help says it, not exactly. */
	messagesADay: { workspace: 2000, personal: 500 },
} as const;

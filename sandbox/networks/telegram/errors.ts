/** An answer `{"ok":false,…}`. `description` is Telegram's own text. https://core.telegram.org/bots/api#making-requests */
export class ApiError extends Error {
	constructor(
		readonly code: number,
		readonly description: string,
		readonly parameters?: { retry_after?: number; migrate_to_chat_id?: number },
	) {
		super(description);
	}
}

/** HTTP 400; the sentence follows Telegram's prefix. */
export function badRequest(sentence: string, parameters?: ApiError['parameters']): ApiError {
	return new ApiError(400, `Bad Request: ${sentence}`, parameters);
}

const texts: Record<number, string> = {
	400: 'Bad Request',
	401: 'Unauthorized',
	403: 'Forbidden: bot was blocked by the user',
	404: 'Not Found',
	409: 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
	413: 'Request Entity Too Large',
	429: 'Too Many Requests: retry after 1',
	500: 'Internal Server Error',
	502: 'Bad Gateway',
};

/** The body Telegram gives for a status, for injected faults; undefined where its gateway answers HTML. */
export function errorBody(status: number): unknown {
	const description = texts[status];
	if (!description) return undefined;
	return { ok: false, error_code: status, description, ...(status === 429 && { parameters: { retry_after: 1 } }) };
}

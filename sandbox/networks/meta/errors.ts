import { randomBytes } from 'node:crypto';

interface Detail {
	/** HTTP status; Meta answers most failures, rate limits included, with 400. */
	status?: number;
	subcode?: number;
	type?: string;
	transient?: boolean;
	userTitle?: string;
	userMessage?: string;
	data?: unknown;
}

/**
 * One failed Graph call, in the envelope all Graph hosts share.
 * https://developers.facebook.com/docs/graph-api/guides/error-handling
 */
export class GraphError extends Error {
	constructor(
		readonly code: number,
		message: string,
		readonly detail: Detail = {},
	) {
		super(message);
	}

	get status(): number {
		return this.detail.status ?? 400;
	}

	body(): { error: Record<string, unknown> } {
		const { type, subcode, transient, userTitle, userMessage, data } = this.detail;
		return {
			error: {
				message: this.message,
				type: type ?? 'OAuthException',
				code: this.code,
				...(data === undefined ? {} : { error_data: data }),
				...(subcode === undefined ? {} : { error_subcode: subcode }),
				...(transient === undefined ? {} : { is_transient: transient }),
				...(userTitle === undefined ? {} : { error_user_title: userTitle }),
				...(userMessage === undefined ? {} : { error_user_msg: userMessage }),
				fbtrace_id: `A${randomBytes(16).toString('base64url').slice(0, 22)}`,
			},
		};
	}
}

/** Code 100: a parameter Meta cannot use. `sentence` comes without the `(#100)` prefix. */
export const invalid = (sentence: string, detail: Detail = {}): GraphError => new GraphError(100, `(#100) ${sentence}`, detail);

/** Code 200: the token may not do this. */
export const forbidden = (sentence: string): GraphError => new GraphError(200, `(#200) ${sentence}`, { status: 403 });

/** Code 100 subcode 33: what Meta says of ids that do not exist and of ids the token cannot see, so that nobody can probe. */
export const notFound = (method: string, id: string): GraphError =>
	new GraphError(
		100,
		`Unsupported ${method.toLowerCase()} request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation. Please read the Graph API documentation at https://developers.facebook.com/docs/graph-api`,
		{ type: 'GraphMethodException', subcode: 33 },
	);

/** The body Meta puts behind an injected HTTP status; undefined where its gateway answers with plain HTML. */
export function errorBody(status: number): unknown {
	if (status === 502 || status === 504) return undefined;
	if (status >= 500) {
		return new GraphError(2, 'An unexpected error has occurred. Please retry your request later.', { transient: true }).body();
	}
	if (status === 429) return new GraphError(4, '(#4) Application request limit reached', { transient: true }).body();
	if (status === 401) return new GraphError(190, 'Invalid OAuth access token - Cannot parse access token').body();
	if (status === 403) return forbidden('Permissions error').body();
	if (status === 404) return notFound('get', '0').body();
	return new GraphError(1, 'An unknown error occurred').body();
}

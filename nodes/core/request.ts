import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';
import type { Failure } from './errors';
import type { Upload } from './upload';

/** One call of the platform's API. At most one of `body`, `list`, `urlencoded`, `form` and `file`. */
export interface Request {
	/** Default `GET`. */
	method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
	/** Path under the host's base URL. */
	url: string;
	/** Which of the platform's hosts answers. */
	host?: string;
	qs?: IDataObject;
	/** Sent as JSON. */
	body?: IDataObject;
	/** Sent as JSON, where that is a list. */
	list?: readonly object[];
	/** Sent as `application/x-www-form-urlencoded`. */
	urlencoded?: Record<string, string>;
	/** Sent as a multipart form, files streamed. */
	form?: Record<string, string | number | boolean | Upload | undefined>;
	/** Streamed as the whole body. */
	file?: Upload;
	headers?: Record<string, string>;
	/** Milliseconds; the platform's own timeout otherwise. */
	timeout?: number;
	encoding?: IHttpRequestOptions['encoding'];
	/** Without the token: to a URL that the platform gave for this one upload. */
	unsigned?: true;
	/** Statuses of 300 and above that are an answer, not a refusal. */
	accepts?: readonly number[];
	/** The result is the whole `Reply`, status and headers too; its body may be anything. */
	whole?: true;
	/** The allowance that the call uses up beside the account's: see `Platform.lane`. */
	lane?: string;
	/** A repeat of this very call is harmless. Every `GET` is. */
	idempotent?: boolean;
	/** A journal is kept of this call: after any fault of the server’s (5xx) its outcome counts as open, and nothing is repeated here. */
	once?: true;
	/** Done right before the call goes out, when all waiting is over, and before each repeat: what it throws keeps the call from going. */
	before?: () => Promise<void>;
	/** Asks the platform what became of a call in doubt: its result, or `undefined` when it surely did not happen. Throws where that cannot be told. */
	reconcile?: (doubt: Failure) => Promise<{ result: unknown } | undefined>;
}

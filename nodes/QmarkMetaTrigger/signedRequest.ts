import { jsonParse } from 'n8n-workflow';
import type { IDataObject } from 'n8n-workflow';
import type { Refusal } from '../core/webhook/call';
import { equal, hmac } from '../core/webhook/proof';

/** What Meta signed. `secret` is the app secret that proved it. */
export interface SignedRequest {
	/** The payload as it was signed, still encoded. */
	encoded: string;
	secret: string;
	/** App-scoped ID of the person. */
	userId: string;
	/** ISO 8601, or null where Meta does not say. */
	issuedAt: string | null;
	/** The whole payload without what would act in the person's name. */
	raw: IDataObject;
}

/** The bytes of a base64url text, or undefined unless it is exactly what those bytes encode to: Node.js skips foreign characters. */
function decode(text: string): Buffer | undefined {
	const bytes = Buffer.from(text, 'base64url');
	return text !== '' && bytes.toString('base64url') === text ? bytes : undefined;
}

/** Instagram's IDs do not fit into a number: one that is not quoted would lose its last digits. */
const withTextId = (json: string): string => json.replace(/("user_id"\s*:\s*)(\d+)/, '$1"$2"');

export const isObject = (value: unknown): value is IDataObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** `oauth_token` and `code` come with some signed requests: https://developers.facebook.com/docs/reference/login/signed-request */
const isSecret = (name: string): boolean => /token|secret|^code$/i.test(name);

const isoOf = (seconds: unknown): string | null =>
	typeof seconds === 'number' && seconds > 0 && seconds < 1e11 ? new Date(seconds * 1000).toISOString() : null;

/**
 * Checks `<signature>.<payload>` against the app secrets and reads the payload.
 * https://developers.facebook.com/docs/development/create-an-app/app-dashboard/data-deletion-callback#parsing-the-request
 */
export function readSignedRequest(text: unknown, secrets: readonly string[]): SignedRequest | Refusal {
	if (typeof text !== 'string') return { status: 400, message: 'The form field signed_request is missing.' };
	const [signature = '', encoded = '', ...more] = text.split('.');
	const [signed, bytes] = [decode(signature), decode(encoded)];
	if (!signed || !bytes || more.length > 0) {
		return { status: 400, message: 'signed_request must be a signature and a payload in base64url with one dot in between.' };
	}
	const secret = secrets.find((one) => equal(hmac(one, encoded), signed));
	if (secret === undefined) return { status: 401, message: 'The signature of signed_request was not made with this app’s secret.' };
	const payload = jsonParse<unknown>(withTextId(bytes.toString('utf8')), { fallbackValue: null });
	if (!isObject(payload)) return { status: 400, message: 'The payload of signed_request is not a JSON object.' };
	if (payload.algorithm !== 'HMAC-SHA256') return { status: 401, message: 'The algorithm of signed_request must be HMAC-SHA256.' };
	const { user_id: userId, issued_at: issued } = payload;
	if (typeof userId !== 'string' || userId === '') return { status: 400, message: 'The payload of signed_request has no user_id.' };
	const raw = Object.fromEntries(Object.entries(payload).filter(([name]) => !isSecret(name)));
	return { encoded, secret, userId, issuedAt: isoOf(issued), raw };
}

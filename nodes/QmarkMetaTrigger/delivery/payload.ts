import type { IWebhookFunctions } from 'n8n-workflow';
import { bytesOf } from '../../core/webhook/call';
import type { Refusal } from '../../core/webhook/call';
import { equal, hmac } from '../../core/webhook/proof';

type Request = ReturnType<IWebhookFunctions['getRequestObject']>;

/** IDs beyond what a JavaScript number holds come as bare numbers here and there: they become texts, all other digits stay, also those of a fraction. */
const withTextIds = (json: string): string => json.replace(/"(?:[^"\\]|\\.)*"|(?<![\d.])-?\d{16,}(?![\d.eE])/g, (found) => (found.startsWith('"') ? found : `"${found}"`));

function parsed(json: string): unknown {
	try {
		return JSON.parse(withTextIds(json));
	} catch {
		return undefined;
	}
}

/**
 * The payload of a delivery that Meta signed with one of the app secrets, or why it is turned away.
 * https://developers.facebook.com/docs/graph-api/webhooks/getting-started#validate-payloads
 */
export async function signedPayload(request: Request, secrets: readonly string[]): Promise<{ bytes: Buffer; payload: unknown } | Refusal> {
	const bytes = await bytesOf(request);
	const header = request.headers['x-hub-signature-256'];
	const [, hex] = /^sha256=([0-9a-f]{64})$/i.exec(typeof header === 'string' ? header : '') ?? [];
	if (hex === undefined) return { status: 401, message: 'The header X-Hub-Signature-256 is missing or is not sha256= and 64 hexadecimal digits.' };
	const signature = Buffer.from(hex, 'hex');
	if (!secrets.some((secret) => equal(hmac(secret, bytes), signature))) return { status: 401, message: 'The signature was not made over this body with this app’s secret.' };
	const payload = parsed(bytes.toString('utf8'));
	return payload === undefined ? { status: 400, message: 'The body is not JSON.' } : { bytes, payload };
}

import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

/** A call that is turned away: the HTTP status and one sentence for its sender. */
export interface Refusal {
	status: 400 | 401 | 403 | 404 | 503;
	message: string;
}

type Request = ReturnType<IWebhookFunctions['getRequestObject']>;

/** The bytes as they came: a signature is made over these and over nothing that was parsed and written again. n8n leaves them unread for a node with a hidden `options: { binaryData: true }`. */
export async function bytesOf(request: Request): Promise<Buffer> {
	if (!Buffer.isBuffer(request.rawBody)) await request.readRawBody();
	return Buffer.isBuffer(request.rawBody) ? request.rawBody : Buffer.alloc(0);
}

/** Turns a call away. It starts no execution. */
export function refuse(context: IWebhookFunctions, { status, message }: Refusal): IWebhookResponseData {
	context.getResponseObject().status(status).json({ message });
	return { noWebhookResponse: true };
}

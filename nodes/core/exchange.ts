import type { IHttpRequestOptions } from 'n8n-workflow';
import { PlatformError, causesOf } from './errors';
import type { Failure } from './errors';
import type { Platform, Reply } from './platform';
import type { Session } from './session';
import { signedContext } from './session';
import type { Request } from './request';

/** Nothing was sent: the connection never came about. */
const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'ENETDOWN', 'UND_ERR_CONNECT_TIMEOUT']);

function failureWithoutAnswer(error: unknown, { platform: { name, ...platform } }: Session, { timeout = platform.timeout }: Request): Failure {
	const causes = [...causesOf(error)];
	const neverSent = causes.some(({ code, syscall }) => (typeof code === 'string' && NEVER_SENT.has(code)) || syscall === 'connect');
	if (neverSent) {
		const hint = 'Check the base URL in the credential and this machine’s connection, then run again: nothing was sent.';
		return { verdict: 'retry', code: 'unreachable', message: `${name} could not be reached.`, hint };
	}
	const lost = causes.some(({ code }) => code === 'ECONNABORTED' || code === 'ETIMEDOUT') ? `did not answer within ${timeout / 1000} seconds` : 'closed the connection without an answer';
	const hint = `Look at ${name} before you send this item again: it may have arrived.`;
	return { verdict: 'unknown', code: 'no-answer', message: `${name} ${lost}.`, hint };
}

async function optionsOf(request: Request, { platform, credentials }: Session): Promise<IHttpRequestOptions> {
	const { method = 'GET', url, host, qs, body, list, urlencoded, form, file, headers = {} } = request;
	const encoding = request.encoding ?? (platform.parse ? 'text' : undefined);
	if (/^https?:/.test(url) && platform.uploadsTo?.(url, credentials) === false) {
		throw new PlatformError({ verdict: 'stop', code: 'foreign-host', message: `${platform.name} named an address that is not its own, so nothing was sent there.`, hint: 'Check the gateway in the credential, and whether QMARK is up to date.' });
	}
	const options: IHttpRequestOptions = {
		method,
		url: /^https?:/.test(url) ? url : platform.baseUrl(credentials, host) + url,
		qs,
		headers: { ...headers },
		returnFullResponse: true,
		// A refusal is read by the vendor's own envelope. On a 401 n8n would renew at once, also where a permission is what is missing.
		ignoreHttpStatusErrors: { ignore: true, except: [] },
		timeout: request.timeout ?? platform.timeout,
		encoding,
		json: encoding === undefined,
	};
	if (file) options.body = await file.body();
	else if (form) {
		const data = new FormData();
		for (const [name, value] of Object.entries(form)) {
			if (typeof value === 'object') data.append(name, value.part());
			else if (value !== undefined) data.append(name, String(value));
		}
		options.body = data;
	} else if (urlencoded) options.body = new URLSearchParams(urlencoded);
	else options.body = list ? [...list] : body;
	// The redirect follower would keep the whole upload in memory to be able to send it again.
	if (file || form) options.disableFollowRedirect = true;
	return options;
}

/** A refusal is read whole, also where the answer was to be read in pieces. */
async function wholeOf(body: AsyncIterable<Uint8Array>): Promise<unknown> {
	const pieces: Uint8Array[] = [];
	for await (const piece of body) pieces.push(piece);
	const text = Buffer.concat(pieces).toString();
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}

/** A platform that reads its own bodies may be answered by a gateway that speaks no JSON. */
function parsed(text: string, { parse }: Platform): unknown {
	try {
		return parse?.(text) ?? text;
	} catch {
		return text;
	}
}

/** Sends once and answers what came back, or the failure where no answer did. */
export async function exchange(request: Request, session: Session, token?: string): Promise<Reply | Failure> {
	const { context, platform } = session;
	const options = await optionsOf(request, session);
	try {
		const full = request.unsigned ? await context.helpers.httpRequest(options) : await context.helpers.httpRequestWithAuthentication.call(signedContext(session, token, platform.scheme?.(request.host)), platform.credential, options);
		const read: unknown = options.encoding === 'stream' && full.statusCode >= 300 ? await wholeOf(full.body) : full.body;
		const body = request.encoding === undefined && typeof read === 'string' ? parsed(read, platform) : read;
		return { status: full.statusCode, headers: full.headers ?? {}, body };
	} catch (error) {
		return failureWithoutAnswer(error, session, request);
	}
}

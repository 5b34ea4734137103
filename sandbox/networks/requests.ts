import type { Request, RequestHandler, Response } from 'express';
import { watchBody } from './arriving';

/** One vendor request as a test reads it at `GET /_sandbox/requests`. Never holds a token. */
export interface RecordedRequest {
	/** Counts upwards; `?since=` answers only higher ones. */
	seq: number;
	network: string;
	host: string;
	method: string;
	/** As sent, without query and with a bot token replaced by `<token>`. */
	path: string;
	query: Record<string, unknown>;
	/** As the network parsed it; a file is `{filename, mime, size}`. */
	body: unknown;
	/** Of the body, as far as it arrived. */
	bytes: number;
	/** HTTP status, or null while in flight and when the connection was cut. */
	status: number | null;
	/** Set when a fault was injected, e.g. `reset after`. */
	fault?: string;
	/** ISO 8601 UTC by the sandbox's clock. */
	at: string;
	/** Milliseconds until the answer, null while in flight. */
	ms: number | null;
}

const KEPT = 5000;
const SECRET_NAME = /token|secret|proof|password|^signed_request$|^code$|^authorization$/i;
const SECRET_IN_TEXT = /((?:access_token|client_secret|appsecret_proof|fb_exchange_token|input_token|signed_request)=)[^&\s"]+/g;

/** The path with a bot token replaced: Telegram's clients put it there. */
export function pathWithoutToken(path: string): string {
	return path.replace(/\/bot[^/]+/, '/bot<token>');
}

/** The last 5,000 vendor requests. */
export class RequestJournal {
	private seq = 0;
	private entries: RecordedRequest[] = [];
	private readonly open = new Map<RecordedRequest, { req: Request; res: Response }>();

	constructor(private readonly now: () => number) {}

	/** Records every request that passes; the body is read from `req.body` when the answer has been given. */
	recorder(network: string, host: string): RequestHandler {
		return (req, res, next) => {
			const started = performance.now();
			const entry: RecordedRequest = {
				seq: ++this.seq,
				network,
				host,
				method: req.method,
				path: pathWithoutToken(req.path),
				query: withoutSecrets(req.query),
				body: undefined,
				bytes: 0,
				status: null,
				at: new Date(this.now()).toISOString(),
				ms: null,
			};
			this.entries.push(entry);
			if (this.entries.length > KEPT * 1.2) this.entries = this.entries.slice(-KEPT);
			this.open.set(entry, { req, res });
			watchBody(req, (bytes) => (entry.bytes += bytes));
			const settle = () => {
				if (!this.open.delete(entry)) return;
				Object.assign(entry, outcome(req, res), { ms: Math.round(performance.now() - started) });
			};
			res.on('finish', settle);
			res.on('close', settle);
			next();
		};
	}

	list(filter: { network?: string; since?: number }): RecordedRequest[] {
		return this.entries
			.slice(-KEPT)
			.filter((entry) => (!filter.network || entry.network === filter.network) && entry.seq > (filter.since ?? 0))
			.map((entry) => {
				const live = this.open.get(entry);
				return live ? { ...entry, ...outcome(live.req, live.res) } : entry;
			});
	}

	clear(): void {
		this.entries = [];
	}
}

function outcome(req: Request, res: Response): Pick<RecordedRequest, 'body' | 'status' | 'fault'> {
	const body: unknown = req.body;
	const fault: unknown = res.locals.fault;
	return {
		body: typeof body === 'object' && body !== null ? withoutSecrets(body) : body,
		status: res.headersSent ? res.statusCode : null,
		...(typeof fault === 'string' && { fault }),
	};
}

function withoutSecrets(value: object): Record<string, unknown> {
	return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, SECRET_NAME.test(name) ? '<secret>' : plain(inner)]));
}

/** Files become their description, so that the journal never holds their bytes. */
function plain(value: unknown): unknown {
	if (typeof value === 'string') return value.replace(SECRET_IN_TEXT, '$1<secret>');
	if (Buffer.isBuffer(value)) return { size: value.length };
	if (Array.isArray(value)) return value.map(plain);
	if (typeof value !== 'object' || value === null) return value;
	if ('filename' in value && 'size' in value)
		return { filename: value.filename, mime: 'mime' in value ? value.mime : undefined, size: value.size };
	return withoutSecrets(value);
}

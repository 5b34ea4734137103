import { STATUS_CODES } from 'node:http';
import type { Request, RequestHandler, Response } from 'express';
import { cutAfter } from './arriving';
import { pathWithoutToken } from './requests';
import type { Network } from './world';

const KINDS = ['status', 'reset', 'timeout', 'malformed'] as const;
const MOMENTS = ['before', 'after'] as const;
/** A hanging request is cut after this time, in milliseconds, when its client has not given up. */
const HANG = 60_000;

/** A misbehaviour to inject. `seen` counts matching requests, `hits` those that were spoilt. */
export interface Fault {
	id: number;
	network: string;
	/** Part of the path, host included, upper and lower case alike. Empty matches everything. */
	match: string;
	kind: (typeof KINDS)[number];
	status: number;
	headers: Record<string, string>;
	body?: unknown;
	/** `before`: the network never sees the request. `after`: the effect happens, its answer is lost or replaced. */
	when: (typeof MOMENTS)[number];
	/** Of a `reset`: bytes of the request's body that the network still gets. Only a body that has more is cut. */
	afterBytes?: number;
	times: number;
	skip: number;
	seen: number;
	hits: number;
}

/** The faults that tests have asked for, oldest first. */
export class FaultList {
	private faults: Fault[] = [];
	private last = 0;

	constructor(private readonly networks: readonly string[]) {}

	/** Answers the fault, or a sentence saying what is wrong with the wish. */
	add(wish: Record<string, unknown>): Fault | string {
		const allowed = ['network', 'match', 'kind', 'status', 'headers', 'body', 'when', 'afterBytes', 'times', 'skip'];
		const unknown = Object.keys(wish).find((name) => !allowed.includes(name));
		if (unknown) return `Unknown fault setting "${unknown}"; use ${allowed.join(', ')}.`;
		const network = this.networks.find((name) => name === wish.network);
		if (!network) return `"network" must be one of ${this.networks.join(', ')}.`;
		const kind = KINDS.find((name) => name === wish.kind);
		if (!kind) return `"kind" must be one of ${KINDS.join(', ')}.`;
		const when = MOMENTS.find((name) => name === (wish.when ?? 'before'));
		if (!when) return `"when" must be before or after.`;
		const { match = '', status = 500, afterBytes, times = 1, skip = 0, headers = {} } = wish;
		if (typeof match !== 'string') return '"match" must be a part of the path.';
		if (!isCount(status) || status < 200 || status > 599) return '"status" must be a number from 200 to 599.';
		if (afterBytes !== undefined && (!isCount(afterBytes) || kind !== 'reset' || when !== 'before')) return '"afterBytes" must be a whole number, of a reset before the answer.';
		if (!isCount(times) || !isCount(skip)) return '"times" and "skip" must be whole numbers.';
		if (typeof headers !== 'object' || headers === null) return '"headers" must be an object of strings.';
		const texts = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
		const fault = { id: ++this.last, network, match, kind, status, headers: texts, body: wish.body, when, afterBytes, times, skip, seen: 0, hits: 0 };
		this.faults.push(fault);
		return fault;
	}

	list(): Fault[] {
		return this.faults;
	}

	clear(): void {
		this.faults = [];
	}

	/** The fault this request gets; counts it as seen and hit. `length`: bytes of its body, as far as it says. */
	take(network: string, path: string, length = Infinity): Fault | undefined {
		const lowered = path.toLowerCase();
		for (const fault of this.faults) {
			if (fault.hits >= fault.times || fault.network !== network || !lowered.includes(fault.match.toLowerCase()) || length <= (fault.afterBytes ?? -1)) continue;
			fault.seen++;
			if (fault.seen <= fault.skip) continue;
			fault.hits++;
			return fault;
		}
		return undefined;
	}
}

/** Stands in front of a network and spoils what `faults` says. */
export function faultInjector(faults: FaultList, network: Network, host: string): RequestHandler {
	return (req, res, next) => {
		const fault = faults.take(network.name, `/${host}${pathWithoutToken(req.path)}`, lengthOf(req));
		if (!fault) {
			next();
			return;
		}
		res.locals.fault = `${fault.kind} ${fault.when}`;
		if (fault.when === 'after') {
			replaceAnswer(res, () => spoil(fault, network, req, res));
			next();
		} else if (fault.afterBytes !== undefined) {
			cutAfter(req, fault.afterBytes);
			next();
		} else if (fault.kind === 'reset') {
			spoil(fault, network, req, res);
		} else {
			// An upload is swallowed first: a client that is still writing would see a broken pipe instead of the answer.
			req.on('end', () => spoil(fault, network, req, res));
			req.resume();
		}
	};
}

/** A body of unknown length has none to tell. */
function lengthOf({ headers }: Request): number | undefined {
	if (headers['transfer-encoding'] !== undefined) return undefined;
	return Number(headers['content-length'] ?? 0);
}

function isCount(value: unknown): value is number {
	return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

/** Lets the handler run to its end, throws its answer away and gives `answer` instead. */
function replaceAnswer(res: Response, answer: () => void): void {
	const { end, write, writeHead, flushHeaders } = res;
	res.writeHead = () => res;
	res.flushHeaders = () => undefined;
	res.write = () => true;
	res.end = () => {
		Object.assign(res, { end, write, writeHead, flushHeaders });
		for (const name of res.getHeaderNames()) res.removeHeader(name);
		answer();
		return res;
	};
}

function spoil(fault: Fault, network: Network, req: Request, res: Response): void {
	if (fault.kind === 'reset') {
		req.socket.resetAndDestroy();
		return;
	}
	if (fault.kind === 'timeout') {
		const cut = setTimeout(() => req.socket.destroy(), HANG);
		cut.unref();
		req.socket.once('close', () => clearTimeout(cut));
		return;
	}
	res.set(fault.headers);
	if (fault.kind === 'malformed') {
		res.status(200).type('json').send('{"ok":true,"result":{"message_id":1,"da');
		return;
	}
	const gateway = fault.status === 502 || fault.status === 504;
	const body = fault.body ?? (gateway ? undefined : network.errorBody(fault.status));
	res.status(fault.status);
	if (body === undefined) res.type('html').send(gatewayPage(fault.status));
	else if (typeof body === 'string') res.send(body);
	else res.json(body);
}

function gatewayPage(status: number): string {
	const title = `${status} ${STATUS_CODES[status] ?? 'Error'}`;
	return `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n`;
}

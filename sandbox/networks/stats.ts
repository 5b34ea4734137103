import type { RequestHandler } from 'express';

/** Counters since the last reset. `tooMany` counts answers with HTTP 429. */
interface Counters {
	calls: number;
	tooMany: number;
	inFlight: number;
	maxInFlight: number;
}

const none = (): Counters => ({ calls: 0, tooMany: 0, inFlight: 0, maxInFlight: 0 });

/** Calls, refusals and the highest number of simultaneous requests, per network and per kind of call. */
export class Stats {
	private networks = new Map<string, { total: Counters; methods: Map<string, Counters> }>();

	counter(network: string): RequestHandler {
		return (req, res, next) => {
			const counted = this.countersOf(network, methodName(req.method, req.path));
			for (const counters of counted) {
				counters.calls++;
				counters.inFlight++;
				counters.maxInFlight = Math.max(counters.maxInFlight, counters.inFlight);
			}
			res.on('close', () => {
				for (const counters of counted) {
					counters.inFlight--;
					if (res.statusCode === 429) counters.tooMany++;
				}
			});
			next();
		};
	}

	report(): Record<string, Counters & { methods: Record<string, Counters> }> {
		return Object.fromEntries(
			[...this.networks].map(([name, { total, methods }]) => [name, { ...total, methods: Object.fromEntries(methods) }]),
		);
	}

	clear(): void {
		this.networks = new Map();
	}

	private countersOf(network: string, method: string): Counters[] {
		const known = this.networks.get(network) ?? { total: none(), methods: new Map<string, Counters>() };
		this.networks.set(network, known);
		const counters = known.methods.get(method) ?? none();
		known.methods.set(method, counters);
		return [known.total, counters];
	}
}

/** `POST sendMessage`, `GET {id}/comments`: without bot token, version and ids. */
function methodName(verb: string, path: string): string {
	const parts = path.split('/').filter((part) => part !== '' && !/^bot\d|^v\d+\.\d+$/.test(part));
	return `${verb} ${parts.map((part) => (/\d/.test(part) ? '{id}' : part)).join('/')}`;
}

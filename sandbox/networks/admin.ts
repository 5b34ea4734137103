import express, { type Response, type Router } from 'express';
import type { FaultList } from './faults';
import type { Publications } from './publications';
import type { RequestJournal } from './requests';
import type { Stats } from './stats';
import type { Network, World } from './world';

interface Parts {
	world: World;
	networks: Network[];
	publications: Publications;
	journal: RequestJournal;
	stats: Stats;
	faults: FaultList;
	settings: { latencyMs: number };
	/** Brings the world and its networks back to the seed. */
	resetWorld(): void;
}

/** `/_sandbox/*`: what tests turn to make the networks misbehave and to see what arrived. Documented in README.md. */
export function adminRouter({ world, networks, publications, journal, stats, faults, settings, resetWorld }: Parts): Router {
	const router = express.Router();
	// Whole texts, before and after each change.
	router.use('/publications', express.json({ limit: '16mb' }));
	router.use(express.json());
	const time = () => ({ now: new Date(world.clock.now()).toISOString() });

	router.get('/health', (_req, res) => {
		res.json({ ok: true, networks: networks.map(({ name, hosts }) => ({ name, hosts: Object.keys(hosts) })), ...time() });
	});

	router.post('/faults', (req, res) => {
		const fault = faults.add(objectIn(req.body));
		if (typeof fault === 'string') refuse(res, fault);
		else res.status(201).json(fault);
	});
	router.get('/faults', (_req, res) => {
		res.json(faults.list());
	});
	router.delete('/faults', (_req, res) => {
		faults.clear();
		res.json({ ok: true });
	});

	router.post('/settings', (req, res) => {
		for (const [name, value] of Object.entries(objectIn(req.body))) {
			const refusal = name === 'latencyMs' ? setLatency(value) : configure(name, value);
			if (refusal) {
				refuse(res, refusal);
				return;
			}
		}
		res.json({ ok: true });
	});
	const setLatency = (value: unknown): string | undefined => {
		if (typeof value !== 'number' || !(value >= 0) || value > 60_000)
			return '"latencyMs" must be a number of milliseconds from 0 to 60000.';
		settings.latencyMs = value;
		return undefined;
	};
	const configure = (name: string, value: unknown): string | undefined => {
		const network = networks.find((candidate) => candidate.name === name);
		if (!network) return `Unknown setting "${name}"; use latencyMs, ${networks.map((known) => known.name).join(', ')}.`;
		if (typeof value !== 'object' || value === null) return `"${name}" must be an object of settings.`;
		return network.configure({ ...value });
	};

	router.get('/clock', (_req, res) => {
		res.json(time());
	});
	router.post('/clock', (req, res) => {
		const { advance } = objectIn(req.body);
		if (typeof advance !== 'number' || !(advance >= 0)) {
			refuse(res, '"advance" must be a number of seconds, 0 or more: the clock only goes forward.');
			return;
		}
		world.clock.advance(advance);
		res.json(time());
	});

	router.post('/publications', (req, res) => {
		const refusal = publications.take(req.body);
		if (refusal) refuse(res, refusal);
		else res.json({ ok: true });
	});

	router.post('/reset', (_req, res) => {
		resetWorld();
		journal.clear();
		stats.clear();
		faults.clear();
		settings.latencyMs = 0;
		res.json({ ok: true });
	});

	router.get('/requests', (req, res) => {
		const { network, since } = req.query;
		res.json(journal.list({ network: typeof network === 'string' ? network : undefined, since: Number(since ?? 0) || 0 }));
	});
	router.delete('/requests', (_req, res) => {
		journal.clear();
		res.json({ ok: true });
	});
	router.get('/stats', (_req, res) => {
		res.json(stats.report());
	});

	router.use((req, res) => {
		res.status(404).json({ error: `The sandbox has no ${req.method} /_sandbox${req.path}; see sandbox/networks/README.md.` });
	});
	return router;
}

function objectIn(body: unknown): Record<string, unknown> {
	return typeof body === 'object' && body !== null ? { ...body } : {};
}

function refuse(res: Response, error: string): void {
	res.status(400).json({ error });
}

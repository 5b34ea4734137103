import { createServer } from 'node:http';
import express, { type ErrorRequestHandler, type RequestHandler } from 'express';
import { adminRouter } from './admin';
import { createClock } from './clock';
import { FaultList, faultInjector } from './faults';
import { createGoogle } from './google';
import { createLinkedIn } from './linkedin';
import { createMediaStore, mediaRouter } from './media';
import { openMemory, type Memory } from './memory';
import { createMeta } from './meta';
import { pageRouter } from './page';
import { createPinterest } from './pinterest';
import { createPublications } from './publications';
import { RequestJournal } from './requests';
import { Stats } from './stats';
import { createTelegram } from './telegram';
import { createThreads } from './threads';
import { createTikTok } from './tiktok';
import { createTimeline } from './timeline';
import type { CreateNetwork, World } from './world';

const creators: CreateNetwork[] = [createTelegram, createMeta, createThreads, createTikTok, createLinkedIn, createGoogle, createPinterest];

/** A refused request body or a defect of the sandbox itself, as one sentence. */
const sayWhatFailed: ErrorRequestHandler = (error: unknown, req, res, next) => {
	if (res.headersSent) {
		next(error);
		return;
	}
	const status = error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : 500;
	res
		.status(status)
		.json({ error: `${req.method} ${req.baseUrl}${req.path} failed: ${error instanceof Error ? error.message : String(error)}` });
};

/** Says that something may have changed once a request is through. Vendors' GET calls count: the Bot API sends by GET, and OAuth redeems codes by it. */
const changesAfter =
	(changed: () => void, readOnly: string[] = []): RequestHandler =>
	(req, res, next) => {
		if (!readOnly.includes(req.method)) res.on('close', changed);
		next();
	};

/** A running sandbox. `origin` has no trailing slash; a client puts `<origin>/<vendor host>` where the vendor's address would stand. */
export interface Sandbox {
	origin: string;
	close(): Promise<void>;
}

export interface SandboxOptions {
	/** 0 takes any free port. */
	port: number;
	host?: string;
	/** File in which the networks keep what they hold from one start to the next; without it they start empty and write nothing. */
	data?: string;
	/** Settings of networks in place of their defaults, by network; a reset brings these back. */
	settings?: Record<string, Record<string, unknown>>;
}

/** Starts all fake networks in this process. Rejects with the listen error when the port is taken. */
export async function startSandbox({ port, host = '127.0.0.1', data, settings: initial = {} }: SandboxOptions): Promise<Sandbox> {
	const server = createServer({ keepAliveTimeout: 65_000 });
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, host, resolve);
	});
	const address = server.address();
	const origin = `http://${host}:${typeof address === 'object' && address ? address.port : port}`;

	const clock = createClock();
	let memory: Memory | undefined;
	const changed = () => memory?.changed();
	const world: World = { origin, clock, timeline: createTimeline(clock), media: createMediaStore(origin), changed };
	const networks = creators.map((create) => create(world));
	const publications = createPublications(origin, networks.flatMap(({ hosts }) => Object.keys(hosts)));
	const resetWorld = () => {
		world.clock.reset();
		world.timeline.clear();
		world.media.clear();
		publications.clear();
		for (const network of networks) {
			network.reset();
			network.configure(initial[network.name] ?? {});
		}
	};
	resetWorld();
	if (data !== undefined) {
		const { timeline, media } = world;
		const parts = { clock, timeline, media, ...Object.fromEntries(networks.map((network) => [network.name, network])) };
		memory = openMemory({ file: data, origin, parts, reset: resetWorld });
	}
	const journal = new RequestJournal(clock.now);
	const stats = new Stats();
	const faults = new FaultList(networks.map(({ name }) => name));
	const settings = { latencyMs: 0 };

	const app = express();
	app.disable('x-powered-by');
	app.set('query parser', 'simple');
	app.use('/_sandbox', changesAfter(changed, ['GET', 'HEAD']), adminRouter({ world, networks, publications, journal, stats, faults, settings, resetWorld }));
	app.use('/media', mediaRouter(world.media));
	for (const network of networks) {
		for (const [vendorHost, router] of Object.entries(network.hosts)) {
			app.use(
				`/${vendorHost}`,
				journal.recorder(network.name, vendorHost),
				stats.counter(network.name),
				(_req, _res, next) => {
					if (settings.latencyMs > 0) setTimeout(next, settings.latencyMs);
					else next();
				},
				faultInjector(faults, network, vendorHost),
				changesAfter(changed),
				router,
			);
		}
	}
	app.use(pageRouter(world, publications));
	app.use((req, res) => {
		res
			.status(404)
			.json({ error: `The sandbox has nothing at ${req.path}; it serves /, /timeline.json, /publications.json, /media, /_sandbox and the vendor hosts.` });
	});
	app.use(sayWhatFailed);
	server.on('request', app);
	return {
		origin,
		close: async () => {
			await new Promise<void>((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			});
			await memory?.close();
		},
	};
}

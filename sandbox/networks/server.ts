import { createServer } from 'node:http';
import express, { type ErrorRequestHandler } from 'express';
import { adminRouter } from './admin';
import { createClock } from './clock';
import { FaultList, faultInjector } from './faults';
import { createMediaStore, mediaRouter } from './media';
import { createMeta } from './meta';
import { pageRouter } from './page';
import { RequestJournal } from './requests';
import { Stats } from './stats';
import { createTelegram } from './telegram';
import { createTimeline } from './timeline';
import type { CreateNetwork, World } from './world';

const creators: CreateNetwork[] = [createTelegram, createMeta];

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

/** A running sandbox. `origin` has no trailing slash; a client puts `<origin>/<vendor host>` where the vendor's address would stand. */
export interface Sandbox {
	origin: string;
	close(): Promise<void>;
}

/** Starts all fake networks in this process. Port 0 takes any free port. Rejects with the listen error when the port is taken. */
export async function startSandbox({ port, host = '127.0.0.1' }: { port: number; host?: string }): Promise<Sandbox> {
	const server = createServer({ keepAliveTimeout: 65_000 });
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, host, resolve);
	});
	const address = server.address();
	const origin = `http://${host}:${typeof address === 'object' && address ? address.port : port}`;

	const clock = createClock();
	const world: World = { origin, clock, timeline: createTimeline(clock), media: createMediaStore(origin) };
	const networks = creators.map((create) => create(world));
	const journal = new RequestJournal(clock.now);
	const stats = new Stats();
	const faults = new FaultList(networks.map(({ name }) => name));
	const settings = { latencyMs: 0 };

	const app = express();
	app.disable('x-powered-by');
	app.set('query parser', 'simple');
	app.use('/_sandbox', adminRouter({ world, networks, journal, stats, faults, settings }));
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
				router,
			);
		}
	}
	app.use(pageRouter(world));
	app.use((req, res) => {
		res
			.status(404)
			.json({ error: `The sandbox has nothing at ${req.path}; it serves /, /timeline.json, /media, /_sandbox and the vendor hosts.` });
	});
	app.use(sayWhatFailed);
	server.on('request', app);
	return {
		origin,
		close: async () =>
			await new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}

import { createHash } from 'node:crypto';
import type { RequestHandler } from 'express';
import { bearer } from '../oauth/endpoint';
import { errorBody } from './errors';
import { categoryOf } from './rates';
import type { Pinterest } from './state';

/** Counts each token's calls by category, tells what is left in headers, and refuses what is too much. */
export const limited =
	({ rates, settings, world }: Pinterest): RequestHandler =>
	(req, res, next) => {
		const token = bearer(req);
		if (token === undefined) return next();
		const category = categoryOf(req.method, req.path);
		const limit = settings.limits[category] ?? Infinity;
		const key = `${createHash('sha256').update(token).digest('hex')}/${category}`;
		const { left, reset } = rates.take(key, { limit, trial: settings.access === 'trial', now: world.clock.now() });
		res.set({ 'x-ratelimit-limit': String(limit), 'x-ratelimit-remaining': String(Math.max(0, left)), 'x-ratelimit-reset': String(reset) });
		if (left >= 0) return next();
		req.on('end', () => res.status(429).json(errorBody(429)));
		req.resume();
	};

import { randomInt } from 'node:crypto';
import { Router } from 'express';
import type { CreateNetwork } from '../world';
import { apiRouter } from './api';
import { consentRouter } from './consent';
import { errorBody } from './errors';
import { pinPages } from './pins';
import { configure } from './settings';
import { Pinterest, type Environment, type SavedPinterest } from './state';
import { tokenRouter } from './token';

export { tokenPrefixes } from './state';

/** Pinterest's OAuth server and as much of its API v5 as pinning an image takes. https://developers.pinterest.com/docs/api/v5/ */
export const createPinterest: CreateNetwork = (world) => {
	const pinterest = new Pinterest(world);
	const api = (environment: Environment): Router =>
		Router()
			.use((_req, res, next) => {
				// Pinterest's support asks for it.
				res.set('x-pinterest-rid', String(randomInt(2 ** 47)));
				next();
			})
			.use(tokenRouter(pinterest, environment), apiRouter(pinterest, environment));
	return {
		name: 'pinterest',
		hosts: {
			'www.pinterest.com': Router().use(consentRouter(pinterest), pinPages(pinterest)),
			'api.pinterest.com': api('production'),
			'api-sandbox.pinterest.com': api('sandbox'),
		},
		errorBody,
		configure: (settings) => configure(pinterest, settings),
		reset: () => pinterest.reset(),
		save: () => pinterest.save(),
		load: (saved: SavedPinterest) => pinterest.load(saved),
	};
};

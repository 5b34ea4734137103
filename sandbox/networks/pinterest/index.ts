import { randomInt } from 'node:crypto';
import { Router } from 'express';
import type { CreateNetwork } from '../world';
import { reportStore } from './ads/reports';
import { apiRouter } from './api';
import { consentRouter } from './consent';
import { errorBody } from './errors';
import { limited } from './limited';
import { configure } from './settings';
import { pinPages } from './shown';
import { Pinterest, type Environment, type SavedPinterest } from './state';
import { storeRouter } from './store';
import { tokenRouter } from './token';
import { STORE } from './uploads';

export { tokenPrefixes } from './state';

/** Pinterest's OAuth server, its API v5 and the store that takes videos. https://developers.pinterest.com/docs/api/v5/ */
export const createPinterest: CreateNetwork = (world) => {
	const pinterest = new Pinterest(world);
	const api = (environment: Environment): Router =>
		Router()
			.use((_req, res, next) => {
				// Pinterest's support asks for it.
				res.set('x-pinterest-rid', String(randomInt(2 ** 47)));
				next();
			})
			.use(tokenRouter(pinterest, environment), limited(pinterest), apiRouter(pinterest, environment));
	return {
		name: 'pinterest',
		hosts: {
			'www.pinterest.com': Router().use(consentRouter(pinterest), pinPages(pinterest)),
			'api.pinterest.com': api('production'),
			'api-sandbox.pinterest.com': api('sandbox'),
			[STORE]: storeRouter(pinterest),
			'pinterest-cnco.s3.amazonaws.com': reportStore(pinterest),
		},
		errorBody,
		configure: (settings) => configure(pinterest, settings),
		reset: () => pinterest.reset(),
		save: () => pinterest.save(),
		load: (saved: SavedPinterest) => pinterest.load(saved),
	};
};

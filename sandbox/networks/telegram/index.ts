import express, { type Request, type Response } from 'express';
import { BodyError, readBody } from '../body';
import { seed } from '../seed';
import type { CreateNetwork } from '../world';
import { ApiError, badRequest, errorBody } from './errors';
import { handlers } from './handlers';
import { findMethod } from './methods';
import { Params } from './params';
import { publicPages } from './publicPage';
import { configure } from './settings';
import { TelegramState, type SavedTelegram } from './state';

/**
 * The Telegram Bot API as a client sees it at `https://api.telegram.org`, and the public `t.me` pages of its chats.
 * https://core.telegram.org/bots/api
 */
export const createTelegram: CreateNetwork = (world) => {
	const state = new TelegramState(world);
	const api = express.Router();

	api.all('/bot:token/:method', async (req, res) => {
		try {
			checkToken(req.params.token);
			const result = await call(req, req.params.method, state);
			res.json({ ok: true, result });
		} catch (error) {
			refuse(res, error);
		}
	});
	api.get('/file/bot:token/*path', (req, res) => {
		const { token, path } = req.params;
		const file = state.files.at([path].flat().join('/'));
		if (token !== seed.telegram.token || !file) {
			refuse(res, new ApiError(404, 'Not Found'));
			return;
		}
		// Of a larger file the sandbox has only the first megabyte, and says so.
		res.set('x-sandbox-full-size', String(file.media.size)).type(file.media.mime).send(file.media.head);
	});
	// Not of Telegram's: what became of each update.
	api.get('/_webhooks', (_req, res) => {
		res.json(state.deliveries.list());
	});
	api.use((_req, res) => {
		refuse(res, new ApiError(404, 'Not Found'));
	});

	return {
		name: 'telegram',
		hosts: { 'api.telegram.org': api, 't.me': publicPages(state) },
		errorBody,
		configure: (settings) => configure(state, settings),
		reset: () => state.reset(),
		save: () => state.save(),
		load: (saved: SavedTelegram) => {
			state.load(saved);
			state.deliveries.begin(state);
		},
	};
};

function checkToken(token: string): void {
	if (!/^\d+:[\w-]{35}$/.test(token)) throw new ApiError(404, 'Not Found');
	if (token !== seed.telegram.token) throw new ApiError(401, 'Unauthorized');
}

async function call(req: Request<{ method: string }>, name: string, state: TelegramState): Promise<unknown> {
	const body = await readBody(req);
	req.body = { ...body.fields, ...Object.fromEntries(body.files) };
	const method = findMethod(name);
	if (!method) throw new ApiError(404, 'Not Found: method not found');
	const params = new Params(req.query, body, method.parameters, state.strictParameters);
	return await handlers[method.name](params, state);
}

function refuse(res: Response, error: unknown): void {
	const known = error instanceof BodyError ? badRequest(error.message) : error;
	const { code, description, parameters } =
		known instanceof ApiError ? known : new ApiError(500, `Internal Server Error: ${String(known)}`);
	res.status(code).json({ ok: false, error_code: code, description, ...(parameters && { parameters }) });
}

import { Router, type Request, type Response } from 'express';
import { methodOf } from '../meta/envelope';
import { forbidden, GraphError } from '../meta/errors';
import { readIntake } from '../meta/intake';
import { answerRenewal, tokenText } from '../meta/login/renewal';
import { Params } from '../meta/params';
import { answer } from './edges';
import { accessToken, debugToken } from './oauth';
import type { Threads } from './state';

async function respond(request: Request, response: Response, threads: Threads): Promise<void> {
	const { login, world } = threads;
	const params = new Params((await readIntake(request, world.media)).values);
	const segments = request.path.split('/').filter((segment) => segment !== '' && segment !== 'v1.0');
	const [first, second] = segments;
	if (first === 'oauth' && second === 'access_token') {
		accessToken(request, params, response, login);
		return;
	}
	if (answerRenewal(first, request, params, response, login)) return;
	if (first === 'debug_token') {
		response.json(debugToken(request, params, login));
		return;
	}
	const token = login.valid(tokenText(request, params));
	if (!token.grant.scopes.includes('threads_basic')) throw forbidden('Permissions error: this call requires the permission threads_basic.');
	const { id, name: username } = login.accountOf(token.grant.account);
	const call = { method: methodOf(request.method, params), path: segments.join('/'), params, token, me: { id, username } };
	response.json(await answer(call, segments, threads));
}

/** graph.threads.net, without batches, locations and other people's profiles. */
export function threadsGraph(threads: Threads): Router {
	const router = Router();
	/** Not of Threads: what the app's own server answered to its callbacks. */
	router.get('/_callbacks', (_request, response) => {
		response.json(threads.login.callbacks.list);
	});
	router.use(async (request, response) => {
		try {
			await respond(request, response, threads);
		} catch (error) {
			if (!(error instanceof GraphError)) throw error;
			response.status(error.status).json(error.body());
		}
	});
	return router;
}

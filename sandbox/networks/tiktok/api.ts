import { Router, type Request, type Response } from 'express';
import { BodyError } from '../body';
import { ApiError, envelope } from './errors';
import { cancel, fetchStatus, initContent, initVideo } from './posts';
import type { TikTok } from './state';
import { creatorInfo, userInfo } from './user';
import { listVideos, queryVideos } from './videos';

/** The API on open.tiktokapis.com. https://developers.tiktok.com/doc/content-posting-api-get-started */
export function apiRouter(tiktok: TikTok): Router {
	const router = Router({ strict: true });
	const refuse = (response: Response, error: unknown) => {
		const known = error instanceof BodyError ? new ApiError(400, 'invalid_param', error.message) : error;
		if (!(known instanceof ApiError)) throw known;
		response.status(known.status).json(envelope({}, tiktok.now, known));
	};
	const answering = (answer: (request: Request, tiktok: TikTok) => object | Promise<object>) => async (request: Request, response: Response) => {
		try {
			response.json(envelope(await answer(request, tiktok), tiktok.now));
		} catch (error) {
			refuse(response, error);
		}
	};
	router.use((_request, _response, next) => {
		tiktok.agenda.settle();
		next();
	});
	router.get('/v2/user/info/', answering(userInfo));
	router.post('/v2/video/list/', answering(listVideos));
	router.post('/v2/video/query/', answering(queryVideos));
	router.post('/v2/post/publish/creator_info/query/', answering(creatorInfo));
	router.post('/v2/post/publish/video/init/', answering(initVideo('DIRECT_POST')));
	router.post('/v2/post/publish/inbox/video/init/', answering(initVideo('MEDIA_UPLOAD')));
	router.post('/v2/post/publish/content/init/', answering(initContent));
	router.post('/v2/post/publish/cancel/', answering(cancel));
	router.post('/v2/post/publish/status/fetch/', async (request, response) => {
		try {
			const { data, ids } = await fetchStatus(request, tiktok);
			const text = JSON.stringify(envelope({ ...data, publicaly_available_post_id: [] }, tiktok.now));
			response.type('json').send(text.replace('"publicaly_available_post_id":[]', `"publicaly_available_post_id":[${ids}]`));
		} catch (error) {
			refuse(response, error);
		}
	});
	router.use((request, response) => {
		refuse(response, new ApiError(404, 'invalid_params', `Unsupported path: ${request.method} ${request.path}`));
	});
	return router;
}

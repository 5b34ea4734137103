import { Router, type Request, type Response } from 'express';
import { BodyError } from '../body';
import { changeComment, createComment, deleteComment, findComments, getComment } from './comments';
import { ApiError, apiBody } from './errors';
import { networkSize, organization } from './organizations';
import { createReaction, deleteReaction, findReactions, getReaction } from './reactions';
import { metadata, setMetadata } from './socialMetadata';
import type { LinkedIn } from './state';
import { followerStatistics, pageStatistics, shareStatistics } from './statistics';

type Handler = (request: Request, linkedin: LinkedIn, response: Response) => object | undefined | Promise<object | undefined>;

/** Comments, reactions, organizations and statistics on `api.linkedin.com`. */
export function communityRouter(linkedin: LinkedIn): Router {
	const router = Router();
	const answering = (handle: Handler) => async (request: Request, response: Response) => {
		try {
			const body = await handle(request, linkedin, response);
			if (body) response.json(body);
			else response.end();
		} catch (error) {
			const known = error instanceof BodyError ? new ApiError(400, 'INVALID_REQUEST_BODY', error.message) : error;
			if (!(known instanceof ApiError)) throw known;
			response.status(known.status).json(apiBody(known));
		}
	};
	router.route('/rest/socialActions/:urn/comments').get(answering(findComments)).post(answering(createComment));
	router.route('/rest/socialActions/:urn/comments/:id').get(answering(getComment)).post(answering(changeComment)).delete(answering(deleteComment));
	router.route('/rest/socialMetadata/:urn').get(answering(metadata)).post(answering(setMetadata));
	router.post('/rest/reactions', answering(createReaction));
	router.get(/^\/rest\/reactions\/\(entity:[^/]+\)$/, answering(findReactions));
	router.get(/^\/rest\/reactions\/\(actor:[^/]+\)$/, answering(getReaction));
	router.delete(/^\/rest\/reactions\/\(actor:[^/]+\)$/, answering(deleteReaction));
	router.get('/rest/organizations/:id', answering(organization));
	router.get('/rest/networkSizes/:urn', answering(networkSize));
	router.get('/rest/organizationalEntityShareStatistics', answering(shareStatistics));
	router.get('/rest/organizationalEntityFollowerStatistics', answering(followerStatistics));
	router.get('/rest/organizationPageStatistics', answering(pageStatistics));
	return router;
}

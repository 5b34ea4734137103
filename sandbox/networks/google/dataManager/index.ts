import { Router, type Request } from 'express';
import { readBody } from '../../body';
import { notFound, route } from '../route';
import type { Google } from '../state';
import { checkCaller } from './access';
import { ingestEvents } from './events';
import { ingestMembers, removeMembers } from './members';
import { ingestEvents as eventsMessage, ingestMembers as membersMessage, removeMembers as removalMessage, type Ingest } from './messages';
import { check, type Shape } from './shape';
import { statusOf } from './status';
import { createList, deleteList, getList, listLists, updateList, type Path } from './userLists';

async function messageOf(req: Request, google: Google, method: string, shape: Shape): Promise<Ingest> {
	const { fields } = await readBody(req);
	req.body = fields;
	checkCaller(req, google, `IngestionService.${method}`);
	check(fields, shape);
	return fields;
}

/** `datamanager.googleapis.com`, as far as it is about Google Ads. https://developers.google.com/data-manager/api/reference/rest */
export function dataManagerRouter(google: Google): Router {
	const router = Router();
	const store = google.dataManager;
	router.post('/v1/events\\:ingest', route(async (req) => ingestEvents(google, await messageOf(req, google, 'IngestEvents', eventsMessage))));
	router.post('/v1/audienceMembers\\:ingest', route(async (req) => ingestMembers(google, await messageOf(req, google, 'IngestAudienceMembers', membersMessage))));
	router.post('/v1/audienceMembers\\:remove', route(async (req) => removeMembers(google, await messageOf(req, google, 'RemoveAudienceMembers', removalMessage))));
	router.get(
		'/v1/requestStatus\\:retrieve',
		route((req) => {
			checkCaller(req, google, 'IngestionService.RetrieveRequestStatus');
			return statusOf(store, req.query.requestId);
		}),
	);
	const lists = '/v1/accountTypes/:type/accounts/:account/userLists';
	router.post(lists, route<Path>(async (req) => await createList(req, google)));
	router.get(lists, route<Path>((req) => listLists(req, google)));
	router.get(`${lists}/:id`, route<Path>((req) => getList(req, google)));
	router.patch(`${lists}/:id`, route<Path>(async (req) => await updateList(req, google)));
	router.delete(`${lists}/:id`, route<Path>((req) => deleteList(req, google)));
	// What it holds, for tests.
	router.get('/_events', (_req, res) => void res.json([...store.events, ...store.uploads]));
	router.get('/_audiences', (_req, res) => void res.json([...store.members].map(([key, people]) => ({ audience: key, people: [...people.values()] }))));
	return router.use(notFound);
}

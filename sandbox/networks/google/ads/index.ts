import { randomBytes } from 'node:crypto';
import { Router, type Request, type RequestHandler, type Response } from 'express';
import { readBody } from '../../body';
import { Refused } from '../errors';
import { notFound, route } from '../route';
import type { Google } from '../state';
import { accessible, checkAccess, checkCaller } from './access';
import { AdsError, fault, refusedBy } from './failure';
import { fieldNamed, searchFields } from './fieldService';
import { chargeOf, mutate, mutateAll } from './mutate';
import { kinds } from './mutate/kinds';
import { charge } from './quota';
import { act } from './recommendations';
import { readSearch, search, stream } from './search';

type Params = Record<string, string>;
/** A call whose body is read. */
interface Call {
	req: Request<Params>;
	fields: Record<string, unknown>;
}

const refuse = (error: unknown): RequestHandler<Params> =>
	route<Params>(() => {
		throw error instanceof AdsError ? refusedBy(error) : error;
	});

/** A handler that refuses as Google Ads does; one without an answer leaves the call to the next, and text is JSON already. */
const answer =
	(handle: (call: Call) => object | string | undefined): RequestHandler<Params> =>
	async (req, res, next) => {
		try {
			const { fields } = await readBody(req);
			req.body = fields;
			const result = handle({ req, fields });
			if (result === undefined) next();
			else if (typeof result === 'string') res.type('json').send(Buffer.from(result));
			else res.json(result);
		} catch (error) {
			await refuse(error)(req, res, next);
		}
	};

/** Until the client has taken what was written, or is gone. */
const room = (res: Response): Promise<void> =>
	new Promise((resolve) => {
		const go = () => {
			res.off('drain', go).off('close', go);
			resolve();
		};
		res.on('drain', go).on('close', go);
	});

/** `googleAds:searchStream`: a list that comes bit by bit; a refusal comes in a list too. */
async function sendStream(req: Request<Params>, res: Response, google: Google): Promise<void> {
	let elements: Iterable<string>;
	try {
		const { fields } = await readBody(req);
		req.body = fields;
		checkCaller(req, google, 'GoogleAdsService/SearchStream');
		const customer = checkAccess(req, google);
		charge(google.ads, customer, 1);
		elements = stream(google.ads, customer, fields, String(res.get('request-id')));
	} catch (error) {
		const refused = error instanceof AdsError ? refusedBy(error) : error;
		if (!(refused instanceof Refused)) throw refused;
		res.status(refused.status).set(refused.headers).json([refused.body]);
		return;
	}
	res.type('json').write('[');
	let comma = '';
	for (const element of elements) {
		if (res.destroyed) return;
		if (!res.write(comma + element)) await room(res);
		comma = ',\r\n';
	}
	res.end(']\r\n');
}

/** `googleads.googleapis.com`. https://developers.google.com/google-ads/api/rest/overview */
export function adsRouter(google: Google): Router {
	const router = Router();
	const { ads } = google;
	/** Who calls, for which account, if it is allowed and paid for. */
	const enter = ({ req }: Call, method: string, operations: number) => {
		const user = checkCaller(req, google, method);
		const customer = checkAccess(req, google);
		charge(ads, customer, operations);
		return { user, customer };
	};
	const at = '/v25/customers/:customer';

	router.use((_req, res, next) => {
		res.set('request-id', randomBytes(12).toString('base64url'));
		next();
	});
	router.use('/v:version', (req, res, next) => {
		const { version } = req.params;
		if (version === '25') next();
		else void refuse(fault('requestError', 'UNSUPPORTED_VERSION', `Version v${version} is not supported. The sandbox is at v25.`))(req, res, next);
	});
	router.get(
		'/v25/customers\\:listAccessibleCustomers',
		answer(({ req }) => {
			checkCaller(req, google, 'CustomerService/ListAccessibleCustomers');
			charge(ads, '', 1);
			return { resourceNames: accessible(google) };
		}),
	);
	router.post(
		`${at}/googleAds\\:search`,
		answer((call) => {
			const { customer } = enter(call, 'GoogleAdsService/Search', call.fields.pageToken ? 0 : 1);
			return search(ads, customer, readSearch(call.fields));
		}),
	);
	router.post(`${at}/googleAds\\:searchStream`, (req, res, next) => void sendStream(req, res, google).catch(next));
	router.post(
		`${at}/googleAds\\:mutate`,
		answer((call) => mutateAll(ads, enter(call, 'GoogleAdsService/Mutate', chargeOf(call.fields)), call.fields)),
	);
	router.post(
		`${at}/recommendations\\:apply`,
		answer((call) => act(ads, enter(call, 'RecommendationService/ApplyRecommendation', chargeOf(call.fields)), 'apply', call.fields)),
	);
	router.post(
		`${at}/recommendations\\:dismiss`,
		answer((call) => act(ads, enter(call, 'RecommendationService/DismissRecommendation', chargeOf(call.fields)), 'dismiss', call.fields)),
	);
	router.post(
		`${at}/:collection\\:mutate`,
		answer((call) => {
			const { collection = '' } = call.req.params;
			if (!(collection in kinds)) return undefined;
			const caller = enter(call, `${collection}/Mutate`, chargeOf(call.fields));
			return mutate(ads, { ...caller, collection }, call.fields);
		}),
	);
	router.post(
		'/v25/googleAdsFields\\:search',
		answer(({ req, fields }) => {
			checkCaller(req, google, 'GoogleAdsFieldService/SearchGoogleAdsFields');
			charge(ads, '', 1);
			return searchFields(fields);
		}),
	);
	router.get(
		'/v25/googleAdsFields/:name',
		answer(({ req }) => {
			checkCaller(req, google, 'GoogleAdsFieldService/GetGoogleAdsField');
			charge(ads, '', 1);
			return fieldNamed(req.params.name ?? '');
		}),
	);
	return router.use(notFound);
}

import { Router, type Request } from 'express';
import { readBody } from '../../body';
import { fault, partialFailure, refusedBy, AdsError, type Fault } from '../ads/failure';
import { authorize } from '../bearer';
import { route } from '../route';
import { adwords } from '../scopes';
import type { Google } from '../state';
import { adjustmentFault, adjustments, clickFault, clicks } from './uploads';
import { reaches } from './access';
import { addOperations, createJob, runJob } from './jobs';
import { check, type Shape } from './shape';

export interface At extends Record<string, string> {
	customer: string;
}

const closed = () => fault('notAllowlistedError', 'CUSTOMER_NOT_ALLOWLISTED_FOR_THIS_FEATURE', 'The customer is not allowlisted for using this feature.');

/** The account of the call; those who may not use these ways any more are turned away. @throws AdsError, Refused */
function customerOf(req: Request<At>, google: Google, method: string): string {
	authorize(req, google, { service: 'googleads.googleapis.com' }, `google.ads.googleads.v25.services.${method}`, [adwords]);
	const { customer } = req.params;
	if (!reaches(google, customer, req.get('login-customer-id') ?? customer)) throw fault('authorizationError', 'USER_PERMISSION_DENIED', "User doesn't have permission to access customer.");
	if (google.dataManager.settings.legacyUploads === 'closed') throw closed();
	return customer;
}

const handled = (google: Google, method: string, shape: Shape, handle: (customer: string, fields: Record<string, unknown>, req: Request<At>) => object) =>
	route<At>(async (req) => {
		const { fields } = await readBody(req);
		req.body = fields;
		try {
			const customer = customerOf(req, google, method);
			check(fields, shape);
			return handle(customer, fields, req);
		} catch (error) {
			throw error instanceof AdsError ? refusedBy(error) : error;
		}
	});

const MOST = 2_000;

/** One upload: what is right is taken, the rest is told by its place. */
function upload<T extends object>(google: Google, kind: string, list: T[], { partialFailure: partial, validateOnly }: Record<string, unknown>, faultOf: (one: T, earlier: T[]) => Fault | undefined, tooMany: string): object {
	if (partial !== true) throw fault('requestError', 'REQUIRED_FIELD_MISSING', 'partial_failure must be true.', { path: [{ fieldName: 'partial_failure' }] });
	if (list.length === 0) throw fault('fieldError', 'REQUIRED', 'The required field was not present.', { path: [{ fieldName: kind }] });
	if (list.length > MOST) throw fault(kind === 'conversions' ? 'conversionUploadError' : 'conversionAdjustmentUploadError', tooMany, `There can be at most ${MOST}.`);
	const store = google.dataManager;
	const taken: T[] = [];
	const faults: Fault[] = [];
	const results = list.map((one, index) => {
		const found = faultOf(one, taken);
		if (found) faults.push({ ...found, path: [{ fieldName: kind, index }, ...(found.path ?? [])] });
		else taken.push(one);
		return found ? {} : toldOf(one);
	});
	if (validateOnly !== true) store.uploads.push(...taken.map((one) => ({ kind, ...one })));
	return { ...(faults.length > 0 && { partialFailureError: partialFailure(faults) }), results: validateOnly === true ? [] : results, ...(validateOnly !== true && { jobId: String(list.length) }) };
}

/** Ways through the Google Ads API that Data Manager replaces. It stands before the router of all else. */
export function legacyRouter(google: Google): Router {
	const router = Router();
	const at = '/v25/customers/:customer';
	router.post(
		`${at}\\:uploadClickConversions`,
		handled(google, 'ConversionUploadService/UploadClickConversions', clicks, (customer, fields) =>
			upload(google, 'conversions', asList(fields.conversions), fields, (one, earlier) => clickFault(google, customer, one, earlier), 'TOO_MANY_CONVERSIONS_IN_REQUEST'),
		),
	);
	router.post(
		`${at}\\:uploadConversionAdjustments`,
		handled(google, 'ConversionAdjustmentUploadService/UploadConversionAdjustments', adjustments, (customer, fields) =>
			upload(google, 'conversion_adjustments', asList(fields.conversionAdjustments), fields, (one) => adjustmentFault(google, customer, one), 'TOO_MANY_ADJUSTMENTS_IN_REQUEST'),
		),
	);
	const jobs = `${at}/offlineUserDataJobs`;
	router.post(`${jobs}\\:create`, handled(google, 'OfflineUserDataJobService/CreateOfflineUserDataJob', createJob.shape, (customer, fields) => createJob.run(google, customer, fields)));
	router.post(`${jobs}/:id\\:addOperations`, handled(google, 'OfflineUserDataJobService/AddOfflineUserDataJobOperations', addOperations.shape, (customer, fields, req) => addOperations.run(google, customer, fields, req.params.id)));
	router.post(`${jobs}/:id\\:run`, handled(google, 'OfflineUserDataJobService/RunOfflineUserDataJob', runJob.shape, (customer, fields, req) => runJob.run(google, customer, fields, req.params.id)));
	return router;
}

/** What an answer says of one that was taken. */
const toldOf = (one: object) => Object.fromEntries(Object.entries(one).filter(([name]) => ['gclid', 'gbraid', 'wbraid', 'conversionAction', 'conversionDateTime', 'gclidDateTimePair', 'orderId', 'adjustmentDateTime', 'adjustmentType'].includes(name) && (name !== 'orderId' || 'adjustmentType' in one)));

const asList = (value: unknown): Record<string, unknown>[] => (Array.isArray(value) ? value.map((one: unknown) => ({ ...(typeof one === 'object' ? one : {}) })) : []);

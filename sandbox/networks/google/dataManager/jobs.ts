import { fault } from '../ads/failure';
import type { Google } from '../state';
import type { Job } from './store';
import { each, fields, words, type Shape } from './shape';
import { consent, person } from './uploads';

interface Step {
	shape: Shape;
	run(google: Google, customer: string, fields: Record<string, unknown>, id?: string): object;
}

const job = fields({ type: words('CUSTOMER_MATCH_USER_LIST'), externalId: 'int64', customerMatchUserListMetadata: fields({ userList: 'string', consent }) });

function found({ dataManager }: Google, customer: string, id = ''): Job {
	const one = dataManager.jobs.get(`customers/${customer}/offlineUserDataJobs/${id}`);
	if (!one) throw fault('mutateError', 'RESOURCE_NOT_FOUND', 'Resource was not found.');
	return one;
}

/** https://developers.google.com/google-ads/api/reference/rpc/v25/OfflineUserDataJobService */
export const createJob: Step = {
	shape: fields({ job, validateOnly: 'boolean', enableMatchRateRangePreview: 'boolean' }),
	run: ({ dataManager }, customer, { job: asked, validateOnly }) => {
		const { customerMatchUserListMetadata: metadata }: Record<string, unknown> = { ...(typeof asked === 'object' ? asked : {}) };
		const { userList }: Record<string, unknown> = { ...(typeof metadata === 'object' ? metadata : {}) };
		const id = typeof userList === 'string' ? /\/(\d+)$/.exec(userList)?.[1] : undefined;
		if (typeof userList !== 'string' || !dataManager.list(customer, id ?? '')) throw fault('offlineUserDataJobError', 'INVALID_USER_LIST_ID', 'The user list ID provided for the job is invalid.');
		const resourceName = `customers/${customer}/offlineUserDataJobs/${dataManager.newId()}`;
		if (validateOnly !== true) dataManager.jobs.set(resourceName, { resourceName, userList, operations: [], status: 'PENDING' });
		return { resourceName };
	},
};

const operation = fields({ create: person, remove: person, removeAll: 'boolean' });

export const addOperations: Step = {
	shape: fields({ operations: each(operation), enablePartialFailure: 'boolean', enableWarnings: 'boolean', validateOnly: 'boolean' }),
	run: (google, customer, { operations = [] }, id) => {
		const one = found(google, customer, id);
		if (one.status !== 'PENDING') throw fault('offlineUserDataJobError', 'JOB_ALREADY_STARTED', 'The job runs already.');
		const list: Job['operations'] = Array.isArray(operations) ? operations : [];
		const late = list.findIndex(({ removeAll }) => removeAll);
		if (late + one.operations.length > 0 && late >= 0) throw fault('offlineUserDataJobError', 'INVALID_OPERATION_ORDER', 'Remove all must be the first operation.');
		one.operations.push(...list);
		return {};
	},
};

export const runJob: Step = {
	shape: fields({ validateOnly: 'boolean' }),
	run: (google, customer, _fields, id) => {
		const one = found(google, customer, id);
		one.status = 'RUNNING';
		return { name: `customers/${customer}/operations/${id ?? ''}`, metadata: {}, done: false };
	},
};

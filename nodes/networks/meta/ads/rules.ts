import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../../core/api';
import { refused } from '../../../core/errors';
import { metaAds } from '../../../platforms/metaAds';
import { jsonOf, objectOf } from '../../../core/json';
import { accountPath } from './account';
import { foundSince, remember, thisSecond } from './create';

export const ruleFields = 'id,account_id,name,status,evaluation_spec,execution_spec,schedule_spec,created_time,updated_time';

const { operators, evaluations, executions } = metaAds.rules;

const has = (list: readonly string[], value: unknown) => typeof value === 'string' && list.includes(value);
const evaluation = 'Evaluation (JSON)';
const execution = 'Execution (JSON)';

function checkFilters(filters: unknown): IDataObject[] {
	if (!Array.isArray(filters) || filters.length === 0) throw refused(evaluation, '“filters” has to be a list with at least one filter.', 'Say there what the rule is about, such as {"field": "entity_type", "operator": "EQUAL", "value": "ADSET"}.');
	return filters.map((one: unknown, index) => {
		const filter: IDataObject = { ...(typeof one === 'object' ? one : {}) };
		const missing = ['field', 'operator', 'value'].find((key) => filter[key] === undefined || filter[key] === '');
		if (missing) throw refused(evaluation, `filter ${index + 1} has no “${missing}”.`, 'Give each filter a field, an operator and a value.');
		if (!has(operators, filter.operator)) throw refused(evaluation, `filter ${index + 1}: “${String(filter.operator)}” is no operator.`, `Give one of ${operators.join(', ')}.`);
		return filter;
	});
}

/** What a rule watches. https://developers.facebook.com/docs/marketing-api/ad-rules/overview/evaluation-spec */
export function evaluationOf(value: unknown): IDataObject | undefined {
	const spec = objectOf(evaluation, value);
	if (!spec || Object.keys(spec).length === 0) return undefined;
	if (!has(evaluations, spec.evaluation_type)) throw refused(evaluation, '“evaluation_type” is missing or unknown.', `Give one of ${evaluations.join(', ')}.`);
	const filters = checkFilters(spec.filters);
	if (spec.evaluation_type === 'TRIGGER' && typeof spec.trigger !== 'object') throw refused(evaluation, 'a rule of type TRIGGER needs a “trigger”.', 'Say what sets it off: type, field, operator and value.');
	if (spec.evaluation_type === 'SCHEDULE' && !filters.some(({ field }) => /^entity_type$|(^|\.)id$/.test(String(field)))) {
		throw refused(evaluation, 'a rule on a schedule needs a filter on “entity_type”, or on an ID.', 'Add {"field": "entity_type", "operator": "EQUAL", "value": "CAMPAIGN"}, or ADSET or AD.');
	}
	return spec;
}

/** What a rule does. https://developers.facebook.com/docs/marketing-api/ad-rules/overview/execution-spec */
export function executionOf(value: unknown): IDataObject | undefined {
	const spec = objectOf(execution, value);
	if (!spec || Object.keys(spec).length === 0) return undefined;
	if (!has(executions, spec.execution_type)) throw refused(execution, '“execution_type” is missing or unknown.', `Give one of ${executions.join(', ')}.`);
	return spec;
}

/** When a rule looks. https://developers.facebook.com/docs/marketing-api/ad-rules/guides/scheduled-based-rules */
export function scheduleOf(type: string, times: unknown): IDataObject | undefined {
	if (type === 'none') return undefined;
	if (type !== 'CUSTOM') return { schedule_type: type };
	const schedule = jsonOf('Times (JSON)', times, 'a list of times');
	if (Array.isArray(schedule) && schedule.length > 0) return { schedule_type: type, schedule };
	throw refused('Times (JSON)', 'there is no time.', 'Give a list such as [{"start_minute": 540, "days": [1, 2, 3, 4, 5]}].');
}

interface NewRule {
	name: string;
	evaluation?: IDataObject;
	execution?: IDataObject;
	schedule?: IDataObject;
	status: string;
}

/** Makes a rule. Without an answer it is looked for by its name, and never made again. */
export async function createRule(api: Api, account: string, { name, evaluation: watches, execution: does, schedule, status }: NewRule) {
	if (!watches) throw refused(evaluation, 'is empty.', 'Say what the rule watches.');
	if (!does) throw refused(execution, 'is empty.', 'Say what the rule does.');
	if (watches.evaluation_type === 'SCHEDULE' && !schedule) throw refused('Schedule', 'a rule of type SCHEDULE needs one.', 'Choose how often it looks.');
	const url = `${accountPath(account)}/adrules_library`;
	const began = thisSecond();
	const reconcile = async () => ({ result: { id: await foundSince(api, url, { fields: 'id,name,created_time' }, began, (one) => one.name === name) } });
	const body = { name, evaluation_spec: watches, execution_spec: does, schedule_spec: schedule, status };
	const { id } = await api.send<{ id: string }>({ method: 'POST', url, body, reconcile });
	remember(id);
	return { id, name, status, created: true };
}

/** Changes a rule to fixed values, which may be repeated. A specification replaces the whole of the old one. */
export async function changeRule(api: Api, id: string, changes: Partial<NewRule>) {
	const body = { name: changes.name || undefined, status: changes.status, evaluation_spec: changes.evaluation, execution_spec: changes.execution, schedule_spec: changes.schedule };
	if (Object.values(body).every((value) => value === undefined)) throw refused('Update Fields', 'nothing is to be changed.', 'Add a field to change.');
	await api.send({ method: 'POST', url: `/${id}`, body, idempotent: true });
	return { id, updated: true, ...(changes.status && { status: changes.status }) };
}

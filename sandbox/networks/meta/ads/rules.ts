import { Connection, Created, Ref, type Call, type Describe, type Handler } from '../call';
import type { Edges } from '../edges';
import { invalid } from '../errors';
import { words } from '../words';
import { graphTime, type Meta } from '../state';
import type { AdRule } from './audienceModel';
import type { AdAccount } from './model';

const statuses = ['ENABLED', 'DISABLED', 'DELETED', 'HAS_ISSUES'] as const;
const operators = words('ALL ANY CONTAIN EQUAL GREATER_THAN IN IN_RANGE LESS_THAN NONE NOT_CONTAIN NOT_EQUAL NOT_IN NOT_IN_RANGE');
const executions = words(`
	ADD_INTEREST_RELAXATION ADD_QUESTIONNAIRE_INTERESTS AD_RECOMMENDATION_APPLY AUDIENCE_CONSOLIDATION AUDIENCE_CONSOLIDATION_ASK_FIRST
	CHANGE_BID CHANGE_BUDGET CHANGE_CAMPAIGN_BUDGET DCO INCREASE_RADIUS NOTIFICATION PAUSE PING_ENDPOINT REBALANCE_BUDGET ROTATE UNPAUSE
	UPDATE_CREATIVE UPDATE_LAX_BUDGET UPDATE_LAX_DURATION
`);
const schedules = ['DAILY', 'HOURLY', 'SEMI_HOURLY', 'CUSTOM'];

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** https://developers.facebook.com/docs/marketing-api/ad-rules/overview/evaluation-spec */
function checkEvaluation(spec: Record<string, unknown>): void {
	const { evaluation_type: type, filters, trigger } = spec;
	if (type !== 'SCHEDULE' && type !== 'TRIGGER') throw invalid('Param evaluation_spec[evaluation_type] must be one of {SCHEDULE, TRIGGER}');
	if (!Array.isArray(filters)) throw invalid('Param evaluation_spec[filters] must be an array');
	for (const filter of filters) {
		if (!isRecord(filter) || typeof filter.field !== 'string' || filter.value === undefined || !operators.includes(String(filter.operator)))
			throw invalid('Every filter of evaluation_spec needs a field, a value and an operator');
	}
	if (type === 'TRIGGER' && !isRecord(trigger)) throw invalid('Param evaluation_spec[trigger] is required for the type TRIGGER');
	if (type === 'SCHEDULE' && !filters.some((one) => isRecord(one) && /^entity_type$|(^|\.)id$/.test(String(one.field)))) throw invalid('A schedule based rule needs a filter on entity_type');
}

/** Reads the specifications of a rule; each that is given must be whole. */
function specsOf({ params }: Call): Record<string, unknown> {
	const [evaluation_spec, execution_spec, schedule_spec] = [params.record('evaluation_spec'), params.record('execution_spec'), params.record('schedule_spec')];
	if (evaluation_spec) checkEvaluation(evaluation_spec);
	if (execution_spec && !executions.includes(String(execution_spec.execution_type))) throw invalid(`Param execution_spec[execution_type] must be one of {${executions.join(', ')}}`);
	if (schedule_spec && !schedules.includes(String(schedule_spec.schedule_type))) throw invalid(`Param schedule_spec[schedule_type] must be one of {${schedules.join(', ')}}`);
	return { ...(evaluation_spec && { evaluation_spec }), ...(execution_spec && { execution_spec }), ...(schedule_spec && { schedule_spec }) };
}

export const describeRule: Describe<AdRule> = (rule, meta) => ({
	label: 'AdRule',
	defaults: ['name', 'id'],
	fields: {
		...{ id: () => rule.id, account_id: () => rule.accountId, name: () => rule.name, status: () => rule.status },
		...{ created_time: () => graphTime(rule.createdAt), updated_time: () => graphTime(rule.updatedAt) },
		...Object.fromEntries(['evaluation_spec', 'execution_spec', 'schedule_spec'].map((name) => [name, () => rule.values[name]])),
		created_by: () => {
			const user = meta.find('User', rule.createdBy);
			return user && new Ref(user, ['id', 'name']);
		},
	},
});

function createRule(account: AdAccount, call: Call, meta: Meta): Created {
	const { params, token } = call;
	const name = params.required('name');
	const values = specsOf(call);
	if (!values.evaluation_spec || !values.execution_spec) throw invalid('The parameters evaluation_spec and execution_spec are required');
	if (isRecord(values.evaluation_spec) && values.evaluation_spec.evaluation_type === 'SCHEDULE' && !values.schedule_spec) throw invalid('A schedule based rule needs a schedule_spec');
	const status = params.oneOf('status', statuses) ?? 'ENABLED';
	const times = { createdAt: meta.now, updatedAt: meta.now };
	return new Created(meta.keep<AdRule>({ type: 'AdRule', id: meta.newId('rule'), accountId: account.accountId, name, status, values, createdBy: token.grant.userId, ...times }));
}

export const ruleEdges: Edges<'AdRule', Handler<AdRule>> = {
	GET: (rule) => new Ref(rule, ['name', 'id']),
	POST: (rule, call, meta) => {
		const { params } = call;
		const values = specsOf(call);
		rule.name = params.text('name') ?? rule.name;
		rule.status = params.oneOf('status', statuses) ?? rule.status;
		rule.values = { ...rule.values, ...values };
		rule.updatedAt = meta.now;
		return { success: true };
	},
	DELETE: (rule, _call, meta) => {
		meta.nodes.delete(rule.id);
		return { success: true };
	},
};

/** The edges of an ad account that lead here. */
export const accountRuleEdges = {
	'GET adrules_library': (account: AdAccount, _call: Call, meta: Meta) =>
		new Connection(
			`${account.id}/adrules_library`,
			meta
				.all('AdRule')
				.filter(({ accountId }) => accountId === account.accountId)
				.reverse(),
		),
	'POST adrules_library': createRule,
};

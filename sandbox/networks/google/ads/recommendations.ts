import { AdsError, fault, partialFailure, within, type Fault } from './failure';
import { apply, TemporaryNames } from './mutate/apply';
import { kinds } from './mutate/kinds';
import type { Caller } from './mutate';
import { unknownName, unparsable } from './mutate/shape';
import type { AdsStore, Resource } from './store';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const inner = (value: unknown, name: string): unknown => (isRecord(value) ? value[name] : undefined);
const error = (code: string, message: string, field?: string) => fault('recommendationError', code, message, field === undefined ? {} : { path: [{ fieldName: field }] });

/** https://developers.google.com/google-ads/api/docs/best-practices/quotas */
const MOST_ACTIONS = 100;

type Change = { collection: string } & ({ create: Resource } | { update: Resource; updateMask: string });

/** What each type does to the account when it is applied, with the parameters of the request or the advice itself. */
const effects: Record<string, { parameters: string; names: string[]; changes(advice: Resource, given: unknown): Change[] }> = {
	CAMPAIGN_BUDGET: {
		parameters: 'campaignBudget',
		names: ['newBudgetAmountMicros'],
		changes: ({ campaignBudget, campaignBudgetRecommendation }, given) => {
			const amount = inner(given, 'newBudgetAmountMicros') ?? inner(campaignBudgetRecommendation, 'recommendedBudgetAmountMicros');
			return [{ collection: 'campaignBudgets', update: { resourceName: String(campaignBudget), amountMicros: String(amount) }, updateMask: 'amountMicros' }];
		},
	},
	KEYWORD: {
		parameters: 'keyword',
		names: ['adGroup', 'matchType', 'cpcBidMicros'],
		changes: ({ adGroup, keywordRecommendation }, given) => {
			const keyword = inner(keywordRecommendation, 'keyword');
			const bid = inner(given, 'cpcBidMicros');
			const values = { adGroup: inner(given, 'adGroup') ?? adGroup, keyword: { text: inner(keyword, 'text'), matchType: inner(given, 'matchType') ?? inner(keyword, 'matchType') } };
			return [{ collection: 'adGroupCriteria', create: { resourceName: '', status: 'ENABLED', ...values, ...(bid !== undefined && { cpcBidMicros: String(bid) }) } }];
		},
	},
	TARGET_CPA_OPT_IN: {
		parameters: 'targetCpaOptIn',
		names: ['targetCpaMicros', 'newCampaignBudgetAmountMicros'],
		changes: ({ campaign, targetCpaOptInRecommendation }, given) => {
			const target = inner(given, 'targetCpaMicros') ?? inner(targetCpaOptInRecommendation, 'recommendedTargetCpaMicros');
			return [{ collection: 'campaigns', update: { resourceName: String(campaign), maximizeConversions: { targetCpaMicros: String(target) } }, updateMask: 'maximizeConversions.targetCpaMicros' }];
		},
	},
};

const parameterNames = new Set(Object.values(effects).map(({ parameters }) => parameters));

function found(store: AdsStore, { customer }: Caller, operation: Record<string, unknown>): Resource {
	const { resourceName } = operation;
	if (typeof resourceName !== 'string' || resourceName === '') throw fault('requestError', 'RESOURCE_NAME_MISSING', 'Resource name is required for this request.', { path: [{ fieldName: 'resource_name' }] });
	const advice = resourceName.startsWith(`customers/${customer}/recommendations/`) ? store.get(resourceName) : undefined;
	if (!advice) throw fault('mutateError', 'RESOURCE_NOT_FOUND', 'Resource was not found.', { trigger: { stringValue: resourceName } });
	return advice;
}

function take(store: AdsStore, caller: Caller, operation: Record<string, unknown>): string {
	const advice = found(store, caller, operation);
	if (advice.dismissed) throw error('RECOMMENDATION_ALREADY_DISMISSED', 'The recommendation was dismissed.');
	const effect = effects[String(advice.type)];
	if (!effect) throw error('RECOMMENDATION_TYPE_APPLY_NOT_SUPPORTED', 'Recommendations of this type cannot be applied.');
	const [given] = Object.keys(operation).filter((name) => parameterNames.has(name));
	if (given !== undefined && given !== effect.parameters) throw error('INVALID_APPLY_REQUEST', 'The parameters are those of another type of recommendation.', given);
	const account = store.account(caller.customer);
	if (!account) throw error('RECOMMENDATION_INVALIDATED', 'The recommendation is no longer valid.');
	for (const { collection, ...change } of effect.changes(advice, operation[effect.parameters])) {
		const kind = kinds[collection];
		if (kind) apply({ collection, kind, ...change, path: [], index: 0 }, { store, customer: caller.customer, account }, new TemporaryNames(), { user: caller.user, client: 'GOOGLE_ADS_API' });
	}
	store.drop(advice.resourceName);
	return advice.resourceName;
}

function dismiss(store: AdsStore, caller: Caller, operation: Record<string, unknown>): string {
	const advice = found(store, caller, operation);
	if (advice.dismissed) throw error('RECOMMENDATION_ALREADY_DISMISSED', 'The recommendation was dismissed.');
	store.put({ ...advice, dismissed: true });
	return advice.resourceName;
}

const works = { apply: take, dismiss };

/** `recommendations:apply` and `:dismiss`. https://developers.google.com/google-ads/api/docs/recommendations */
export function act(store: AdsStore, caller: Caller, action: keyof typeof works, fields: Record<string, unknown>): object {
	const { operations = [], partialFailure: partial = false, ...others } = fields;
	const [unknown] = Object.keys(others);
	if (unknown !== undefined) throw unparsable(`Invalid JSON payload received. Unknown name "${unknown}": Cannot find field.`, '');
	if (!Array.isArray(operations) || operations.length === 0) throw error('NO_OPERATIONS', 'The request has no operations.');
	if (operations.length > MOST_ACTIONS) throw fault('requestError', 'TOO_MANY_ACTION_OPERATIONS', `Too many operations in the request: at most ${MOST_ACTIONS}.`);
	const faults: Fault[] = [];
	const results = store.attempt(() => {
		const seen = new Set<unknown>();
		const done = operations.map((operation: unknown, index) => {
			const one = isRecord(operation) ? operation : {};
			for (const name of Object.keys(one)) if (name !== 'resourceName' && !(action === 'apply' && parameterNames.has(name))) throw unknownName(name, `operations[${index}]`);
			try {
				if (seen.has(one.resourceName)) throw error('DUPLICATE_RESOURCE_NAME', 'The recommendation is there twice.', 'resource_name');
				seen.add(one.resourceName);
				return { resourceName: store.attempt(() => works[action](store, caller, one)) };
			} catch (problem) {
				if (!(problem instanceof AdsError)) throw problem;
				faults.push(...within(problem, { fieldName: 'operations', index }).faults);
				return {};
			}
		});
		if (faults.length && partial !== true) throw new AdsError(faults);
		return done;
	});
	return { results, ...(faults.length && { partialFailureError: partialFailure(faults) }) };
}

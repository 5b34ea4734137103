import type { IDataObject } from 'n8n-workflow';
import type { Api } from '../../../core/api';
import { PlatformError, refused } from '../../../core/errors';
import { googleAdsRecommendations } from '../../../platforms/googleAdsRecommendations';
import { accountOf } from '../account';
import { customerIdOf, inCustomer } from '../customer';
import { majorUnits } from '../micros';
import { micros } from '../mutate/money';
import { camel } from '../names';
import { detailsOf, getRecommendation, resourceNameOf } from './read';
import type { Row } from './read';

/** What the panel gives. */
export interface ApplyInput {
	account: string;
	recommendation: string;
	confirm: boolean;
	largestIncrease: number;
	options: { newBudget?: number; parameters?: unknown; sharedBudget?: boolean };
}

const { budgets, unseen, parameters: named } = googleAdsRecommendations;

/** Amounts that a budget may be set to, wherever they stand in what Google recommends or the person gives. */
const SETS = /^(recommendedBudgetAmountMicros|requiredCampaignBudgetAmountMicros|recommendedNewAmountMicros|newBudgetAmountMicros|newCampaignBudgetAmountMicros|campaignBudgetAmountMicros)$/;
const ADDS = 'budgetMicrosToMove';

function* amountsIn(value: unknown, wanted: (name: string) => boolean): Generator<bigint> {
	if (typeof value !== 'object' || value === null) return;
	for (const [name, inner] of Object.entries(value)) {
		if (!wanted(name)) yield* amountsIn(inner, wanted);
		else if (/^\d+$/.test(String(inner))) yield BigInt(String(inner));
		// Google reads 9e7 as well, which would be an amount that nobody has looked at.
		else if (inner !== null) throw refused('Parameters', `“${String(inner)}” under “${name}” is not an amount in micros.`, 'Write it in digits: 12.5 in the account’s currency is 12500000.');
	}
}

const highest = (amounts: Iterable<bigint>): bigint | undefined => [...amounts].reduce<bigint | undefined>((most, one) => (most === undefined || one > most ? one : most), undefined);

/** Google takes the names of the protos too (`new_budget_amount_micros`): of each there is one form, in which it is looked at and sent. */
function camelled(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(camelled);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([name, inner]) => [camel(name), camelled(inner)]));
}

function objectOf(value: unknown): IDataObject {
	let parsed: unknown;
	try {
		parsed = camelled(typeof value === 'string' ? JSON.parse(value.trim() || '{}') : (value ?? {}));
	} catch {
		parsed = undefined;
	}
	if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return { ...parsed };
	throw refused('Parameters', 'is not a JSON object.', 'Write it like {"targetCpaOptIn": {"targetCpaMicros": "5000000"}}.');
}

/** What goes beside the recommendation: the person's own, or the new budget under the name that its kind has for it. */
function parametersOf({ options: { newBudget, parameters } }: ApplyInput, type: string, currency: string): IDataObject {
	const own = objectOf(parameters);
	if (newBudget === undefined || newBudget === 0) return own;
	const name = Object.entries(named).find(([kind]) => kind === type)?.[1];
	if (!name) throw refused('New Budget', `a recommendation of the kind ${type} takes no budget.`, 'Take “New Budget” away, or use “Parameters”.');
	return { ...own, [name]: { newBudgetAmountMicros: micros('New Budget', newBudget, currency) } };
}

/** The budget as it would be: by what the person gives, else by what Google recommends; undefined where none changes. */
function budgetAfter({ recommendation, campaignBudget }: Row, parameters: IDataObject): bigint | undefined {
	const given = highest(amountsIn(parameters, (name) => SETS.test(name)));
	if (given !== undefined) return given;
	const added = highest(amountsIn(parameters, (name) => name === ADDS));
	if (added !== undefined && campaignBudget?.amountMicros !== undefined) return BigInt(campaignBudget.amountMicros) + added;
	return budgets.some((type) => type === recommendation.type) ? highest(amountsIn(detailsOf(recommendation), (name) => SETS.test(name))) : undefined;
}

/** What the details call the budget of now, or the campaign's own. */
const budgetBefore = ({ recommendation, campaignBudget }: Row): bigint | undefined =>
	highest(amountsIn(detailsOf(recommendation), (name) => name === 'currentBudgetAmountMicros' || name === 'currentAmountMicros')) ?? (campaignBudget?.amountMicros === undefined ? undefined : BigInt(campaignBudget.amountMicros));

/** Refuses what would raise a budget by more than the person allows, or one that other campaigns spend too. */
function checkBudget(row: Row, after: bigint | undefined, { largestIncrease, options }: ApplyInput, currency: string): void {
	const { type } = row.recommendation;
	if (after === undefined) {
		if (!unseen.some((one) => one === type)) return;
		throw refused('Recommendation ID', `a recommendation of the kind ${type} may raise the budget by an amount that this node does not see.`, 'Name the budget under “Parameters”, or apply it at ads.google.com.');
	}
	if (!(largestIncrease >= 0)) throw refused('Largest Increase (%)', `${largestIncrease} is not a share.`, 'Give 0 or more.');
	const before = budgetBefore(row);
	const spoken = (micros: bigint) => `${majorUnits(String(micros))} ${currency}`;
	if (before === undefined || before === 0n) throw refused('Recommendation ID', `it would set a budget of ${spoken(after)}, and Google does not say what it is now.`, 'Apply it at ads.google.com.');
	const increase = Number(((after - before) * 10_000n) / before) / 100;
	if (increase > largestIncrease) throw refused('Largest Increase (%)', `the budget would go from ${spoken(before)} to ${spoken(after)}, ${increase} % more; ${largestIncrease} % are allowed.`, 'Raise “Largest Increase (%)”, or give a smaller “New Budget” under Options.');
	const users = Number(row.campaignBudget?.referenceCount ?? 0);
	if (users > 1 && options.sharedBudget !== true) throw refused('Recommendation ID', `its budget is shared by ${users} campaigns, and all of them would spend the new one.`, 'Switch “Change a Shared Budget” on under Options if that is meant.');
}

/** Applies one recommendation, which takes effect at once: Google has no trial run of it. https://developers.google.com/google-ads/api/docs/recommendations#apply-recommendations */
export async function applyRecommendation(api: Api, input: ApplyInput): Promise<object> {
	if (input.confirm !== true) throw refused('Confirm', 'is off, and applying a recommendation takes effect at once: Google has no trial run of it.', 'Look at it in Get Many, then switch “Confirm” on.');
	const resourceName = resourceNameOf(input.account, input.recommendation);
	const { currency } = await accountOf(api, input.account);
	const row = await getRecommendation(api, input.account, resourceName);
	const { type } = row.recommendation;
	const parameters = parametersOf(input, type, currency);
	const [before, after] = [budgetBefore(row), budgetAfter(row, parameters)];
	checkBudget(row, after, input, currency);
	await api.send({ method: 'POST', url: inCustomer(input.account, '/recommendations:apply'), body: { operations: [{ ...parameters, resourceName }], partialFailure: false }, lane: customerIdOf(input.account) });
	return { applied: true, resourceName, type, ...(after !== undefined && before !== undefined && { budgetBefore: majorUnits(String(before)), budgetAfter: majorUnits(String(after)), currency }) };
}

/** Hides one recommendation. One that is hidden already stays so. */
export async function dismissRecommendation(api: Api, account: string, recommendation: string): Promise<object> {
	const resourceName = resourceNameOf(account, recommendation);
	const request = { method: 'POST', url: inCustomer(account, '/recommendations:dismiss'), body: { operations: [{ resourceName }], partialFailure: false }, lane: customerIdOf(account), idempotent: true } as const;
	await api.send(request).catch((error: unknown) => {
		if (!(error instanceof PlatformError) || error.code !== 'recommendationError.RECOMMENDATION_ALREADY_DISMISSED') throw error;
	});
	return { dismissed: true, resourceName };
}

import { checkForm } from './fields';
import { adAccountOf, nextId } from './state';
import type { AdsWorld, Entity, Kind } from './state';

/** Why one entry is refused while the others go through. */
class Exception extends Error {
	constructor(
		readonly code: number,
		message: string,
	) {
		super(message);
	}
}

/** The least that Pinterest takes a day, in millionths. */
const LEAST: Readonly<Record<string, number>> = { EUR: 1_000_000, JPY: 100_000_000 };

interface Setting {
	world: AdsWorld;
	adAccount: string;
	/** Unix seconds. */
	now: number;
}

const numberOf = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

/** What is wrong with one as it would be. */
function check(kind: Kind, one: Entity, { world, adAccount, now }: Setting): void {
	const [start, end] = [numberOf(one.start_time), numberOf(one.end_time)];
	if (end !== undefined && end <= (start ?? 0)) throw new Exception(400, 'end_time must be after start_time.');
	if (end !== undefined && end < now - 86_400 * 365) throw new Exception(400, 'end_time is in the past.');
	const amounts = [one.daily_spend_cap, one.lifetime_spend_cap, one.budget_in_micro_currency].map(numberOf);
	const least = LEAST[adAccountOf(adAccount)?.currency ?? ''] ?? 0;
	if (amounts.some((amount) => amount !== undefined && amount < least)) throw new Exception(400, `Budget must be at least ${least} in micro currency.`);
	if (kind === 'campaign') {
		if (one.daily_spend_cap && one.lifetime_spend_cap) throw new Exception(400, 'daily_spend_cap and lifetime_spend_cap cannot be set at the same time.');
		if (one.is_campaign_budget_optimization && !one.daily_spend_cap && !one.lifetime_spend_cap) throw new Exception(400, 'Campaign budget optimization requires a spend cap.');
	}
	if (kind === 'adGroup') {
		const campaign = world.campaign.get(String(one.campaign_id));
		if (campaign?.ad_account_id !== adAccount) throw new Exception(404, `Campaign ${String(one.campaign_id)} not found.`);
		const shared = campaign.is_campaign_budget_optimization === true;
		if (!shared && one.budget_in_micro_currency === undefined) throw new Exception(400, 'budget_in_micro_currency is required.');
		if (shared !== (one.budget_type === 'CBO_ADGROUP')) throw new Exception(400, shared ? 'The campaign has the budget: budget_type must be CBO_ADGROUP.' : 'budget_type CBO_ADGROUP needs a campaign with budget optimization.');
		if (one.budget_type === 'LIFETIME' && end === undefined) throw new Exception(400, 'end_time is required for a LIFETIME budget.');
		if (one.bid_strategy_type !== 'AUTOMATIC_BID' && !one.bid_in_micro_currency) throw new Exception(400, 'bid_in_micro_currency is required.');
	}
	if (kind === 'ad' && world.adGroup.get(String(one.ad_group_id))?.ad_account_id !== adAccount) throw new Exception(404, `Ad group ${String(one.ad_group_id)} not found.`);
	if (kind === 'ad' && String(one.name ?? '').length > 255) throw new Exception(400, 'Ad name is too long.');
	if (kind === 'ad' && !String(one.pin_id).startsWith('549')) throw new Exception(50, `Pin ${String(one.pin_id)} not found.`);
}

const defaults: Readonly<Record<Kind, object>> = {
	campaign: { daily_spend_cap: null, lifetime_spend_cap: null, start_time: null, end_time: null, is_campaign_budget_optimization: false },
	adGroup: { budget_type: 'DAILY', bid_strategy_type: 'MAX_BID', bid_in_micro_currency: null, start_time: null, end_time: null, pacing_delivery_type: 'STANDARD', placement_group: 'ALL', targeting_spec: {} },
	ad: { name: null, destination_url: null },
};

function made(kind: Kind, entry: Record<string, unknown>, setting: Setting): Entity {
	const { world, adAccount, now } = setting;
	if (kind === 'campaign' && entry.ad_account_id !== adAccount) throw new Exception(400, 'ad_account_id is not that of the path.');
	// Pinterest makes it active unless told otherwise.
	const one: Entity = { id: '', name: null, status: 'ACTIVE', ...defaults[kind], ...entry, ad_account_id: adAccount, created_time: now, updated_time: now };
	check(kind, one, setting);
	if (kind === 'ad') one.campaign_id = world.adGroup.get(String(one.ad_group_id))?.campaign_id;
	one.id = nextId(world, kind);
	world[kind].set(one.id, one);
	return one;
}

function changed(kind: Kind, entry: Record<string, unknown>, setting: Setting): Entity {
	const { world, adAccount, now } = setting;
	const was = world[kind].get(String(entry.id));
	if (was?.ad_account_id !== adAccount) throw new Exception(404, `${String(entry.id)} not found.`);
	if (was.status === 'ARCHIVED' && entry.status !== undefined && entry.status !== 'ARCHIVED') throw new Exception(400, 'An archived entity cannot be brought back.');
	const one: Entity = { ...was, ...entry, id: was.id, ad_account_id: adAccount, updated_time: now };
	check(kind, one, setting);
	world[kind].set(one.id, one);
	return one;
}

/** `exceptions` is a list for campaigns and ad groups, and an object for ads. */
const refusedAs = (kind: Kind, { code, message }: Exception) => ({ data: {}, exceptions: kind === 'ad' ? { code, message } : [{ code, message }] });
const doneAs = (kind: Kind, data: object) => ({ data, exceptions: kind === 'ad' ? {} : [] });

/** What Pinterest adds to what it keeps. */
export function described(kind: Kind, one: Entity): object {
	const summary = { campaign: { ACTIVE: 'RUNNING' }, adGroup: { ACTIVE: 'RUNNING' }, ad: { ACTIVE: 'APPROVED' } }[kind];
	const summary_status = one.status === 'ACTIVE' ? summary.ACTIVE : one.status;
	return { ...one, summary_status, type: kind === 'adGroup' ? 'adgroup' : kind, ...(kind === 'ad' && { review_status: 'APPROVED', rejected_reasons: [] }) };
}

/** Makes or changes each entry for itself; one of a wrong form refuses them all. @throws PinterestError 400 */
export function writeAll(kind: Kind, entries: readonly unknown[], method: 'POST' | 'PATCH', setting: Setting): object[] {
	const checked = entries.map((entry) => checkForm(kind, entry, method));
	return checked.map((entry) => {
		try {
			return doneAs(kind, described(kind, (method === 'POST' ? made : changed)(kind, entry, setting)));
		} catch (error) {
			if (!(error instanceof Exception)) throw error;
			return refusedAs(kind, error);
		}
	});
}

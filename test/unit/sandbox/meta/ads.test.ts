import axios from 'axios';
import { startSandbox } from '../../../../sandbox/networks/server';
import type { Sandbox } from '../../../../sandbox/networks/server';
import { seedTokens } from '../../../../sandbox/networks/meta/tokens';
import { seed } from '../../../../sandbox/networks/seed';

let sandbox: Sandbox;
beforeAll(async () => (sandbox = await startSandbox({ port: 0 })));
beforeEach(async () => void (await axios.post(`${sandbox.origin}/_sandbox/reset`)));
afterAll(async () => await sandbox.close());

interface Answer {
	id?: string;
	success?: boolean;
	error?: { code: number; error_subcode?: number; error_user_msg?: string; error_data?: { blame_field_specs: string[][] } };
}

const account = `act_${seed.meta.adAccount.id}`;
const call = async (method: string, path: string, data?: object, token: string = seedTokens.user) => {
	const url = `${sandbox.origin}/graph.facebook.com/v26.0/${path}`;
	return await axios.request<Answer>({ method, url, data, headers: { Authorization: `Bearer ${token}` }, validateStatus: () => true });
};
const post = async (path: string, data: object) => (await call('POST', path, data)).data;

const campaign = { name: 'Printemps', objective: 'OUTCOME_TRAFFIC', special_ad_categories: [], is_adset_budget_sharing_enabled: false, status: 'PAUSED' };
const adSet = { name: 'Suisse', billing_event: 'IMPRESSIONS', optimization_goal: 'LINK_CLICKS', daily_budget: 1000, targeting: { geo_locations: { countries: ['CH'] } } };
const idOf = async (path: string, data: object) => String((await post(path, data)).id);

test.each([
	{ name: 'neither a budget nor a word on sharing', body: { is_adset_budget_sharing_enabled: undefined }, subcode: 4834011, field: 'is_adset_budget_sharing_enabled' },
	{ name: 'a budget below the minimum', body: { daily_budget: 99 }, subcode: 1885272, field: 'daily_budget' },
	{ name: 'two budgets', body: { daily_budget: 1000, lifetime_budget: 9000 }, subcode: 1885216, field: 'daily_budget' },
	{ name: 'a special category without countries', body: { special_ad_categories: ['HOUSING'] }, subcode: 1885713, field: 'special_ad_category_country' },
	{ name: 'no word on categories', body: { special_ad_categories: undefined } },
	{ name: 'an objective of old', body: { objective: 'LINK_CLICKS' } },
	{ name: 'a parameter that Meta does not know', body: { budget: 10 } },
	{ name: 'an amount with decimals', body: { daily_budget: 12.5 } },
])('a campaign with $name is refused', async ({ body, subcode, field }) => {
	const { error } = await post(`${account}/campaigns`, { ...campaign, ...body });
	expect(error).toMatchObject({ code: 100, ...(subcode && { error_subcode: subcode, error_data: { blame_field_specs: [[field]] } }) });
});

test.each([
	{ name: 'a second budget', above: { daily_budget: 2000 }, body: {}, subcode: 1885621 },
	{ name: 'no budget at all', above: {}, body: { daily_budget: undefined }, subcode: 1885316 },
	{ name: 'no place', above: {}, body: { targeting: {} }, subcode: 1885364 },
	{ name: 'no names for the European Union', above: {}, body: { targeting: { geo_locations: { countries: ['FR'] } } }, subcode: 3858152 },
	{ name: 'a cap without an amount', above: {}, body: { bid_strategy: 'COST_CAP' }, subcode: 1815857 },
	{ name: 'conversions without a pixel', above: {}, body: { optimization_goal: 'OFFSITE_CONVERSIONS' }, subcode: 1885154 },
])('an ad set with $name is refused', async ({ above, body, subcode }) => {
	const campaign_id = await idOf(`${account}/campaigns`, { ...campaign, ...above });
	expect((await post(`${account}/adsets`, { ...adSet, campaign_id, ...body })).error).toMatchObject({ code: 100, error_subcode: subcode });
});

test('validate_only refuses the same and makes nothing', async () => {
	const execution_options = ['validate_only'];
	expect(await post(`${account}/campaigns`, { ...campaign, execution_options })).toEqual({ success: true });
	expect((await post(`${account}/campaigns`, { ...campaign, daily_budget: 1, execution_options })).error).toMatchObject({ error_subcode: 1885272 });
	expect((await call('GET', `${account}/campaigns`)).data).toMatchObject({ data: [] });
});

test('nothing runs under what is paused, archived or deleted', async () => {
	const campaign_id = await idOf(`${account}/campaigns`, { ...campaign, status: 'ACTIVE' });
	const id = await idOf(`${account}/adsets`, { ...adSet, campaign_id, status: 'ACTIVE' });
	const seen: unknown[] = [];
	for (const status of ['ACTIVE', 'PAUSED', 'ARCHIVED', 'DELETED']) {
		await post(campaign_id, { status });
		seen.push((await call('GET', `${id}?fields=status,effective_status`)).data);
	}
	expect(seen).toMatchObject(['ACTIVE', 'CAMPAIGN_PAUSED', 'ARCHIVED', 'DELETED'].map((effective_status) => ({ status: 'ACTIVE', effective_status })));
	expect((await post(campaign_id, { status: 'ACTIVE' })).error).toMatchObject({ error_subcode: 1487056 });
});

test('who may only read, or works for somebody else, changes nothing', async () => {
	const path = `${account}/campaigns`;
	expect((await call('POST', path, campaign, seedTokens.page)).data.error).toMatchObject({ code: 100, error_subcode: 33 });
	await axios.post(`${sandbox.origin}/_sandbox/settings`, { meta: { dropScopes: ['ads_management'] } });
	expect((await call('POST', path, campaign)).data.error).toMatchObject({ code: 200 });
	expect((await call('GET', path)).status).toBe(200);
	expect((await call('POST', path, campaign, seedTokens.systemUser)).status).toBe(200);
});

test('the limit of an ad account is told on every reply, is its own, and passes with time', async () => {
	await axios.post(`${sandbox.origin}/_sandbox/settings`, { meta: { adsRateLimit: { calls: 2, perSecond: 0.02 } } });
	const replies = [await call('GET', account), await call('GET', account), await call('GET', account)];
	expect(replies.map(({ data }) => data.error?.code)).toEqual([undefined, undefined, 80004]);
	const usage = replies.map(({ headers }): { acc_id_util_pct: number } => JSON.parse(String(headers['x-ad-account-usage'])));
	expect(usage.map(({ acc_id_util_pct: percent }) => Math.round(percent))).toEqual([50, 100, 100]);
	const business: Record<string, object[]> = JSON.parse(String(replies[2]?.headers['x-business-use-case-usage']));
	expect(business).toMatchObject({ [seed.meta.adAccount.id]: [{ type: 'ads_management', call_count: 100, estimated_time_to_regain_access: 1 }] });
	expect((await call('GET', `act_${seed.meta.yenAdAccount.id}`)).status).toBe(200);
	await axios.post(`${sandbox.origin}/_sandbox/clock`, { advance: 120 });
	expect((await call('GET', account)).status).toBe(200);
});

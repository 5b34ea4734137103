import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axios from 'axios';
import { adAccounts, adGroups, campaigns } from '../../../sandbox/networks/pinterest/ads/seed';
import { startSandbox } from '../../../sandbox/networks/server';
import type { Sandbox } from '../../../sandbox/networks/server';
import { pinterestCredential } from '../../support/connected';

const [euros] = adAccounts;
const [printemps] = campaigns;
const [france] = adGroups;

let folder: string;
let sandbox: Sandbox;
const clientOf = async (features: string[]) => {
	const { qmarkPinterestOAuth2Api: { oauthTokenData } = {} } = await pinterestCredential(sandbox.origin, { features });
	const token = typeof oauthTokenData === 'object' && 'access_token' in oauthTokenData ? String(oauthTokenData.access_token) : '';
	return axios.create({ baseURL: `${sandbox.origin}/api.pinterest.com/v5`, headers: { authorization: `Bearer ${token}` }, validateStatus: () => true });
};
let http: Awaited<ReturnType<typeof clientOf>>;
const open = async () => (sandbox = await startSandbox({ port: 0, data: join(folder, 'networks.bin') }));

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'qmark-pinterest-ads-'));
	await open();
	http = await clientOf(['ads', 'pins']);
});
afterAll(async () => {
	await sandbox.close();
	rmSync(folder, { recursive: true, force: true });
});

const account = `/ad_accounts/${euros.id}`;
const campaign = { ad_account_id: euros.id, name: 'Été', objective_type: 'AWARENESS' };
const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
const analytics = { start_date: day(3), end_date: day(2), columns: 'SPEND_IN_MICRO_DOLLAR', granularity: 'DAY' };
const event = { event_name: 'checkout', action_source: 'web', event_time: 1, event_id: 'e', user_data: { em: ['a'.repeat(64)] } };

test.each<[string, string, unknown, RegExp]>([
	['no list', `${account}/campaigns`, campaign, /not of type 'array'/],
	['an empty list', `${account}/campaigns`, [], /1 to 30/],
	['31 of them', `${account}/campaigns`, Array(31).fill(campaign), /1 to 30/],
	['a field that there is not', `${account}/campaigns`, [{ ...campaign, budget: 1 }], /'budget' is no property/],
	['a missing field', `${account}/campaigns`, [{ name: 'x' }], /'ad_account_id' is a required/],
	['an amount that is no whole number', `${account}/campaigns`, [{ ...campaign, daily_spend_cap: 1.5 }], /'daily_spend_cap' is not of type 'integer'/],
	['a status that there is not', `${account}/campaigns`, [{ ...campaign, status: 'ENABLED' }], /'status' is not one of/],
	['ages twice', `${account}/ad_groups`, [{ campaign_id: printemps.id, name: 'x', billable_event: 'IMPRESSION', targeting_spec: { AGE_BUCKET: ['65+'], MINIMUM_AGE: '18' } }], /AGE_BUCKET beside MINIMUM_AGE/],
	['no events', `${account}/events`, { data: [] }, /1 to 1000 events/],
	['a value that is no text', `${account}/events`, { data: [{ ...event, custom_data: { value: 5 } }] }, /'value' in custom_data is not of the right type/],
	['a detail that there is not', `${account}/events`, { data: [{ ...event, custom_data: { colour: 'red' } }] }, /'colour' in custom_data was unexpected/],
	['an event without its ID', `${account}/events`, { data: [{ ...event, event_id: undefined }] }, /'event_id' is a required/],
	['a report of too many days', `${account}/reports`, { start_date: day(300), end_date: day(2), granularity: 'DAY', level: 'CAMPAIGN', columns: ['CTR'], report_format: 'JSON' }, /more than 186 days/],
])('%s is refused as Pinterest refuses', async (_, path, body, message) => {
	expect(await http.post(path, body)).toMatchObject({ status: 400, data: { code: expect.any(Number), message: expect.stringMatching(message) } });
});

test.each<[string, string, object, RegExp]>([
	['a parameter that there is not', `${account}/campaigns`, { limit: 5 }, /'limit' is no parameter/],
	['a page that is too large', `${account}/campaigns`, { page_size: 251 }, /'page_size' must be from 1 to 250/],
	['two kinds of IDs', `${account}/ads`, { campaign_ids: '1', ad_ids: '2' }, /only one kind/],
	['days too long ago', `${account}/analytics`, { ...analytics, start_date: day(91) }, /more than 90 days back/],
	['no IDs', `${account}/campaigns/analytics`, analytics, /'campaign_ids' is a required/],
	['a column that there is not', `${account}/analytics`, { ...analytics, columns: 'LOVE' }, /'LOVE' is no column/],
])('%s is refused as Pinterest refuses', async (_, path, params, message) => {
	expect(await http.get(path, { params })).toMatchObject({ status: 400, data: { message: expect.stringMatching(message) } });
});

test.each<[string, object, RegExp]>([
	['two caps', { ...campaign, daily_spend_cap: 5_000_000, lifetime_spend_cap: 5_000_000 }, /cannot be set at the same time/],
	['a shared budget without an amount', { ...campaign, is_campaign_budget_optimization: true }, /requires a spend cap/],
	['a budget below the least', { ...campaign, daily_spend_cap: 10 }, /at least 1000000/],
	['another ad account', { ...campaign, ad_account_id: '1' }, /not that of the path/],
])('%s is one entry’s exception; the others go through', async (_, wrong, message) => {
	const { status, data } = await http.post(`${account}/campaigns`, [campaign, wrong]);
	expect([status, data.items]).toMatchObject([200, [{ data: { name: 'Été', status: 'ACTIVE' }, exceptions: [] }, { exceptions: [{ message: expect.stringMatching(message) }] }]]);
});

test('an ad’s exception is an object', async () => {
	expect((await http.post(`${account}/ads`, [{ ad_group_id: '1', pin_id: '549', creative_type: 'REGULAR' }])).data).toMatchObject({ items: [{ exceptions: { code: 404, message: 'Ad group 1 not found.' } }] });
});

test('without the permission nothing is told', async () => {
	expect(await (await clientOf(['pins'])).get('/ad_accounts')).toMatchObject({ status: 401, data: { code: 3 } });
});

test('an event with the same name and ID is recorded once, and a hash that is none fails it alone', async () => {
	const { status, data } = await http.post(`${account}/events`, { data: [event, { ...event, event_id: 'f', user_data: { em: ['jane@example.com'] } }, event] });
	expect([status, data]).toMatchObject([422, { code: 4196, details: { num_events_received: 3, num_events_processed: 2, events: [{ status: 'processed' }, { status: 'failed', error_message: expect.stringMatching(/SHA-256/) }, { status: 'processed' }] } }]);
});

test('figures are the same every time, and what is there survives a restart', async () => {
	const figures = async () => (await http.get(`${account}/ad_groups/analytics`, { params: { ...analytics, ad_group_ids: france.id } })).data;
	const first = await figures();
	expect(first).toHaveLength(2);
	const { data } = await http.post(`${account}/campaigns`, [{ ...campaign, name: 'Durable' }]);
	const [{ data: { id } }] = data.items;
	await sandbox.close();
	await open();
	http = await clientOf(['ads', 'pins']);
	expect(await figures()).toEqual(first);
	expect((await http.get(`${account}/campaigns/${id}`)).data).toMatchObject({ name: 'Durable' });
});

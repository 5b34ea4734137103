import type { INodeParameters } from 'n8n-workflow';
import { hurry, presentTime } from '../../support/time';
import { byId, customer, manager, openAdvertiser } from './advertiser';
import type { Advertiser } from './advertiser';

let advertiser: Advertiser;
beforeAll(async () => (advertiser = await openAdvertiser()));
beforeEach(async () => await advertiser.reset());
afterEach(presentTime);
afterAll(async () => await advertiser.sandbox.close());

const campaigns = 'SELECT campaign.id, campaign.name FROM campaign';
const measured = "SELECT campaign.name, campaign_budget.amount_micros, metrics.cost_micros, metrics.average_cpc, metrics.ctr FROM campaign WHERE segments.date DURING LAST_7_DAYS AND campaign.name = 'Mariages'";
const asked = (query: string, more: INodeParameters = {}): INodeParameters => ({ resource: 'query', operation: 'run', query, returnAll: true, options: {}, ...more });
const search = new RegExp('googleAds:search$');

test('one call for each page, with nothing that Google would refuse; rows as Google gives them', async () => {
	const rows = await advertiser.rows(asked(`${campaigns} ;`));
	expect(rows.map(({ campaign }) => campaign)).toContainEqual({ resourceName: expect.stringMatching(/^customers\/2220000002\/campaigns\/\d+$/), id: expect.stringMatching(/^\d+$/), name: 'Mariages' });
	expect(await advertiser.calls(search)).toEqual([{ method: 'POST', path: `/customers/${customer}/googleAds:search`, body: { query: campaigns }, status: 200 }]);
});

test('pages follow each other, and a limit fetches no more than it needs', async () => {
	await advertiser.reset({ pageRows: 2 });
	const query = 'SELECT ad_group_criterion.criterion_id FROM ad_group_criterion';
	const all = await advertiser.rows(asked(query));
	expect(all.length).toBeGreaterThan(6);
	expect(new Set(all.map((row) => JSON.stringify(row))).size).toBe(all.length);
	expect(await advertiser.calls(search)).toHaveLength(Math.ceil(all.length / 2));
	await advertiser.quiet();
	expect(await advertiser.rows(asked(query, { returnAll: false, limit: 3 }))).toEqual(all.slice(0, 3));
	expect((await advertiser.calls(search)).map(({ body }) => body.query)).toEqual([`${query} LIMIT 3`, `${query} LIMIT 3`]);
});

test('amounts in major units, and all fields side by side', async () => {
	const [raw] = await advertiser.rows(asked(measured));
	const [row] = await advertiser.rows(asked(measured, { options: { amounts: true, flatten: true } }));
	const { metrics, campaignBudget } = raw as { metrics: { costMicros: string; averageCpc: number; ctr: number }; campaignBudget: { amountMicros: string } };
	expect(campaignBudget.amountMicros).toBe('20000000');
	expect(row).toMatchObject({ 'campaign.name': 'Mariages', 'campaignBudget.amount': 20, 'metrics.cost': Number(metrics.costMicros) / 1e6, 'metrics.averageCpc': metrics.averageCpc / 1e6, 'metrics.ctr': metrics.ctr, currency: 'EUR' });
	expect(Object.values(row ?? {}).some((value) => typeof value === 'object')).toBe(false);
	expect(await advertiser.one(asked(measured, { options: { amounts: true } }))).toMatchObject({ metrics: { cost: expect.any(Number) }, currency: 'EUR' });
	expect(await advertiser.one(asked(measured, { options: { flatten: true } }))).toHaveProperty(['metrics.costMicros'], metrics.costMicros);
});

test('a stream has the same rows as the pages, in one call', async () => {
	await advertiser.reset({ pageRows: 3 });
	const query = 'SELECT ad_group_criterion.criterion_id, ad_group_criterion.keyword.text FROM ad_group_criterion';
	const pages = await advertiser.rows(asked(query));
	await advertiser.quiet();
	expect(await advertiser.rows(asked(query, { options: { readBy: 'stream' } }))).toEqual(pages);
	expect((await advertiser.calls()).map(({ path }) => path)).toEqual([`/customers/${customer}/googleAds:searchStream`]);
	expect(await advertiser.rows(asked(query, { returnAll: false, limit: 2, options: { readBy: 'stream' } }))).toEqual(pages.slice(0, 2));
});

test.each(['pages', 'stream'])('a refusal reads the same, by %s: what, where, what to do, and the ID for Google’s support', async (readBy) => {
	const { error, details } = await advertiser.refusal(asked('SELECT campaign.nam FROM campaign', { options: { readBy } }));
	expect(error).toMatch(/^Google Ads refused: .*campaign\.nam.* Request ID: \S+\.$/);
	expect(details).toEqual({ code: 'queryError.UNRECOGNIZED_FIELD', verdict: 'fix-input', hint: expect.stringMatching(/developers\.google\.com\/google-ads\/api\/fields/) });
	expect(await advertiser.calls()).toHaveLength(1);
});

test.each([
	['SELECT * FROM campaign', /^Query: has SELECT \*/],
	['SELECT campaign.id FROM campaign WHERE campaign.id = 1 OR campaign.id = 2', /^Query: has OR/],
	['SELECT change_event.user_email FROM change_event', /^Query: asks for changes without a LIMIT/],
])('%s costs no call', async (query, message) => {
	expect(await advertiser.refusal(asked(query))).toMatchObject({ error: expect.stringMatching(message), details: { verdict: 'fix-input' } });
	expect(await advertiser.calls()).toEqual([]);
});

test('accounts are named with and without hyphens, and nothing else', async () => {
	expect(await advertiser.rows(asked(campaigns, { account: byId('222-000-0002') }))).toHaveLength(3);
	expect(await advertiser.refusal(asked(campaigns, { account: byId('222') }))).toMatchObject({ error: expect.stringMatching(/“222” is not the ID/) });
});

test('without the manager in the credential, the refusal says so', async () => {
	await advertiser.reset({}, { loginCustomerId: '' });
	expect(await advertiser.refusal(asked(campaigns))).toMatchObject({ details: { code: 'authorizationError.USER_PERMISSION_DENIED', verdict: 'stop', hint: expect.stringMatching(/Login Customer ID/) } });
	expect(await advertiser.rows(asked('SELECT customer.id FROM customer', { account: byId(manager) }))).toHaveLength(1);
});

test('a page that is lost is asked for again; a stream that breaks says what to do', async () => {
	await advertiser.reset({ pageRows: 2 });
	await advertiser.sandbox.fault({ network: 'google', match: 'googleAds:search', kind: 'reset', skip: 1 });
	hurry();
	expect(await advertiser.rows(asked(campaigns))).toHaveLength(3);
	presentTime();
	await advertiser.sandbox.fault({ network: 'google', match: 'searchStream', kind: 'malformed' });
	const broken = await advertiser.refusal(asked(campaigns, { options: { readBy: 'stream' } }));
	expect(broken).toMatchObject({ details: { verdict: 'retry', code: 'stream' }, error: expect.stringMatching(/broke the stream/) });
});

test('a short wait is waited for, a day’s is told', async () => {
	const error = { family: 'quotaError', code: 'RESOURCE_TEMPORARILY_EXHAUSTED', retryDelay: '1s' };
	await advertiser.reset({ adsError: error });
	expect(await advertiser.rows(asked(campaigns))).toHaveLength(3);
	expect((await advertiser.calls(search)).map(({ status }) => status)).toEqual([429, 200]);
	await advertiser.reset({ opsPerDay: 1 });
	await advertiser.rows(asked(campaigns));
	const refused = await advertiser.refusal(asked(campaigns));
	expect(refused).toMatchObject({ details: { verdict: 'wait', code: 'quotaError.RESOURCE_EXHAUSTED' }, error: expect.stringMatching(/It asks to wait \d{4,5} s\.$/) });
	expect(await advertiser.calls(search)).toHaveLength(2);
});

test('an expired token is renewed once; another 401 never renews', async () => {
	const token = new RegExp('/token$');
	await advertiser.reset({ adsError: { family: 'authenticationError', code: 'OAUTH_TOKEN_EXPIRED' } });
	const before = (await advertiser.sandbox.requests('google')).filter(({ path }) => token.test(path)).length;
	expect(await advertiser.rows(asked(campaigns))).toHaveLength(3);
	const renewals = async () => (await advertiser.sandbox.requests('google')).filter(({ path }) => token.test(path)).length - before;
	expect(await renewals()).toBe(1);
	await advertiser.sandbox.settings({ google: { adsError: { family: 'authenticationError', code: 'NOT_ADS_USER' } } });
	expect(await advertiser.refusal(asked(campaigns))).toMatchObject({ details: { verdict: 'stop', code: 'authenticationError.NOT_ADS_USER' } });
	expect(await renewals()).toBe(1);
});

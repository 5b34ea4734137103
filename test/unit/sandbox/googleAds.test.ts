import { seed } from '../../../sandbox/networks/seed';
import { bearer, connect, http, restart, settings, useSandbox } from './googleClient';

const { customerId, managerId, yenCustomerId } = seed.google;

useSandbox();

const ads = async () => {
	const { access_token } = await connect();
	return (path: string, body: object, login: string = managerId) => http.post(`/googleads.googleapis.com/v25/customers/${customerId}/${path}`, body, bearer(access_token, { 'login-customer-id': login }));
};

const update = { update: { resourceName: `customers/${customerId}/campaigns/20000000002`, status: 'PAUSED' }, updateMask: 'status' };

test('what was changed, when and by whom is still known after a restart', async () => {
	await restart();
	const post = await ads();
	const queries = [
		'SELECT campaign.id, campaign.name, campaign.status FROM campaign',
		'SELECT change_event.user_email, change_event.change_date_time, change_event.changed_fields FROM change_event WHERE change_event.change_date_time DURING TODAY LIMIT 10',
		"SELECT campaign.id, segments.date, metrics.clicks FROM campaign WHERE segments.date DURING LAST_7_DAYS",
	];
	await post('campaigns:mutate', { operations: [update] });
	const before = await Promise.all(queries.map(async (query) => (await post('googleAds:search', { query })).data.results));
	await restart();
	expect(await Promise.all(queries.map(async (query) => (await post('googleAds:search', { query })).data.results))).toEqual(before);
	const made = async () => (await post('labels:mutate', { operations: [{ create: { name: String(Math.random()) } }] })).data.results[0].resourceName;
	expect(await made()).not.toBe(await made());
	await http.post('/_sandbox/reset');
	expect((await (await ads())('googleAds:search', { query: queries[0] })).data.results[0].campaign.status).toBe('ENABLED');
});

test('a person sees the campaigns of each account, in its currency', async () => {
	const post = await ads();
	await post('campaigns:mutate', { operations: [update] });
	const { data } = await http.get<string>('/ads.google.com/');
	expect(data).toMatch(/Bouquets - Nantes<\/td><td>PAUSED<\/td><td>€5\.00 a day<\/td><td>€\d+\.\d\d/);
	expect(data).toMatch(/Camélia Tokyo <span class="soft">3330000003/);
	expect(data).toMatch(/¥1,800 a day<\/td><td>¥[\d,]+</);
});

test('an account is reached through its own manager only', async () => {
	const post = await ads();
	const query = { query: 'SELECT customer.id FROM customer' };
	expect((await post('googleAds:search', query)).status).toBe(200);
	expect((await post('googleAds:search', query, seed.google.testManagerId)).status).toBe(403);
	expect((await post('googleAds:search', query, yenCustomerId)).status).toBe(403);
});

test('settings that make no sense are refused', async () => {
	expect(await settings({ opsPerDay: -1 })).toBe(400);
	expect(await settings({ accessLevel: 'golden' })).toBe(400);
	expect(await settings({ adsError: { family: 'quotaError' } })).toBe(400);
	expect(await settings({ grow: { rows: 10, account: '1' } })).toBe(400);
	expect(await settings({ grow: null, adsError: null, opsPerDay: 0, adsQps: 0 })).toBe(200);
});

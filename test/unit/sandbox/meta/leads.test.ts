import axios from 'axios';
import { seedTokens } from '../../../../sandbox/networks/meta/tokens';
import { seed } from '../../../../sandbox/networks/seed';
import { listen } from './webhookServer';
import { World } from './open';

let world: World;
beforeAll(async () => (world = await World.open()));
afterAll(async () => await world.close());

const form = '550000000000001';
const graph = (token: string = seedTokens.user) => axios.create({ baseURL: `${world.origin}/graph.facebook.com/v25.0`, headers: { Authorization: `Bearer ${token}` }, validateStatus: () => true });

test('a lead calls the app that has subscribed, and outlives a restart', async () => {
	const app = await listen();
	const body = { object: 'page', callback_url: app.url, fields: 'leadgen', verify_token: 'any' };
	expect((await graph(seedTokens.app).post(`/${seed.meta.appId}/subscriptions`, body)).status).toBe(200);
	expect((await graph(seedTokens.page).post(`/${seed.meta.page.id}/subscribed_apps`, { subscribed_fields: 'leadgen' })).data).toEqual({ success: true });
	expect((await world.http.post('/_sandbox/settings', { meta: { lead: { fields: { email: 'mary@example.com' } } } })).status).toBe(200);
	const [delivery] = await app.received(1);
	const value = { leadgen_id: expect.stringMatching(/^\d+$/), page_id: seed.meta.page.id, form_id: form, created_time: expect.any(Number) };
	expect(delivery).toMatchObject({ object: 'page', entry: [{ id: seed.meta.page.id, changes: [{ field: 'leadgen', value }] }] });
	await app.close();
	await world.restart();
	const { data } = await graph(seedTokens.page).get(`/${form}/leads`, { params: { fields: 'field_data' } });
	expect(data.data).toMatchObject([{ field_data: [{ name: 'email', values: ['mary@example.com'] }] }]);
});

test('who may not, may not', async () => {
	expect((await graph().get(`/${seed.meta.page.id}/leadgen_forms`)).data.error).toMatchObject({ code: 200 });
	expect((await graph(seedTokens.secondPage).get(`/${form}/leads`)).data.error).toMatchObject({ code: 100, error_subcode: 33 });
	expect((await graph(seedTokens.page).get(`/${seed.meta.dataset.id}`)).data.error).toMatchObject({ code: 100, error_subcode: 33 });
	expect((await graph().get(`/${form}/leads`, { params: { filtering: '[{"field":"email","operator":"EQUAL","value":"x"}]' } })).data.error).toMatchObject({ code: 100 });
	expect((await graph().get(`/${form}`, { params: { fields: 'colour' } })).data.error).toMatchObject({ code: 100 });
	expect((await world.http.post('/_sandbox/settings', { meta: { lead: { form: '1' } } })).status).toBe(400);
});

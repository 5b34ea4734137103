import type { INodeParameters } from 'n8n-workflow';
import { seed } from '../../../sandbox/networks/seed';
import { seedTokens } from '../../../sandbox/networks/meta/tokens';
import { byId, openAdvertiser } from './advertiser';
import type { Advertiser } from './advertiser';

let florist: Advertiser;
beforeAll(async () => (florist = await openAdvertiser()));
beforeEach(async () => await florist.reset());
afterAll(async () => await florist.sandbox.close());

const page = { leadsPage: byId(seed.meta.page.id) };
const form = { ...page, form: byId('550000000000001') };
const lead = async (value: object = {}) => await florist.sandbox.settings({ meta: { lead: value } });
const leads = async (more: INodeParameters = {}) => (await florist.run({ resource: 'lead', operation: 'getAll', ...form, ...more })).map(({ json }) => json);

test('the forms of a page, one of them, and the panel’s list', async () => {
	const forms = (await florist.run({ resource: 'leadForm', operation: 'getAll', ...page })).map(({ json }) => json);
	expect(forms).toMatchObject([{ name: 'Devis mariage', status: 'ACTIVE', leads_count: 0, locale: 'fr_FR' }, { name: 'Abonnement bouquets', status: 'ARCHIVED' }]);
	const one = await florist.one({ resource: 'leadForm', operation: 'get', ...form });
	expect(one.questions).toEqual(expect.arrayContaining([{ id: expect.any(String), key: 'email', label: 'E-mail', type: 'EMAIL' }]));
	const panel = { resource: 'lead', operation: 'getAll' };
	expect(await florist.list('searchForms', 'devis', { ...panel, ...page })).toEqual([{ name: 'Devis mariage', value: '550000000000001' }]);
	await expect(florist.list('searchForms', '', { ...panel, leadsPage: byId('') })).rejects.toMatchObject({ message: expect.stringMatching(/^Page: is empty/) });
});

test('the leads of a form, newest first, each answer under its question', async () => {
	await lead();
	await florist.sandbox.advance(60);
	await lead({ fields: { email: 'marc@example.com', date_du_mariage: ['2027-06-05', '2027-06-12'] } });
	const found = await leads();
	expect(found).toMatchObject([
		{ form_id: '550000000000001', is_organic: true, fields: { email: 'marc@example.com', date_du_mariage: ['2027-06-05', '2027-06-12'] } },
		{ fields: { email: 'ines@example.com', full_name: 'Inês Almeida', phone_number: '+351912000001' }, field_data: [{ name: 'email', values: ['ines@example.com'] }, expect.anything(), expect.anything()] },
	]);
	expect(await florist.one({ resource: 'lead', operation: 'get', ...page, leadId: String(found[1]?.id) })).toEqual(found[1]);
	expect(await leads({ returnAll: false, limit: 1 })).toHaveLength(1);
});

test('only those of a time', async () => {
	await lead();
	const middle = new Date(Date.now() + 1800_000).toISOString();
	await florist.sandbox.advance(3600);
	await lead({ fields: { email: 'later@example.com' } });
	expect((await leads({ options: { since: middle } })).map(({ fields }) => fields)).toEqual([{ email: 'later@example.com' }]);
	expect(await leads({ options: { until: middle } })).toHaveLength(1);
	const asked = (await florist.calls('GET')).filter(({ path }) => path.endsWith('/leads')).map(({ query }) => query.filtering);
	const seconds = Math.floor(Date.parse(middle) / 1000);
	expect(asked).toEqual([`[{"field":"time_created","operator":"GREATER_THAN","value":${seconds - 1}}]`, `[{"field":"time_created","operator":"LESS_THAN","value":${seconds + 1}}]`]);
});

test('those of an ad, with its campaign', async () => {
	const campaign = await florist.campaignIn();
	const ad = await florist.adIn(await florist.adSetIn(campaign), await florist.creative());
	await lead({ ad });
	await lead();
	const found = (await florist.run({ resource: 'lead', operation: 'getAllOfAd', ad: byId(ad) })).map(({ json }) => json);
	expect(found).toMatchObject([{ ad_id: ad, campaign_id: campaign, campaign_name: 'Printemps', is_organic: false }]);
});

test('a test lead takes the place of the last one', async () => {
	const test = { resource: 'lead', operation: 'createTest', ...form };
	const first = await florist.one({ ...test, answers: '{"email": "mary@example.com"}' });
	expect(first).toMatchObject({ form_id: '550000000000001', created: true });
	expect((await florist.calls()).map(({ path, body }) => [path, body])).toEqual([['/550000000000001/test_leads', { field_data: [{ name: 'email', values: ['mary@example.com'] }] }]]);
	const second = await florist.one(test);
	expect(second.id).not.toBe(first.id);
	expect(await florist.refusal({ resource: 'lead', operation: 'get', ...page, leadId: String(first.id) })).toMatchObject({ details: { verdict: 'fix-input' } });
	expect(await leads()).toEqual([]);
	expect(await florist.refusal({ ...test, answers: '{"email": ""}' })).toMatchObject({ error: 'Answers (JSON): “email” has no answer.' });
	expect(await florist.refusal({ ...test, answers: '{"colour": "red"}' })).toMatchObject({ error: expect.stringContaining('no question colour') });
});

test('a page that the connection may not act as is told', async () => {
	expect(await florist.refusal({ resource: 'leadForm', operation: 'getAll', leadsPage: byId('999') })).toMatchObject({ details: { verdict: 'fix-input' } });
	await florist.sandbox.settings({ meta: { dropScopes: ['leads_retrieval'] } });
	const refused = await florist.refusal({ resource: 'lead', operation: 'getAll', ...form });
	expect(refused).toMatchObject({ error: expect.stringContaining('leads_retrieval'), details: { verdict: 'reconnect' } });
	expect(JSON.stringify(refused)).not.toContain(seedTokens.page);
});

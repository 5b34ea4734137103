import { customer, item, openWriter } from './writer';
import type { Writer } from './writer';

let florist: Writer;
beforeAll(async () => (florist = await openWriter()));
beforeEach(async () => await florist.reset());
afterAll(async () => await florist.sandbox.close());

const campaignId = async () => (await florist.find('campaign', 'Bouquets - Nantes')).id;
const adGroupId = async () => (await florist.find('adGroup', 'Bouquets du jour')).id;
const list = async (where: object) => await florist.rows({ resource: 'negativeKeyword', operation: 'getAll', returnAll: true, ...where });
const texts = async (where: object) => (await list(where)).map(({ keyword }) => (keyword as { text: string }).text);
const create = { resource: 'negativeKeyword', operation: 'create', text: 'gratuit', matchType: 'BROAD' };

/** The lists of the sandbox's florist, as the panel shows them. */
const lists = async (filter?: string) => await florist.list('searchNegativeLists', filter, { resource: 'negativeKeyword', operation: 'create' });

test('of a campaign: listed, added once, taken away', async () => {
	const where = { level: 'campaign', campaign: await campaignId() };
	expect(await texts(where)).toEqual(['emploi', 'formation fleuriste']);
	await florist.quiet();
	const made = await florist.one({ ...create, ...where });
	expect(made).toMatchObject({ created: true, level: 'campaign', keyword: { text: 'gratuit', matchType: 'BROAD' } });
	expect(await florist.mutates()).toMatchObject([{ collection: 'campaignCriteria', body: { partialFailure: true, operations: [{ create: { campaign: `customers/${customer}/campaigns/${where.campaign}`, negative: true, keyword: { text: 'gratuit', matchType: 'BROAD' } } }] } }]);
	expect(await texts(where)).toEqual(['emploi', 'formation fleuriste', 'gratuit']);
	expect(await florist.one({ ...create, ...where })).toMatchObject({ id: made.id, created: false });
	const remove = { resource: 'negativeKeyword', operation: 'remove', level: 'campaign', negativeKeyword: String(made.id) };
	expect(await florist.one({ ...remove, options: { validateOnly: true } })).toMatchObject({ valid: true, removed: false });
	expect(await florist.one(remove)).toMatchObject({ removed: true });
	expect(await texts(where)).toEqual(['emploi', 'formation fleuriste']);
});

test('of an ad group: without bid and status', async () => {
	const where = { level: 'adGroup', adGroup: await adGroupId() };
	expect(await texts(where)).toEqual(['artificiel']);
	const made = await florist.one({ ...create, ...where });
	expect(made).toMatchObject({ created: true, level: 'adGroup' });
	const [sent] = await florist.mutates();
	expect(sent).toMatchObject({ collection: 'adGroupCriteria' });
	expect(sent?.body.operations).toEqual([{ create: { adGroup: `customers/${customer}/adGroups/${where.adGroup}`, negative: true, keyword: { text: 'gratuit', matchType: 'BROAD' } } }]);
	expect(await florist.one({ resource: 'negativeKeyword', operation: 'remove', level: 'adGroup', negativeKeyword: String(made.id) })).toMatchObject({ removed: true, changed: true });
	expect(await texts(where)).toEqual(['artificiel']);
});

test('of a list that campaigns share', async () => {
	const where = { level: 'list', list: String((await lists())[0]?.value) };
	const before = await texts(where);
	expect(before.length).toBeGreaterThan(0);
	await florist.quiet();
	const made = await florist.one({ ...create, ...where, text: 'plastique' });
	expect(made).toMatchObject({ created: true, level: 'list' });
	expect(await florist.mutates()).toMatchObject([{ collection: 'sharedCriteria', body: { operations: [{ create: { sharedSet: `customers/${customer}/sharedSets/${where.list}`, keyword: { text: 'plastique', matchType: 'BROAD' } } }] } }]);
	expect(await texts(where)).toEqual([...before, 'plastique']);
	const remove = { resource: 'negativeKeyword', operation: 'remove', level: 'list', negativeKeyword: String(made.id) };
	expect(await florist.one(remove)).toMatchObject({ removed: true });
	expect(await texts(where)).toEqual(before);
	// A list keeps no trace of it.
	expect(await florist.refusal(remove)).toMatchObject({ details: { code: 'missing' } });
});

test('many at several levels: one request for each', async () => {
	const items = [
		item({ level: 'campaign', text: 'gratuit' }),
		item({ level: 'adGroup', text: 'plastique' }),
		item({ level: 'campaign', text: 'pas cher' }),
	];
	const parameters = { ...create, level: '={{ $json.level }}', text: '={{ $json.text }}', campaign: await campaignId(), adGroup: await adGroupId(), list: '' };
	expect(await florist.rows(parameters, { items })).toMatchObject([{ created: true, level: 'campaign' }, { created: true, level: 'adGroup' }, { created: true, level: 'campaign' }]);
	expect((await florist.mutates()).map(({ collection, body }) => [collection, body.operations?.length])).toEqual([['campaignCriteria', 2], ['adGroupCriteria', 1]]);
});

test('a keyword is no negative keyword', async () => {
	const { id } = await florist.find('keyword', 'tulipes');
	expect(await florist.refusal({ resource: 'negativeKeyword', operation: 'remove', level: 'adGroup', negativeKeyword: id })).toMatchObject({ details: { code: 'missing' } });
	expect(await florist.mutates()).toEqual([]);
});

test('the lists are found by their name', async () => {
	const [{ name = '', value } = { name: '', value: '' }] = await lists();
	expect(value).toMatch(/^\d+$/);
	expect(await lists(name.slice(2))).toEqual([{ name, value }]);
	expect(await lists('xyz')).toEqual([]);
});

import { customer, item, openWriter } from './writer';
import type { Writer } from './writer';

let florist: Writer;
let adGroup: string;
beforeAll(async () => (florist = await openWriter()));
beforeEach(async () => {
	await florist.reset();
	adGroup = (await florist.find('adGroup', 'Bouquets du jour')).id;
	await florist.quiet();
});
afterAll(async () => await florist.sandbox.close());

const keyword = async (text: string) => await florist.find('keyword', text, { filters: { adGroup, textContains: text } });
const create = (text: string, more = {}) => ({ resource: 'keyword', operation: 'create', adGroup, text, matchType: 'PHRASE', ...more });
const update = (id: string, updateFields: object) => ({ resource: 'keyword', operation: 'update', keyword: id, updateFields: { ...updateFields } });

describe('reading', () => {
	test('many of an ad group or a campaign, without negative ones', async () => {
		const keywords = await florist.rows({ resource: 'keyword', operation: 'getAll', returnAll: true, filters: { adGroup } });
		expect(keywords.map(({ keyword: one }) => one)).toContainEqual({ text: 'tulipes', matchType: 'PHRASE' });
		expect(JSON.stringify(keywords)).not.toContain('artificiel');
		expect(keywords[0]).toMatchObject({ id: expect.stringMatching(new RegExp(`^${adGroup}~\\d+$`)), status: 'ENABLED', adGroup: { id: adGroup }, campaign: { biddingStrategyType: 'MANUAL_CPC' }, currency: 'EUR' });
		const campaign = String((await florist.find('campaign', 'Mariages')).id);
		expect(await florist.rows({ resource: 'keyword', operation: 'getAll', returnAll: true, filters: { adGroup: `={{ ${adGroup} }}`, textContains: '={{ null }}' } })).toEqual(keywords);
		expect(await florist.rows({ resource: 'keyword', operation: 'getAll', filters: { campaign: `={{ ${campaign} }}`, textContains: 2027 } })).toEqual([]);
		expect(await florist.rows({ resource: 'keyword', operation: 'getAll', filters: { campaign, textContains: 'mariée' } })).toMatchObject([{ keyword: { text: 'bouquet de mariée' } }]);
	});

	test('one, by the two parts of its ID or its resource name', async () => {
		const { id } = await keyword('camelia');
		expect(await florist.one({ resource: 'keyword', operation: 'get', keyword: id })).toMatchObject({ id, cpcBid: 0.85, keyword: { text: 'bouquet camelia', matchType: 'EXACT' } });
		expect(await florist.one({ resource: 'keyword', operation: 'get', keyword: `customers/${customer}/adGroupCriteria/${id}` })).toMatchObject({ id });
		expect(await florist.refusal({ resource: 'keyword', operation: 'get', keyword: '123' })).toMatchObject({ error: 'Keyword: “123” is not the ID of a keyword.', details: { hint: expect.stringContaining('with a ~ between them') } });
	});
});

describe('adding', () => {
	test('many with one request', async () => {
		const items = [item({ text: 'renoncules', bid: 0.5 }), item({ text: 'pivoines  nantes', bid: 0 })];
		const made = await florist.rows(create('={{ $json.text }}', { cpcBid: '={{ $json.bid }}' }), { items });
		expect(made).toMatchObject([{ created: true, keyword: { text: 'renoncules', matchType: 'PHRASE' }, status: 'ENABLED', adGroupId: adGroup }, { created: true, keyword: { text: 'pivoines nantes' } }]);
		const [sent, ...others] = await florist.mutates();
		expect(others).toEqual([]);
		expect(sent?.body.operations).toEqual([
			{ create: { adGroup: `customers/${customer}/adGroups/${adGroup}`, status: 'ENABLED', keyword: { text: 'renoncules', matchType: 'PHRASE' }, cpcBidMicros: '500000' } },
			{ create: { adGroup: `customers/${customer}/adGroups/${adGroup}`, status: 'ENABLED', keyword: { text: 'pivoines nantes', matchType: 'PHRASE' } } },
		]);
	});

	test('one that is there already is left alone, in whatever case it is written', async () => {
		const { id } = await keyword('tulipes');
		expect(await florist.one(create('Tulipes'))).toMatchObject({ id, created: false, status: 'ENABLED' });
		expect(await florist.mutates()).toEqual([]);
	});

	test('one that is there otherwise is named, and not changed', async () => {
		const { id } = await keyword('camelia');
		expect(await florist.refusal(create('bouquet camelia', { matchType: 'EXACT', cpcBid: 0.4 }))).toMatchObject({ error: `Keyword: “bouquet camelia” is in this ad group already, with the ID ${id} (ENABLED, bid 0.85 EUR).`, details: { code: 'exists' } });
	});

	test('with another match type it is another keyword', async () => {
		expect(await florist.one(create('tulipes', { matchType: 'EXACT' }))).toMatchObject({ created: true });
	});

	test('the same twice in one run is made once', async () => {
		const made = await florist.rows(create('renoncules'), { items: [item({}), item({})] });
		expect(made).toMatchObject([{ created: true }, { created: false, id: made[0]?.id }]);
		expect((await florist.mutates()).map(({ body }) => body.operations?.length)).toEqual([1]);
	});

	test.each([
		['a'.repeat(81), 'has 81 characters; Google allows 80'],
		['un deux trois quatre cinq six sept huit neuf dix onze', 'has 11 words; Google allows 10'],
		['[tulipes]', 'has the signs of a match type around it'],
		['"tulipes"', 'has the signs of a match type around it'],
		['  ', 'is empty'],
	])('“%s” is refused before it is sent', async (text, says) => {
		expect(await florist.refusal(create(text))).toMatchObject({ error: expect.stringContaining(says) });
		expect(await florist.mutates()).toEqual([]);
	});

	test('a bid that an expression left empty is refused, as that of an ad group is', async () => {
		const empty = { cpcBid: '={{ $json.nothing }}' };
		expect(await florist.refusal(create('arche fleurie', empty))).toMatchObject({ error: 'Bid: is empty.', details: { hint: expect.stringContaining('0 stands for none') } });
		const { campaign } = await florist.one({ resource: 'adGroup', operation: 'get', adGroup });
		expect(await florist.refusal({ resource: 'adGroup', operation: 'create', campaign: (campaign as { id: string }).id, name: 'Arches', ...empty })).toMatchObject({ error: 'Bid: is empty.' });
		expect(await florist.mutates()).toEqual([]);
	});

	test('a bid where the campaign bids by itself is refused', async () => {
		const other = (await florist.find('adGroup', 'Fleurs de mariage')).id;
		expect(await florist.refusal(create('arche fleurie', { adGroup: other, cpcBid: 1 }))).toMatchObject({ error: expect.stringContaining('campaign “Mariages” bids by itself') });
		expect(await florist.one(create('arche fleurie', { adGroup: other }))).toMatchObject({ created: true });
	});

	test('more than a thousand go in several requests', async () => {
		const items = Array.from({ length: 1001 }, (_, index) => item({ text: `fleur ${index}` }));
		expect((await florist.rows(create('={{ $json.text }}'), { items })).every(({ created }) => created === true)).toBe(true);
		expect((await florist.mutates()).map(({ body }) => body.operations?.length)).toEqual([1000, 1]);
	}, 60_000);
});

describe('changing', () => {
	test('bid, status and page', async () => {
		const { id } = await keyword('camelia');
		expect(await florist.one(update(id, { cpcBid: 1.05, status: 'PAUSED', finalUrl: 'https://ateliercamelia.example/camelias' }))).toMatchObject({ changed: true, before: { cpcBid: 0.85, status: 'ENABLED' }, after: { cpcBid: 1.05, status: 'PAUSED', finalUrls: ['https://ateliercamelia.example/camelias'] } });
		expect(await florist.mutates()).toMatchObject([{ collection: 'adGroupCriteria', body: { operations: [{ update: { resourceName: `customers/${customer}/adGroupCriteria/${id}`, cpcBidMicros: '1050000', status: 'PAUSED' }, updateMask: 'status,cpcBidMicros,finalUrls' }] } }]);
		expect(await florist.refusal(update(id, { finalUrl: 'camelia' }))).toMatchObject({ error: expect.stringContaining('“camelia” is not the address of a page') });
	});

	test('pausing, enabling and removing', async () => {
		const { id } = await keyword('tulipes');
		const act = async (operation: string) => await florist.one({ resource: 'keyword', operation, keyword: id });
		expect(await act('pause')).toMatchObject({ changed: true });
		expect(await act('pause')).toMatchObject({ changed: false });
		expect(await act('enable')).toMatchObject({ changed: true });
		expect(await act('remove')).toMatchObject({ removed: true });
		expect(await act('remove')).toMatchObject({ removed: true, changed: false });
		expect(await florist.mutates()).toHaveLength(3);
	});
});

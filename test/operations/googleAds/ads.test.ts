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

const texts = { headlines: 'Renoncules\nDu marché\nAtelier Camélia', descriptions: 'Cueillies ce matin.\nLivrées ce soir.' };
const create = (more = {}) => ({ resource: 'ad', operation: 'create', adGroup, finalUrl: 'https://ateliercamelia.example/renoncules', ...texts, ...more });
const update = (ad: string, updateFields: object, more = {}) => ({ resource: 'ad', operation: 'update', ad, updateFields: { ...updateFields }, ...more });
const first = async () => String((await florist.rows({ resource: 'ad', operation: 'getAll', filters: { adGroup } }))[0]?.id);

describe('reading', () => {
	test('many of an ad group, and one', async () => {
		const ads = await florist.rows({ resource: 'ad', operation: 'getAll', returnAll: true, filters: { adGroup } });
		expect(ads).toHaveLength(2);
		expect(ads[0]).toMatchObject({ id: expect.stringMatching(new RegExp(`^${adGroup}~\\d+$`)), status: 'ENABLED', ad: { type: 'RESPONSIVE_SEARCH_AD', responsiveSearchAd: { path1: 'bouquets' } } });
		expect(await florist.one({ resource: 'ad', operation: 'get', ad: String(ads[1]?.id) })).toMatchObject({ id: ads[1]?.id });
	});
});

describe('creating', () => {
	test('a responsive search ad, paused', async () => {
		const made = await florist.one(create({ additionalFields: { path1: 'fleurs', path2: 'nantes', pinToHeadline1: 'Renoncules', pinToDescription2: 'Livrées ce soir.' } }));
		expect(made).toMatchObject({ id: expect.stringMatching(new RegExp(`^${adGroup}~\\d+$`)), status: 'PAUSED', adGroupId: adGroup, created: true });
		const [sent] = await florist.mutates();
		expect(sent?.collection).toBe('adGroupAds');
		expect(sent?.body.operations).toEqual([
			{
				create: {
					adGroup: `customers/${customer}/adGroups/${adGroup}`,
					status: 'PAUSED',
					ad: {
						finalUrls: ['https://ateliercamelia.example/renoncules'],
						responsiveSearchAd: {
							headlines: [{ text: 'Renoncules', pinnedField: 'HEADLINE_1' }, { text: 'Du marché' }, { text: 'Atelier Camélia' }],
							descriptions: [{ text: 'Cueillies ce matin.' }, { text: 'Livrées ce soir.', pinnedField: 'DESCRIPTION_2' }],
							path1: 'fleurs',
							path2: 'nantes',
						},
					},
				},
			},
		]);
	});

	test.each([
		[{ headlines: 'Un\nDeux' }, 'Headlines: there are 2; Google wants 3 to 15'],
		[{ headlines: Array.from({ length: 16 }, (_, index) => `Titre ${index}`).join('\n') }, 'Headlines: there are 16; Google takes at most 15'],
		[{ headlines: `Un\nDeux\n${'x'.repeat(31)}` }, 'has 31 characters; Google allows 30'],
		[{ headlines: 'Un\nDeux\nUn' }, '“Un” stands twice'],
		[{ descriptions: 'Une seule' }, 'Descriptions: there are 1; Google wants 2 to 4'],
		[{ descriptions: `Une\n${'x'.repeat(91)}` }, 'has 91 characters; Google allows 90'],
		[{ finalUrl: 'ateliercamelia.example' }, 'Final URL: “ateliercamelia.example” is not the address of a page'],
		[{ additionalFields: { path2: 'nantes' } }, 'Path 2: there is no path 1 before it'],
		[{ additionalFields: { path1: 'x'.repeat(16) } }, 'Path 1: “xxxxxxxxxxxxxxxx” has 16 characters; Google allows 15'],
		[{ additionalFields: { path1: '={{ 1234567890123456 }}' } }, 'Path 1: “1234567890123456” has 16 characters; Google allows 15'],
		[{ additionalFields: { path1: '={{ null }}', path2: '={{ 2027 }}' } }, 'Path 2: there is no path 1 before it'],
		[{ additionalFields: { path1: 'a/b' } }, 'has a space or a slash in it'],
		[{ additionalFields: { pinToHeadline2: 'Roses' } }, 'Pin to Headline 2: “Roses” is not among the headlines'],
		[{ headlines: 'Un\nDeux\n今日の花束をお届けする専門のお店' }, 'has 32 characters; Google allows 30'],
	])('is refused before it is sent: %j', async (more, says) => {
		expect(await florist.refusal(create(more))).toMatchObject({ error: expect.stringContaining(says), details: { verdict: 'fix-input' } });
		expect(await florist.mutates()).toEqual([]);
	});

	test('what Google’s policies do not allow is that item’s own matter', async () => {
		const items = [item({ first: 'ACHETEZ !!' }), item({ first: 'Roses anciennes' })];
		const results = await florist.rows(create({ headlines: '={{ $json.first }}\nDu marché\nAtelier Camélia' }), { items, continueOnFail: true });
		expect(results).toMatchObject([{ error: expect.stringContaining('“ACHETEZ !!”'), details: { code: 'policyFindingError.POLICY_FINDING', verdict: 'fix-input', hint: expect.stringContaining('policies') } }, { created: true }]);
	});

	test('many at once, the texts also as lists', async () => {
		const items = [item({ headlines: ['Un', 'Deux', 'Trois'] }), item({ headlines: ['Quatre', 'Cinq', 'Six'] })];
		expect(await florist.rows(create({ headlines: '={{ $json.headlines }}' }), { items })).toMatchObject([{ created: true }, { created: true }]);
		expect((await florist.mutates()).map(({ body }) => body.operations?.length)).toEqual([2]);
	});
});

describe('changing', () => {
	test('its texts and page, as the ad’s own', async () => {
		const id = await first();
		const [, adId = ''] = id.split('~');
		const changed = await florist.one(update(id, { ...texts, finalUrl: 'https://ateliercamelia.example/renoncules', path2: 'nantes', pinToHeadline1: 'Renoncules' }));
		expect(changed).toMatchObject({ id, changed: true, before: { finalUrls: ['https://ateliercamelia.example/bouquets'] }, after: { finalUrls: ['https://ateliercamelia.example/renoncules'], path2: 'nantes' } });
		expect(await florist.mutates()).toMatchObject([
			{
				collection: 'ads',
				body: {
					operations: [
						{
							update: { resourceName: `customers/${customer}/ads/${adId}`, finalUrls: ['https://ateliercamelia.example/renoncules'], responsiveSearchAd: { headlines: [{ text: 'Renoncules', pinnedField: 'HEADLINE_1' }, { text: 'Du marché' }, { text: 'Atelier Camélia' }], path2: 'nantes' } },
							updateMask: 'finalUrls,responsiveSearchAd.headlines,responsiveSearchAd.descriptions,responsiveSearchAd.path2',
						},
					],
				},
			},
		]);
		expect(await florist.one({ resource: 'ad', operation: 'get', ad: id })).toMatchObject({ ad: { responsiveSearchAd: { path1: 'bouquets', path2: 'nantes' } } });
	});

	test('texts that are so already are not sent', async () => {
		const id = await first();
		await florist.one(update(id, texts));
		await florist.quiet();
		expect(await florist.one(update(id, texts))).toMatchObject({ changed: false });
		expect(await florist.mutates()).toEqual([]);
	});

	test('texts and state together go in one request', async () => {
		const id = await first();
		expect(await florist.one(update(id, { status: 'PAUSED', finalUrl: 'https://ateliercamelia.example/renoncules' }))).toMatchObject({ changed: true, after: { status: 'PAUSED' } });
		expect(await florist.mutates()).toMatchObject([{ collection: 'googleAds', body: { partialFailure: true, mutateOperations: [{ adOperation: { updateMask: 'finalUrls' } }, { adGroupAdOperation: { updateMask: 'status' } }] } }]);
		expect(await florist.one({ resource: 'ad', operation: 'get', ad: id })).toMatchObject({ status: 'PAUSED', ad: { finalUrls: ['https://ateliercamelia.example/renoncules'] } });
	});

	test.each([
		[{ pinToHeadline1: 'Renoncules' }, 'Pin to Headline 1: there are no headlines to change'],
		[{ headlines: 'Un' }, 'Headlines: there are 1'],
		[{ path2: 'trop long pour cela' }, 'has a space or a slash'],
	])('is refused before it is sent: %j', async (fields, says) => {
		expect(await florist.refusal(update(await first(), fields))).toMatchObject({ error: expect.stringContaining(says) });
		expect(await florist.mutates()).toEqual([]);
	});
});

test('pausing, enabling and removing', async () => {
	const ad = await first();
	const act = async (operation: string, more = {}) => await florist.one({ resource: 'ad', operation, ad, ...more });
	expect(await act('pause')).toMatchObject({ changed: true, after: { status: 'PAUSED' } });
	expect(await act('enable', { onlyIf: { status: 'PAUSED' } })).toMatchObject({ changed: true });
	expect(await act('remove')).toMatchObject({ removed: true, changed: true });
	expect(await act('remove')).toMatchObject({ removed: true, changed: false });
	expect((await florist.mutates()).map(({ collection }) => collection)).toEqual(['adGroupAds', 'adGroupAds', 'adGroupAds']);
});

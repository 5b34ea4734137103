import { enumTable } from '../../sandbox/networks/google/ads/enumTable';
import { fields, fieldsOf, type Field } from '../../sandbox/networks/google/ads/fields';
import { views } from '../../sandbox/networks/google/ads/views';
import { kinds } from '../../sandbox/networks/google/ads/mutate/kinds';
import { AdsClient, codesOf, errorsOf, isJson, listOf, placeOf } from './googleAdsClient';
import { assertMessage, assertRequest, fieldAt, hasField, methodOf, wordsOf } from './protos';

const ads = new AdsClient();
beforeAll(async () => await ads.start());
beforeEach(async () => await ads.reset());
afterAll(async () => await ads.stop());

const all = [...fields.values()];
const inCustomer = (path: string) => `customers/2220000002/${path}`;
const campaign = inCustomer('campaigns/20000000002');
const adGroup = inCustomer('adGroups/20000000005');
const budget = inCustomer('campaignBudgets/20000000001');

/** The type in the .proto that a type of the field table stands for. */
const protoTypes = ({ type }: Field): string[] => ({ date: ['string'], datetime: ['string'], double: ['double', 'float'] })[type] ?? [type];

test('every field that the sandbox knows is a field of GoogleAdsRow, of the same type', () => {
	const wrong = all.filter((field) => {
		const { type, repeated, words } = fieldAt('services.GoogleAdsRow', field.name);
		if (field.type === '{}') return !isMessageOrMask(type) || repeated !== field.repeated;
		return repeated !== field.repeated || !(words ? [type] : protoTypes(field)).includes(words ? field.type : type);
	});
	expect(wrong.map(({ name }) => name)).toEqual([]);
	expect(all.length).toBeGreaterThan(300);
});
const isMessageOrMask = (type: string) => type === '{}';

test('every enum has the words of Google’s, and no others', () => {
	const used = new Map(all.filter(({ words }) => words).map((field) => [field.type, field.name]));
	expect(Object.keys(enumTable).sort()).toEqual([...used.keys()].sort());
	for (const [type, name] of used) expect([type, ...(enumTable[type] ?? '').trim().split(/\s+/).sort()]).toEqual([type, ...wordsOf(fieldAt('services.GoogleAdsRow', name)).sort()]);
});

test('what Google alone may tell, and what cannot change, is marked as in the .proto', () => {
	const marks = ({ readOnly, immutable }: { readOnly: boolean; immutable: boolean }) => (readOnly ? '!' : immutable ? '^' : '');
	const resources = new Set(Object.values(kinds).map(({ resource }) => resource));
	const wrong = all.filter((field) => resources.has(field.resource) && marks(field) !== marks(fieldAt('services.GoogleAdsRow', field.name)));
	expect(wrong.map(({ name }) => name)).toEqual([]);
});

/** Days for what needs them, and a limit for the change history. */
const clauses = (from: string): string => {
	if (from === 'change_event') return ' WHERE change_event.change_date_time DURING TODAY LIMIT 100';
	return views[from]?.measured ? ' WHERE segments.date DURING LAST_7_DAYS' : '';
};

test.each(Object.keys(views))('FROM %s: all its fields and those beside it are answered in the form of GoogleAdsRow', async (from) => {
	await ads.post('campaigns:mutate', { operations: [{ update: { resourceName: campaign, status: 'PAUSED' }, updateMask: 'status' }] });
	const view = views[from];
	const selected = [from, ...(view?.joins ?? [])].flatMap(fieldsOf).map(({ name }) => name);
	const metrics = fieldsOf('metrics').map(({ name }) => name).filter((name) => view?.measured && (!name.includes('impression_share') || view.shares?.some((share) => `metrics.${share}` === name)));
	const rows = await ads.search(`SELECT ${[...selected, ...metrics].join(', ')} FROM ${from}${clauses(from)}`);
	expect(rows.length > 0).toBe(from !== 'customer_negative_criterion');
});

test.each(fieldsOf('segments').map(({ name }) => name))('%s divides a report into rows of the form of GoogleAdsRow', async (segment) => {
	const from = /keyword|search_term/.test(segment) ? 'search_term_view' : 'campaign';
	const metric = segment.includes('conversion') ? 'metrics.conversions' : 'metrics.clicks';
	const rows = await ads.search(`SELECT ${segment}, ${metric} FROM ${from} WHERE segments.date DURING LAST_30_DAYS`);
	expect(rows.length).toBeGreaterThan(1);
	// Midnight is 0, which JSON leaves out.
	expect(rows.filter(({ segments }) => !isJson(segments)).length).toBeLessThan(segment === 'segments.hour' ? 4 : 1);
});

test.each(Object.keys(kinds))('%s:mutate takes the options that its message has', async (collection) => {
	const request = methodOf(`/v25/customers/1/${collection}:mutate`).request;
	for (const option of ['partialFailure', 'validateOnly', 'responseContentType']) {
		const value = option === 'responseContentType' ? 'RESOURCE_NAME_ONLY' : true;
		const { data } = await ads.raw(`/v25/customers/2220000002/${collection}:mutate`, { operations: [{}], [option]: value });
		expect([option, JSON.stringify(data).includes('Cannot find field')]).toEqual([option, !hasField(request, option)]);
	}
});

const keyword = (text: string, matchType = 'PHRASE') => ({ text, matchType });
const creations: Record<string, object> = {
	campaigns: { name: 'Pâques', advertisingChannelType: 'SEARCH', campaignBudget: inCustomer('campaignBudgets/20000000036'), manualCpc: { enhancedCpcEnabled: false }, status: 'PAUSED', containsEuPoliticalAdvertising: 'DOES_NOT_CONTAIN_EU_POLITICAL_ADVERTISING' },
	campaignBudgets: { name: 'Pâques', amountMicros: '12000000', explicitlyShared: true },
	adGroups: { name: 'Pâques', campaign, cpcBidMicros: '500000' },
	adGroupAds: {
		adGroup,
		status: 'PAUSED',
		ad: { finalUrls: ['https://ateliercamelia.example/paques'], responsiveSearchAd: { headlines: [{ text: 'Un' }, { text: 'Deux' }, { text: 'Trois', pinnedField: 'HEADLINE_1' }], descriptions: [{ text: 'Un' }, { text: 'Deux' }], path1: 'paques', path2: 'nids' } },
	},
	adGroupCriteria: { adGroup, keyword: keyword('fleurs de paques'), cpcBidMicros: '700000', status: 'ENABLED' },
	campaignCriteria: { campaign, negative: true, keyword: keyword('chocolat', 'BROAD') },
	sharedSets: { name: 'Pâques', type: 'NEGATIVE_KEYWORDS' },
	conversionActions: { name: 'Vente de Pâques', type: 'UPLOAD_CLICKS', category: 'PURCHASE', valueSettings: { defaultValue: 30, defaultCurrencyCode: 'EUR' } },
	userLists: { name: 'Pâques', membershipLifeSpan: '30', crmBasedUserList: { uploadKeyType: 'CONTACT_INFO' } },
	labels: { name: 'Pâques', textLabel: { backgroundColor: '#ffcc00', description: 'x' } },
};

test.each(Object.entries(creations))('%s:mutate creates, tells the resource when asked, and removes again', async (collection, create) => {
	const whole = collection === 'userLists' ? {} : { responseContentType: 'MUTABLE_RESOURCE' };
	const made = await ads.post(`${collection}:mutate`, { operations: [{ create }], ...whole });
	expect(made.status).toBe(200);
	const [result = {}] = listOf(made.data.results);
	expect(Object.keys(result)).toHaveLength(collection === 'userLists' ? 1 : 2);
	expect(result.resourceName).toMatch(new RegExp(`^customers/2220000002/${collection}/`));
	const removed = await ads.post(`${collection}:mutate`, { operations: [{ remove: result.resourceName }] });
	expect(removed).toMatchObject({ status: 200, data: { results: [{ resourceName: result.resourceName }] } });
	const again = await ads.post(`${collection}:mutate`, { operations: [{ remove: result.resourceName }] });
	expect(codesOf(again.data)[0]).toMatch(/RESOURCE_NOT_FOUND|OPERATION_NOT_PERMITTED_FOR_REMOVED_RESOURCE/);
});

test('the list of negative keywords, its keywords and their campaigns; the account’s own list', async () => {
	const [set = {}] = listOf((await ads.post('sharedSets:mutate', { operations: [{ create: { name: 'Liste', type: 'NEGATIVE_KEYWORDS' } }] })).data.results);
	const sharedSet = set.resourceName;
	expect((await ads.post('sharedCriteria:mutate', { operations: [{ create: { sharedSet, keyword: keyword('gratuit') } }] })).status).toBe(200);
	expect((await ads.post('campaignSharedSets:mutate', { operations: [{ create: { sharedSet, campaign } }] })).status).toBe(200);
	expect((await ads.post('customerNegativeCriteria:mutate', { operations: [{ create: { negativeKeywordList: { sharedSet } } }] })).status).toBe(200);
	expect(await ads.refused('sharedSets:mutate', { remove: sharedSet })).toEqual(['sharedSetError.SHARED_SET_IN_USE']);
	expect(await ads.refused('campaignSharedSets:mutate', { create: { sharedSet, campaign } })).toEqual(['mutateError.RESOURCE_ALREADY_EXISTS']);
});

test('googleAds:mutate makes a budget, its campaign, ad group and keyword at once, by temporary names', async () => {
	const { status, data } = await ads.post('googleAds:mutate', {
		mutateOperations: [
			{ campaignBudgetOperation: { create: { resourceName: inCustomer('campaignBudgets/-1'), amountMicros: '9000000', explicitlyShared: false } } },
			{ campaignOperation: { create: { ...creations.campaigns, resourceName: inCustomer('campaigns/-2'), campaignBudget: inCustomer('campaignBudgets/-1') } } },
			{ adGroupOperation: { create: { resourceName: inCustomer('adGroups/-3'), campaign: inCustomer('campaigns/-2'), name: 'Nids' } } },
			{ adGroupCriterionOperation: { create: { adGroup: inCustomer('adGroups/-3'), keyword: keyword('nid de fleurs') } } },
		],
	});
	expect(status).toBe(200);
	expect(listOf(data.mutateOperationResponses).flatMap(Object.keys)).toEqual(['campaignBudgetResult', 'campaignResult', 'adGroupResult', 'adGroupCriterionResult']);
	const rows = await ads.search("SELECT campaign.name, ad_group_criterion.keyword.text FROM keyword_view WHERE campaign.name = 'Pâques'");
	expect(rows).toMatchObject([{ campaign: { name: 'Pâques' }, adGroupCriterion: { keyword: { text: 'nid de fleurs' } } }]);
});

test('recommendations are applied and dismissed once, and what they do is in the account', async () => {
	const advice = listOf(await ads.search('SELECT recommendation.resource_name, recommendation.type FROM recommendation')).map(({ recommendation }) => (isJson(recommendation) ? recommendation : {}));
	const named = (type: string) => ({ resourceName: advice.find((one) => one.type === type)?.resourceName });
	expect((await ads.post('recommendations:apply', { operations: [{ ...named('CAMPAIGN_BUDGET'), campaignBudget: { newBudgetAmountMicros: '7000000' } }, named('KEYWORD')], partialFailure: false })).status).toBe(200);
	expect((await ads.post('recommendations:dismiss', { operations: [named('TARGET_CPA_OPT_IN')] })).status).toBe(200);
	const again = await ads.post('recommendations:apply', { operations: [named('CAMPAIGN_BUDGET'), named('TARGET_CPA_OPT_IN')], partialFailure: true });
	expect(codesOf(again.data)).toEqual(['mutateError.RESOURCE_NOT_FOUND', 'recommendationError.RECOMMENDATION_ALREADY_DISMISSED']);
	expect(await ads.search(`SELECT campaign_budget.amount_micros FROM campaign_budget WHERE campaign_budget.resource_name = '${budget}'`)).toMatchObject([{ campaignBudget: { amountMicros: '7000000' } }]);
	expect(await ads.search("SELECT ad_group_criterion.keyword.text FROM keyword_view WHERE ad_group_criterion.keyword.text = 'fleuriste nantes'")).toHaveLength(1);
	expect(await ads.search('SELECT recommendation.type FROM recommendation WHERE recommendation.dismissed = FALSE')).toEqual([]);
});

test('the change history tells who changed what, from and to', async () => {
	await ads.post('campaigns:mutate', { operations: [{ update: { resourceName: campaign, status: 'PAUSED', name: 'Bouquets - Nantes' }, updateMask: 'status,name' }] });
	await ads.post('campaignBudgets:mutate', { operations: [{ update: { resourceName: budget, amountMicros: '6000000' }, updateMask: 'amountMicros' }], validateOnly: true });
	const rows = await ads.search(
		`SELECT change_event.change_resource_type, change_event.resource_change_operation, change_event.changed_fields, change_event.old_resource, change_event.new_resource, change_event.user_email, change_event.client_type, campaign.name
		FROM change_event WHERE change_event.change_date_time DURING TODAY ORDER BY change_event.change_date_time DESC LIMIT 10`,
	);
	const event = { changeResourceType: 'CAMPAIGN', resourceChangeOperation: 'UPDATE', changedFields: 'status', oldResource: { campaign: { resourceName: campaign, status: 'ENABLED' } }, newResource: { campaign: { resourceName: campaign, status: 'PAUSED' } }, userEmail: 'camille@ateliercamelia.example', clientType: 'GOOGLE_ADS_API' };
	expect(rows).toMatchObject([{ changeEvent: event, campaign: { name: 'Bouquets - Nantes' } }]);
	expect(rows).toHaveLength(1);
});

test('a partial failure names the operation and the field, leaves its place empty, and does the rest', async () => {
	const { status, data } = await ads.post('campaignBudgets:mutate', {
		operations: [{ update: { resourceName: budget, amountMicros: '6000000' }, updateMask: 'amountMicros' }, { create: { name: 'X', amountMicros: '1234567' } }, { update: { resourceName: inCustomer('campaignBudgets/1'), amountMicros: '6000000' }, updateMask: 'amountMicros' }],
		partialFailure: true,
	});
	expect(status).toBe(200);
	expect(data.results).toEqual([{ resourceName: budget }, {}, {}]);
	expect(errorsOf(data).map(placeOf)).toEqual(['operations[1].create.amount_micros', 'operations[2].update']);
	assertMessage('google.rpc.Status', data.partialFailureError);
});

test('accounts, fields, and both forms of a search are in the form of their messages', async () => {
	expect((await ads.call('customers:listAccessibleCustomers')).data).toEqual({ resourceNames: ['customers/1110000001'] });
	const found = await ads.call('googleAdsFields:search', { query: "SELECT name, category, data_type, selectable, filterable, sortable, enum_values, selectable_with WHERE name LIKE 'campaign.%'", pageSize: 1000 });
	expect(listOf(found.data.results).map(({ name }) => name)).toContain('campaign.status');
	expect((await ads.call('googleAdsFields/campaign.status')).data).toMatchObject({ dataType: 'ENUM', enumValues: ['ENABLED', 'PAUSED', 'REMOVED'] });
	const query = 'SELECT campaign.id, metrics.clicks FROM campaign WHERE segments.date DURING LAST_7_DAYS';
	const searched = await ads.post('googleAds:search', { query, searchSettings: { returnSummaryRow: true, returnTotalResultsCount: true } });
	const streamed = await ads.stream({ query, summaryRowSetting: 'SUMMARY_ROW_WITH_RESULTS' });
	expect(searched.data).toMatchObject({ fieldMask: 'campaign.id,metrics.clicks', totalResultsCount: '3' });
	expect([streamed.data[0]?.results, streamed.data[1]?.summaryRow]).toEqual([searched.data.results, searched.data.summaryRow]);
	expect((await ads.stream({ query: 'SELECT campaign.id FROM nothing' })).status).toBe(400);
});

test('a grown account’s rows have the form of GoogleAdsRow too', async () => {
	await ads.set({ grow: { rows: 5 } });
	for (const from of ['campaign', 'ad_group', 'ad_group_ad', 'keyword_view']) {
		const joins = views[from]?.joins ?? [];
		const select = [from, ...joins].flatMap(fieldsOf).filter(({ type, repeated, name }) => type !== '{}' && !repeated && !/bidding_strategy$|campaign\.(manual|maximize|target)_|(user_list|location)\./.test(name)).map(({ name }) => name);
		expect(await ads.search(`SELECT ${select.join(', ')}, segments.date, segments.device, metrics.clicks, metrics.cost_micros, metrics.conversions FROM ${from} WHERE segments.date DURING LAST_7_DAYS`)).toHaveLength(5);
	}
});

test('the proof itself refuses what is not Google’s', () => {
	const path = '/v25/customers/1/campaigns:mutate';
	const update = (value: object) => ({ operations: [{ update: value, updateMask: 'status' }] });
	expect(() => assertRequest(path, update({ colour: 'red' }))).toThrow('operations[0].update.colour');
	expect(() => assertRequest(path, update({ status: 'ASLEEP' }))).toThrow('is no CampaignStatus');
	expect(() => assertRequest(path, update({ id: 12 }))).toThrow('is no int64 of JSON');
	expect(() => assertRequest(path, { operations: [{ update: {}, updateMask: 'amount_micros' }] })).toThrow('is no field mask');
	expect(() => assertRequest(path, update({ manualCpc: {}, targetCpa: {} }))).toThrow('only one of');
	expect(() => assertRequest(path, { customerId: '1' })).toThrow('stands in the address');
	expect(() => methodOf('/v25/customers/1/campaigns:change')).toThrow('has no method');
});

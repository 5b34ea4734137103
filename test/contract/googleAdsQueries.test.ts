import { AdsClient, codesOf, errorsOf, isJson, listOf, textAt } from './googleAdsClient';

const ads = new AdsClient();
beforeAll(async () => await ads.start());
beforeEach(async () => await ads.reset({ accessSeconds: 10_000_000 }));
afterAll(async () => await ads.stop());

const during = 'segments.date DURING LAST_7_DAYS';
const campaigns = (where: string) => `SELECT campaign.id, campaign.name FROM campaign WHERE ${where}`;

/** Of the campaigns “Bouquets - Nantes” (own budget), “Mariages” and “Fleurs séchées” (a shared one). */
const found: [where: string, names: string][] = [
	["campaign.name = 'Mariages'", 'M'],
	['campaign.name = "Mariages"', 'M'],
	["campaign.name != 'Mariages'", 'BF'],
	["campaign.name IN ('Mariages', 'Fleurs séchées')", 'MF'],
	["campaign.name NOT IN ('Mariages')", 'BF'],
	["campaign.name LIKE '%ar%'", 'M'],
	["campaign.name LIKE 'fleurs%'", 'F'],
	["campaign.name NOT LIKE '%s'", ''],
	["campaign.name LIKE 'M_riages'", 'M'],
	["campaign.name LIKE '[M]ariages'", 'M'],
	["campaign.name REGEXP_MATCH '(?i)ma.*|F.*'", 'MF'],
	["campaign.name NOT REGEXP_MATCH 'F.*'", 'BM'],
	['campaign.id = 20000000037', 'M'],
	['campaign.id > 20000000037', 'F'],
	['campaign.id >= 20000000037 AND campaign.id <= 20000000037', 'M'],
	['campaign.id < 20000000037', 'B'],
	['campaign.id IN (20000000037, 20000000002)', 'BM'],
	["campaign.status = 'ENABLED'", 'BMF'],
	['campaign.status = ENABLED', 'BMF'],
	["campaign.status IN ('PAUSED', 'REMOVED')", ''],
	['campaign.network_settings.target_search_network = TRUE', 'BMF'],
	['campaign.network_settings.target_content_network = FALSE', 'BMF'],
	['campaign.target_cpa.target_cpa_micros IS NULL', 'BMF'],
	['campaign.maximize_conversions.target_cpa_micros IS NOT NULL', 'M'],
	["campaign.start_date_time BETWEEN '2025-09-15' AND '2025-10-01'", 'M'],
	["campaign.start_date_time >= '2025-10-01 00:00:00'", 'MF'],
	["campaign.primary_status_reasons CONTAINS ANY ('BUDGET_CONSTRAINED', 'CAMPAIGN_PAUSED')", 'B'],
	["campaign.primary_status_reasons CONTAINS ALL ('BUDGET_CONSTRAINED')", 'B'],
	["campaign.primary_status_reasons CONTAINS NONE ('BUDGET_CONSTRAINED')", 'MF'],
	['campaign_budget.explicitly_shared = TRUE', 'MF'],
	["campaign.name = 'L\\'Avent'", ''],
];
test.each(found)('%s', async (where, names) => {
	const rows = await ads.search(`${campaigns(where)} ORDER BY campaign.id`);
	expect(rows.map((row) => textAt(row, 'campaign.name')[0]).join('')).toBe(names);
});

test('white space, case of the words and the order of rows', async () => {
	const named = async (query: string) => (await ads.search(query)).map((row) => textAt(row, 'campaign.name')[0]).join('');
	expect(await named('select\n campaign.name\tfrom campaign order by campaign.name desc limit 2')).toBe('MF');
	expect(await named(`SELECT campaign.name, metrics.clicks FROM campaign WHERE ${during} AND metrics.clicks > 0 ORDER BY metrics.clicks DESC, campaign.name`)).toHaveLength(3);
});

test('the named ranges of dates, in the account’s time zone, a Wednesday', async () => {
	const now = await ads.now();
	const wednesday = new Date('2027-03-10T12:00:00Z').getTime();
	await ads.sandbox.advance((wednesday - now) / 1000);
	const range = async (name: string) => {
		const days = (await ads.search(`SELECT segments.date, metrics.impressions FROM customer WHERE segments.date DURING ${name} ORDER BY segments.date`)).map((row) => textAt(row, 'segments.date'));
		return [days[0], days.at(-1)];
	};
	const ranges: Record<string, [string, string]> = {
		TODAY: ['2027-03-10', '2027-03-10'],
		YESTERDAY: ['2027-03-09', '2027-03-09'],
		LAST_7_DAYS: ['2027-03-03', '2027-03-09'],
		LAST_14_DAYS: ['2027-02-24', '2027-03-09'],
		LAST_30_DAYS: ['2027-02-08', '2027-03-09'],
		LAST_BUSINESS_WEEK: ['2027-03-01', '2027-03-05'],
		THIS_MONTH: ['2027-03-01', '2027-03-10'],
		LAST_MONTH: ['2027-02-01', '2027-02-28'],
		THIS_WEEK_SUN_TODAY: ['2027-03-07', '2027-03-10'],
		THIS_WEEK_MON_TODAY: ['2027-03-08', '2027-03-10'],
		LAST_WEEK_SUN_SAT: ['2027-02-28', '2027-03-06'],
		LAST_WEEK_MON_SUN: ['2027-03-01', '2027-03-07'],
	};
	for (const [name, days] of Object.entries(ranges)) expect([name, await range(name)]).toEqual([name, days]);
	const months = await ads.search("SELECT segments.month, segments.week, metrics.clicks FROM customer WHERE segments.month BETWEEN '2027-01-01' AND '2027-02-01' ORDER BY segments.week");
	expect([months[0], months.at(-1)]).toMatchObject([{ segments: { month: '2027-01-01', week: '2026-12-28' } }, { segments: { month: '2027-02-01', week: '2027-02-22' } }]);
});

const q = 'queryError.';
const refused: [query: string, code: string][] = [
	['', `${q}EXPECTED_SELECT`],
	['DELETE campaign.id FROM campaign', `${q}EXPECTED_SELECT`],
	['SELECT campaign.id', `${q}EXPECTED_FROM`],
	['SELECT FROM campaign', `${q}BAD_FIELD_NAME`],
	['SELECT * FROM campaign', `${q}BAD_SYMBOL`],
	['SELECT campaign.id FROM campaigns', `${q}BAD_RESOURCE_TYPE_IN_FROM_CLAUSE`],
	['SELECT campaign.start_date FROM campaign', `${q}UNRECOGNIZED_FIELD`],
	['SELECT campaign.id, metrics.video_views FROM campaign', `${q}UNRECOGNIZED_FIELD`],
	[campaigns("campaign.id = 1 OR campaign.id = 2"), `${q}UNEXPECTED_INPUT`],
	[campaigns("(campaign.id = 1)"), `${q}BAD_FIELD_NAME`],
	[campaigns('campaign.id ~ 1'), `${q}BAD_SYMBOL`],
	[campaigns('campaign.id CONTAINS 1'), `${q}BAD_OPERATOR`],
	[campaigns("campaign.name = 'x"), `${q}STRING_NOT_TERMINATED`],
	[campaigns("campaign.name = 'x\ny'"), `${q}PROHIBITED_NEWLINE_IN_STRING`],
	[campaigns('campaign.name = x'), `${q}INVALID_STRING_VALUE`],
	[campaigns("campaign.id = 'x'"), `${q}BAD_VALUE`],
	[campaigns('campaign.id = 1x'), `${q}BAD_NUMBER`],
	[campaigns('campaign.id IN 1'), `${q}EXPECTED_LIST`],
	[campaigns('campaign.id = (1, 2)'), `${q}EXPECTED_SINGLE_VALUE`],
	[campaigns('campaign.id IN ()'), `${q}PROHIBITED_EMPTY_LIST_IN_CONDITION`],
	[campaigns("campaign.status = 'ASLEEP'"), `${q}BAD_ENUM_CONSTANT`],
	[campaigns("campaign.status LIKE 'EN%'"), `${q}OPERATOR_FIELD_MISMATCH`],
	[campaigns("campaign.name > 'a'"), `${q}OPERATOR_FIELD_MISMATCH`],
	[campaigns("campaign.name CONTAINS ANY ('a')"), `${q}OPERATOR_FIELD_MISMATCH`],
	[campaigns('campaign.url_custom_parameters IS NULL'), `${q}PROHIBITED_FIELD_IN_WHERE_CLAUSE`],
	[campaigns("segments.date BETWEEN '2026-01-01'"), `${q}EXPECTED_AND`],
	[campaigns("segments.date BETWEEN '2026-02-30' AND '2026-03-01'"), `${q}INVALID_DATE_FORMAT`],
	[campaigns("segments.date BETWEEN '2026-02-02' AND '2026-02-01'"), `${q}DATE_RANGE_TOO_NARROW`],
	[campaigns('segments.date DURING LAST_90_DAYS'), `${q}INVALID_VALUE_WITH_DURING_OPERATOR`],
	['SELECT campaign.id, segments.date FROM campaign', `${q}EXPECTED_FILTERS_ON_DATE_RANGE`],
	["SELECT campaign.id, segments.week FROM campaign WHERE segments.date >= '2026-01-01'", `${q}EXPECTED_FILTERS_ON_DATE_RANGE`],
	["SELECT campaign.id, segments.month FROM campaign WHERE segments.month = '2026-01-02'", `${q}MISALIGNED_DATE_FOR_FILTER`],
	[campaigns(`${during} AND segments.device = 'MOBILE'`), `${q}EXPECTED_REFERENCED_FIELD_IN_SELECT_CLAUSE`],
	[`${campaigns(during)} ORDER BY metrics.clicks`, `${q}EXPECTED_REFERENCED_FIELD_IN_SELECT_CLAUSE`],
	['SELECT campaign.id FROM campaign ORDER BY customer.id', `${q}EXPECTED_REFERENCED_FIELD_IN_SELECT_CLAUSE`],
	['SELECT campaign.id FROM campaign ORDER BY campaign.labels', `${q}PROHIBITED_FIELD_IN_ORDER_BY_CLAUSE`],
	['SELECT campaign.id FROM campaign ORDER campaign.id', `${q}EXPECTED_BY`],
	['SELECT campaign.id FROM campaign LIMIT 0', `${q}LIMIT_VALUE_TOO_LOW`],
	['SELECT campaign.id FROM campaign LIMIT many', `${q}BAD_LIMIT_VALUE`],
	['SELECT campaign.id FROM campaign PARAMETERS include_ghosts = true', `${q}BAD_PARAMETER_NAME`],
	['SELECT campaign.id FROM campaign PARAMETERS include_drafts = maybe', `${q}BAD_PARAMETER_VALUE`],
	['SELECT campaign.id, ad_group.id FROM campaign', `${q}PROHIBITED_RESOURCE_TYPE_IN_SELECT_CLAUSE`],
	['SELECT campaign.id FROM campaign WHERE ad_group.id = 1', `${q}PROHIBITED_RESOURCE_TYPE_IN_WHERE_CLAUSE`],
	['SELECT recommendation.type, metrics.clicks FROM recommendation', `${q}PROHIBITED_METRIC_IN_SELECT_OR_WHERE_CLAUSE`],
	[`SELECT ad_group.id, metrics.search_budget_lost_impression_share FROM ad_group WHERE ${during}`, `${q}PROHIBITED_METRIC_IN_SELECT_OR_WHERE_CLAUSE`],
	['SELECT asset.id, segments.device FROM asset', `${q}PROHIBITED_SEGMENT_IN_SELECT_OR_WHERE_CLAUSE`],
	[`SELECT segments.conversion_action_name, metrics.clicks FROM campaign WHERE ${during}`, `${q}PROHIBITED_SEGMENT_WITH_METRIC_IN_SELECT_OR_WHERE_CLAUSE`],
	[`SELECT segments.hour, metrics.search_impression_share FROM campaign WHERE ${during}`, `${q}PROHIBITED_SEGMENT_WITH_METRIC_IN_SELECT_OR_WHERE_CLAUSE`],
	['SELECT change_event.user_email FROM change_event WHERE change_event.change_date_time DURING LAST_7_DAYS', 'changeEventError.LIMIT_NOT_SPECIFIED'],
	['SELECT change_event.user_email FROM change_event WHERE change_event.change_date_time DURING LAST_7_DAYS LIMIT 10001', 'changeEventError.INVALID_LIMIT_CLAUSE'],
	['SELECT change_event.user_email FROM change_event LIMIT 10', 'changeEventError.CHANGE_DATE_RANGE_INFINITE'],
	["SELECT change_event.user_email FROM change_event WHERE change_event.change_date_time BETWEEN '2025-01-01' AND '2026-01-01' LIMIT 10", 'changeEventError.START_DATE_TOO_OLD'],
];
test.each(refused)('%j is refused: %s', async (query, code) => {
	expect(await ads.refusal(query)).toEqual([code]);
	expect(codesOf((await ads.stream({ query })).data[0] ?? {})).toEqual([code]);
});

test('pages come one after another, and a page token belongs to its query and its time', async () => {
	await ads.set({ pageRows: 4 });
	const query = 'SELECT ad_group_criterion.criterion_id FROM ad_group_criterion';
	const first = await ads.post('googleAds:search', { query });
	const pageToken = String(first.data.nextPageToken);
	expect(listOf(first.data.results)).toHaveLength(4);
	const ids = (await ads.search(query)).map((row) => textAt(row, 'adGroupCriterion.criterionId'));
	expect(new Set(ids).size).toBe(ids.length);
	expect(ids).toHaveLength(23);
	const streamed = await ads.stream({ query });
	expect(streamed.data.flatMap(({ results }) => listOf(results)).map((row) => textAt(row, 'adGroupCriterion.criterionId'))).toEqual(ids);
	expect(streamed.data).toHaveLength(6);
	const refusal = async (body: Record<string, unknown>) => codesOf((await ads.post('googleAds:search', body)).data);
	expect(await refusal({ query: `${query} LIMIT 9`, pageToken })).toEqual(['requestError.INVALID_PAGE_TOKEN']);
	expect(await refusal({ query, pageToken: 'mine' })).toEqual(['requestError.INVALID_PAGE_TOKEN']);
	expect(await refusal({ query, pageToken, validateOnly: true })).toEqual(['requestError.VALIDATE_ONLY_REQUEST_HAS_PAGE_TOKEN']);
	expect(await refusal({ query, pageSize: 100 })).toEqual(['requestError.PAGE_SIZE_NOT_SUPPORTED']);
	expect(await refusal({ query, searchSettings: { returnSummaryRow: true } })).toEqual(['requestError.CANNOT_RETURN_SUMMARY_ROW_FOR_REQUEST_WITHOUT_METRICS']);
	expect((await ads.post('googleAds:search', { query, validateOnly: true })).data).toEqual({});
	await ads.sandbox.advance(7201);
	expect(await refusal({ query, pageToken })).toEqual(['requestError.EXPIRED_PAGE_TOKEN']);
});

const retryDelay = (body: Record<string, unknown>) => {
	const [first] = errorsOf(body);
	return isJson(first?.details?.quotaErrorDetails) ? first.details.quotaErrorDetails.retryDelay : undefined;
};

test('the operations of a day are counted over a day that slides; pages beyond the first are free', async () => {
	await ads.set({ opsPerDay: 5, pageRows: 2 });
	await ads.search('SELECT campaign.id FROM campaign');
	const update = { update: { resourceName: 'customers/2220000002/campaigns/20000000002', status: 'PAUSED' }, updateMask: 'status' };
	expect((await ads.post('campaigns:mutate', { operations: [update, update, update] })).status).toBe(200);
	await ads.sandbox.advance(3600);
	expect((await ads.call('customers:listAccessibleCustomers')).status).toBe(200);
	const refused = await ads.post('googleAds:search', { query: 'SELECT campaign.id FROM campaign' });
	expect([refused.status, codesOf(refused.data), retryDelay(refused.data)]).toEqual([429, ['quotaError.RESOURCE_EXHAUSTED'], expect.stringMatching(/^8\d{4}s$/)]);
	await ads.sandbox.advance(82_900);
	expect((await ads.post('googleAds:search', { query: 'SELECT campaign.id FROM campaign' })).status).toBe(200);
});

test('too many requests in a second say how long to wait', async () => {
	await ads.set({ adsQps: 2 });
	const answers = await Promise.all([1, 2, 3, 4].map(() => ads.post('googleAds:search', { query: 'SELECT campaign.id FROM campaign' })));
	const refused = answers.filter(({ status }) => status === 429);
	expect(refused.length).toBeGreaterThan(0);
	expect(refused.map(({ data }) => [codesOf(data), retryDelay(data)])[0]).toEqual([['quotaError.RESOURCE_TEMPORARILY_EXHAUSTED'], '1s']);
});

test('the access level decides on accounts and operations, and any error can be asked for', async () => {
	await ads.set({ accessLevel: 'test' });
	expect(await ads.refusal('SELECT campaign.id FROM campaign')).toEqual(['authorizationError.CLOUD_PROJECT_NOT_APPROVED_FOR_PRODUCTION']);
	expect((await ads.call('customers:listAccessibleCustomers')).data).toEqual({ resourceNames: ['customers/1110000001', 'customers/4440000004'] });
	await ads.set({ accessLevel: 'explorer' });
	const remove = { remove: 'customers/2220000002/campaigns/1' };
	expect(codesOf((await ads.post('campaigns:mutate', { operations: Array.from({ length: 2881 }, () => remove) })).data)).toEqual(['quotaError.RESOURCE_EXHAUSTED']);
	await ads.set({ accessLevel: 'standard', opsPerDay: 1 });
	for (let call = 0; call < 3; call++) await ads.search('SELECT campaign.id FROM campaign');
	await ads.set({ adsError: { family: 'internalError', code: 'TRANSIENT_ERROR', status: 503, times: 2 } });
	const statuses = [];
	for (let call = 0; call < 3; call++) statuses.push((await ads.post('googleAds:search', { query: 'SELECT campaign.id FROM campaign' })).status);
	expect(statuses).toEqual([503, 503, 200]);
	const old = await ads.raw('/v21/customers/2220000002/googleAds:search', { query: 'SELECT campaign.id FROM campaign' });
	expect([old.status, codesOf(old.data)]).toEqual([400, ['requestError.UNSUPPORTED_VERSION']]);
});

test('a grown account has a million rows, told bit by bit', async () => {
	await ads.set({ grow: { rows: 1_000_000 } });
	const query = `SELECT campaign.id, ad_group.id, ad_group.name, segments.date, metrics.clicks, metrics.cost_micros FROM ad_group WHERE ${during} AND ad_group.status = 'ENABLED'`;
	const first = await ads.post('googleAds:search', { query, searchSettings: { returnTotalResultsCount: true } });
	expect([listOf(first.data.results).length, first.data.totalResultsCount]).toEqual([10_000, '1000000']);
	const most = await ads.countStreamed({ query }, '"adGroup"');
	expect(most.rows).toBe(1_000_000);
	expect(most.longestChunk).toBeLessThan(20_000_000);
	expect(await ads.refusal(`${query} ORDER BY metrics.clicks`)).toEqual(['queryError.QUERY_ERROR']);
});

import { AdsClient, codesOf, errorsOf, isJson, listOf, placeOf, textAt } from './googleAdsClient';

const ads = new AdsClient();
beforeAll(async () => await ads.start());
beforeEach(async () => await ads.reset());
afterAll(async () => await ads.stop());

const inCustomer = (path: string) => `customers/2220000002/${path}`;
const campaign = inCustomer('campaigns/20000000002');
const adGroup = inCustomer('adGroups/20000000005');
const own = inCustomer('campaignBudgets/20000000001');
const shared = inCustomer('campaignBudgets/20000000036');
const criterion = inCustomer('adGroupCriteria/20000000005~20000000006');
const keyword = (text: string, matchType = 'PHRASE') => ({ create: { adGroup, keyword: { text, matchType } } });
const change = (resourceName: string, values: object, updateMask = Object.keys(values).join(',')) => ({ update: { resourceName, ...values }, updateMask });
const newCampaign = (values: object) => ({ create: { name: 'Noël', advertisingChannelType: 'SEARCH', campaignBudget: shared, manualCpc: {}, containsEuPoliticalAdvertising: 'DOES_NOT_CONTAIN_EU_POLITICAL_ADVERTISING', ...values } });
const texts = (count: number, length = 5) => Array.from({ length: count }, (_, index) => ({ text: String(index).padEnd(length, 'x') }));
const ad = (search: object = {}, values: object = {}) => ({ create: { adGroup, status: 'PAUSED', ad: { finalUrls: ['https://ateliercamelia.example'], responsiveSearchAd: { headlines: texts(3), descriptions: texts(2), ...search }, ...values } } });

const refusals: [path: string, operation: Record<string, unknown>, code: string, place: string][] = [
	['campaigns', {}, 'requestError.OPERATION_REQUIRED', 'operations[0]'],
	['campaigns', { ...change(campaign, { status: 'PAUSED' }), updateMask: undefined }, 'fieldMaskError.FIELD_MASK_MISSING', 'operations[0].update_mask'],
	['campaigns', change(campaign, {}, 'colour'), 'fieldMaskError.FIELD_NOT_FOUND', 'operations[0].update_mask'],
	['campaigns', change(campaign, {}, 'targetCpa'), 'fieldMaskError.FIELD_HAS_SUBFIELDS', 'operations[0].update_mask'],
	['campaigns', change(campaign, {}, 'primaryStatus'), 'fieldError.IMMUTABLE_FIELD', 'operations[0].update.primary_status'],
	['campaigns', change(campaign, { advertisingChannelType: 'DISPLAY' }), 'fieldError.IMMUTABLE_FIELD', 'operations[0].update.advertising_channel_type'],
	['campaigns', change(campaign, { status: 'REMOVED' }), 'requestError.INVALID_ENUM_VALUE', 'operations[0].update.status'],
	['campaigns', change('customers/3330000003/campaigns/1', { status: 'PAUSED' }), 'mutateError.RESOURCE_NOT_FOUND', 'operations[0].update'],
	['campaigns', change(adGroup, { status: 'PAUSED' }), 'requestError.RESOURCE_NAME_MALFORMED', 'operations[0].update'],
	['campaigns', change(campaign, { name: 'Mariages' }), 'campaignError.DUPLICATE_CAMPAIGN_NAME', 'operations[0].update.name'],
	['campaigns', newCampaign({ name: 'Mariages' }), 'campaignError.DUPLICATE_CAMPAIGN_NAME', 'operations[0].create.name'],
	['campaigns', newCampaign({ name: 'x'.repeat(257) }), 'stringLengthError.TOO_LONG', 'operations[0].create.name'],
	['campaigns', newCampaign({ containsEuPoliticalAdvertising: undefined }), 'fieldError.REQUIRED', 'operations[0].create.contains_eu_political_advertising'],
	['campaigns', newCampaign({ manualCpc: undefined }), 'fieldError.REQUIRED', 'operations[0].create.campaign_bidding_strategy'],
	['campaigns', newCampaign({ campaignBudget: own }), 'campaignBudgetError.CANNOT_USE_IMPLICITLY_SHARED_CAMPAIGN_BUDGET_WITH_MULTIPLE_CAMPAIGNS', 'operations[0].create.campaign_budget'],
	['campaigns', newCampaign({ campaignBudget: inCustomer('campaignBudgets/1') }), 'mutateError.RESOURCE_NOT_FOUND', 'operations[0].create.campaign_budget'],
	['campaigns', newCampaign({ startDateTime: '2020-01-01 00:00:00' }), 'campaignError.CANNOT_SET_DATE_TO_PAST', 'operations[0].create.start_date_time'],
	['campaigns', newCampaign({ networkSettings: { targetGoogleSearch: false, targetSearchNetwork: true } }), 'campaignError.CANNOT_TARGET_SEARCH_NETWORK_WITHOUT_GOOGLE_SEARCH', 'operations[0].create.network_settings.target_search_network'],
	['campaigns', newCampaign({ status: 'REMOVED' }), 'operationAccessDeniedError.CREATE_AS_REMOVED_NOT_PERMITTED', 'operations[0].create.status'],
	['campaigns', newCampaign({ resourceName: inCustomer('campaigns/12') }), 'newResourceCreationError.CANNOT_SET_ID_FOR_CREATE', 'operations[0].create.resource_name'],
	['campaignBudgets', change(own, { amountMicros: '1234567' }), 'campaignBudgetError.NON_MULTIPLE_OF_MINIMUM_CURRENCY_UNIT', 'operations[0].update.amount_micros'],
	['campaignBudgets', change(own, { amountMicros: '-1000000' }), 'campaignBudgetError.NEGATIVE_MONEY_AMOUNT', 'operations[0].update.amount_micros'],
	['campaignBudgets', change(own, { amountMicros: '500000' }), 'campaignBudgetError.BUDGET_BELOW_PER_DAY_MINIMUM', 'operations[0].update.amount_micros'],
	['campaignBudgets', change(own, { amountMicros: '99999999990000' }), 'campaignBudgetError.MONEY_AMOUNT_TOO_LARGE', 'operations[0].update.amount_micros'],
	['campaignBudgets', change(own, { totalAmountMicros: '5000000' }), 'campaignBudgetError.TOTAL_BUDGET_AMOUNT_MUST_BE_UNSET_FOR_BUDGET_PERIOD_DAILY', 'operations[0].update.total_amount_micros'],
	['campaignBudgets', change(shared, { explicitlyShared: false }), 'campaignBudgetError.CANNOT_UPDATE_CAMPAIGN_BUDGET_TO_IMPLICITLY_SHARED', 'operations[0].update.explicitly_shared'],
	['campaignBudgets', change(own, { explicitlyShared: true }), 'campaignBudgetError.CANNOT_UPDATE_CAMPAIGN_BUDGET_TO_EXPLICITLY_SHARED_WITHOUT_NAME', 'operations[0].update.explicitly_shared'],
	['campaignBudgets', change(own, { name: 'X' }), 'campaignBudgetError.CANNOT_MODIFY_FIELD_OF_IMPLICITLY_SHARED_CAMPAIGN_BUDGET', 'operations[0].update.name'],
	['campaignBudgets', { create: { name: 'Budget saison', amountMicros: '5000000' } }, 'campaignBudgetError.DUPLICATE_NAME', 'operations[0].create.name'],
	['campaignBudgets', { create: { amountMicros: '5000000' } }, 'fieldError.REQUIRED', 'operations[0].create.name'],
	['campaignBudgets', { remove: own }, 'campaignBudgetError.CAMPAIGN_BUDGET_IN_USE', 'operations[0].remove'],
	['adGroups', { create: { campaign, name: 'Bouquets du jour' } }, 'adGroupError.DUPLICATE_ADGROUP_NAME', 'operations[0].create.name'],
	['adGroups', { create: { campaign } }, 'adGroupError.MISSING_ADGROUP_NAME', 'operations[0].create.name'],
	['adGroups', { create: { name: 'X' } }, 'fieldError.REQUIRED', 'operations[0].create.campaign'],
	['adGroups', change(adGroup, { cpcBidMicros: '1234' }), 'biddingError.BID_TOO_SMALL', 'operations[0].update.cpc_bid_micros'],
	['adGroups', change(adGroup, { cpcBidMicros: '123456' }), 'currencyError.VALUE_NOT_MULTIPLE_OF_BILLABLE_UNIT', 'operations[0].update.cpc_bid_micros'],
	['adGroupCriteria', keyword('x'.repeat(81)), 'criterionError.KEYWORD_TEXT_TOO_LONG', 'operations[0].create.keyword.text'],
	['adGroupCriteria', keyword('a b c d e f g h i j k'), 'criterionError.KEYWORD_HAS_TOO_MANY_WORDS', 'operations[0].create.keyword.text'],
	['adGroupCriteria', keyword('fleurs!'), 'criterionError.KEYWORD_HAS_INVALID_CHARS', 'operations[0].create.keyword.text'],
	['adGroupCriteria', keyword('+fleurs'), 'criterionError.BROAD_MATCH_MODIFIER_KEYWORD_NOT_ALLOWED', 'operations[0].create.keyword.text'],
	['adGroupCriteria', keyword('Bouquet de fleurs', 'EXACT'), 'mutateError.RESOURCE_ALREADY_EXISTS', 'operations[0].create.keyword.text'],
	['adGroupCriteria', { create: { adGroup } }, 'adGroupCriterionError.CONCRETE_TYPE_REQUIRED', 'operations[0].create'],
	['adGroupCriteria', { create: { adGroup, keyword: { text: 'x' } } }, 'fieldError.REQUIRED', 'operations[0].create.keyword.match_type'],
	['adGroupCriteria', { create: { adGroup, negative: true, cpcBidMicros: '500000', keyword: { text: 'x', matchType: 'EXACT' } } }, 'criterionError.FIELD_INCOMPATIBLE_WITH_NEGATIVE_TARGETING', 'operations[0].create.cpc_bid_micros'],
	['adGroupCriteria', change(criterion, { negative: true }), 'fieldError.IMMUTABLE_FIELD', 'operations[0].update.negative'],
	['adGroupCriteria', change(criterion, { keyword: { text: 'y' } }, 'keyword.text'), 'fieldError.IMMUTABLE_FIELD', 'operations[0].update.keyword.text'],
	['campaignCriteria', { create: { campaign, keyword: { text: 'x', matchType: 'EXACT' } } }, 'criterionError.CANNOT_TARGET_CRITERION', 'operations[0].create.negative'],
	['adGroupAds', ad({ headlines: texts(2) }), 'collectionSizeError.TOO_FEW', 'operations[0].create.ad.responsive_search_ad.headlines'],
	['adGroupAds', ad({ headlines: texts(16) }), 'collectionSizeError.TOO_MANY', 'operations[0].create.ad.responsive_search_ad.headlines'],
	['adGroupAds', ad({ headlines: [...texts(2), { text: 'x'.repeat(31) }] }), 'stringLengthError.TOO_LONG', 'operations[0].create.ad.responsive_search_ad.headlines[2].text'],
	['adGroupAds', ad({ headlines: [...texts(2), { text: '花'.repeat(16) }] }), 'stringLengthError.TOO_LONG', 'operations[0].create.ad.responsive_search_ad.headlines[2].text'],
	['adGroupAds', ad({ headlines: [...texts(2), ...texts(1)] }), 'assetError.DUPLICATE_ASSET', 'operations[0].create.ad.responsive_search_ad.headlines[2].text'],
	['adGroupAds', ad({ headlines: [...texts(2), { text: 'Promo!!' }] }), 'policyFindingError.POLICY_FINDING', 'operations[0].create.ad.responsive_search_ad.headlines[2].text'],
	['adGroupAds', ad({ headlines: [...texts(2), { text: 'y', pinnedField: 'DESCRIPTION_1' }] }), 'assetLinkError.INVALID_PINNED_FIELD', 'operations[0].create.ad.responsive_search_ad.headlines[2].pinned_field'],
	['adGroupAds', ad({ descriptions: texts(5) }), 'collectionSizeError.TOO_MANY', 'operations[0].create.ad.responsive_search_ad.descriptions'],
	['adGroupAds', ad({ path2: 'x' }), 'adError.CANNOT_SET_PATH2_WITHOUT_PATH1', 'operations[0].create.ad.responsive_search_ad.path2'],
	['adGroupAds', ad({}, { finalUrls: [] }), 'fieldError.REQUIRED', 'operations[0].create.ad.final_urls'],
	['adGroupAds', ad({}, { finalUrls: ['ateliercamelia.example'] }), 'urlFieldError.MISSING_PROTOCOL_IN_FINAL_URL', 'operations[0].create.ad.final_urls[0]'],
	['sharedSets', { create: { name: 'Exclusions générales', type: 'NEGATIVE_KEYWORDS' } }, 'sharedSetError.DUPLICATE_NAME', 'operations[0].create.name'],
	['conversionActions', { create: { name: 'Commande en ligne', type: 'UPLOAD_CLICKS' } }, 'conversionActionError.DUPLICATE_NAME', 'operations[0].create.name'],
	['conversionActions', { create: { name: 'X', type: 'STORE_VISITS' } }, 'conversionActionError.CREATION_NOT_SUPPORTED', 'operations[0].create.type'],
	['userLists', { create: { name: 'X' } }, 'userListError.CONCRETE_TYPE_REQUIRED', 'operations[0].create'],
	['userLists', { create: { name: 'X', membershipLifeSpan: '541', crmBasedUserList: { uploadKeyType: 'CONTACT_INFO' } } }, 'rangeError.TOO_HIGH', 'operations[0].create.membership_life_span'],
];
test.each(refusals.map(([path, operation, code, place], index) => [`${index} ${path}: ${code}`, path, operation, code, place] as const))('%s', async (_title, path, operation, code, place) => {
	const { status, data } = await ads.post(`${path}:mutate`, { operations: [JSON.parse(JSON.stringify(operation))] });
	expect([status, codesOf(data), errorsOf(data).map(placeOf)]).toEqual([400, [code], [place]]);
});

const ask = async (select: string, from: string, where: string) => await ads.search(`SELECT ${select} FROM ${from} WHERE ${where}`);

test('one wrong operation undoes all of them; with partial failure it only falls out itself', async () => {
	const operations = [change(campaign, { status: 'PAUSED' }), change(inCustomer('campaigns/1'), { status: 'PAUSED' })];
	const status = async () => textAt((await ask('campaign.status', 'campaign', `campaign.resource_name = '${campaign}'`))[0] ?? {}, 'campaign.status');
	expect((await ads.post('campaigns:mutate', { operations })).status).toBe(400);
	expect(await status()).toBe('ENABLED');
	expect((await ads.post('campaigns:mutate', { operations, partialFailure: true, validateOnly: true })).data.results).toBeUndefined();
	expect(await status()).toBe('ENABLED');
	expect((await ads.post('campaigns:mutate', { operations, partialFailure: true })).data.results).toEqual([{ resourceName: campaign }, {}]);
	expect(await status()).toBe('PAUSED');
});

test('validateOnly refuses what is wrong and does nothing of what is right', async () => {
	const right = { operations: [change(own, { amountMicros: '6000000' })], validateOnly: true };
	expect(await ads.post('campaignBudgets:mutate', right)).toEqual({ status: 200, data: {} });
	expect(await ask('campaign_budget.amount_micros', 'campaign_budget', `campaign_budget.resource_name = '${own}'`)).toMatchObject([{ campaignBudget: { amountMicros: '5000000' } }]);
	expect(codesOf((await ads.post('campaignBudgets:mutate', { operations: [change(own, { amountMicros: '1' })], validateOnly: true })).data)).toHaveLength(1);
	const made = { operations: [newCampaign({})], validateOnly: true };
	expect((await ads.post('campaigns:mutate', made)).data).toEqual({});
	expect(await ask('campaign.id', 'campaign', "campaign.name = 'Noël'")).toEqual([]);
});

test('removed things stay, can no longer change, and free their names', async () => {
	expect((await ads.post('campaigns:mutate', { operations: [{ remove: campaign }] })).status).toBe(200);
	expect(await ask('campaign.status, campaign.primary_status', 'campaign', `campaign.resource_name = '${campaign}'`)).toMatchObject([{ campaign: { status: 'REMOVED', primaryStatus: 'REMOVED' } }]);
	expect(await ads.refused('campaigns:mutate', change(campaign, { status: 'PAUSED' }))).toEqual(['contextError.OPERATION_NOT_PERMITTED_FOR_REMOVED_RESOURCE']);
	expect((await ads.post('campaigns:mutate', { operations: [newCampaign({ name: 'Bouquets - Nantes', campaignBudget: own })] })).status).toBe(200);
});

test('another bidding strategy takes the place of the one before, and a budget raised is no longer short', async () => {
	expect((await ads.post('campaigns:mutate', { operations: [change(campaign, { maximizeConversions: { targetCpaMicros: '9000000' } }, 'maximizeConversions.targetCpaMicros')] })).status).toBe(200);
	expect((await ads.post('campaignBudgets:mutate', { operations: [change(own, { amountMicros: '9000000' })] })).status).toBe(200);
	const [row = {}] = await ask('campaign.bidding_strategy_type, campaign.manual_cpc.enhanced_cpc_enabled, campaign.maximize_conversions.target_cpa_micros, campaign.primary_status, campaign_budget.has_recommended_budget', 'campaign', `campaign.resource_name = '${campaign}'`);
	expect(row).toMatchObject({ campaign: { biddingStrategyType: 'MAXIMIZE_CONVERSIONS', maximizeConversions: { targetCpaMicros: '9000000' }, primaryStatus: 'ELIGIBLE' } });
	expect(row).not.toHaveProperty('campaignBudget.hasRecommendedBudget');
});

test('the bid of a keyword is its own or its ad group’s; a negative one has none and does not change', async () => {
	const bid = async () => (await ask('ad_group_criterion.effective_cpc_bid_micros, ad_group_criterion.effective_cpc_bid_source', 'keyword_view', `ad_group_criterion.resource_name = '${criterion}'`))[0];
	expect(await bid()).toMatchObject({ adGroupCriterion: { effectiveCpcBidMicros: '600000', effectiveCpcBidSource: 'AD_GROUP' } });
	await ads.post('adGroupCriteria:mutate', { operations: [change(criterion, { cpcBidMicros: '750000' })] });
	expect(await bid()).toMatchObject({ adGroupCriterion: { effectiveCpcBidMicros: '750000', effectiveCpcBidSource: 'AD_GROUP_CRITERION' } });
	const [negative = {}] = await ask('ad_group_criterion.resource_name', 'ad_group_criterion', 'ad_group_criterion.negative = TRUE');
	expect(await ads.refused('adGroupCriteria:mutate', change(textAt(negative, 'adGroupCriterion.resourceName'), { status: 'PAUSED' }))).toEqual(['adGroupCriterionError.CANT_UPDATE_NEGATIVE']);
});

test('an ad group has three enabled ads at most, and the texts of a new ad become assets', async () => {
	const create = (status: string, first: string) => ads.post('adGroupAds:mutate', { operations: [{ create: { ...ad({ headlines: [{ text: first }, ...texts(2)] }).create, status } }] });
	expect((await create('ENABLED', 'Nouveau titre')).status).toBe(200);
	const limited = await create('ENABLED', 'De trop');
	expect([codesOf(limited.data), errorsOf(limited.data)[0]?.details]).toMatchObject([['resourceCountLimitExceededError.RESOURCE_LIMIT'], { resourceCountDetails: { limit: 3, existingCount: 3 } }]);
	expect((await create('PAUSED', 'Pas de trop')).status).toBe(200);
	expect(await ask('asset.text_asset.text', 'ad_group_ad_asset_view', "asset.text_asset.text = 'Nouveau titre'")).toHaveLength(1);
});

test('what Google’s JSON parser does not take is refused before anything is looked at', async () => {
	const said = async (path: string, body: object) => {
		const { status, data } = await ads.raw(`/v25/customers/2220000002/${path}`, body);
		return [status, isJson(data) && isJson(data.error) ? data.error.message : ''];
	};
	const operation = (update: object, more: object = {}) => ({ operations: [{ update: { resourceName: campaign, ...update }, updateMask: 'status', ...more }] });
	expect(await said('campaigns:mutate', operation({ colour: 'red' }))).toEqual([400, expect.stringContaining('Unknown name "colour" at \'operations[0].update\'')]);
	expect(await said('campaigns:mutate', operation({ status: 'ASLEEP' }))).toEqual([400, expect.stringContaining('enums.CampaignStatusEnum.CampaignStatus), "ASLEEP"')]);
	expect(await said('campaigns:mutate', operation({}, { updateMask: 'campaign_budget' }))).toEqual([400, expect.stringContaining('google.protobuf.FieldMask')]);
	expect(await said('campaigns:mutate', operation({}, { mask: 'x' }))).toEqual([400, expect.stringContaining('Unknown name "mask"')]);
	expect(await said('campaigns:mutate', { ...operation({ status: 'PAUSED' }), dryRun: true })).toEqual([400, expect.stringContaining('Unknown name "dryRun"')]);
	expect(await said('campaignBudgets:mutate', { operations: [{ update: { resourceName: own, amountMicros: 5.5 }, updateMask: 'amountMicros' }] })).toEqual([400, expect.stringContaining('TYPE_INT64')]);
	expect((await ads.raw('/v25/customers/2220000002/castles:mutate', { operations: [] })).status).toBe(404);
});

test('too many operations, a manager, and another mutate at the same time', async () => {
	const operations = Array.from({ length: 10_001 }, () => ({ remove: campaign }));
	expect(codesOf((await ads.post('campaigns:mutate', { operations })).data)).toEqual(['requestError.TOO_MANY_MUTATE_OPERATIONS']);
	expect(codesOf((await ads.post('campaigns:mutate', { operations: operations.slice(0, 1) }, '1110000001')).data)).toEqual(['requestError.CANNOT_BE_EXECUTED_BY_MANAGER_ACCOUNT']);
	await ads.set({ concurrentModification: 1 });
	const one = [change(campaign, { status: 'PAUSED' })];
	expect(await ads.refused('campaigns:mutate', ...one)).toEqual(['databaseError.CONCURRENT_MODIFICATION']);
	expect(await ads.refused('campaigns:mutate', ...one)).toEqual([]);
});

test('temporary names are made once, before they are used, and of no avail when their maker failed', async () => {
	const budget = (resourceName: string, amountMicros = '5000000') => ({ campaignBudgetOperation: { create: { resourceName: inCustomer(resourceName), amountMicros, explicitlyShared: false } } });
	const group = { campaignOperation: { create: { ...newCampaign({}).create, campaignBudget: inCustomer('campaignBudgets/-1') } } };
	const codes = async (mutateOperations: object[], partialFailure = false) => codesOf((await ads.post('googleAds:mutate', { mutateOperations, partialFailure })).data);
	expect(await codes([budget('campaignBudgets/-1'), budget('campaignBudgets/-1')])).toEqual(['newResourceCreationError.DUPLICATE_TEMP_IDS']);
	expect(await codes([group, budget('campaignBudgets/-1')])).toEqual(['mutateError.RESOURCE_NOT_FOUND']);
	expect(await codes([budget('campaignBudgets/-1', '1'), group], true)).toEqual(['campaignBudgetError.NON_MULTIPLE_OF_MINIMUM_CURRENCY_UNIT', 'newResourceCreationError.TEMP_ID_RESOURCE_HAD_ERRORS']);
	const { data } = await ads.post('googleAds:mutate', { mutateOperations: [budget('campaignBudgets/-1', '1'), group], partialFailure: true });
	expect(errorsOf(data).map(placeOf)).toEqual(['mutate_operations[0].campaign_budget_operation.create.amount_micros', 'mutate_operations[1].campaign_operation.create']);
	expect(listOf(data.mutateOperationResponses)).toEqual([{}, {}]);
});

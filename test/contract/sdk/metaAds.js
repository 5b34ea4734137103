const { run } = require('./client');

/** What an advertiser's own program does: a campaign, an ad set, a creative and an ad, changes, copies, reading and deleting. */
run(async ({ User, AdAccount, Campaign, AdSet, Ad }, { account: accountId, page, link, targeting }) => {
	const account = new AdAccount(accountId);
	const accounts = (await new User('me').getAdAccounts(['id', 'currency'])).map(({ id, currency }) => ({ id, currency }));
	const ad_sets_share = { is_adset_budget_sharing_enabled: false };
	const campaign = (await account.createCampaign([], { name: 'Printemps', objective: 'OUTCOME_TRAFFIC', status: 'PAUSED', special_ad_categories: [], ...ad_sets_share })).id;
	const goals = { optimization_goal: 'LINK_CLICKS', billing_event: 'IMPRESSIONS' };
	const adSet = (await account.createAdSet([], { name: 'Suisse', campaign_id: campaign, status: 'PAUSED', ...goals, daily_budget: 1250, targeting })).id;
	const story = { page_id: page, link_data: { link, call_to_action: { type: 'LEARN_MORE', value: { link } } } };
	const creative = (await account.createAdCreative([], { name: 'Bouquet', object_story_spec: story })).id;
	const ad = (await account.createAd([], { name: 'Bouquet rouge', adset_id: adSet, creative: { creative_id: creative }, status: 'PAUSED' })).id;
	await new AdSet(adSet).update([], { daily_budget: 1500 });
	await new Campaign(campaign).update([], { status: 'ACTIVE' });
	const copied = (await new Campaign(campaign).createCopy([], { deep_copy: true, status_option: 'PAUSED', rename_options: { rename_strategy: 'NO_RENAME' } }))._data;
	const listed = await account.getCampaigns(['id', 'name'], { limit: 1 });
	const pages = [listed.map(({ id }) => id), (await listed.next()).map(({ id }) => id)];
	const { daily_budget: budget, effective_status: status } = (await new AdSet(adSet).get(['daily_budget', 'effective_status']))._data;
	const minimum = (await account.getMinimumBudgets([])).map(({ _data }) => _data);
	const deleted = await new Ad(ad).delete([]);
	return { accounts, campaign, adSet, creative, ad, copied, pages, budget, status, minimum, deleted: deleted._data ?? deleted };
});

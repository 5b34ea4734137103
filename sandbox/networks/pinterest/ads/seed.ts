/** The florist's ad accounts: in euros with two campaigns, in yen with one. Both belong to the first account. */
export const adAccounts = [
	{ id: '549755800001', name: 'Atelier Camélia', currency: 'EUR', country: 'FR' },
	{ id: '549755800002', name: 'Atelier Camélia Japan', currency: 'JPY', country: 'JP' },
] as const;

/** 1 January 2026, in Unix seconds. */
export const SEEDED = 1_767_225_600;

const [euros, yen] = adAccounts;
const MICROS = 1_000_000;

/** What is there from the beginning, by its ID. */
export const campaigns = [
	{ id: '626735500001', ad_account_id: euros.id, name: 'Printemps', status: 'ACTIVE', objective_type: 'CONSIDERATION', daily_spend_cap: null, lifetime_spend_cap: null, is_campaign_budget_optimization: false },
	{ id: '626735500002', ad_account_id: euros.id, name: 'Noël', status: 'ARCHIVED', objective_type: 'AWARENESS', daily_spend_cap: 20 * MICROS, lifetime_spend_cap: null, is_campaign_budget_optimization: true },
	{ id: '626735500003', ad_account_id: yen.id, name: '春', status: 'PAUSED', objective_type: 'CONSIDERATION', daily_spend_cap: 3000 * MICROS, lifetime_spend_cap: null, is_campaign_budget_optimization: true },
] as const;

export const adGroups = [
	{ id: '2680059500001', ad_account_id: euros.id, campaign_id: campaigns[0].id, name: 'France', status: 'ACTIVE', billable_event: 'CLICKTHROUGH', budget_type: 'DAILY', budget_in_micro_currency: 12.5 * MICROS, bid_strategy_type: 'MAX_BID', bid_in_micro_currency: 0.4 * MICROS, targeting_spec: { LOCATION: ['FR'] } },
	{ id: '2680059500002', ad_account_id: euros.id, campaign_id: campaigns[1].id, name: 'Partout', status: 'ACTIVE', billable_event: 'IMPRESSION', budget_type: 'CBO_ADGROUP', budget_in_micro_currency: null, bid_strategy_type: 'AUTOMATIC_BID', bid_in_micro_currency: null, targeting_spec: {} },
	{ id: '2680059500003', ad_account_id: yen.id, campaign_id: campaigns[2].id, name: '東京', status: 'PAUSED', billable_event: 'CLICKTHROUGH', budget_type: 'CBO_ADGROUP', budget_in_micro_currency: null, bid_strategy_type: 'AUTOMATIC_BID', bid_in_micro_currency: null, targeting_spec: { LOCATION: ['JP'] } },
] as const;

export const ads = [
	{ id: '687195100001', ad_account_id: euros.id, campaign_id: campaigns[0].id, ad_group_id: adGroups[0].id, pin_id: '549000000000000901', name: 'Bouquet rouge', status: 'ACTIVE', creative_type: 'REGULAR' },
	{ id: '687195100002', ad_account_id: euros.id, campaign_id: campaigns[0].id, ad_group_id: adGroups[0].id, pin_id: '549000000000000902', name: 'Bouquet blanc', status: 'PAUSED', creative_type: 'REGULAR' },
	{ id: '687195100003', ad_account_id: euros.id, campaign_id: campaigns[1].id, ad_group_id: adGroups[1].id, pin_id: '549000000000000903', name: 'Couronne', status: 'ACTIVE', creative_type: 'VIDEO' },
	{ id: '687195100004', ad_account_id: yen.id, campaign_id: campaigns[2].id, ad_group_id: adGroups[2].id, pin_id: '549000000000000901', name: '花束', status: 'PAUSED', creative_type: 'REGULAR' },
] as const;

import type { ILoadOptionsFunctions } from 'n8n-workflow';
import type { Api } from '../../core/api';
import { refused } from '../../core/errors';
import { listSearch } from '../../core/search';
import { googleAds } from '../../platforms/googleAds';
import { listNames } from './accounts';
import type { ReachedAccount } from './accounts';
import { quotedPart, rowsOf } from './gaql';
import { majorUnits } from './micros';

const hyphened = (id: string) => id.replace(/^(\d{3})(\d{3})(\d{4})$/, '$1-$2-$3');

/** The accounts that the connected person reaches, those below a manager too. */
export const searchAccounts = listSearch<ReachedAccount>(
	googleAds,
	(_context, api) => listNames(api),
	({ id, name, currency, loginCustomerId }) => ({ name: `${name} (${currency || 'no currency'}) ${hyphened(id)}${loginCustomerId ? ` through ${hyphened(loginCustomerId)}` : ''}`, value: id }),
);

const valueIn = (context: ILoadOptionsFunctions, field: string): string => {
	// n8n's own way to the value fails for a field that the operation does not have.
	const given: unknown = context.getCurrentNodeParameter(field);
	const value = typeof given === 'object' && given !== null && 'value' in given ? given.value : given;
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

/** The account that the panel names: what is in it is listed. */
export function chosenAccount(context: ILoadOptionsFunctions): string {
	const account = valueIn(context, 'account');
	if (account !== '') return account;
	throw refused('Account', 'is empty.', 'Choose the account first.');
}

interface Kind {
	/** After SELECT and FROM. */
	fields: string;
	resource: string;
	/** The field that is searched in. */
	name: string;
	/** What is listed of all of it. */
	where: string;
	/** Of the panel’s fields, those that narrow the list: field → the query’s own. */
	inside?: Record<string, string>;
}

/** More entries than an editor's list shows are found by typing a part of the name. */
const MOST = 500;

function* conditionsOf(context: ILoadOptionsFunctions, { where, inside = {}, name }: Kind, filter: string): Generator<string> {
	yield where;
	for (const [field, own] of Object.entries(inside)) {
		const id = /^\d+$/.exec(valueIn(context, field))?.[0];
		if (id) yield `${own} = ${id}`;
	}
	if (filter.trim() !== '') yield `${name} LIKE ${quotedPart(filter.trim())}`;
}

const search = <Row extends object>(kind: Kind, entryOf: (row: Row) => { name: string; value: string } | undefined) =>
	listSearch<Row>(
		googleAds,
		(context: ILoadOptionsFunctions, api: Api, filter: string) =>
			rowsOf<Row>(api, chosenAccount(context), `SELECT ${kind.fields} FROM ${kind.resource} WHERE ${[...conditionsOf(context, kind, filter)].join(' AND ')} ORDER BY ${kind.name} LIMIT ${MOST}`),
		entryOf,
	);

interface Named {
	id: string;
	name?: string;
	status?: string;
}

/** A paused one says so. */
const entry = ({ id, name = id, status }: Named) => ({ name: status && status !== 'ENABLED' ? `${name} (${status.toLowerCase()})` : name, value: id });

export const searchCampaigns = search<{ campaign: Named }>(
	{ fields: 'campaign.id, campaign.name, campaign.status', resource: 'campaign', name: 'campaign.name', where: "campaign.status != 'REMOVED'" },
	({ campaign }) => entry(campaign),
);

export const searchAdGroups = search<{ adGroup: Named; campaign: Named }>(
	{ fields: 'ad_group.id, ad_group.name, ad_group.status, campaign.name', resource: 'ad_group', name: 'ad_group.name', where: "ad_group.status != 'REMOVED'", inside: { campaign: 'campaign.id' } },
	({ adGroup, campaign }) => ({ ...entry(adGroup), name: `${entry(adGroup).name} – ${campaign.name ?? ''}` }),
);

/** Values are `<ad group>~<ad>`, as resource names end. */
export const searchAds = search<{ adGroup: Named; adGroupAd: { status?: string; ad: Named & { type?: string } } }>(
	{ fields: 'ad_group_ad.ad.id, ad_group_ad.ad.name, ad_group_ad.ad.type, ad_group_ad.status, ad_group.id, ad_group.name', resource: 'ad_group_ad', name: 'ad_group.name', where: "ad_group_ad.status != 'REMOVED'", inside: { campaign: 'campaign.id', adGroup: 'ad_group.id' } },
	({ adGroup, adGroupAd: { status, ad } }) => {
		const kind = (ad.type ?? 'AD').toLowerCase().replaceAll('_', ' ');
		return { ...entry({ id: `${adGroup.id}~${ad.id}`, name: `${ad.name || `${kind} ${ad.id}`} – ${adGroup.name ?? ''}`, status }) };
	},
);

/** Values are `<ad group>~<keyword>`, as resource names end. */
export const searchKeywords = search<{ adGroup: Named; adGroupCriterion: { criterionId: string; status?: string; keyword?: { text?: string; matchType?: string } } }>(
	{
		...{ fields: 'ad_group_criterion.criterion_id, ad_group_criterion.keyword.text, ad_group_criterion.keyword.match_type, ad_group_criterion.status, ad_group.id, ad_group.name', resource: 'ad_group_criterion' },
		...{ name: 'ad_group_criterion.keyword.text', where: "ad_group_criterion.type = 'KEYWORD' AND ad_group_criterion.negative = FALSE AND ad_group_criterion.status != 'REMOVED'", inside: { campaign: 'campaign.id', adGroup: 'ad_group.id' } },
	},
	({ adGroup, adGroupCriterion: { criterionId, status, keyword } }) => entry({ id: `${adGroup.id}~${criterionId}`, name: `${keyword?.text ?? criterionId} (${(keyword?.matchType ?? '').toLowerCase()}) – ${adGroup.name ?? ''}`, status }),
);

/** With the amount of a day, and whether other campaigns spend it too. */
export const searchBudgets = search<{ customer: { currencyCode?: string }; campaignBudget: Named & { amountMicros?: string; explicitlyShared?: boolean } }>(
	{ fields: 'campaign_budget.id, campaign_budget.name, campaign_budget.amount_micros, campaign_budget.explicitly_shared, customer.currency_code', resource: 'campaign_budget', name: 'campaign_budget.name', where: "campaign_budget.status != 'REMOVED'" },
	({ customer, campaignBudget: { id, name = id, amountMicros, explicitlyShared } }) => ({ name: `${name}: ${majorUnits(amountMicros)} ${customer.currencyCode ?? ''}${explicitlyShared ? ', shared' : ''}`, value: id }),
);

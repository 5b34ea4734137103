import { momentIn } from '../dates';
import { described } from '../derived';
import { camel } from '../fields';
import type { AdsStore, Change, Resource } from '../store';
import type { View } from '../views';
import { assetsOf, byText } from './assets';
import { keywordOf } from './keywords';

/** The resources of one row, by their name in JSON: `{campaign: {…}, adGroup: {…}}`. */
export type Row = Record<string, unknown>;

/** A row and the key under which its auctions are counted. */
export interface Source {
	key: string;
	row: Row;
}

const customerOf = (store: AdsStore, id: string): Resource => {
	const account = store.account(id);
	const tracking = { conversionTrackingId: `9${id.slice(1)}`, acceptedCustomerDataTerms: true, conversionTrackingStatus: 'CONVERSION_TRACKING_MANAGED_BY_SELF', googleAdsConversionCustomer: `customers/${id}` };
	return {
		resourceName: `customers/${id}`,
		id,
		descriptiveName: account?.name,
		currencyCode: account?.currency,
		timeZone: account?.timeZone,
		autoTaggingEnabled: true,
		manager: account?.manager,
		testAccount: account?.test,
		status: 'ENABLED',
		...(!account?.manager && { conversionTrackingSetting: tracking, optimizationScore: 0.78, optimizationScoreWeight: 42.5 }),
	};
};

const collections: Record<string, string> = {
	campaign: 'campaigns',
	campaign_budget: 'campaignBudgets',
	ad_group: 'adGroups',
	ad_group_ad: 'adGroupAds',
	ad_group_criterion: 'adGroupCriteria',
	campaign_criterion: 'campaignCriteria',
	asset: 'assets',
	recommendation: 'recommendations',
	conversion_action: 'conversionActions',
	user_list: 'userLists',
	label: 'labels',
	shared_set: 'sharedSets',
	shared_criterion: 'sharedCriteria',
	campaign_shared_set: 'campaignSharedSets',
	customer_negative_criterion: 'customerNegativeCriteria',
};

/** Rows of one account, before anything is counted. */
export class Rows {
	private readonly known = new Map<string, Resource>();
	constructor(
		private readonly store: AdsStore,
		private readonly customer: string,
	) {}

	private full(resourceName: unknown): Resource | undefined {
		const resource = this.store.get(resourceName);
		if (!resource) return undefined;
		const found = this.known.get(resource.resourceName) ?? described(resource, this.store);
		this.known.set(resource.resourceName, found);
		return found;
	}

	/** The resource and those it belongs to. */
	around(name: string, resource: Resource, joins: readonly string[]): Row {
		const own = described(resource, this.store);
		const adGroup = name === 'ad_group' ? own : this.full(own.adGroup);
		const campaign = name === 'campaign' ? own : (this.full(own.campaign) ?? this.full(adGroup?.campaign));
		const parents: Record<string, () => Resource | undefined> = {
			customer: () => customerOf(this.store, this.customer),
			ad_group: () => adGroup,
			campaign: () => campaign,
			campaign_budget: () => this.full(own.campaignBudget) ?? this.full(campaign?.campaignBudget),
			shared_set: () => this.full(own.sharedSet),
		};
		const row: Row = { [camel(name)]: own };
		for (const join of joins) row[camel(join)] = parents[join]?.();
		return row;
	}

	*of(from: string, { joins }: View): Generator<Source> {
		const { store, customer } = this;
		if (from === 'customer') yield { key: '', row: { customer: customerOf(store, customer) } };
		else if (from === 'customer_client') yield* this.clients();
		else if (from === 'keyword_view') yield* this.keywords(joins);
		else if (from === 'ad_group_ad_asset_view') yield* this.assets(joins);
		else if (from === 'change_event') for (const change of store.changes) yield* this.change(change, joins);
		else if (from !== 'search_term_view') {
			for (const resource of store.list(customer, collections[from] ?? '')) yield { key: resource.resourceName, row: this.around(from, resource, joins) };
		}
	}

	/** Only searches make its rows. */
	searchTerm(adGroup: string, term: string, joins: readonly string[]): Row {
		const group = this.full(adGroup);
		const id = `${String(group?.campaign).split('/')[3] ?? ''}~${String(group?.id)}~${Buffer.from(term).toString('base64url')}`;
		const [words, same] = [term, (resource: Resource) => keywordOf(resource).text === term];
		const criteria = this.store.list(this.customer, 'adGroupCriteria').filter((resource) => resource.adGroup === adGroup && resource.status !== 'REMOVED' && same(resource));
		const status = criteria.some(({ negative }) => negative) ? 'EXCLUDED' : criteria.length ? 'ADDED' : 'NONE';
		const view: Resource = { resourceName: `customers/${this.customer}/searchTermViews/${id}`, searchTerm: words, adGroup, status };
		return this.around('search_term_view', view, joins);
	}

	private *clients(): Generator<Source> {
		const { store, customer } = this;
		const self = store.account(customer);
		const below = self?.manager ? store.accounts.filter(({ parent }) => parent === customer) : [];
		for (const [index, account] of [self, ...below].entries()) {
			if (!account) continue;
			const { id } = account;
			const client = { clientCustomer: `customers/${id}`, hidden: false, level: String(index && 1), timeZone: account.timeZone, testAccount: account.test, manager: account.manager, descriptiveName: account.name, currencyCode: account.currency, id, status: 'ENABLED' };
			yield { key: id, row: { customerClient: { resourceName: `customers/${customer}/customerClients/${id}`, ...client }, customer: customerOf(store, customer) } };
		}
	}

	private *keywords(joins: readonly string[]): Generator<Source> {
		for (const criterion of this.store.list(this.customer, 'adGroupCriteria')) {
			if (criterion.negative || criterion.type !== 'KEYWORD') continue;
			const row = this.around('ad_group_criterion', criterion, joins.filter((join) => join !== 'ad_group_criterion'));
			yield { key: criterion.resourceName, row: { keywordView: { resourceName: criterion.resourceName.replace('adGroupCriteria', 'keywordViews') }, ...row } };
		}
	}

	private *assets(joins: readonly string[]): Generator<Source> {
		for (const ad of this.store.list(this.customer, 'adGroupAds')) {
			for (const { fieldType, text, pinnedField } of assetsOf(ad)) {
				const [asset] = this.store.having(this.customer, 'assets', byText, text);
				if (!asset) continue;
				const id = `${ad.resourceName.split('/')[3] ?? ''}~${String(asset.id)}~${fieldType}`;
				const view = { resourceName: `customers/${this.customer}/adGroupAdAssetViews/${id}`, adGroupAd: ad.resourceName, asset: asset.resourceName, fieldType, enabled: ad.status === 'ENABLED', performanceLabel: labels[text.length % labels.length], ...(pinnedField !== undefined && { pinnedField }), source: 'ADVERTISER', policySummary: { reviewStatus: 'REVIEWED', approvalStatus: 'APPROVED' } };
				const row = this.around('ad_group_ad', ad, joins.filter((join) => join !== 'asset' && join !== 'ad_group_ad'));
				yield { key: `${ad.resourceName} ${fieldType} ${text}`, row: { adGroupAdAssetView: view, ...row, asset } };
			}
		}
	}

	private *change(change: Change, joins: readonly string[]): Generator<Source> {
		const { store, customer } = this;
		const [, owner, collection = ''] = change.resourceName.split('/');
		if (owner !== customer || !(collection in changed)) return;
		const resource = change.is ?? change.was ?? { resourceName: '' };
		const [adGroup, campaign] = [collection === 'adGroups' ? change.resourceName : resource.adGroup, collection === 'campaigns' ? change.resourceName : resource.campaign];
		const event = {
			resourceName: `customers/${customer}/changeEvents/${Math.floor(change.at * 1000)}~${change.id}~0`,
			changeDateTime: momentIn(change.at, store.account(customer)?.timeZone ?? 'UTC'),
			changeResourceType: changed[collection],
			changeResourceName: change.resourceName,
			clientType: change.client,
			userEmail: change.user,
			oldResource: partOf(collection, change.was, change.changed),
			newResource: partOf(collection, change.is, change.changed),
			resourceChangeOperation: change.operation,
			changedFields: change.changed.map(camel).join(','),
			adGroup,
			campaign: campaign ?? store.get(adGroup)?.campaign,
		};
		yield { key: event.resourceName, row: this.around('change_event', event, joins) };
	}
}

const labels = ['GOOD', 'BEST', 'LOW', 'LEARNING'];

const changed: Record<string, string> = { campaigns: 'CAMPAIGN', campaignBudgets: 'CAMPAIGN_BUDGET', adGroups: 'AD_GROUP', adGroupAds: 'AD_GROUP_AD', adGroupCriteria: 'AD_GROUP_CRITERION', campaignCriteria: 'CAMPAIGN_CRITERION', assets: 'ASSET' };
const singular: Record<string, string> = { campaigns: 'campaign', campaignBudgets: 'campaignBudget', adGroups: 'adGroup', adGroupAds: 'adGroupAd', adGroupCriteria: 'adGroupCriterion', campaignCriteria: 'campaignCriterion', assets: 'asset' };

/** The message ChangedResource: of the resource only what changed. */
function partOf(collection: string, resource: Resource | undefined, paths: string[]): object | undefined {
	if (!resource) return undefined;
	const names = new Set(paths.map((path) => camel(path.split('.')[0] ?? '')));
	return { [singular[collection] ?? collection]: Object.fromEntries(Object.entries(resource).filter(([name]) => name === 'resourceName' || names.has(name))) };
}

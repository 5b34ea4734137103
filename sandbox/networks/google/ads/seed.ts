import { seed } from '../../seed';
import { advice, floristCampaigns, testCampaigns, tokyoCampaigns, type AdGroupSeed, type CampaignSeed } from './seedData';
import type { Resource } from './store';

/** A Google Ads account, as much of it as does not change. */
export interface AdsAccount {
	id: string;
	name: string;
	currency: string;
	timeZone: string;
	manager: boolean;
	test: boolean;
	/** The managers above it. */
	parent?: string;
	/** Smallest amount of its currency, in micros. */
	unit: number;
}

const { managerId, customerId, yenCustomerId, testManagerId, testCustomerId } = seed.google;
const paris = { currency: 'EUR', timeZone: 'Europe/Paris', unit: 10_000 };

export const accounts: readonly AdsAccount[] = [
	{ id: managerId, name: 'Atelier Camélia (manager)', ...paris, manager: true, test: false },
	{ id: customerId, name: 'Atelier Camélia', ...paris, manager: false, test: false, parent: managerId },
	{ id: yenCustomerId, name: 'Camélia Tokyo', currency: 'JPY', timeZone: 'Asia/Tokyo', unit: 1_000_000, manager: false, test: false, parent: managerId },
	{ id: testManagerId, name: 'Test manager', ...paris, manager: true, test: true },
	{ id: testCustomerId, name: 'Test account', ...paris, manager: false, test: true, parent: testManagerId },
];

export const micros = (units: number): string => String(Math.round(units * 1_000_000));

/** Ids look like Google's: eleven digits, unlike in every account. */
class Planter {
	readonly resources: Resource[] = [];
	private lastId: number;
	constructor(private readonly account: AdsAccount) {
		this.lastId = Number(account.id[0]) * 10_000_000_000;
	}
	private name = (collection: string, id: string) => `customers/${this.account.id}/${collection}/${id}`;
	private newId = () => String(++this.lastId);
	private add(collection: string, id: string, values: Record<string, unknown>): string {
		const resourceName = this.name(collection, id);
		this.resources.push({ resourceName, ...values });
		return resourceName;
	}

	campaigns(campaigns: CampaignSeed[]): string[] {
		let campaignBudget = '';
		return campaigns.map(({ name, budget, bidding, since, negatives, adGroups }) => {
			if (budget) campaignBudget = this.budget(budget.shared ?? name, budget.amount, budget.shared !== undefined);
			const id = this.newId();
			const campaign = this.add('campaigns', id, {
				id,
				name,
				status: 'ENABLED',
				advertisingChannelType: 'SEARCH',
				networkSettings: { targetGoogleSearch: true, targetSearchNetwork: true },
				geoTargetTypeSetting: { positiveGeoTargetType: 'PRESENCE_OR_INTEREST', negativeGeoTargetType: 'PRESENCE' },
				adServingOptimizationStatus: 'OPTIMIZE',
				experimentType: 'BASE',
				campaignBudget,
				startDateTime: `${since} 00:00:00`,
				paymentMode: 'CLICKS',
				optimizationScore: 0.78,
				containsEuPoliticalAdvertising: 'DOES_NOT_CONTAIN_EU_POLITICAL_ADVERTISING',
				...(bidding === 'MANUAL_CPC' ? { manualCpc: {} } : { maximizeConversions: { targetCpaMicros: micros(12) } }),
			});
			for (const text of negatives) this.negative('campaignCriteria', { campaign, status: 'ENABLED' }, id, text);
			for (const adGroup of adGroups) this.adGroup(campaign, adGroup);
			return campaign;
		});
	}

	private budget(name: string, amount: number, explicitlyShared: boolean): string {
		const id = this.newId();
		const rest = { status: 'ENABLED', deliveryMethod: 'STANDARD', explicitlyShared, period: 'DAILY', type: 'STANDARD' };
		return this.add('campaignBudgets', id, { id, name, amountMicros: micros(amount), ...rest });
	}

	private negative(collection: string, parent: Record<string, unknown>, parentId: string, text: string): void {
		const criterionId = this.newId();
		this.add(collection, `${parentId}~${criterionId}`, { ...parent, criterionId, type: 'KEYWORD', negative: true, keyword: { text, matchType: 'BROAD' } });
	}

	private adGroup(campaign: string, { name, status = undefined, bid, keywords, negatives = [], ads }: AdGroupSeed): void {
		const id = this.newId();
		const adGroup = this.add('adGroups', id, { id, name, campaign, status: status ?? 'ENABLED', type: 'SEARCH_STANDARD', adRotationMode: 'OPTIMIZE', cpcBidMicros: micros(bid) });
		for (const keyword of keywords) {
			const [, matchType = '', text = '', own] = /^(\w+) (.+?)(?: @ ([\d.]+))?$/.exec(keyword) ?? [];
			const criterionId = this.newId();
			const values = { criterionId, adGroup, status: 'ENABLED', type: 'KEYWORD', keyword: { text, matchType }, ...(own && { cpcBidMicros: micros(Number(own)) }) };
			this.add('adGroupCriteria', `${id}~${criterionId}`, values);
		}
		for (const text of negatives) this.negative('adGroupCriteria', { adGroup, status: 'ENABLED' }, id, text);
		for (const { headlines, descriptions, path } of ads) {
			const adId = this.newId();
			for (const text of [...headlines, ...descriptions]) this.textAsset(text);
			const ad = {
				resourceName: this.name('ads', adId),
				id: adId,
				type: 'RESPONSIVE_SEARCH_AD',
				finalUrls: [`https://ateliercamelia.example/${path}`],
				responsiveSearchAd: { headlines: headlines.map((text) => ({ text })), descriptions: descriptions.map((text) => ({ text })), path1: path },
			};
			const policySummary = { reviewStatus: 'REVIEWED', approvalStatus: 'APPROVED' };
			this.add('adGroupAds', `${id}~${adId}`, { adGroup, status: 'ENABLED', ad, policySummary, adStrength: 'GOOD' });
		}
	}

	private textAsset(text: string): void {
		if (!this.resources.some(({ textAsset }) => JSON.stringify(textAsset) === JSON.stringify({ text }))) this.asset('TEXT', { textAsset: { text } });
	}

	asset(type: string, values: Record<string, unknown>): void {
		const id = this.newId();
		this.add('assets', id, { id, type, source: 'ADVERTISER', policySummary: { reviewStatus: 'REVIEWED', approvalStatus: 'APPROVED' }, ...values });
	}

	conversionAction(name: string, type: string, category: string, primaryForGoal: boolean): void {
		const id = this.newId();
		this.add('conversionActions', id, {
			id,
			name,
			type,
			category,
			primaryForGoal,
			status: 'ENABLED',
			origin: type === 'AD_CALL' ? 'CALL_FROM_ADS' : 'WEBSITE',
			ownerCustomer: `customers/${this.account.id}`,
			includeInConversionsMetric: primaryForGoal,
			countingType: category === 'PURCHASE' ? 'MANY_PER_CLICK' : 'ONE_PER_CLICK',
			clickThroughLookbackWindowDays: '30',
			viewThroughLookbackWindowDays: '1',
			valueSettings: { defaultCurrencyCode: this.account.currency },
			attributionModelSettings: { attributionModel: 'GOOGLE_SEARCH_ATTRIBUTION_DATA_DRIVEN', dataDrivenModelStatus: 'AVAILABLE' },
		});
	}

	userList(name: string, size: string): void {
		const id = this.newId();
		const range = 'ONE_THOUSAND_TO_TEN_THOUSAND';
		const sizes = { sizeForDisplay: size, sizeForSearch: size, sizeRangeForDisplay: range, sizeRangeForSearch: range, eligibleForDisplay: true, eligibleForSearch: true };
		const state = { membershipStatus: 'OPEN', membershipLifeSpan: '540', accessReason: 'OWNED', accountUserListStatus: 'ENABLED', matchRatePercentage: 62 };
		this.add('userLists', id, { id, name, type: 'CRM_BASED', crmBasedUserList: { uploadKeyType: 'CONTACT_INFO', dataSourceType: 'FIRST_PARTY' }, ...sizes, ...state });
	}

	negativeList(name: string, texts: string[], campaigns: string[]): void {
		const id = this.newId();
		const sharedSet = this.add('sharedSets', id, { id, name, type: 'NEGATIVE_KEYWORDS', status: 'ENABLED' });
		for (const text of texts) this.negative('sharedCriteria', { sharedSet }, id, text);
		for (const campaign of campaigns) this.add('campaignSharedSets', `${campaign.split('/')[3] ?? ''}~${id}`, { campaign, sharedSet, status: 'ENABLED' });
	}

	/** For the first campaign and its first ad group. */
	recommendations(): void {
		const first = (collection: string) => this.resources.find(({ resourceName }) => resourceName.split('/')[2] === collection)?.resourceName ?? '';
		for (const values of advice(first('campaigns'), first('campaignBudgets'), first('adGroups'))) this.add('recommendations', Buffer.from(this.newId()).toString('base64url'), values);
	}

	label(name: string, backgroundColor: string): void {
		const id = this.newId();
		this.add('labels', id, { id, name, status: 'ENABLED', textLabel: { backgroundColor } });
	}
}

export function* seedResources(): Generator<Resource> {
	const trees: [id: string, CampaignSeed[]][] = [
		[customerId, floristCampaigns],
		[yenCustomerId, tokyoCampaigns],
		[testCustomerId, testCampaigns],
	];
	for (const account of accounts) {
		const campaigns = trees.find(([id]) => id === account.id)?.[1];
		if (!campaigns) continue;
		const planter = new Planter(account);
		const names = planter.campaigns(campaigns);
		planter.conversionAction('Commande en ligne', 'WEBPAGE', 'PURCHASE', true);
		planter.conversionAction('Appel à la boutique', 'AD_CALL', 'PHONE_CALL_LEAD', false);
		planter.conversionAction('Vente en boutique', 'UPLOAD_CLICKS', 'CONVERTED_LEAD', true);
		planter.userList('Clients fidèles', '1800');
		if (account.id === customerId) {
			planter.negativeList('Exclusions générales', ['gratuit', 'dessin', 'tatouage'], names.slice(0, 2));
			planter.asset('SITELINK', { name: 'Lien mariages', sitelinkAsset: { linkText: 'Mariages', description1: 'Devis sous 48 h', description2: 'Fleurs locales' }, finalUrls: ['https://ateliercamelia.example/mariages'] });
			planter.asset('CALLOUT', { name: 'Accroche', calloutAsset: { calloutText: 'Livraison à vélo' } });
			planter.asset('IMAGE', { name: 'Bouquet camélia', imageAsset: { fileSize: '182000', mimeType: 'IMAGE_JPEG', fullSize: { heightPixels: '800', widthPixels: '1200', url: 'https://ateliercamelia.example/bouquet.jpg' } } });
			planter.label('Saison', '#1a73e8');
			planter.recommendations();
		}
		yield* planter.resources;
	}
}

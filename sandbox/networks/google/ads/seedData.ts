/** What the florist advertises. Each keyword is `[match type] text @ bid`; a bid left out is the ad group's. */
export interface AdGroupSeed {
	name: string;
	status?: 'PAUSED';
	/** In the currency's units. */
	bid: number;
	keywords: string[];
	negatives?: string[];
	ads: { headlines: string[]; descriptions: string[]; path: string }[];
}
export interface CampaignSeed {
	name: string;
	/** A shared budget has a name of its own; 0 takes the one of the campaign before. */
	budget: { amount: number; shared?: string } | 0;
	bidding: 'MANUAL_CPC' | 'MAXIMIZE_CONVERSIONS';
	since: string;
	negatives: string[];
	adGroups: AdGroupSeed[];
}

const florist = ['Livraison à Nantes', 'Fleuriste artisan'];
const promise = 'Composé le matin, livré le jour même par notre atelier de Nantes.';

export const floristCampaigns: CampaignSeed[] = [
	{
		name: 'Bouquets - Nantes',
		budget: { amount: 5 },
		bidding: 'MANUAL_CPC',
		since: '2025-09-01',
		negatives: ['emploi', 'formation fleuriste'],
		adGroups: [
			{
				name: 'Bouquets du jour',
				bid: 0.6,
				keywords: ['EXACT bouquet de fleurs', 'PHRASE bouquet de fleurs nantes', 'BROAD bouquet de saison', 'PHRASE tulipes', 'EXACT bouquet camelia @ 0.85'],
				negatives: ['artificiel'],
				ads: [
					{ headlines: ['Bouquets de saison', 'Le bouquet du jour', ...florist], descriptions: [promise, 'Tulipes, renoncules, camélias: selon l’arrivage.'], path: 'bouquets' },
					{ headlines: ['Bouquets frais', 'Dès 29 €', ...florist], descriptions: [promise, 'Paiement en ligne, carte offerte.'], path: 'bouquets' },
				],
			},
			{
				name: 'Livraison de fleurs',
				bid: 0.7,
				keywords: ['PHRASE livraison de fleurs', 'BROAD envoyer des fleurs', 'EXACT livraison fleurs nantes @ 0.9', 'PHRASE fleurs anniversaire'],
				ads: [
					{ headlines: ['Fleurs livrées ce soir', 'Commandez avant 15 h', ...florist], descriptions: [promise, 'Livraison à vélo dans tout Nantes.'], path: 'livraison' },
					{ headlines: ['Envoyer des fleurs', 'Avec un mot de vous', ...florist], descriptions: [promise, 'Un message manuscrit avec chaque bouquet.'], path: 'livraison' },
				],
			},
		],
	},
	{
		name: 'Mariages',
		budget: { amount: 20, shared: 'Budget saison' },
		bidding: 'MAXIMIZE_CONVERSIONS',
		since: '2025-10-01',
		negatives: ['robe'],
		adGroups: [
			{
				name: 'Fleurs de mariage',
				bid: 1.1,
				keywords: ['PHRASE fleuriste mariage', 'EXACT fleuriste mariage nantes', 'BROAD décoration florale mariage', 'PHRASE bouquet de mariée'],
				ads: [
					{ headlines: ['Fleuriste de mariage', 'Devis sous 48 h', 'Atelier Camélia'], descriptions: ['Bouquet de mariée, arches et centres de table.', 'Rencontrons-nous à l’atelier.'], path: 'mariages' },
					{ headlines: ['Votre mariage en fleurs', 'Fleurs locales', 'Atelier Camélia'], descriptions: ['Des fleurs de saison, cultivées près de Nantes.', 'Rencontrons-nous à l’atelier.'], path: 'mariages' },
				],
			},
			{
				name: 'Événements',
				bid: 0.95,
				keywords: ['PHRASE fleurs entreprise', 'BROAD abonnement fleurs bureau', 'PHRASE décoration florale événement'],
				ads: [{ headlines: ['Fleurs pour entreprises', 'Abonnement mensuel', 'Atelier Camélia'], descriptions: ['Un bouquet neuf chaque lundi à l’accueil.', 'Facture mensuelle, sans engagement.'], path: 'entreprises' }],
			},
		],
	},
	{
		name: 'Fleurs séchées',
		budget: 0,
		bidding: 'MANUAL_CPC',
		since: '2026-01-15',
		negatives: [],
		adGroups: [
			{
				name: 'Fleurs séchées',
				bid: 0.4,
				keywords: ['EXACT fleurs séchées', 'PHRASE bouquet fleurs séchées', 'BROAD couronne fleurs séchées', 'PHRASE pampa'],
				ads: [
					{ headlines: ['Fleurs séchées', 'Bouquets qui durent', 'Atelier Camélia'], descriptions: ['Cueillies et séchées à l’atelier.', 'Envoi dans toute la France.'], path: 'sechees' },
					{ headlines: ['Couronnes séchées', 'Faites à la main', 'Atelier Camélia'], descriptions: ['Cueillies et séchées à l’atelier.', 'Chaque pièce est unique.'], path: 'sechees' },
				],
			},
			{
				name: 'Couronnes de l’Avent',
				status: 'PAUSED',
				bid: 0.5,
				keywords: ['PHRASE couronne de l’avent', 'EXACT couronne avent nantes'],
				ads: [{ headlines: ['Couronnes de l’Avent', 'Dès novembre', 'Atelier Camélia'], descriptions: ['Sapin, houx et bougies.', 'À retirer à l’atelier ou livrée.'], path: 'avent' }],
			},
		],
	},
];

const tokyoAd = { headlines: ['Camélia Tokyo', 'Fleurs françaises', 'Livraison à Tokyo'], descriptions: ['Bouquets composés à Shibuya.', 'Livrés le jour même.'], path: 'tokyo' };

export const tokyoCampaigns: CampaignSeed[] = [
	{
		name: 'Tokyo - Bouquets',
		budget: { amount: 1800 },
		bidding: 'MANUAL_CPC',
		since: '2025-11-01',
		negatives: ['求人'],
		adGroups: [
			{ name: 'Shibuya', bid: 90, keywords: ['PHRASE 花束 渋谷', 'EXACT フランス 花屋'], ads: [tokyoAd] },
			{ name: 'Cadeaux', bid: 75, keywords: ['BROAD 花 ギフト', 'PHRASE 誕生日 花束'], ads: [tokyoAd] },
		],
	},
];

export const testCampaigns: CampaignSeed[] = [
	{ name: 'Test', budget: { amount: 10 }, bidding: 'MANUAL_CPC', since: '2026-01-01', negatives: [], adGroups: [{ name: 'Test', bid: 1, keywords: ['EXACT test'], ads: [tokyoAd] }] },
];

/** What Google advises the florist, for its first campaign and ad group. Numbers of the impact are those of a week. */
export const advice = (campaign: string, campaignBudget: string, adGroup: string): Record<string, unknown>[] => {
	const week = (clicks: number, cost: number, conversions: number) => ({ impressions: clicks * 12, clicks, costMicros: String(cost * 1_000_000), conversions, conversionsValue: conversions * 52 });
	const impact = { baseMetrics: week(52, 28, 5), potentialMetrics: week(81, 44, 8) };
	const raised = { currentBudgetAmountMicros: '5000000', recommendedBudgetAmountMicros: '8000000', budgetOptions: [{ budgetAmountMicros: '8000000', impact }] };
	return [
		{ type: 'CAMPAIGN_BUDGET', campaign, campaignBudget, impact, campaignBudgetRecommendation: raised },
		{ type: 'KEYWORD', campaign, adGroup, impact, keywordRecommendation: { keyword: { text: 'fleuriste nantes', matchType: 'PHRASE' }, recommendedCpcBidMicros: '650000', searchTerms: [{ text: 'fleuriste nantes centre', estimatedWeeklySearchCount: '120' }] } },
		{ type: 'TARGET_CPA_OPT_IN', campaign, impact, targetCpaOptInRecommendation: { recommendedTargetCpaMicros: '6000000', options: [{ goal: 'SAME_CONVERSIONS', targetCpaMicros: '6000000', impact }] } },
	];
};

import { adGroups } from './adGroups';
import { adGroupAds } from './ads';
import { adTexts } from './adTexts';
import { campaignBudgets } from './budgets';
import { campaigns } from './campaigns';
import type { Kind } from './kind';
import { adGroupCriteria, campaignCriteria, customerNegativeCriteria, sharedCriteria } from './keywords';
import { conversionActions, labels, userLists } from './others';
import { campaignSharedSets, sharedSets } from './sharedSets';

/** What `customers/{id}/{collection}:mutate` changes. https://developers.google.com/google-ads/api/rest/reference/rest/v25/customers */
export const kinds: Readonly<Record<string, Kind>> = {
	campaigns,
	campaignBudgets,
	adGroups,
	adGroupAds,
	adGroupCriteria,
	campaignCriteria,
	sharedSets,
	sharedCriteria,
	campaignSharedSets,
	customerNegativeCriteria,
	conversionActions,
	userLists,
	labels,
	// The same resource as adGroupAds: it comes after it.
	ads: adTexts,
};

import type { AnyGathering } from '../core/gathering';
import type { Operation } from '../core/operation';
import { creatingAd, enablingAd, pausingAd, removingAd, updatingAd } from '../networks/googleAds/mutate/ad';
import { creatingAdGroup, enablingAdGroup, pausingAdGroup, removingAdGroup, updatingAdGroup } from '../networks/googleAds/mutate/adGroup';
import { creatingBudget, removingBudget, updatingBudget } from '../networks/googleAds/mutate/budget';
import { creatingCampaign, enablingCampaign, pausingCampaign, removingCampaign, updatingCampaign } from '../networks/googleAds/mutate/campaign';
import { creatingKeyword, enablingKeyword, pausingKeyword, removingKeyword, updatingKeyword } from '../networks/googleAds/mutate/keyword';
import { creatingNegative, removingNegative } from '../networks/googleAds/mutate/negative';
import { createAd } from './operations/createAd';
import { createAdGroup } from './operations/createAdGroup';
import { createBudget } from './operations/createBudget';
import { createCampaign } from './operations/createCampaign';
import { createKeyword } from './operations/createKeyword';
import { createNegativeKeyword } from './operations/createNegativeKeyword';
import { enableAd } from './operations/enableAd';
import { enableAdGroup } from './operations/enableAdGroup';
import { enableCampaign } from './operations/enableCampaign';
import { enableKeyword } from './operations/enableKeyword';
import { pauseAd } from './operations/pauseAd';
import { pauseAdGroup } from './operations/pauseAdGroup';
import { pauseCampaign } from './operations/pauseCampaign';
import { pauseKeyword } from './operations/pauseKeyword';
import { removeAd } from './operations/removeAd';
import { removeAdGroup } from './operations/removeAdGroup';
import { removeBudget } from './operations/removeBudget';
import { removeCampaign } from './operations/removeCampaign';
import { removeKeyword } from './operations/removeKeyword';
import { removeNegativeKeyword } from './operations/removeNegativeKeyword';
import { updateAd } from './operations/updateAd';
import { updateAdGroup } from './operations/updateAdGroup';
import { updateBudget } from './operations/updateBudget';
import { updateCampaign } from './operations/updateCampaign';
import { updateKeyword } from './operations/updateKeyword';

/** Changes whose items travel together, as Google takes many in one request. */
export const mutations: readonly (readonly [Operation, AnyGathering])[] = [
	[createCampaign, creatingCampaign],
	[updateCampaign, updatingCampaign],
	[pauseCampaign, pausingCampaign],
	[enableCampaign, enablingCampaign],
	[removeCampaign, removingCampaign],
	[createBudget, creatingBudget],
	[updateBudget, updatingBudget],
	[removeBudget, removingBudget],
	[createAdGroup, creatingAdGroup],
	[updateAdGroup, updatingAdGroup],
	[pauseAdGroup, pausingAdGroup],
	[enableAdGroup, enablingAdGroup],
	[removeAdGroup, removingAdGroup],
	[createKeyword, creatingKeyword],
	[updateKeyword, updatingKeyword],
	[pauseKeyword, pausingKeyword],
	[enableKeyword, enablingKeyword],
	[removeKeyword, removingKeyword],
	[createAd, creatingAd],
	[updateAd, updatingAd],
	[pauseAd, pausingAd],
	[enableAd, enablingAd],
	[removeAd, removingAd],
	[createNegativeKeyword, creatingNegative],
	[removeNegativeKeyword, removingNegative],
];

import { addMembers } from './addMembers';
import { createAd } from './createAd';
import { createAdGroup } from './createAdGroup';
import { createAudience } from './createAudience';
import { createBudget } from './createBudget';
import { createCampaign } from './createCampaign';
import { createKeyword } from './createKeyword';
import { createNegativeKeyword } from './createNegativeKeyword';
import { deleteAudience } from './deleteAudience';
import { enableAd } from './enableAd';
import { enableAdGroup } from './enableAdGroup';
import { enableCampaign } from './enableCampaign';
import { enableKeyword } from './enableKeyword';
import { getAd } from './getAd';
import { getAdGroup } from './getAdGroup';
import { getAudience } from './getAudience';
import { getBudget } from './getBudget';
import { getCampaign } from './getCampaign';
import { getKeyword } from './getKeyword';
import { getManyAdGroups } from './getManyAdGroups';
import { getManyAds } from './getManyAds';
import { getManyAudiences } from './getManyAudiences';
import { getManyBudgets } from './getManyBudgets';
import { getManyCampaigns } from './getManyCampaigns';
import { getManyConversionActions } from './getManyConversionActions';
import { getManyKeywords } from './getManyKeywords';
import { getManyNegativeKeywords } from './getManyNegativeKeywords';
import { getStatus } from './getStatus';
import { pauseAd } from './pauseAd';
import { pauseAdGroup } from './pauseAdGroup';
import { pauseCampaign } from './pauseCampaign';
import { pauseKeyword } from './pauseKeyword';
import { removeAd } from './removeAd';
import { removeAdGroup } from './removeAdGroup';
import { removeBudget } from './removeBudget';
import { removeCampaign } from './removeCampaign';
import { removeKeyword } from './removeKeyword';
import { removeMembers } from './removeMembers';
import { removeNegativeKeyword } from './removeNegativeKeyword';
import { applyRecommendation } from './applyRecommendation';
import { dismissRecommendation } from './dismissRecommendation';
import { getAccount } from './getAccount';
import { getManyAccounts } from './getManyAccounts';
import { getManyChanges } from './getManyChanges';
import { getManyRecommendations } from './getManyRecommendations';
import { getManyReports } from './getManyReports';
import { runQuery } from './runQuery';
import { sendConversion } from './sendConversion';
import { updateAd } from './updateAd';
import { updateAdGroup } from './updateAdGroup';
import { updateAudience } from './updateAudience';
import { updateBudget } from './updateBudget';
import { updateCampaign } from './updateCampaign';
import { updateKeyword } from './updateKeyword';
import { uploadAdjustment } from './uploadAdjustment';
import { uploadClick } from './uploadClick';

export const operations = [runQuery, getManyReports, getManyAccounts, getAccount, getManyChanges, getManyRecommendations, applyRecommendation, dismissRecommendation, sendConversion, getStatus, getManyConversionActions, uploadClick, uploadAdjustment, createAudience, getAudience, getManyAudiences, updateAudience, deleteAudience, addMembers, removeMembers,
	createCampaign,
	getCampaign,
	getManyCampaigns,
	updateCampaign,
	pauseCampaign,
	enableCampaign,
	removeCampaign,
	createBudget,
	getBudget,
	getManyBudgets,
	updateBudget,
	removeBudget,
	createAdGroup,
	getAdGroup,
	getManyAdGroups,
	updateAdGroup,
	pauseAdGroup,
	enableAdGroup,
	removeAdGroup,
	createKeyword,
	getKeyword,
	getManyKeywords,
	updateKeyword,
	pauseKeyword,
	enableKeyword,
	removeKeyword,
	createAd,
	getAd,
	getManyAds,
	updateAd,
	pauseAd,
	enableAd,
	removeAd,
	createNegativeKeyword,
	getManyNegativeKeywords,
	removeNegativeKeyword,
];
